"""What a privacy officer is asked about, how much is too much, and by when it is looked into."""

from datetime import date, datetime, timedelta

import pytest

from goldenthread.content.partnership import signals
from goldenthread.kernel.calendar import LONDON
from goldenthread.kernel.moment import Moment


def test_each_kind_and_each_outcome_is_said_in_words():
    kinds = {
        signals.FAR_ABOVE, signals.SAME_SURNAME, signals.SAME_ADDRESS, signals.CLOSED_CASE,
        signals.BREAK_GLASS, signals.AGAIN,
    }  # fmt: skip
    assert set(signals.TITLES) == kinds
    assert set(signals.OUTCOMES) == {"reason", "asked", "breach"}


@pytest.mark.parametrize(
    ("before", "opened", "far"),
    [
        # A screener's ordinary month: from 8 to 16 records a day.
        ([8, 10, 12, 14, 16] * 10, 25, False),
        ([8, 10, 12, 14, 16] * 10, 30, True),
        # A role that opens next to nothing is not asked about under twenty.
        ([1, 2, 1, 2, 1] * 10, 19, False),
        ([1, 2, 1, 2, 1] * 10, 20, True),
        # A role nobody knows yet.
        ([5, 5], 60, False),
        ([5, 5], 61, True),
    ],
)
def test_what_is_far_above_the_roles_own_days(before, opened, far):
    assert signals.OPENED.is_far_above(opened, before) is far


def test_a_case_is_long_closed_after_ninety_days():
    assert timedelta(days=90) == signals.CLOSED_FOR


@pytest.mark.parametrize(
    ("raised", "due"),
    [
        ((2020, 3, 3, 10), date(2020, 3, 4)),
        ((2020, 3, 6, 16), date(2020, 3, 9)),
        ((2020, 4, 9, 9), date(2020, 4, 14)),
    ],
)
def test_it_is_looked_into_by_the_next_working_day(raised, due):
    at = datetime(*raised, tzinfo=LONDON)
    assert signals.REVIEWED_WITHIN.due(Moment(at)).on == due
