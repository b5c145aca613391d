"""A review conference decides with social care and two other agencies (R10.5, R11.6)."""

from datetime import date

from goldenthread.content.protection.meetings.review_conference import review_conference
from tests.spec import meeting_tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| social care and two others | council, police, health | yes |  |
| one other | council, health | no | 1 more agency |
| without social care | school, health | no | council children's services |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(review_conference, TABLE) == meeting_tables.expected(TABLE)


def test_reports_are_due_three_working_days_before():
    assert review_conference.report_due(held=date(2020, 3, 6)) == date(2020, 3, 3)
