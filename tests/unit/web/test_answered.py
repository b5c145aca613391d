"""Answers read back in words."""

import pytest

from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.web.forms import answered

OPTIONS = (Option(key="a", label="Apples"), Option(key="b", label="Bread"))
GIVEN = Question(key="given", asks="Given name", kind=Kind.TEXT)
FAMILY = Question(key="family", asks="Family name", kind=Kind.TEXT)
WORDS = Question(key="words", asks="Words", kind=Kind.LONG_TEXT)
FORM = Instrument(
    key="form",
    version=1,
    title="Form",
    sections=(
        Section(key="children", title="Children", questions=(GIVEN, FAMILY), repeats=Repeat()),
        Section(key="worry", title="Worry", questions=(WORDS,)),
    ),
)


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        (Kind.TEXT, "O'Brien <b>", "O'Brien <b>"),
        (Kind.YES_NO, "yes", "Yes"),
        (Kind.CHOICE, "b", "Bread"),
        (Kind.CHOICES, ["a", "b"], "Apples, Bread"),
        (Kind.DATE, "2012-03-27", "27 March 2012"),
        (Kind.DATE, NOT_KNOWN, "Not known"),
        (Kind.WHOLE_NUMBER, 3, "3"),
    ],
)
def test_an_answer_in_words(kind, value, says):
    options = OPTIONS if kind in (Kind.CHOICE, Kind.CHOICES) else ()
    assert answered.saying(Question(key="q", asks="Q", kind=kind, options=options), value) == says


def test_each_child_is_called_by_name_and_nothing_unanswered_is_shown():
    parts = answered.of(FORM, {"children": [{"given": "Amir", "family": "Rahman"}, {}]})
    assert [part.title for part in parts] == ["Amir Rahman"]


def test_somebody_s_own_words_are_told_from_a_short_answer():
    (part,) = answered.of(FORM, {"words": "Long words"})
    assert part.answered[0].own_words
