"""The outcome of a contact: three working days (CLK-01b), and 24 hours as an audit counts (CLK-02)."""

import pytest

from goldenthread.content.front_door.final_outcome_clocks import (
    contact_outcome,
    contact_outcome_in_24_hours,
)
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

TABLE = """
| why | received | decided | three working days | 24 hours |
|---|---|---|---|---|
| the next morning | Mon 2 March 2020 09:10 | Tue 3 March 2020 09:10 | met | met |
| a minute over a day | Mon 2 March 2020 09:10 | Tue 3 March 2020 09:11 | met | breached |
| over a weekend | Fri 6 March 2020 09:10 | Wed 11 March 2020 23:00 | met | breached |
| the fourth working day | Fri 6 March 2020 09:10 | Thu 12 March 2020 00:01 | breached | breached |
| known by its day alone | Mon 2 March 2020 | Tue 3 March 2020 | met | not_measurable |
"""
NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_the_outcome_in_time(case):
    events = [
        Event("contact-received", tables.point(case["received"])),
        Event("contact-decided", tables.point(case["decided"])),
    ]

    (final,) = clocks.read(contact_outcome, events, NOW)
    (day,) = clocks.read(contact_outcome_in_24_hours, events, NOW)

    assert (str(final.status), str(day.status)) == (case["three working days"], case["24 hours"])


def test_what_an_audit_counts_is_never_what_a_list_waits_for():
    assert contact_outcome_in_24_hours.only_counts
    assert not contact_outcome.only_counts
