"""What was typed is kept as it was typed, section by section."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.web.forms import typed

NAME = Question(key="name", asks="Name", kind=Kind.TEXT)
BORN = Question(key="born", asks="Born", kind=Kind.DATE, may_be_not_known=True)
CHILDREN = Section(key="children", title="Children", questions=(NAME, BORN), repeats=Repeat(most=3))
WORRY = Section(
    key="worry",
    title="Worry",
    questions=(
        Question(key="what", asks="What?", kind=Kind.LONG_TEXT),
        Question(
            key="signs", asks="Signs", kind=Kind.CHOICES, options=(Option(key="a", label="A"),)
        ),
    ),
)


def test_a_posted_form_is_kept_to_the_letter_without_its_token():
    form = QueryDict(
        "what=++%3Cb%3E+%D9%85%D8%AD%D9%85%D8%AF&csrfmiddlewaretoken=x&signs=a&signs=b"
    )
    assert typed.posted(form) == {"what": ["  <b> محمد"], "signs": ["a", "b"]}


def test_a_section_is_laid_over_its_own_fields_alone():
    kept = {"what": ["before"], "signs": ["a"], "children-0-name": ["Amir"]}
    assert typed.laid_over(WORRY, kept, {"what": ["after"], "stray": ["x"]}) == {
        "children-0-name": ["Amir"],
        "what": ["after"],
    }


def test_the_parts_of_a_date_and_its_not_known_box_belong_to_their_section():
    form = {
        "children-0-born-day": ["1"],
        "children-1-born-not_known": ["yes"],
        "children-x-name": ["no"],
        "name": ["no"],
    }
    assert set(typed.section_of(CHILDREN, form)) == {
        "children-0-born-day",
        "children-1-born-not_known",
    }


def test_a_page_shows_one_row_before_anything_is_typed_and_never_more_than_it_may():
    assert typed.rows(CHILDREN, {}) == 1
    form = {"children-0-name": ["Amir"]}
    for expected in (2, 3, 3):
        form = typed.with_row(CHILDREN, form)
        assert typed.rows(CHILDREN, form) == expected


def test_taking_a_row_out_moves_the_later_ones_up():
    form = {
        "children-0-name": ["Amir"],
        "children-1-name": ["Wrong"],
        "children-2-name": ["Yusuf"],
        "children-2-born-day": ["9"],
        "what": ["x"],
    }
    assert typed.without_row(CHILDREN, form, 1) == {
        "children-0-name": ["Amir"],
        "children-1-name": ["Yusuf"],
        "children-1-born-day": ["9"],
        "what": ["x"],
    }


@given(
    st.lists(st.text(max_size=20), min_size=1, max_size=3),
    st.integers(min_value=0, max_value=2),
)
def test_a_row_taken_out_takes_no_other_words_with_it(names, at):
    form = {f"children-{row}-name": [name] for row, name in enumerate(names)}
    left = typed.without_row(CHILDREN, form, at)
    expected = [name for row, name in enumerate(names) if row != at]
    assert [left[f"children-{row}-name"][0] for row in range(len(expected))] == expected


def test_pages_about_the_same_children_do_not_empty_each_other():
    more = Section(
        key="more",
        title="More",
        questions=(Question(key="words", asks="Words", kind=Kind.TEXT),),
        continues="children",
    )
    form = {"children-0-name": ["Amir"], "children-0-words": ["Ouch"]}

    assert typed.section_of(CHILDREN, form) == {"children-0-name": ["Amir"]}
    assert typed.section_of(more, form) == {"children-0-words": ["Ouch"]}
    assert typed.laid_over(more, form, {"children-0-words": ["Oh"]}) == form | {
        "children-0-words": ["Oh"]
    }
