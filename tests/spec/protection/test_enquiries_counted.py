"""Section 47 enquiries begun, and who took part in the discussions (IND-CP-01 to 04)."""

import pytest

from goldenthread.content.protection import enquiries_counted as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
SECTION_47_ENQUIRIES_TABLE = """
| why | begun | counted |
|---|---|---|
| in the year | Mon 1 April 2019 | yes |
| the year before | Sun 31 March 2019 | no |
| a discussion without an enquiry |  | no |
"""

ENQUIRIES_TO_CONFERENCE_TABLE = """
| why | begun | conference | counted | of which |
|---|---|---|---|---|
| a conference | Mon 2 March 2020 | yes | yes | yes |
| none | Mon 2 March 2020 | no | yes | no |
| not concluded | Mon 2 March 2020 |  | yes | no |
| no enquiry |  |  | no | no |
"""

STRATEGY_QUORATE_TABLE = """
| why | held | all three | counted | of which |
|---|---|---|---|---|
| all three | Mon 2 March 2020 | yes | yes | yes |
| without health | Mon 2 March 2020 | no | yes | no |
| called and not held |  |  | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_section_47_enquiries(engine):
    found = counting.said(
        SECTION_47_ENQUIRIES_TABLE,
        declared.section_47_enquiries,
        period="2019-20",
        on=engine,
        s47e_s47_start_date=("begun", tables.day),
    )

    assert found == counting.written(SECTION_47_ENQUIRIES_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_enquiries_to_conference(engine):
    found = counting.said(
        ENQUIRIES_TO_CONFERENCE_TABLE,
        declared.enquiries_to_conference,
        period="2019-20",
        on=engine,
        s47e_s47_start_date=("begun", tables.day),
        conference_required=("conference", counting.text),
    )

    assert found == counting.written(ENQUIRIES_TO_CONFERENCE_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_strategy_quorate(engine):
    found = counting.said(
        STRATEGY_QUORATE_TABLE,
        declared.strategy_quorate,
        period="2019-20",
        on=engine,
        strategy_discussion_held_on=("held", tables.day),
        strategy_quorate=("all three", counting.text),
    )

    assert found == counting.written(STRATEGY_QUORATE_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_the_rate_counts_the_same(engine):
    found = counting.said(
        SECTION_47_ENQUIRIES_TABLE,
        declared.section_47_rate,
        period="2019-20",
        on=engine,
        s47e_s47_start_date=("begun", tables.day),
    )

    assert found == counting.written(SECTION_47_ENQUIRIES_TABLE)
    assert (declared.section_47_rate.per.table, declared.section_47_rate.scale) == (
        "population",
        10_000,
    )
