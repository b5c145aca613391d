"""A child in need meeting is social care and somebody else who helps."""

from goldenthread.content.protection.meetings.child_in_need_meeting import child_in_need_meeting
from tests.spec import meeting_tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| social care and one other | council, school | yes |  |
| social care alone | council | no | 1 more agency |
| without social care | school | no | council children's services |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(child_in_need_meeting, TABLE) == meeting_tables.expected(TABLE)
