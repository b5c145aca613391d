"""A strategy discussion has social care, police and health (DOMAIN R9.1)."""

from datetime import date

from goldenthread.content.protection.meetings.strategy_discussion import strategy_discussion
from tests.spec import meeting_tables

TABLE = """
| why | who came | quorum | missing |
|---|---|---|---|
| all three | council, police, health | yes |  |
| more than the three | council, police, health, school | yes |  |
| nobody from health | council, police | no | health service |
| social care alone | council | no | police, health service |
| a school does not stand for health | council, police, school | no | health service |
| nobody |  | no | council children's services, police, health service |
"""


def test_who_must_be_there_to_decide():
    assert meeting_tables.decided(strategy_discussion, TABLE) == meeting_tables.expected(TABLE)


def test_it_must_ask_all_three_and_may_ask_the_school():
    assert [each.kinds for each in strategy_discussion.not_asked(["council", "school"])] == [
        ("police",),
        ("health",),
    ]
    assert strategy_discussion.not_asked(["council", "police", "health"]) == ()


def test_it_may_be_held_on_any_day_and_asks_for_no_report():
    assert not strategy_discussion.working_days_only
    assert strategy_discussion.report_due(held=date(2020, 3, 6)) is None
