"""What police must say of an incident: who, when, each child, the risk, and whether to write home.

An unborn child has an expected date and no birth date. Not known is an answer; a blank is none.
"""

import pytest

from goldenthread.content.front_door.domestic_abuse_form import domestic_abuse_form
from goldenthread.language import answers as reading
from tests.made import notifications as made
from tests.spec import tables

TABLE = """
| case | question | answer | asked for |
|---|---|---|---|
| everything said | | | |
| the time may be left out | incident_time | | |
| the ticks may be left out | dash_ticks | | |
| the suspect may be left out | suspect_initials | | |
| no reference | police_reference | | police_reference |
| no date | incident_on | | incident_on |
| a date that is none | incident_on | 2020-02-30 | incident_on |
| no risk | dash_risk | | dash_risk |
| a risk that is none | dash_risk | severe | dash_risk |
| whether to write home must be said | safe_contact | | safe_contact |
| initials, and not a name | suspect_initials | Robert Akhtar | suspect_initials |
| a tick that is none | dash_ticks | nonsense | dash_ticks |
"""

CHILD_TABLE = """
| case | changed | asked for |
|---|---|---|
| a child born | | |
| without a school | school_name= | |
| without a birth date | date_of_birth= | children-0-date_of_birth |
| where the child was | child_there= | children-0-child_there |
| whether the child was hurt | child_hurt= | children-0-child_hurt |
| an unborn child has no birth date | unborn=yes, expected_on=2020-06-01, child_there=, child_hurt=, school_name= | children-0-date_of_birth |
| an unborn child is expected | unborn=yes, date_of_birth=, child_there=, child_hurt=, school_name= | children-0-expected_on |
| an unborn child, whole | unborn=yes, date_of_birth=, expected_on=2020-06-01, child_there=, child_hurt=, school_name= | |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["case"])
def test_what_a_notification_must_say(case):
    told = [case["answer"]] if case["question"] == "dash_ticks" else case["answer"]
    changed = {case["question"]: told if case["answer"] else None} if case["question"] else {}

    problems = reading.check(domestic_abuse_form, made.answers(**changed))

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))


@pytest.mark.parametrize("case", tables.rows(CHILD_TABLE), ids=lambda case: case["case"])
def test_what_must_be_said_of_each_child(case):
    pairs = (each.partition("=") for each in tables.words(case["changed"]))
    child = made.child(**{key: value or None for key, _, value in pairs})

    problems = reading.check(domestic_abuse_form, made.answers(child))

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))
