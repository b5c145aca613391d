"""Forms nobody would post, and answers nobody would send."""

import json

from hypothesis import given
from hypothesis import strategies as some

from goldenthread.language import answers, text
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question

OPTIONS = (Option(key="a", label="A"), Option(key="b-c", label="B or C"))
ENDINGS = ("", "-day", "-month", "-year", "-not_known")
ROWS = ("children-0-", "children-1-", "children-11-", "children-", "children-x-", "")


@some.composite
def a_question(draw, key, earlier):
    """A question that may hang on an earlier one."""
    kind = draw(some.sampled_from(Kind))
    hangs_on = draw(some.none() | some.sampled_from(earlier)) if earlier else None
    condition = answer(hangs_on).given() if hangs_on else None
    return Question(
        key=key,
        asks=draw(some.sampled_from(["Given name", "Have you told the family?", "NHS number"])),
        kind=kind,
        options=OPTIONS if kind in (Kind.CHOICE, Kind.CHOICES) else (),
        required=draw(some.booleans()),
        only_if=condition if draw(some.booleans()) else None,
        may_be_not_known=draw(some.booleans()),
        max_length=draw(some.none() | some.integers(1, 5)),
    )


@some.composite
def a_section(draw, key, earlier=()):
    keys = [f"{key}_{number}" for number in range(draw(some.integers(1, 4)))]
    questions = []
    for number, each in enumerate(keys):
        questions.append(draw(a_question(each, [*earlier, *keys[:number]])))
    return tuple(questions)


@some.composite
def an_instrument(draw):
    """A form of one plain section and one that repeats."""
    plain = draw(a_section("about"))
    least = draw(some.integers(0, 2))
    rows = draw(a_section("child", [question.key for question in plain]))
    return Instrument(
        key="form",
        version=1,
        title="Form",
        sections=(
            Section(key="about", title="About", questions=plain),
            Section(
                key="children",
                title="Children",
                questions=rows,
                repeats=Repeat(least=least, most=least + 2),
            ),
        ),
    )


words = some.text(max_size=8) | some.text(some.characters(), max_size=4)  # surrogates, NUL
likely = some.sampled_from(["yes", "no", "a", "b-c", "3", "27", "2012", "101", "a@b.uk", " x\r\ny"])


@some.composite
def a_posted_form(draw, instrument):
    """Some of its fields, some like them, some of another form."""
    keys = [question.key for question in instrument.questions]
    fields = [f"{row}{key}{ending}" for row in ROWS for key in keys for ending in ENDINGS]
    names = some.sampled_from(fields) | words
    return draw(some.dictionaries(names, some.lists(likely | words, max_size=3), max_size=30))


a_form = an_instrument().flatmap(lambda form: some.tuples(some.just(form), a_posted_form(form)))
json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | words | likely,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@given(a_form)
def test_nothing_posted_is_lost_and_nothing_raises(form_and_fields):
    instrument, fields = form_and_fields
    assert answers.read(instrument, fields).as_typed == fields


@given(a_form)
def test_what_is_read_without_a_problem_passes_every_other_path(form_and_fields):
    instrument, fields = form_and_fields
    reading = answers.read(instrument, fields)
    sent = json.loads(json.dumps(reading.answers))
    assert sent == reading.answers
    if not reading.problems:
        assert answers.check(instrument, sent) == ()


@given(a_form)
def test_what_every_other_path_refuses_is_a_problem_in_the_form(form_and_fields):
    """Field by field, so that a form with one mistake still shows the rest agreeing."""
    instrument, fields = form_and_fields
    reading = answers.read(instrument, fields)
    refused = answers.check(instrument, reading.answers)
    assert len(refused) <= len(reading.problems)
    assert {each.field.split("-")[0] for each in refused} <= {
        each.field.split("-")[0] for each in reading.problems
    }


@given(a_form)
def test_what_is_kept_is_what_was_typed(form_and_fields):
    instrument, fields = form_and_fields
    kept = answers.read(instrument, fields).answers
    for question in instrument.section("about").questions:
        value = kept.get(question.key)
        if isinstance(value, str) and question.kind is not Kind.DATE:
            assert value in [text.tidy(sent) for sent in fields[question.key]]


@given(a_form)
def test_every_problem_is_one_sentence_about_a_field_of_the_form(form_and_fields):
    instrument, fields = form_and_fields
    flat = {question.key for question in instrument.section("about").questions}
    for problem in answers.read(instrument, fields).problems:
        assert problem.field in flat or problem.field.startswith("children")
        assert problem.message
        assert "\n" not in problem.message


@given(an_instrument(), some.data())
def test_whatever_is_sent_is_answered(instrument, data):
    keys = some.sampled_from([question.key for question in instrument.questions])
    rows = some.lists(some.dictionaries(keys, json_values, max_size=3) | json_values, max_size=4)
    sent = data.draw(some.dictionaries(keys | words, json_values, max_size=6))
    sent |= data.draw(some.just({}) | some.builds(lambda rows: {"children": rows}, rows))
    for problem in answers.check(instrument, sent):
        assert problem.message


@given(words)
def test_tidying_twice_changes_nothing_more(typed):
    assert text.tidy(text.tidy(typed)) == text.tidy(typed)


@given(words)
def test_what_is_made_storable_can_be_stored(typed):
    text.storable(typed).encode()
    assert "\x00" not in text.storable(typed)
