"""Each stage of a disagreement has its own time: 1, 2, 3, 5 and 5 working days."""

import pytest

from goldenthread.content.front_door import disagreement_clocks as declared
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

NOW = tables.point("Tue 12 May 2020 12:00").at
TABLE = [
    (declared.stage_1, "disagreement-raised", "2020-03-09"),
    (declared.stage_2, "disagreement-stage-2", "2020-03-10"),
    (declared.stage_3, "disagreement-stage-3", "2020-03-11"),
    (declared.stage_4, "disagreement-stage-4", "2020-03-13"),
    (declared.stage_5, "disagreement-stage-5", "2020-03-13"),
]


@pytest.mark.parametrize(("clock", "step", "due"), TABLE)
def test_from_a_friday(clock, step, due):
    started = Event(step, tables.point("Fri 6 March 2020 10:00"))

    (reading,) = clocks.read(clock, [started], NOW)

    assert reading.due_on.isoformat() == due


@pytest.mark.parametrize("ends", ["disagreement-settled", "disagreement-stage-3"])
def test_a_stage_is_answered_by_settling_it_or_passing_it_on(ends):
    events = [
        Event("disagreement-stage-2", tables.point("Fri 6 March 2020 10:00")),
        Event(ends, tables.point("Tue 10 March 2020 17:00")),
    ]

    (reading,) = clocks.read(declared.stage_2, events, NOW)

    assert str(reading.status) == "met"
