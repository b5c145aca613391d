"""What an instrument adds to its questions: evidence, advice, completeness and a trend."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.kernel.citation import Citation
from goldenthread.language import answers as reading
from goldenthread.language import completeness, evidence, trend
from goldenthread.language.advice import Advice, Band, Count, Judged
from goldenthread.language.condition import NOT_KNOWN, answer
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.trend import Given

RATINGS = tuple(Option(key=key, label=key) for key in ("very", "sometimes", "not"))
FOOD, BED = (
    Question(key=key, asks=f"Has the child {key}?", kind=Kind.CHOICE, options=RATINGS)
    for key in ("food", "bed")
)
RATED = evidence.asked_beside((FOOD, BED), when=("very", "sometimes"))
JUDGED = (
    Question(
        key="judged",
        asks="What do you judge?",
        kind=Kind.CHOICE,
        options=(Option(key="act", label="Act"), Option(key="watch", label="Watch")),
    ),
    Question(key="judged_why", asks="Why?", kind=Kind.LONG_TEXT),
)
ADVICE = Advice(
    bands=(Band(key="act", title="Act", least=2), Band(key="watch", title="Watch")),
    count=Count(title="Concerns", questions=("food", "bed"), answers=("very", "sometimes")),
    judgement="judged",
    why="judged_why",
    law=Citation(source="A test"),
)
FORM = Instrument(
    key="tool",
    version=2,
    title="Tool",
    sections=(
        Section(key="care", title="Care", questions=RATED, area=True),
        Section(key="judgement", title="Judgement", questions=JUDGED),
    ),
    advice=ADVICE,
)
SAID = {"judged": "watch", "judged_why": "Their aunt feeds them"}


@pytest.mark.parametrize(
    ("rated", "missing"),
    [
        ({"food": "not", "bed": "not"}, []),
        ({"food": "very", "bed": "not"}, ["food_evidence"]),
        ({"food": "sometimes", "food_evidence": "No lunch", "bed": "very"}, ["bed_evidence"]),
        ({"food": "not", "food_evidence": "Fed", "bed": "not"}, ["food_evidence"]),
    ],
)
def test_evidence_is_asked_where_an_answer_says_so_and_nowhere_else(rated, missing):
    assert [each.field for each in reading.check(FORM, {**rated, **SAID})] == missing


def test_evidence_knows_what_it_is_of():
    assert evidence.of(FOOD, FORM.questions).key == "food_evidence"
    assert evidence.of(JUDGED[0], FORM.questions) is None
    with pytest.raises(ValueError, match="never answered"):
        evidence.asked_beside((JUDGED[0],), when=("very",))
    with pytest.raises(ValueError, match="not asked"):
        Instrument(
            key="odd",
            version=1,
            title="Odd",
            sections=(Section(key="odd", title="Odd", questions=RATED[1:]),),
        )


@pytest.mark.parametrize(
    ("rated", "band", "counted"),
    [
        ({}, "watch", 0),
        ({"food": NOT_KNOWN, "bed": "very"}, "watch", 1),
        ({"food": "sometimes", "bed": "very"}, "act", 2),
    ],
)
def test_the_band_follows_the_answers_and_the_judgement_does_not(rated, band, counted):
    advised = ADVICE.of({**rated, **SAID})

    assert (advised.band.key, advised.counted) == (band, counted)
    assert ADVICE.judged({**rated, **SAID}) == Judged(choice="watch", why="Their aunt feeds them")
    assert ADVICE.judged(rated) is None


def test_a_band_may_hang_on_an_answer_and_the_first_that_applies_is_advised():
    by_answer = replace(
        ADVICE,
        count=None,
        bands=(
            Band(key="act", title="Act", only_if=answer("food").equals("very")),
            ADVICE.bands[1],
        ),
    )
    assert by_answer.of({"food": "very"}).band.key == "act"
    assert by_answer.of({"food": "not"}).band.key == "watch"
    assert by_answer.of({"food": "not"}).counted is None


def test_a_tool_without_bands_advises_nothing_and_asks_for_the_judgement():
    silent = replace(ADVICE, bands=(), count=None)

    assert silent.of({"food": "very"}) is None
    assert replace(FORM, advice=silent).advice.judged(SAID).choice == "watch"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"bands": (ADVICE.bands[0],)}, "whatever no band"),
        ({"count": None}, "nothing counts"),
        ({"judgement": "nobody_asks"}, "not asked"),
        ({"judgement": "food"}, "must offer every band"),
        ({"bands": (Band(key="run", title="Run"),)}, "must offer every band"),
    ],
)
def test_advice_that_cannot_be_given_is_refused(changed, says):
    with pytest.raises(ValueError, match=says):
        replace(FORM, advice=replace(ADVICE, **changed))


def test_a_judgement_must_be_given_with_its_reason():
    lax = (replace(JUDGED[0], required=False), JUDGED[1])
    section = Section(key="judgement", title="Judgement", questions=lax)
    with pytest.raises(ValueError, match="both be given"):
        replace(FORM, sections=(FORM.sections[0], section))


def test_completeness_counts_what_is_asked_and_knows_not_known_from_blank():
    found = completeness.of(FORM, {"food": "very", "bed": NOT_KNOWN, "judged": "act"})

    assert (found.asked, found.answered, found.not_known) == (5, 2, 1)
    assert [each.key for each in found.blank] == ["food_evidence", "judged_why"]
    assert not found.whole
    assert completeness.of(FORM, {"food": "not", "bed": "not", **SAID}).whole


def test_completeness_counts_each_row():
    rows = Section(key="rows", title="Rows", questions=(FOOD,), repeats=Repeat())
    form = Instrument(key="rows", version=1, title="Rows", sections=(rows,))

    found = completeness.of(form, {"rows": [{"food": "very"}, {}]})

    assert (found.asked, found.answered, len(found.blank)) == (2, 1, 1)


def older(*questions):
    section = Section(key="care", title="Care before", questions=questions, area=True)
    return Instrument(key="tool", version=1, title="Tool", sections=(section,))


def test_a_trend_crosses_versions_where_the_question_is_the_same():
    first = Given(form=older(FOOD), answers={"food": "very", "bed": "not"}, on=date(2020, 1, 6))
    second = Given(form=FORM, answers={"food": "not", "bed": "very", **SAID}, on=date(2020, 4, 6))

    by_key = {each.question.key: each.values for each in trend.lines((first, second))}
    (care,) = trend.areas((first, second))

    assert by_key == {"food": ("very", "not"), "bed": (None, "very"), "judged": (None, "watch")}
    assert [each.key for each in care.questions] == ["food"]
    assert care.counts == (
        {"very": 1, "sometimes": 0, "not": 0},
        {"very": 0, "sometimes": 0, "not": 1},
    )


def test_a_question_whose_meaning_changed_is_another():
    meant = replace(FOOD, concept="breakfast")
    first = Given(form=older(meant, BED), answers={"food": "very"}, on=date(2020, 1, 6))
    second = Given(form=FORM, answers={"food": "not"}, on=date(2020, 4, 6))

    food = [each for each in trend.lines((first, second)) if each.question.key == "food"]

    assert [each.values for each in food] == [(None, "not"), ("very", None)]
    assert [each.key for each in trend.areas((first, second))[0].questions] == ["bed"]
    assert trend.areas(()) == ()


def test_answers_stay_bound_to_the_wording_they_were_given_on():
    reworded = replace(FOOD, asks="Is there food in the house?")
    now = replace(
        FORM,
        version=3,
        sections=(
            Section(
                key="care",
                title="Care",
                questions=evidence.asked_beside((reworded, BED), when=("very", "sometimes")),
                area=True,
            ),
            FORM.sections[1],
        ),
        earlier=(FORM,),
    )

    assert now.at(2).questions[0].asks == "Has the child food?"
    assert now.at(3).questions[0].asks == "Is there food in the house?"
    assert now.questions[0].about == FORM.questions[0].about
