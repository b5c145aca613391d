"""A core group meets with social care and one other agency of the plan."""

from goldenthread.content.protection.meetings.core_group import core_group
from tests.spec import meeting_tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| social care and one other | council, school | yes |  |
| social care alone | council | no | 1 more agency |
| without social care | school, health | no | council children's services |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(core_group, TABLE) == meeting_tables.expected(TABLE)
