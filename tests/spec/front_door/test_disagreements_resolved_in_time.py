"""Of disagreements whose stage fell due, those settled or passed on by then (IND-LN-07).

A stage ends where the next one begins, or with the disagreement. Stage 3 stands for the middle
ones, each of which is the same with its own number.
"""

import pytest

from goldenthread.content.front_door.disagreement_clocks import DAYS
from goldenthread.content.front_door.disagreements_resolved_in_time import (
    stage_1,
    stage_2,
    stage_3,
    stage_4,
    stage_5,
)
from tests.spec import counting, tables

STAGES = {1: stage_1, 2: stage_2, 3: stage_3, 4: stage_4, 5: stage_5}

# Counted in the reporting year 2019-20.
TABLE = """
| why | stage | begun | due | passed on | settled | clock can be measured | counted | in time |
|---|---|---|---|---|---|---|---|---|
| settled by the practitioners on the day | 1 | Mon 2 March 2020 | Tue 3 March 2020 | | Tue 3 March 2020 | yes | yes | yes |
| settled a day late | 1 | Mon 2 March 2020 | Tue 3 March 2020 | | Wed 4 March 2020 | yes | yes | no |
| passed on in time, settled much later | 1 | Mon 2 March 2020 | Tue 3 March 2020 | Tue 3 March 2020 | Mon 23 March 2020 | yes | yes | yes |
| passed on late | 1 | Mon 2 March 2020 | Tue 3 March 2020 | Thu 5 March 2020 | Fri 6 March 2020 | yes | yes | no |
| still there | 1 | Mon 2 March 2020 | Tue 3 March 2020 | | | yes | yes | no |
| due after the year | 1 | Tue 31 March 2020 | Wed 1 April 2020 | Tue 31 March 2020 | | yes | no | no |
| settled by the managers | 2 | Tue 3 March 2020 | Thu 5 March 2020 | | Thu 5 March 2020 | yes | yes | yes |
| never reached the managers | 2 | | | | Tue 3 March 2020 | no | no | no |
| passed on by the heads of service | 3 | Thu 5 March 2020 | Tue 10 March 2020 | Mon 9 March 2020 | | yes | yes | yes |
| kept by the heads of service too long | 3 | Thu 5 March 2020 | Tue 10 March 2020 | Wed 11 March 2020 | | yes | yes | no |
| a due day on a clock that cannot be measured | 3 | Thu 5 March 2020 | Tue 10 March 2020 | | Mon 9 March 2020 | no | no | no |
| settled by the partners | 4 | Mon 9 March 2020 | Mon 16 March 2020 | | Fri 13 March 2020 | yes | yes | yes |
| settled by the scrutineer | 5 | Mon 16 March 2020 | Mon 23 March 2020 | | Mon 23 March 2020 | yes | yes | yes |
| settled late by the scrutineer | 5 | Mon 16 March 2020 | Mon 23 March 2020 | | Tue 24 March 2020 | yes | yes | no |
"""

CASES = tables.rows(TABLE)


def of(stage: int) -> list[dict[str, str]]:
    return [case for case in CASES if case["stage"] == str(stage)]


def row(case: dict[str, str], stage: int) -> dict[str, object]:
    found: dict[str, object] = {
        f"disagreement_stage_{stage}_on" if stage > 1 else "disagreement_raised_on": tables.day(
            case["begun"]
        ),
        f"disagreement_stage_{stage}_due_on": tables.day(case["due"]),
        f"disagreement_stage_{stage}_measurable": case["clock can be measured"] == "yes",
        "disagreement_settled_on": tables.day(case["settled"]),
    }
    if stage < 5:
        found[f"disagreement_stage_{stage + 1}_on"] = tables.day(case["passed on"])
    return found


@pytest.mark.parametrize("engine", counting.ENGINES)
@pytest.mark.parametrize("stage", STAGES)
def test_each_disagreement_by_itself(engine, stage):
    rows = [row(case, stage) for case in of(stage)]
    found = counting.each(STAGES[stage], rows, period="2019-20", on=engine)

    for case, one in zip(of(stage), found, strict=True):
        assert one.denominator == (case["counted"] == "yes"), case["why"]
        assert one.numerator == (case["in time"] == "yes"), case["why"]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_a_stage_together(engine):
    rows = [row(case, 1) for case in of(1)]
    found = counting.together(stage_1, rows, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (2, 5)


def test_each_stage_is_a_measure_of_its_own_that_says_its_limit():
    assert [each.id for each in STAGES.values()] == [f"IND-LN-07-{number}" for number in DAYS]
    assert [each.title.rpartition(" within ")[2] for each in STAGES.values()] == [
        "1 working day",
        "2 working days",
        "3 working days",
        "5 working days",
        "5 working days",
    ]
