"""How long the glass stays broken, what may be said, and by when somebody is asked about it.

SECURITY P8: at most 60 minutes, a reason of 20 characters, reviewed within one working day.
"""

from datetime import date, datetime, timedelta

import pytest

from goldenthread.content import catalogue
from goldenthread.content.need_to_know import verbs
from goldenthread.content.partnership import break_glass
from goldenthread.kernel.calendar import LONDON
from goldenthread.kernel.moment import Moment
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import GrantKind
from goldenthread.language.role import Role


def test_it_lasts_an_hour_and_takes_a_reason_of_ones_own():
    assert timedelta(minutes=60) == break_glass.LASTS
    assert break_glass.LEAST_WHY == 20
    assert set(break_glass.CATEGORIES) == {"danger", "here", "powers", "other"}


def test_it_is_the_third_in_seven_days_that_is_too_often():
    assert (3, timedelta(days=7)) == (break_glass.MANY, break_glass.LATELY)


def test_it_is_justified_or_not():
    assert set(break_glass.OUTCOMES) == {"justified", "not-justified"}


@pytest.mark.parametrize(
    ("opened", "due"), [((2020, 3, 3, 23), date(2020, 3, 4)), ((2020, 3, 6, 16), date(2020, 3, 9))]
)
def test_it_is_looked_into_by_the_next_working_day(opened, due):
    at = datetime(*opened, tzinfo=LONDON)
    assert break_glass.REVIEWED_WITHIN.due(Moment(at)).on == due


def test_it_only_reads_and_no_role_sees_more_by_it_than_what_is_shared():
    assert catalogue.declared(GrantKind)["break-glass"].reads_only
    assert {"contact.read", "register.read", "thread.read"} == verbs.READING
    assert "break-glass.open" in verbs.STEP_UP
    for role in catalogue.declared(Role).values():
        for sight in role.sees:
            if sight.by == "break-glass":
                assert sight.level == Level.SHARED
                assert not {"safe-address", "source-identity"} & set(sight.shows)
