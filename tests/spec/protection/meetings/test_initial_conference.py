"""An initial conference decides with social care and two other agencies (R10.1, R10.5)."""

from datetime import date

from goldenthread.content.protection.meetings.initial_conference import initial_conference
from tests.spec import meeting_tables, tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| social care and two others | council, police, health | yes |  |
| any two others | council, school, voluntary | yes |  |
| two people of one agency are one | council, health, health | no | 1 more agency |
| two agencies of one kind are two | council, school (first), school (second) | yes |  |
| one other | council, school | no | 1 more agency |
| without social care | police, health, school | no | council children's services |
| nobody |  | no | council children's services, 2 more agencies |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(initial_conference, TABLE) == meeting_tables.expected(TABLE)


REPORTS_TABLE = """
| why | held | reports are in time on |
|---|---|---|
| in the week | Fri 6 March 2020 | Wed 4 March 2020 |
| over a weekend | Mon 9 March 2020 | Thu 5 March 2020 |
| over a bank holiday | Tue 14 April 2020 | Wed 8 April 2020 |
"""


def test_when_reports_are_due():
    for case in tables.rows(REPORTS_TABLE):
        due = initial_conference.report_due(held=tables.day(case["held"]))
        assert due == tables.day(case["reports are in time on"]), case["why"]


def test_its_minutes_are_due_in_20_working_days_and_it_is_held_on_one():
    assert initial_conference.minutes_due(held=date(2020, 3, 6)) == date(2020, 4, 3)
    assert initial_conference.working_days_only


NOTICE_TABLE = """
| why | asked | held | in time |
|---|---|---|---|
| three working days before | Tue 3 March 2020 | Fri 6 March 2020 | yes |
| two working days before | Wed 4 March 2020 | Fri 6 March 2020 | no |
| a weekend counts for nothing | Thu 5 March 2020 | Mon 9 March 2020 | no |
| on the day | Fri 6 March 2020 | Fri 6 March 2020 | no |
"""


def test_who_was_asked_in_time_to_be_missed():
    for case in tables.rows(NOTICE_TABLE):
        asked, held = tables.day(case["asked"]), tables.day(case["held"])
        found = initial_conference.in_time(asked=asked, held=held)
        assert found == (case["in time"] == "yes"), case["why"]
    assert initial_conference.in_notice() == "3 working days"
