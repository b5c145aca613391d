"""The referral form: what must be said, when, and what may be left unsaid.

Working Together to Safeguard Children, chapter 1; information sharing advice for practitioners
2024, golden rule 3. R1.5: the child's own words or a coded reason. R2.2: the form asks whether
the family was told and never waits for consent. R2.4: not known is an answer. R2.7: not sure is a
level.
"""

import pytest

from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.language import answers as reading
from tests.spec import tables

ONE_CHILD = {
    "given_name": "Amir",
    "family_name": "Khan",
    "date_of_birth": "2012-03-27",
    "sex": "M",
    "child_words": "I don't like it at home.",
}
COMPLETE = {
    "children": [ONE_CHILD],
    "in_danger_now": "no",
    "worried_about": "Two new bruises this week, and no account of either.",
    "told_family": "yes",
    "level_of_need": "not-sure",
    "reach_me": "01632 960 001",
}

# Each case is the complete form with one thing changed: `leave out` goes, `give` is key=value.
WHOLE_TABLE = """
| case | leave out | give | asked for |
|---|---|---|---|
| complete | | | |
| no child | children | | children |
| whether a child is in danger now | in_danger_now | | in_danger_now |
| what the worry is | worried_about | | worried_about |
| what works well may be left out | working_well | | |
| R2.2 whether the family was told | told_family | | told_family |
| R2.2 what they said may be left out | | told_family=yes | |
| R2.2 not told: say why | | told_family=no | why_not_told |
| R2.2 not told, with a reason | | told_family=no, why_not_told=would-increase-risk | |
| told, so there is no reason to give | | told_family=yes, why_not_told=not-yet | why_not_told |
| the level of need | level_of_need | | level_of_need |
| R2.7 not sure is a level | | level_of_need=not-sure | |
| level 1 needs no evidence | | level_of_need=1 | |
| level 2 needs no evidence | | level_of_need=2 | |
| level 3 needs evidence | | level_of_need=3 | level_evidence |
| level 4 needs evidence | | level_of_need=4 | level_evidence |
| level 4 with evidence | | level_of_need=4, level_evidence=Seen by the school nurse | |
| a number to ring today | reach_me | | reach_me |
"""

CHILD_TABLE = """
| case | leave out | give | asked for |
|---|---|---|---|
| complete | | | |
| given name | given_name | | given_name |
| family name | family_name | | family_name |
| date of birth | date_of_birth | | date_of_birth |
| R2.4 date of birth not known | | date_of_birth=not known | |
| sex | sex | | sex |
| R1.5 neither the child's words nor a reason | child_words | | child_words, child_words_absent |
| R1.5 too young to speak | child_words | child_words_absent=pre-verbal | |
| R1.5 not yet seen alone | child_words | child_words_absent=not-yet-seen | |
| R1.5 the referrer does not know the child | child_words | child_words_absent=not-known-to-me | |
| R1.5 asking could put the child at more risk | child_words | child_words_absent=would-increase-risk | |
| a reason that is not one of the four | child_words | child_words_absent=busy | child_words_absent |
"""


def changed(answers: dict[str, object], case: dict[str, str]) -> dict[str, object]:
    """The answers without what the case leaves out, and with what it gives."""
    kept = {key: value for key, value in answers.items() if key != case["leave out"]}
    for given in tables.words(case["give"]):
        key, _, value = given.partition("=")
        kept[key] = {"not_known": True} if value == "not known" else value
    return kept


@pytest.mark.parametrize("case", tables.rows(WHOLE_TABLE), ids=lambda case: case["case"])
def test_what_must_be_said_about_the_worry(case):
    problems = reading.check(referral_form, changed(COMPLETE, case))

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))


@pytest.mark.parametrize("case", tables.rows(CHILD_TABLE), ids=lambda case: case["case"])
def test_what_must_be_said_about_each_child(case):
    problems = reading.check(referral_form, COMPLETE | {"children": [changed(ONE_CHILD, case)]})

    asked_for = [problem.field.removeprefix("children-0-") for problem in problems]
    assert asked_for == list(tables.words(case["asked for"]))


def test_r2_3_each_child_is_listed_and_each_problem_says_whose_it_is():
    second = {key: value for key, value in ONE_CHILD.items() if key != "sex"}

    (problem,) = reading.check(referral_form, COMPLETE | {"children": [ONE_CHILD, second]})

    assert problem.field == "children-1-sex"
    assert problem.message == "Child 2: select sex"


def test_up_to_twelve_children_are_told_of_at_once():
    assert not reading.check(referral_form, COMPLETE | {"children": [ONE_CHILD] * 12})
    assert reading.check(referral_form, COMPLETE | {"children": [ONE_CHILD] * 13})


def test_nobody_is_asked_for_consent_or_for_what_their_account_says():
    asked = " ".join(question.asks.lower() for question in referral_form.questions)

    assert "consent" not in asked
    assert not {"your_name", "role", "agency"} & {
        question.key for question in referral_form.questions
    }
