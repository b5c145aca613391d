"""What holds of every clock, whatever it measures."""

import pytest

from goldenthread.content import catalogue
from goldenthread.language.clock import Clock
from tests.spec import tables

CLOCKS = tuple(catalogue.declared(Clock).values())


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.key)
def test_whoever_holds_it_is_warned_before_it_is_due_and_not_after(clock):
    due_on = tables.day("Tue 31 March 2020")

    assert clock.warns_on(due_on) <= due_on
    assert (clock.warns_on(due_on) < due_on) == (clock.warns > 0)
