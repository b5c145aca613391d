"""More questions about the same children: a section that continues one that repeats."""

from dataclasses import replace

import pytest

from goldenthread.language import answers
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question

NAME = Question(key="name", asks="Name", kind=Kind.TEXT)
WORDS = Question(key="words", asks="Words", kind=Kind.LONG_TEXT)
NONE, ONE, TWO = (
    Option(key=key, label=key.upper(), alone=key == "none") for key in ("none", "one", "two")
)
NEEDS = Question(
    key="needs", asks="Needs", kind=Kind.CHOICES, options=(NONE, ONE, TWO), required=False
)
CHILDREN = Section(
    key="children", title="Children", questions=(NAME,), repeats=Repeat(told_apart_by=("name",))
)
WORRY = Section(
    key="worry",
    title="Worry",
    questions=(Question(key="worry", asks="Worry", kind=Kind.TEXT, required=False),),
)
MORE = Section(key="more", title="More", questions=(WORDS, NEEDS), continues="children")
FORM = Instrument(key="form", version=3, title="Form", sections=(CHILDREN, WORRY, MORE))


def posted(**typed):
    return {name.replace("__", "-"): [words] for name, words in typed.items()}


def test_what_is_told_later_stands_in_the_same_rows():
    read = answers.read(
        FORM,
        posted(children__0__name="Amir", children__3__name="Zain", children__3__words="Ouch")
        | {"children-0-words": ["Oh"], "children-0-needs": ["one", "two"]},
    )

    assert read.problems == ()
    assert read.answers["children"] == [
        {"name": "Amir", "words": "Oh", "needs": ["one", "two"]},
        {"name": "Zain", "words": "Ouch"},
    ]


def test_a_problem_with_it_is_beside_its_field_and_says_whose_it_is():
    read = answers.read(FORM, posted(children__0__name="Amir", children__3__name="Zain"))

    assert [(each.field, each.message) for each in read.problems] == [
        ("children-0-words", "Child 1: enter words"),
        ("children-3-words", "Child 4: enter words"),
    ]


def test_a_row_begun_there_is_a_row():
    read = answers.read(FORM, posted(children__0__name="Amir", children__1__words="Ouch"))

    assert {each.field for each in read.problems} == {"children-0-words", "children-1-name"}


def test_the_other_path_keeps_the_same_rules():
    amir = {"name": "Amir", "words": "Oh"}

    assert answers.check(FORM, {"children": [amir]}) == ()
    (missing,) = answers.check(FORM, {"children": [{"name": "Amir"}]})
    assert missing.field == "children-0-words"
    (stray,) = answers.check(FORM, {"children": [amir | {"age": 4}]})
    assert stray.message == "Nothing called age is asked here: leave it out"


@pytest.mark.parametrize("names", [("Amir", "amir"), ("SIÂN", "Siân")])
def test_the_same_twice_is_told_once(names):
    rows = [{"name": name, "words": "Oh"} for name in names]

    (problem,) = answers.check(FORM, {"children": rows})

    assert problem.field == "children-1-name"
    assert problem.message == (
        "Child 2 is the same as child 1: take one out, or tell them apart by their names"
    )


def test_two_rows_that_say_nothing_yet_are_not_the_same_child():
    problems = answers.check(FORM, {"children": [{"words": "Oh"}, {"words": "Oh"}]})

    assert [each.field for each in problems] == ["children-0-name", "children-1-name"]


@pytest.mark.parametrize(
    ("chosen", "refused"), [(["none"], False), (["one", "two"], False), (["none", "one"], True)]
)
def test_an_answer_that_stands_alone_stands_with_no_other(chosen, refused):
    row = {"name": "Amir", "words": "Oh", "needs": chosen}

    problems = answers.check(FORM, {"children": [row]})

    assert [each.message for each in problems] == [
        "Select needs: “NONE” cannot go with any other answer"
    ][: int(refused)]


@pytest.mark.parametrize(
    ("sections", "says"),
    [
        ((replace(MORE, continues="worry"), WORRY, CHILDREN), "continues no section that repeats"),
        ((MORE, CHILDREN), "continues no section that repeats"),
        ((CHILDREN, replace(MORE, questions=(NAME,))), "twice"),
    ],
)
def test_what_cannot_be_continued_is_refused_where_it_is_declared(sections, says):
    with pytest.raises(ValueError, match=says):
        replace(FORM, sections=sections)


def test_a_section_repeats_or_continues_and_not_both():
    with pytest.raises(ValueError, match="both"):
        replace(CHILDREN, continues="others")


def test_an_answer_is_read_by_the_version_it_was_given_on():
    first, second = (replace(FORM, version=version, title=str(version)) for version in (1, 2))
    form = replace(FORM, earlier=(second,))

    assert [form.at(version).title for version in (1, 2, 3, 4)] == ["2", "2", "Form", "Form"]
    assert replace(FORM, earlier=(second, first)).at(1).title == "1"
    with pytest.raises(ValueError, match="earlier"):
        replace(FORM, earlier=(replace(FORM, key="other", version=1),))


def test_what_is_the_first_child_s_too_is_told_once():
    shared = replace(MORE, same=("words",))
    form = replace(FORM, sections=(CHILDREN, shared))
    typed = posted(children__0__name="Amir", children__0__words="Oh", children__1__name="Zain")

    said = answers.read(form, typed | {"children-1-more_same": ["yes"]})
    assert said.problems == ()
    assert [row["words"] for row in said.answers["children"]] == ["Oh", "Oh"]
    own = typed | {"children-1-more_same": ["yes"], "children-1-needs": ["one"]}
    assert answers.read(form, own | {"children-1-words": ["Ah"]}).answers["children"][1] == {
        "name": "Zain",
        "words": "Oh",
        "needs": ["one"],
    }
    not_said = answers.read(
        form, typed | {"children-1-words": ["Ah"], "children-1-more_same": ["no"]}
    )
    assert [row["words"] for row in not_said.answers["children"]] == ["Oh", "Ah"]
    itself = answers.read(
        form, typed | {"children-1-words": ["Ah"], "children-0-more_same": ["yes"]}
    )
    assert itself.answers["children"][0]["words"] == "Oh"


def test_only_what_a_section_asks_of_each_may_be_the_same():
    with pytest.raises(ValueError, match="does not ask"):
        replace(MORE, same=("name",))
    with pytest.raises(ValueError, match="does not ask"):
        replace(WORRY, same=("worry",))
