"""How much there is of everything: the published totals, exactly, at any scale."""

from collections import Counter

import pytest

from goldenthread.actions.demonstration import chance, plan, story, today
from goldenthread.actions.demonstration.plan import Totals


def test_a_city_has_the_numbers_that_were_published():
    assert plan.totals(1.0) == Totals(contacts=32_038, referrals=9_934, children=8_705)


@pytest.mark.parametrize("scale", [0.005, 0.01, 0.037, 0.3])
def test_families_add_up_to_exactly_what_is_wanted(scale):
    wanted = plan.totals(scale).less(today.totals(scale)).less(story.TOTALS)

    found = plan.families_of(wanted=wanted, chance=chance.of("test", scale))

    referrals = sum(family.size * family.occasions.count(True) for family in found)
    assert wanted == Totals(
        contacts=sum(family.size * len(family.occasions) for family in found),
        referrals=referrals,
        children=sum(family.size for family in found if True in family.occasions),
    )


def test_no_child_is_referred_more_than_twice():
    found = plan.families_of(
        wanted=Totals(contacts=900, referrals=300, children=260), chance=chance.of(1)
    )

    assert set(Counter(family.occasions.count(True) for family in found)) == {0, 1, 2}


@pytest.mark.parametrize("scale", [0.005, 0.01, 0.3, 1.0])
def test_the_morning_and_the_story_leave_room_for_the_year(scale):
    left = plan.totals(scale).less(today.totals(scale)).less(story.TOTALS)

    assert left.contacts > left.referrals > left.children > left.referrals / 2
