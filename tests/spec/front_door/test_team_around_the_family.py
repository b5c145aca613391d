"""A team around the family is at least two agencies, whichever they are."""

from goldenthread.content.front_door.team_around_the_family import team_around_the_family
from tests.spec import meeting_tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| two agencies | school, voluntary | yes |  |
| two agencies of one kind | health (visitors), health (surgery) | yes |  |
| one agency | school | no | 1 more agency |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(team_around_the_family, TABLE) == meeting_tables.expected(TABLE)
