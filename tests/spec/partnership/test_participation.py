"""Agencies taking part in meetings, meetings short of a quorum, and invitations (IND-CA-01 to 03).

DOMAIN R40.1: to have missed a meeting, one must have been asked three working days before.
"""

import pytest

from goldenthread.content.partnership import participation as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
TAKING_PART_TABLE = """
| why | held | asked in time | attendance | reported | counted | of which |
|---|---|---|---|---|---|---|
| came | Tue 3 March 2020 | yes | Y |  | yes | yes |
| sent a deputy | Tue 3 March 2020 | yes | D |  | yes | yes |
| sent a report only | Tue 3 March 2020 | yes | R | Fri 28 February 2020 | yes | yes |
| wrote and did not come | Tue 3 March 2020 | yes | N | Fri 28 February 2020 | yes | yes |
| did not come | Tue 3 March 2020 | yes | N |  | yes | no |
| sent an apology | Tue 3 March 2020 | yes | A |  | yes | no |
| asked too late, and did not come | Tue 3 March 2020 | no | N |  | no | no |
| asked too late, and came | Tue 3 March 2020 | no | Y |  | yes | yes |
| was not needed | Tue 3 March 2020 | yes | NA |  | no | no |
| not held yet |  | yes |  |  | no | no |
| the year before | Fri 29 March 2019 | yes | Y |  | no | no |
"""

REPORTS_TABLE = """
| why | held | due | reported | counted | of which |
|---|---|---|---|---|---|
| on its day | Tue 3 March 2020 | Fri 28 February 2020 | Fri 28 February 2020 | yes | yes |
| the day after | Tue 3 March 2020 | Fri 28 February 2020 | Sat 29 February 2020 | yes | no |
| never | Tue 3 March 2020 | Fri 28 February 2020 |  | yes | no |
| none asked for | Tue 3 March 2020 |  |  | no | no |
"""

SHORT_TABLE = """
| why | held | state | counted | of which |
|---|---|---|---|---|
| enough came | Tue 3 March 2020 | held | yes | no |
| too few came | Tue 3 March 2020 | incomplete | yes | yes |
| called off |  | cancelled | no | no |
| to come |  | called | no | no |
"""

PART = {
    "held_on": ("held", tables.day),
    "invited_in_time": ("asked in time", counting.text),
    "attendance": ("attendance", counting.text),
    "reported_on": ("reported", tables.day),
}


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_taking_part(engine):
    found = counting.said(
        TAKING_PART_TABLE, declared.taking_part, period="2019-20", on=engine, **PART
    )

    assert found == counting.written(TAKING_PART_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
@pytest.mark.parametrize(
    ("indicator", "kind"),
    [
        (declared.taking_part_police, "police"),
        (declared.taking_part_health, "health"),
        (declared.taking_part_schools, "school"),
        (declared.taking_part_council, "council"),
    ],
)
def test_each_kind_of_agency_by_itself(indicator, kind, engine):
    came = {"invited_in_time": "yes", "attendance": "Y", "held_on": tables.day("Tue 3 March 2020")}
    rows = [{**came, "agency_kind": each} for each in (kind, kind, "housing")]

    found = counting.together(indicator, rows, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (2, 2)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_reports_in_time(engine):
    found = counting.said(
        REPORTS_TABLE,
        declared.reports_in_time,
        period="2019-20",
        on=engine,
        held_on=("held", tables.day),
        report_due_on=("due", tables.day),
        reported_on=("reported", tables.day),
    )

    assert found == counting.written(REPORTS_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_short_of_quorum(engine):
    found = counting.said(
        SHORT_TABLE,
        declared.short_of_quorum,
        period="2019-20",
        on=engine,
        held_on=("held", tables.day),
        meeting_state=("state", counting.text),
    )

    assert found == counting.written(SHORT_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_invitations_are_counted_by_the_day_they_were_given(engine):
    days = ("Mon 1 April 2019", "Tue 31 March 2020", "Wed 1 April 2020")
    rows = [{"invited_on": tables.day(each)} for each in days]

    assert counting.together(declared.asked, rows, period="2019-20", on=engine).numerator == 2
