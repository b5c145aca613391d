"""Early help started, led by partners, and how it ended (IND-EH-01 to 04)."""

import pytest

from goldenthread.content.front_door import early_help_counted as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
EARLY_HELP_STARTED_TABLE = """
| why | began | counted |
|---|---|---|
| in the year | Tue 31 March 2020 | yes |
| the year after | Wed 1 April 2020 | no |
"""

EARLY_HELP_LED_BY_PARTNERS_TABLE = """
| why | began | led by | counted | of which |
|---|---|---|---|---|
| a school | Mon 2 March 2020 | school | yes | yes |
| the council | Mon 2 March 2020 | council | yes | no |
| nobody yet | Mon 2 March 2020 |  | no | no |
"""

EARLY_HELP_OUTCOMES_MET_TABLE = """
| why | ended | because | counted | of which |
|---|---|---|---|---|
| what they wanted | Mon 2 March 2020 | outcomes-met | yes | yes |
| they withdrew | Mon 2 March 2020 | withdrew | yes | no |
| still open |  |  | no | no |
"""

EARLY_HELP_STEPPED_UP_TABLE = """
| why | ended | because | counted | of which |
|---|---|---|---|---|
| stepped up | Mon 2 March 2020 | stepped-up | yes | yes |
| a plan took over | Mon 2 March 2020 | superseded | yes | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_early_help_started(engine):
    found = counting.said(
        EARLY_HELP_STARTED_TABLE,
        declared.early_help_started,
        period="2019-20",
        on=engine,
        earl_episode_start_date=("began", tables.day),
    )

    assert found == counting.written(EARLY_HELP_STARTED_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_early_help_led_by_partners(engine):
    found = counting.said(
        EARLY_HELP_LED_BY_PARTNERS_TABLE,
        declared.early_help_led_by_partners,
        period="2019-20",
        on=engine,
        earl_episode_start_date=("began", tables.day),
        early_help_lead_agency=("led by", counting.text),
    )

    assert found == counting.written(EARLY_HELP_LED_BY_PARTNERS_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_early_help_outcomes_met(engine):
    found = counting.said(
        EARLY_HELP_OUTCOMES_MET_TABLE,
        declared.early_help_outcomes_met,
        period="2019-20",
        on=engine,
        earl_episode_end_date=("ended", tables.day),
        earl_episode_end_reason=("because", counting.text),
    )

    assert found == counting.written(EARLY_HELP_OUTCOMES_MET_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_early_help_stepped_up(engine):
    found = counting.said(
        EARLY_HELP_STEPPED_UP_TABLE,
        declared.early_help_stepped_up,
        period="2019-20",
        on=engine,
        earl_episode_end_date=("ended", tables.day),
        earl_episode_end_reason=("because", counting.text),
    )

    assert found == counting.written(EARLY_HELP_STEPPED_UP_TABLE)
