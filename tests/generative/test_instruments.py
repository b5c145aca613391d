"""Any tool, answered anyhow: it advises, it never decides, and it compares only like with like."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from goldenthread.kernel.citation import Citation
from goldenthread.language import answers as reading
from goldenthread.language import completeness, evidence, trend
from goldenthread.language.advice import Advice, Band, Count
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.trend import Given

WAYS = ("very", "sometimes", "not")
OPTIONS = tuple(Option(key=way, label=way) for way in WAYS)
BANDS = ("high", "some", "low")
JUDGED = (
    Question(
        key="judged",
        asks="Judged",
        kind=Kind.CHOICE,
        options=tuple(Option(key=each, label=each) for each in BANDS),
    ),
    Question(key="judged_why", asks="Why", kind=Kind.LONG_TEXT),
)


@some.composite
def a_tool(draw):
    """A tool of one area, some questions of which mean something else than their keys say."""
    keys = draw(some.lists(some.sampled_from("abcdef"), min_size=1, max_size=6, unique=True))
    asked = [
        Question(
            key=key,
            asks=key,
            kind=Kind.CHOICE,
            options=OPTIONS,
            may_be_not_known=True,
            concept=draw(some.sampled_from(["", "other"])),
        )
        for key in keys
    ]
    most = draw(some.integers(1, len(keys)))
    return Instrument(
        key="tool",
        version=1,
        title="Tool",
        sections=(
            Section(
                key="area",
                title="Area",
                questions=evidence.asked_beside(asked, when=("very", "sometimes")),
                area=True,
            ),
            Section(key="judgement", title="Judgement", questions=JUDGED),
        ),
        advice=Advice(
            bands=(
                Band(key="high", title="High", least=most),
                Band(key="some", title="Some", least=1),
                Band(key="low", title="Low"),
            ),
            count=Count(title="Concerns", questions=tuple(keys), answers=("very", "sometimes")),
            judgement="judged",
            why="judged_why",
            law=Citation(source="A test"),
        ),
    )


def answered(draw, tool):
    """Answers to it: any rating, not known or blank, with evidence or without, and a judgement."""
    said = {"judged": draw(some.sampled_from(BANDS)), "judged_why": "Seen"}
    for question in tool.sections[0].questions:
        if question.evidence_of:
            value = draw(some.sampled_from([None, "Seen"]))
        else:
            value = draw(some.sampled_from([None, NOT_KNOWN, *WAYS]))
        if value is not None:
            said[question.key] = value
    return said


@given(some.data())
def test_whatever_is_advised_any_judgement_may_be_given(data):
    tool = data.draw(a_tool())
    said = answered(data.draw, tool)
    before = {problem.field for problem in reading.check(tool, said)}

    for choice in BANDS:
        judged = {**said, "judged": choice}
        assert tool.advice.of(judged).band == tool.advice.of(said).band
        assert tool.advice.judged(judged).choice == choice
        assert {problem.field for problem in reading.check(tool, judged)} == before


@given(some.data())
def test_a_concern_is_kept_only_with_its_evidence(data):
    tool = data.draw(a_tool())
    said = answered(data.draw, tool)
    wrong = {problem.field for problem in reading.check(tool, said)}

    for question in tool.sections[0].questions:
        if question.evidence_of:
            concerned = said.get(question.evidence_of) in ("very", "sometimes")
            assert (question.key in wrong) is (concerned != (question.key in said))


@given(some.data())
def test_what_is_asked_is_answered_not_known_or_blank(data):
    tool = data.draw(a_tool())
    found = completeness.of(tool, answered(data.draw, tool))

    assert found.asked == found.answered + found.not_known + len(found.blank)


@given(some.data())
def test_only_what_was_asked_alike_is_compared(data):
    first, second = data.draw(a_tool()), replace(data.draw(a_tool()), version=2)
    both = tuple(
        Given(form=form, answers=answered(data.draw, form), on=date(2020, 1, 1))
        for form in (first, second)
    )
    alike = {q.about for q in first.questions} & {q.about for q in second.questions}

    for line in trend.lines(both):
        for given_then, value in zip(both, line.values, strict=True):
            asked = {each.about for each in given_then.form.questions}
            expected = given_then.answers.get(line.question.key)
            assert value == (expected if line.question.about in asked else None)
    for area in trend.areas(both):
        assert {each.about for each in area.questions} <= alike
        for given_then, counts in zip(both, area.counts, strict=True):
            said = [given_then.answers.get(each.key) for each in area.questions]
            assert counts == {way: said.count(way) for way in WAYS}
