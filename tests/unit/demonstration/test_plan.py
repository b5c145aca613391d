"""How much there is of everything: the published totals, exactly, at any scale."""

import csv
from collections import Counter

import pytest

from goldenthread.actions.demonstration import chance, hub, plan, story, today
from goldenthread.actions.demonstration.plan import Totals
from tests.made import reference

SCALES = [0.005, 0.01, 0.037, 0.3]


def left(scale: float) -> dict[int, Totals]:
    """What the years still need when the morning, the hub and the story have been told."""
    wanted = plan.totals(scale)
    for told in (today.totals(scale), story.TOTALS, hub.totals()):
        wanted[plan.LAST] = wanted[plan.LAST].less(told)
    return wanted


def test_a_city_has_the_numbers_that_were_published():
    assert plan.totals(1)[2020] == Totals(
        contacts=32_038, referrals=9_934, children=8_705, again=2_272, nothing=784
    )


def test_every_year_is_the_one_that_was_published():
    with reference.file(reference.REFERRALS).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["old_la_code"] == "380"]
    columns = ("Referrals", "Referrals_child", "Re_referrals", "No_Further_Action")
    theirs = {int(row["time_period"]): tuple(int(row[name]) for name in columns) for row in rows}

    assert theirs.items() >= plan.PUBLISHED.items()


def test_referrals_are_shared_out_as_was_published():
    asked = {"Police": "police", "Schl": "school", "HealthServ": "health"}
    with reference.file(reference.SOURCES).open(encoding="utf-8-sig", newline="") as file:
        theirs = {
            asked[row["measure_short"].split("_")[1]]: float(row["value"])
            for row in csv.DictReader(file)
            if row["measure_short"].startswith("RefBySource_")
            and (row["la_code"], row["year"]) == ("380", "2020")
        }

    assert theirs and plan.SENDERS.items() >= theirs.items()
    assert sum(plan.SENDERS.values()) == pytest.approx(100)


def test_each_kind_sends_its_share_of_every_year_to_within_a_family():
    sent: dict[int, Counter[str]] = {year: Counter() for year in plan.PUBLISHED}
    families = plan.families_of(wanted=left(0.3), chance=chance.of("sent"))
    for family in plan.with_senders(families):
        for planned in family.occasions:
            assert bool(planned.kind) == planned.referral
            if planned.referral:
                sent[planned.year][planned.kind] += family.size
    for found in sent.values():
        for kind, share in plan.SENDERS.items():
            assert abs(found[kind] - found.total() * share / 100) <= 8


@pytest.mark.parametrize("scale", SCALES)
def test_families_add_up_to_exactly_what_is_wanted(scale):
    wanted = left(scale)

    found = plan.families_of(wanted=wanted, chance=chance.of("test", scale))

    contacts, referrals, children, nothing = Counter(), Counter(), Counter(), Counter()
    for family in found:
        for planned in family.occasions:
            contacts[planned.year] += family.size
            referrals[planned.year] += family.size * planned.referral
            nothing[planned.year] += planned.nothing
        children.update({each.year: family.size for each in family.occasions if each.referral})
    for year, each in wanted.items():
        assert contacts[year] == each.contacts
        assert (referrals[year], children[year]) == (each.referrals, each.children)
        assert nothing[year] == each.nothing


def test_no_child_is_referred_more_than_twice_in_a_year_and_no_year_goes_back():
    for family in plan.families_of(wanted=left(0.3), chance=chance.of(1)):
        years = [planned.year for planned in family.occasions]
        referred = Counter(each.year for each in family.occasions if each.referral)
        assert years == sorted(years)
        assert max(referred.values(), default=0) <= 2


@pytest.mark.parametrize("scale", [0.005, 0.01, 0.3, 1.0, 10.0])
def test_the_morning_and_the_story_leave_room_for_the_years(scale):
    for each in left(scale).values():
        assert each.contacts > each.referrals > each.children > each.referrals / 2
    assert min(plan._patterns(left(scale)).values()) >= 0
