"""The referral form: what must be said, when, and what may be left unsaid.

Working Together to Safeguard Children, chapter 1; information sharing advice for practitioners
2024, golden rule 3. R1.5: the child's own words or a coded reason. R2.2: the form asks whether
the family was told and never waits for consent. R2.4: not known is an answer. R2.7: not sure is a
level. R2.1: level 4 or immediate harm is accepted with a name, the concern and who says so. CIN rule
8790: no disability does not stand with any.
"""

from datetime import date

import pytest

from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.language import answers as reading
from tests.spec import tables

TODAY = date(2020, 3, 3)
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
    "declaration": ["true"],
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
| R2.2 refused: may say what they make of it | | agreed_to_help=refused, refusal_weighed=They fear us | |
| agreed: there is no refusal to weigh | | agreed_to_help=agreed, refusal_weighed=Why | refusal_weighed |
| R2.2 not told: say why | | told_family=no | why_not_told |
| R2.2 not told, with a reason | | told_family=no, why_not_told=would-increase-risk | |
| told, so there is no reason to give | | told_family=yes, why_not_told=not-yet | why_not_told |
| the level of need | level_of_need | | level_of_need |
| R2.7 not sure is a level | | level_of_need=not-sure | |
| level 1 needs no evidence | | level_of_need=1 | |
| level 2 needs no evidence | | level_of_need=2 | |
| level 3 needs evidence | | level_of_need=3 | evidence_level_3 |
| level 3 with evidence | | level_of_need=3, evidence_level_3=Seen by the school nurse | |
| evidence of another level than was chosen | | level_of_need=3, evidence_level_3=A, evidence_level_4=B | evidence_level_4 |
| R2.7 not sure: evidence at each level may be given | | evidence_level_2=A, evidence_level_3=B, evidence_level_4=C | |
| R2.1 level 4 waits for no evidence | | level_of_need=4 | |
| R2.1 level 4 waits for nothing about the family | told_family | level_of_need=4 | |
| R2.1 immediate harm waits for nothing about the family | told_family | in_danger_now=yes | |
| R2.1 immediate harm waits for no declaration | declaration | in_danger_now=yes | |
| R2.1 the concern is still asked for | worried_about | in_danger_now=yes | worried_about |
| what happened and when may be left out | incident_on | | |
| R2.4 when it happened is not known | | incident_on=not known | |
| something that happened tomorrow | | incident_on=2020-03-04 | incident_on |
| something that happened today | | incident_on=2020-03-03 | |
| early help: the lead practitioner | | early_help_assessment=done, lead_practitioner=J Ali | |
| no early help, so no lead practitioner | | early_help_assessment=no, lead_practitioner=J Ali | lead_practitioner |
| a risk to visitors is described | | risk_to_visitors=yes | staff_risks |
| a risk to visitors, described | | risk_to_visitors=yes, staff_risks=A large dog | |
| that it is true | declaration | | declaration |
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
| born tomorrow | | date_of_birth=2020-03-04 | date_of_birth |
| born today | | date_of_birth=2020-03-03 | |
| born thirty years ago | | date_of_birth=1990-03-03 | date_of_birth |
| a day there never was | | date_of_birth=2020-02-31 | date_of_birth |
| not born yet, and expected | | date_of_birth=not known, expected_on=2020-08-01 | |
| expected more than forty weeks and a little ahead | | date_of_birth=not known, expected_on=2021-02-01 | expected_on |
| born, so not expected | | expected_on=2020-08-01 | expected_on |
| R2.4 what is not known is an answer | | school=not known, religion=not known, disability_codes=not known | |
| a postcode that is none | | home_postcode=BD1 | home_postcode |
"""

DISABILITY_TABLE = """
| case | chosen | asked for |
|---|---|---|
| none | none | |
| two | hear, vis | |
| CIN 8790 none, and another | none, mob | disability_codes |
| CIN 8794 the same twice | mob, mob | disability_codes |
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
    problems = reading.check(referral_form, changed(COMPLETE, case), on=TODAY)

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))


@pytest.mark.parametrize("case", tables.rows(CHILD_TABLE), ids=lambda case: case["case"])
def test_what_must_be_said_about_each_child(case):
    told = COMPLETE | {"children": [changed(ONE_CHILD, case)]}
    problems = reading.check(referral_form, told, on=TODAY)

    asked_for = [problem.field.removeprefix("children-0-") for problem in problems]
    assert asked_for == list(tables.words(case["asked for"]))


def test_r2_3_each_child_is_listed_and_each_problem_says_whose_it_is():
    second = {key: value for key, value in ONE_CHILD.items() if key != "sex"}
    second["given_name"] = "Yusuf"

    (problem,) = reading.check(referral_form, COMPLETE | {"children": [ONE_CHILD, second]})

    assert problem.field == "children-1-sex"
    assert problem.message == "Child 2: select sex"


def test_up_to_twelve_children_are_told_of_at_once():
    children = [ONE_CHILD | {"given_name": f"Amir {number}"} for number in range(13)]

    assert not reading.check(referral_form, COMPLETE | {"children": children[:12]})
    (problem,) = reading.check(referral_form, COMPLETE | {"children": children})
    assert problem.message == "Tell us about 12 children at most"


def test_the_same_child_twice_is_one_too_many_and_twins_are_two():
    twin = ONE_CHILD | {"given_name": "Adam"}
    again = ONE_CHILD | {"given_name": "AMIR", "sex": "U"}

    (problem,) = reading.check(referral_form, COMPLETE | {"children": [ONE_CHILD, twin, again]})

    assert problem.field == "children-2-given_name"
    assert problem.message.startswith("Child 3 is the same as child 1")


@pytest.mark.parametrize("case", tables.rows(DISABILITY_TABLE), ids=lambda case: case["case"])
def test_no_disability_does_not_stand_with_any(case):
    child = ONE_CHILD | {"disability_codes": list(tables.words(case["chosen"]))}

    problems = reading.check(referral_form, COMPLETE | {"children": [child]})

    asked_for = [problem.field.removeprefix("children-0-") for problem in problems]
    assert asked_for == list(tables.words(case["asked for"]))


def test_what_was_told_on_version_2_is_read_in_the_words_of_version_2():
    before = referral_form.at(2)

    asked = {question.key: question.asks for question in before.questions}
    assert asked["level_evidence"] == "What makes you think so?"
    assert asked["parental_responsibility"] == "Who has parental responsibility?"
    assert not {"declaration", "themes", "religion"} & set(asked)
    assert referral_form.at(3) is referral_form


def test_nobody_is_asked_for_consent_or_for_what_their_account_says():
    asked = " ".join(question.asks.lower() for question in referral_form.questions)

    assert "consent" not in asked
    assert not {"your_name", "role", "agency"} & {
        question.key for question in referral_form.questions
    }
