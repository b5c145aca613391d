"""Words as they are kept."""

import pytest

from goldenthread.language import text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Amira\t", "Amira"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("\u00a0Amira\u2003", "Amira"),
    ],
)
def test_tidy(typed, kept):
    assert text.tidy(typed) == kept


def test_what_cannot_be_stored_is_marked_and_nothing_else_is_touched():
    typed = "a\x00b\ud800c\r\n \U0001f600"
    assert not text.can_be_kept(typed)
    assert text.storable(typed) == "a\ufffdb\ufffdc\r\n \U0001f600"
    assert text.can_be_kept(text.storable(typed))


@pytest.mark.parametrize(
    ("label", "inside_a_sentence"),
    [
        ("Date of birth", "date of birth"),
        ("NHS number", "NHS number"),
        ("I am told", "I am told"),
        ("A child's name", "a child's name"),
        ("GP's name", "GP's name"),
        ("", ""),
    ],
)
def test_lower_first(label, inside_a_sentence):
    assert text.lower_first(label) == inside_a_sentence
