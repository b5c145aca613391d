"""Joint triage: two views by two kinds of people, then one decision that needs both (R5.1 to R5.4)."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.domestic_abuse_triage import (
    joint_decision,
    police_view,
    social_work_view,
)
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from tests.spec import tables

NEXT_TABLE = """
| recorded after the match | role | may record |
|---|---|---|
| | domestic-abuse-officer | domestic-abuse-police-view, school-told |
| | front-door-screener | domestic-abuse-social-work-view, school-told, contact-screened |
| domestic-abuse-police-view | front-door-screener | domestic-abuse-social-work-view, school-told, contact-screened |
| domestic-abuse-police-view, domestic-abuse-social-work-view | front-door-screener | domestic-abuse-triaged, school-told, contact-screened |
| domestic-abuse-police-view, domestic-abuse-social-work-view | domestic-abuse-officer | school-told |
"""

RULE_TABLE = """
| case | given | outcome | agree | refused |
|---|---|---|---|---|
| below the threshold | | no-role-record | yes | no |
| R5.2 high risk is not only recorded | dash_risk=high | no-role-record | yes | yes |
| R5.2 high risk is not only offered help | dash_risk=high | early-help-offer | yes | yes |
| R5.2 high risk to the MASH | dash_risk=high | mash-enquiry | yes | no |
| R5.2 an unborn child straight to a strategy discussion | unborn=yes | strategy-discussion | yes | no |
| R5.2 an open case goes to its social worker | case_open=yes | mash-enquiry | yes | yes |
| R5.2 an open case, passed on | case_open=yes | allocated-worker | yes | no |
| R5.3 a letter where it is safe | safe_contact=safe | advice-letter | yes | no |
| R5.3 no letter where it is not | safe_contact=unsafe | advice-letter | yes | yes |
| R5.3 no letter where nobody knows | safe_contact=not-known | advice-letter | yes | yes |
| two who do not agree | | school-notified | no | yes |
| two who do not agree, and it goes on | | mash-enquiry | no | no |
"""


@pytest.mark.parametrize("case", tables.rows(NEXT_TABLE), ids=str)
def test_who_may_record_what_next(case):
    contact = catalogue.pathway("contact")
    recorded = ["contact-received", "contact-acknowledged", "domestic-abuse-matched"]
    recorded += tables.words(case["recorded after the match"])

    following = pathways.may_follow(contact, recorded)

    offered = {
        step.key
        for step in following
        if steps.may_record(step, case["role"], {})
        and step.key.startswith(("dom", "sch", "contact-s"))
    }
    assert offered == set(tables.words(case["may record"]))


@pytest.mark.parametrize("case", tables.rows(RULE_TABLE), ids=lambda case: case["case"])
def test_what_the_two_may_decide(case):
    given = dict(each.split("=") for each in tables.words(case["given"]))
    answers = {**given, "triage_outcome": case["outcome"], "both_agree": case["agree"]}

    refused = steps.refusals(catalogue.step("domestic-abuse-triaged"), answers)

    assert bool(refused) == (case["refused"] == "yes")


@pytest.mark.parametrize(
    ("recorded", "outcome", "refused"),
    [
        ({"police_reference": "A/1"}, "notification-recorded", True),
        (
            {"police_reference": "A/1", "triage_outcome": "no-role-record"},
            "notification-recorded",
            False,
        ),
        (
            {"police_reference": "A/1", "triage_outcome": "no-role-record"},
            "no-further-action",
            True,
        ),
        ({"police_reference": "A/1", "triage_outcome": "mash-enquiry"}, "no-further-action", False),
        ({}, "no-further-action", False),
    ],
)
def test_a_notification_is_decided_by_two_and_counted_as_one(recorded, outcome, refused):
    answers = {**recorded, "outcome": outcome, "help_given": "no"}

    assert bool(steps.refusals(catalogue.step("contact-decided"), answers)) == refused


def test_each_view_is_an_outcome_and_why():
    assert len(reading.check(police_view, {})) == 2
    assert len(reading.check(social_work_view, {})) == 2


def test_two_who_agree_need_not_say_it_again():
    decided = {"triage_outcome": "no-role-record", "both_agree": "yes", "marac": "no"}

    assert reading.check(joint_decision, decided) == ()
    fields = [p.field for p in reading.check(joint_decision, {**decided, "both_agree": "no"})]
    assert fields == ["triage_reason"]
