"""Answers read from forms, and the same rules on every other path."""

from datetime import date

import pytest

from goldenthread.language import answers
from goldenthread.language.answers import Problem
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question, Within

NOT_KNOWN = {"not_known": True}

NAME = Question(
    key="given_name", asks="Given name", called="the child's given name", kind=Kind.TEXT
)
BORN = Question(
    key="born", asks="Date of birth", kind=Kind.DATE, required=False, may_be_not_known=True
)
WORRY = Question(key="worry", asks="What are you worried about?", kind=Kind.LONG_TEXT)
LEVEL = Question(
    key="level",
    asks="Level of need",
    kind=Kind.CHOICE,
    options=(
        Option(key="4", label="Level 4"),
        Option(key="not-sure", label="Not sure"),
        Option(key="old", label="Level 3b", until=date(2019, 6, 30)),
    ),
)
ISSUES = Question(
    key="issues",
    asks="Issues",
    kind=Kind.CHOICES,
    options=(Option(key="neglect", label="Neglect"), Option(key="missing", label="Missing")),
)
TOLD = Question(key="told", asks="Have you told the family?", kind=Kind.YES_NO)
UNTOLD = answer("told").equals("no")
WHY_NOT = Question(key="why_not", asks="Reason", kind=Kind.TEXT, only_if=UNTOLD)
ROOMS = Question(key="rooms", asks="Number of rooms", kind=Kind.WHOLE_NUMBER)
PHONE = Question(key="phone", asks="Telephone number", kind=Kind.PHONE)
EMAIL = Question(key="email", asks="Email address", kind=Kind.EMAIL)
NHS = Question(key="nhs", asks="NHS number", kind=Kind.NHS_NUMBER)
UPN = Question(key="upn", asks="UPN", kind=Kind.UPN)

FORM = Instrument(
    key="referral",
    version=1,
    title="Referral",
    sections=(
        Section(key="concern", title="Your concern", questions=(WORRY, TOLD, WHY_NOT)),
        Section(key="children", title="The children", questions=(NAME, BORN), repeats=Repeat()),
    ),
)


def posted(**fields):
    """A form's fields; two underscores stand for a hyphen."""
    return {
        name.replace("__", "-"): sent if isinstance(sent, list) else [sent]
        for name, sent in fields.items()
    }


def read_one(question, **fields):
    """The value read for one question, or what is wrong with it."""
    reading = answers.read([question], posted(**fields))
    return reading.problems[0].message if reading.problems else reading.answers.get(question.key)


TOO_LONG = "The child's given name must be 200 characters or fewer"
NOT_A_DATE = "Date of birth must be a real date, like 27 3 2012"


@pytest.mark.parametrize(
    ("question", "fields", "expected"),
    [
        (NAME, {"given_name": "  Amira "}, "Amira"),
        (NAME, {"given_name": "Zoe\u0308"}, "Zo\u00eb"),
        (NAME, {"given_name": "x" * 200}, "x" * 200),
        (NAME, {"given_name": "x" * 201}, TOO_LONG),
        (NAME, {"given_name": ["", "Amira", ""]}, "Amira"),
        (NAME, {"given_name": " \n "}, "Enter the child's given name"),
        (NAME, {}, "Enter the child's given name"),
        (NAME, {"given_name": "A\nB"}, "The child's given name must be on one line"),
        (
            NAME,
            {"given_name": "A\x00B"},
            "The child's given name has a character that cannot be kept: type it again",
        ),
        (
            NAME,
            {"given_name": "A\ud800B"},
            "The child's given name has a character that cannot be kept: type it again",
        ),
        (WORRY, {"worry": "One\r\ntwo\rthree"}, "One\ntwo\nthree"),
        (WORRY, {}, "Answer the question “What are you worried about?”"),
        (
            WORRY,
            {"worry": "x" * 20_001},
            "The answer to “What are you worried about?” must be 20,000 characters or fewer",
        ),
        (BORN, {"born__day": "27", "born__month": "3", "born__year": "2012"}, "2012-03-27"),
        (BORN, {"born__day": "07", "born__month": "03", "born__year": " 2012 "}, "2012-03-07"),
        (BORN, {"born__day": "30", "born__month": "2", "born__year": "2012"}, NOT_A_DATE),
        (BORN, {"born__day": "27", "born__month": "March", "born__year": "2012"}, NOT_A_DATE),
        (BORN, {"born__day": "27", "born__month": "3", "born__year": "12"}, NOT_A_DATE),
        (BORN, {"born__day": "27", "born__month": "3", "born__year": "1066"}, NOT_A_DATE),
        (BORN, {"born__day": "٢٧", "born__month": "3", "born__year": "2012"}, NOT_A_DATE),
        (BORN, {"born__day": "27"}, "Date of birth must include a month and a year"),
        (BORN, {"born__day": "", "born__month": "", "born__year": ""}, None),
        (BORN, {"born__not_known": "yes"}, NOT_KNOWN),
        (
            BORN,
            {"born__day": "27", "born__month": "3", "born__year": "2012", "born__not_known": "yes"},
            "Enter date of birth or say that it is not known, not both",
        ),
        (NAME, {"given_name__not_known": "yes"}, "Enter the child's given name"),
        (LEVEL, {"level": "not-sure"}, "not-sure"),
        (NHS, {"nhs": "943 476 5919"}, "943 476 5919"),
        (
            NHS,
            {"nhs": "943 476 5918"},
            "That NHS number has a wrong digit: check it against the letter or screen",
        ),
        (NHS, {"nhs": "943"}, "An NHS number has 10 digits, like 943 476 5919"),
        (UPN, {"upn": "h801200001001"}, "h801200001001"),
        (
            UPN,
            {"upn": "A801200001001"},
            "That UPN has a wrong letter or digit: check it with the school",
        ),
        (LEVEL, {"level": "5"}, "Select level of need from the answers listed"),
        (LEVEL, {}, "Select level of need"),
        (ISSUES, {"issues": ["missing", "neglect", "missing"]}, ["missing", "neglect"]),
        (ISSUES, {"issues": ["missing", "dragons"]}, "Select issues from the answers listed"),
        (ISSUES, {"issues": []}, "Select issues"),
        (TOLD, {"told": "no"}, "no"),
        (TOLD, {"told": "maybe"}, "Answer the question “Have you told the family?”: yes or no"),
        (ROOMS, {"rooms": "0"}, 0),
        (ROOMS, {"rooms": "12"}, 12),
        (ROOMS, {"rooms": "-1"}, "Number of rooms must be a whole number, like 3"),
        (ROOMS, {"rooms": "1.5"}, "Number of rooms must be a whole number, like 3"),
        (ROOMS, {"rooms": "9" * 5000}, "Number of rooms must be a whole number, like 3"),
        (PHONE, {"phone": "+44 (0)1632 960-001 ext. 12"}, "+44 (0)1632 960-001 ext. 12"),
        (PHONE, {"phone": "101"}, "101"),
        (
            PHONE,
            {"phone": "ask at reception"},
            "Telephone number must be a telephone number, like 01632 960 001",
        ),
        (EMAIL, {"email": "a.o'neill@school.example.sch.uk"}, "a.o'neill@school.example.sch.uk"),
        (EMAIL, {"email": "a@b"}, "Email address must be an email address, like name@example.com"),
    ],
)
def test_one_question_read(question, fields, expected):
    assert read_one(question, **fields) == expected


def test_a_label_with_capitals_keeps_them():
    number = Question(key="nhs_number", asks="NHS number", kind=Kind.TEXT)
    assert read_one(number) == "Enter NHS number"


def test_a_question_is_required_always_never_or_on_a_condition():
    always = Question(key="always", asks="Always", kind=Kind.TEXT)
    never = Question(key="never", asks="Never", kind=Kind.TEXT, required=False)
    if_told = Question(
        key="if_told", asks="If told", kind=Kind.TEXT, required=answer("told").equals("yes")
    )
    told = answers.read([TOLD, always, never, if_told], posted(told="yes"))
    assert told.problems == (Problem("always", "Enter always"), Problem("if_told", "Enter if told"))
    untold = answers.read([TOLD, always, never, if_told], posted(told="no", always="x"))
    assert untold.problems == ()


def test_a_question_is_asked_only_on_its_condition():
    untold = answers.read(FORM.section("concern"), posted(worry="Bruises", told="no"))
    assert untold.problems == (Problem("why_not", "Enter reason"),)
    told = answers.read(FORM.section("concern"), posted(worry="Bruises", told="yes", why_not="x"))
    assert told.problems == ()
    assert told.answers == {"worry": "Bruises", "told": "yes"}
    assert told.as_typed["why_not"] == ["x"]


def test_conditions_see_the_answers_so_far():
    assert answers.read([WHY_NOT], {}, so_far={"told": "yes"}).problems == ()
    assert answers.read([WHY_NOT], {}, so_far={"told": "no"}).problems == (
        Problem("why_not", "Enter reason"),
    )


def test_an_option_counts_only_on_the_days_it_is_offered():
    assert answers.read([LEVEL], posted(level="old"), on=date(2019, 6, 30)).problems == ()
    refused = answers.read([LEVEL], posted(level="old"), on=date(2019, 7, 1))
    assert refused.problems == (Problem("level", "Select level of need from the answers listed"),)


def test_rows_are_read_in_their_order():
    reading = answers.read(
        FORM,
        posted(
            worry="Bruises",
            told="yes",
            children__10__given_name="Cai",
            children__2__given_name="Amira",
            children__2__born__day="27",
            children__2__born__month="3",
            children__2__born__year="2012",
            children__3__given_name="  ",
        ),
    )
    assert reading.problems == ()
    assert reading.answers["children"] == [
        {"given_name": "Amira", "born": "2012-03-27"},
        {"given_name": "Cai"},
    ]


def test_a_problem_in_a_row_stands_where_it_was_typed_and_says_whose_it_is():
    reading = answers.read(
        FORM,
        posted(
            worry="Bruises",
            told="yes",
            children__1__given_name="Amira",
            children__2__born__day="31",
        ),
    )
    assert reading.problems == (
        Problem("children-2-given_name", "Child 3: enter the child's given name"),
        Problem("children-2-born", "Child 3: date of birth must include a month and a year"),
    )


def test_a_form_without_the_rows_it_needs_asks_for_the_first():
    reading = answers.read(FORM, posted(worry="Bruises", told="yes"))
    assert reading.problems == (Problem("children-0-given_name", "Enter the child's given name"),)


def test_more_rows_than_there_may_be_are_refused():
    rows = {f"children-{place}-given_name": ["Amira"] for place in range(13)}
    reading = answers.read(FORM, posted(worry="Bruises", told="yes") | rows)
    assert reading.problems == (Problem("children", "Tell us about 12 children at most"),)


def test_a_question_in_a_row_sees_its_own_row():
    rooms = Section(
        key="rooms",
        title="Rooms",
        questions=(TOLD, WHY_NOT),
        repeats=Repeat(one="room", many="rooms"),
    )
    reading = answers.read(rooms, {"rooms-0-told": ["yes"], "rooms-1-told": ["no"]})
    assert reading.problems == (Problem("rooms-1-why_not", "Room 2: enter reason"),)


def test_a_question_sees_the_sections_above_it():
    form = Instrument(
        key="form",
        version=1,
        title="Form",
        sections=(
            Section(key="family", title="The family", questions=(TOLD,)),
            Section(key="reason", title="Why not", questions=(WHY_NOT,)),
            Section(
                key="adults",
                title="Adults",
                questions=(Question(key="why", asks="Why", kind=Kind.TEXT, only_if=UNTOLD),),
                repeats=Repeat(one="adult", many="adults"),
            ),
        ),
    )
    reading = answers.read(form, posted(told="no", why_not="Afraid", adults__0__why="Afraid too"))
    assert reading.problems == ()
    assert reading.answers["why_not"] == "Afraid"
    assert reading.answers["adults"] == [{"why": "Afraid too"}]


def test_every_word_is_given_back_as_it_was_typed():
    form = posted(worry=" two\r\n lines ", told="maybe", stranger=["a", "b"], why_not="x")
    assert answers.read(FORM, form).as_typed == form


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"worry": None}, "worry", "Answer the question “What are you worried about?”"),
        ({"worry": " x"}, "worry", "The answer to “What are you worried about?” must be in"),
        ({"worry": "Zoe\u0308"}, "worry", "The answer to “What are you worried about?” must be in"),
        ({"worry": NOT_KNOWN}, "worry", "Answer the question “What are you worried about?”: it"),
        ({"told": True}, "told", "Answer the question “Have you told the family?”: yes or no"),
        ({"why_not": "x"}, "why_not", "Reason is not asked here: leave it out"),
        ({"stranger": "x"}, "stranger", "Nothing called stranger is asked here: leave it out"),
        ({"children": "Amira"}, "children", "Give a list of children, each with its answers"),
        ({"children": ["Amira"]}, "children", "Give a list of children, each with its answers"),
        ({"children": []}, "children", "Tell us about 1 child or more"),
        ({"children": [{}]}, "children-0-given_name", "Enter the child's given name"),
        (
            {"children": [{"given_name": "A"}, {"given_name": "B", "age": 3}]},
            "children-1-age",
            "Child 2: nothing called age is asked here: leave it out",
        ),
        (
            {"children": [{"given_name": "A", "born": "27/3/2012"}]},
            "children-0-born",
            "Date of birth must be a real date, like 27 3 2012",
        ),
        (
            {"children": [{"given_name": "A", "born": {"not_known": 1}}]},
            "children-0-born",
            "Enter date of birth: it cannot be left as not known",
        ),
    ],
)
def test_answers_that_came_another_way_meet_the_same_rules(given, field, message):
    accepted = {"worry": "Bruises", "told": "yes", "children": [{"given_name": "Amira"}]}
    assert answers.check(FORM, accepted) == ()
    (problem,) = answers.check(FORM, accepted | given)
    assert problem.field == field
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (ROOMS, True),
        (ROOMS, 1.0),
        (ROOMS, "3"),
        (ROOMS, -1),
        (ISSUES, "neglect"),
        (ISSUES, []),
        (ISSUES, ["neglect", "neglect"]),
        (ISSUES, [["neglect"]]),
        (LEVEL, ["4"]),
        (LEVEL, 4),
        (BORN, "20120327"),
        (BORN, "2012-03-32"),
        (BORN, {"not_known": False}),
        (BORN, {"not_known": True, "why": "unborn"}),
        (NAME, ""),
        (NAME, 7),
    ],
)
def test_a_value_of_the_wrong_sort_is_refused(question, value):
    (problem,) = answers.check([question], {question.key: value})
    assert problem.field == question.key


def test_a_step_that_asks_nothing_takes_no_answers():
    assert answers.read(None, posted(worry="x")).answers == {}
    assert answers.check(None, {}) == ()
    assert answers.check(None, {"worry": "x"}) == (
        Problem("worry", "Nothing called worry is asked here: leave it out"),
    )


@pytest.mark.parametrize(
    ("born", "refused"),
    [
        ("2020-03-03", False),
        ("2020-03-04", True),
        ("1995-03-03", False),
        ("1995-03-02", True),
    ],
)
def test_a_day_that_cannot_be_is_refused_on_the_day_it_is_given(born, refused):
    within = Within(years=25, days=0, says="Check the date of birth")
    asked = Question(key="born", asks="Date of birth", kind=Kind.DATE, within=within)
    problems = answers.check([asked], {"born": born}, on=date(2020, 3, 3))
    expected = [Problem("born", "Check the date of birth")] if refused else []
    assert list(problems) == expected
    assert answers.check([asked], {"born": born}) == ()
