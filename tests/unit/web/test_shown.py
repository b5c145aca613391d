"""Declared questions as fields: what is nested, what is left out, where an error leads."""

import pytest

from goldenthread.language.answers import Problem
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.web.forms import shown

OPTIONS = tuple(Option(key=key, label=key.upper()) for key in ("a", "b", "c"))
PICK = Question(key="pick", asks="Pick one", kind=Kind.CHOICE, options=OPTIONS)
WHY = Question(key="why", asks="Why?", kind=Kind.LONG_TEXT, only_if=answer("pick").equals("b"))
EITHER = Question(
    key="either", asks="Either?", kind=Kind.TEXT, only_if=answer("pick").one_of("a", "c")
)
BORN = Question(key="born", asks="Born", kind=Kind.DATE, required=False)


def section(*questions: Question, repeats: Repeat | None = None) -> Section:
    return Section(key="part", title="Part", questions=questions, repeats=repeats)


def test_a_question_one_choice_asks_for_stands_inside_that_choice():
    (pick,) = shown.section(section(PICK, WHY), typed={}).fields
    assert [each.question for each in pick.inside["b"]] == [WHY]
    assert [each.name for each in pick.every()] == ["pick", "why"]


def test_a_question_several_choices_ask_for_stands_below_and_says_when():
    pick, either = shown.section(section(PICK, EITHER), typed={}).fields
    assert pick.inside == {}
    assert either.shown_when == ("pick", ("a", "c"))


def test_the_names_inside_a_row_carry_the_row():
    form = shown.section(section(PICK, WHY, EITHER, repeats=Repeat()), typed={"part-1-pick": ["b"]})
    pick, either = form.rows[1].fields
    assert pick.inside["b"][0].name == "part-1-why"
    assert either.shown_when == ("part-1-pick", ("a", "c"))
    assert [row.removable for row in form.rows] == [True, True]


def test_the_only_row_there_must_be_cannot_be_taken_out():
    (row,) = shown.section(section(PICK, repeats=Repeat(least=1)), typed={}).rows
    assert not row.removable


@pytest.mark.parametrize(("known", "asked"), [({}, 0), ({"pick": "a"}, 0), ({"pick": "b"}, 1)])
def test_a_question_another_page_decides_is_there_only_when_it_is_asked(known, asked):
    assert len(shown.section(section(WHY), typed={}, known=known).fields) == asked


def test_an_error_leads_to_a_control_that_takes_the_keyboard():
    problems = (Problem("born", "Not a date"), Problem("pick", "Pick one"), Problem("x", "Stray"))
    form = shown.section(section(PICK, BORN), typed={}, problems=problems)
    assert shown.summary([form], problems) == [
        {"text": "Pick one", "href": "#pick"},
        {"text": "Not a date", "href": "#born-day"},
        {"text": "Stray"},
    ]


def test_the_first_problem_of_a_field_is_the_one_beside_it():
    problems = (Problem("born", "First"), Problem("born", "Second"))
    (born,) = shown.section(section(BORN), typed={}, problems=problems).fields
    assert born.error == "First"


def test_what_was_typed_comes_back_label_by_label():
    asked = Instrument(key="form", version=1, title="Form", sections=(section(PICK, WHY, BORN),))
    typed = {"pick": ["b"], "why": ["  words "], "born-day": ["31"], "born-month": ["2"]}
    assert shown.kept(shown.instrument(asked, typed=typed)) == [
        ("Pick one", "B"),
        ("Why?", "  words "),
        ("Born", "31 2"),
    ]


def test_more_about_the_same_children_shows_each_by_name_and_adds_none():
    name = Question(key="name", asks="Name", kind=Kind.TEXT)
    children = Section(key="children", title="Children", questions=(name,), repeats=Repeat())
    more = Section(key="more", title="More", questions=(WHY, BORN), continues="children")
    typed = {"children-0-name": [" Amir "], "children-1-born-day": ["3"]}

    form = shown.section(more, typed=typed, head=children)

    assert [row.title for row in form.rows] == ["Amir", "Child 2"]
    assert not form.may_add and not any(row.removable for row in form.rows)
    assert [field.name for field in form.all_fields] == [
        f"children-{at}-{key}" for at in (0, 1) for key in ("born",)
    ]
    assert form.rows[1].fields[0].part("-day") == "3"


def test_a_brother_s_answers_may_be_the_first_child_s_and_are_asked_for_only_where_not():
    name = Question(key="name", asks="Name", kind=Kind.TEXT)
    children = Section(key="children", title="Children", questions=(name,), repeats=Repeat())
    more = Section(
        key="more", title="More", questions=(BORN, PICK), continues="children", same=("born",)
    )
    typed = {"children-0-name": ["Amir"], "children-1-name": ["Zain"]}

    first, second = shown.section(more, typed=typed, head=children).rows

    assert [field.name for field in first.fields] == ["children-0-born", "children-0-pick"]
    assert [field.name for field in second.fields] == ["children-1-more_same", "children-1-pick"]
    assert second.fields[0].label == "Are these the same as for Amir? (optional)"
    assert [field.name for field in second.fields[0].inside["no"]] == ["children-1-born"]
