"""How much there is of everything, year by year: families whose contacts add up exactly.

Referrals, children, re-referrals and what went no further are those that DfE published for a city
of this size (characteristics of children in need, years ending 31 March 2015 to 2020). Contacts of
2019-20 are those of its partnership's annual report. Those of the years before were not published:
they are taken in the same ratio to referrals, which is an assumption and no fact. Of the first year
only the re-referrals within it are told, for nothing before it is held.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from goldenthread.actions.demonstration import families

CONTACTS = 32_038
# The year a reporting year ends in: referrals, children referred, re-referrals, no further action.
PUBLISHED = {
    2015: (5_011, 4_588, 828, 181),
    2016: (5_549, 5_068, 809, 207),
    2017: (6_474, 5_873, 1_010, 194),
    2018: (7_599, 6_753, 1_443, 419),
    2019: (8_734, 7_783, 1_835, 885),
    2020: (9_934, 8_705, 2_272, 784),
}
FIRST, LAST = min(PUBLISHED), max(PUBLISHED)
# Of a hundred referrals how many each kind of agency sent, as published for 2019-20; of the years
# before it is taken to have been the same. The council stands for everybody else.
SENDERS = {"police": 38.5, "council": 27.3, "school": 18.8, "health": 15.4}
# How many families come up again in a later year than the next, of those that could.
YEARS_LATER = 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """How much there is of one year.

    `again` are referrals within twelve months of another of the same child, `nothing` those that
    needed no further action.
    """

    contacts: int
    referrals: int
    children: int
    again: int = 0
    nothing: int = 0

    def less(self, other: "Totals") -> "Totals":
        """Return what is left of these when the others have been told of already."""
        return Totals(
            contacts=self.contacts - other.contacts,
            referrals=self.referrals - other.referrals,
            children=self.children - other.children,
            again=self.again - other.again,
            nothing=self.nothing - other.nothing,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """One occasion of a family in the year that ends in `year`, a referral or not.

    Of `nothing` of its children no more was needed than the referral. `kind` is the kind of agency
    that sends it, "" where any may.
    """

    year: int
    referral: bool = False
    nothing: int = 0
    kind: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FamilyPlan:
    """A family of `size` children and its occasions in order; every child is part of each."""

    size: int
    occasions: tuple[Planned, ...]

    @property
    def span(self) -> int:
        """How many years lie between the first occasion's year and the last's."""
        return self.occasions[-1].year - self.occasions[0].year


def totals(scale: float) -> dict[int, Totals]:
    """Return the totals of each year at this scale, each rounded to a whole number."""
    ratio = CONTACTS / PUBLISHED[LAST][0]
    return {
        year: Totals(
            contacts=round(referrals * ratio * scale),
            referrals=round(referrals * scale),
            children=round(children * scale),
            again=round(again * scale),
            nothing=round(nothing * scale),
        )
        for year, (referrals, children, again, nothing) in PUBLISHED.items()
    }


def families_of(*, wanted: Mapping[int, Totals], chance: Random) -> list[FamilyPlan]:
    """Return families whose occasions add up to exactly `wanted` of each year, in no order."""
    referred = [
        _with_more(plan, chance)
        for years, children in _patterns(wanted).items()
        for plan in _referred(children, years, chance=chance)
    ]
    spare = {year: each.contacts for year, each in wanted.items()}
    for plan in referred:
        for planned in plan.occasions:
            spare[planned.year] -= plan.size
    rest = [p for year, left in spare.items() for p in _never_referred(left, year, chance=chance)]
    plans = [*referred, *rest]
    chance.shuffle(plans)
    plans = _years_later(plans, chance)
    left = {year: each.nothing for year, each in wanted.items()}
    return [_with_nothing(plan, left) for plan in plans]


def with_senders(plans: Iterable[FamilyPlan]) -> Iterator[FamilyPlan]:
    """Yield the plans, each referral sent by the kind that is furthest behind its share so far."""
    behind = {year: dict.fromkeys(SENDERS, 0.0) for year in PUBLISHED}
    for plan in plans:
        occasions = []
        for planned in plan.occasions:
            if planned.referral:
                of_year = behind[planned.year]
                for kind, share in SENDERS.items():
                    of_year[kind] += plan.size * share / 100
                kind = max(of_year, key=lambda each: of_year[each])
                of_year[kind] -= plan.size
                occasions.append(replace(planned, kind=kind))
            else:
                occasions.append(planned)
        yield replace(plan, occasions=tuple(occasions))


def _patterns(wanted: Mapping[int, Totals]) -> dict[tuple[int, ...], int]:
    """Return how many children are referred in these years: twice, a year apart at most, or once.

    A child referred twice in one year is referred again within twelve months; so is one referred
    late in a year and again in the next.
    """
    twice = {year: each.referrals - each.children for year, each in wanted.items()}
    next_year = {
        year - 1: each.again - twice[year] for year, each in wanted.items() if year - 1 in wanted
    }
    found: dict[tuple[int, ...], int] = {}
    for year, each in wanted.items():
        linked = next_year.get(year, 0) + next_year.get(year - 1, 0)
        found[year, year] = twice[year]
        found[year, year + 1] = next_year.get(year, 0)
        found[(year,)] = each.children - twice[year] - linked
    return found


def _referred(children: int, years: tuple[int, ...], *, chance: Random) -> Iterator[FamilyPlan]:
    occasions = tuple(Planned(year=year, referral=True) for year in years)
    while children > 0:
        size = min(families.size(chance), children)
        children -= size
        yield FamilyPlan(size=size, occasions=occasions)


def _with_more(plan: FamilyPlan, chance: Random) -> FamilyPlan:
    """Return the plan with an occasion that was no referral before or after, for about a third."""
    drawn = chance.random()
    if drawn < 0.22:
        before = Planned(year=plan.occasions[0].year)
        return replace(plan, occasions=(before, *plan.occasions))
    if drawn < 0.34:
        after = Planned(year=plan.occasions[-1].year)
        return replace(plan, occasions=(*plan.occasions, after))
    return plan


def _never_referred(contacts: int, year: int, *, chance: Random) -> Iterator[FamilyPlan]:
    while contacts > 0:
        size = min(families.size(chance), contacts)
        most = contacts // size
        times = min(chance.choices((1, 2, 3, 4), weights=(70, 20, 8, 2))[0], most)
        contacts -= size * times
        yield FamilyPlan(size=size, occasions=(Planned(year=year),) * times)


def _years_later(plans: Iterable[FamilyPlan], chance: Random) -> list[FamilyPlan]:
    """Return the plans, some two of them made those of one family, years apart."""
    found: list[FamilyPlan] = []
    waiting: dict[int, FamilyPlan] = {}
    for plan in plans:
        other = waiting.pop(plan.size, None)
        if other is None:
            waiting[plan.size] = plan
            continue
        first, second = sorted((other, plan), key=lambda each: each.occasions[0].year)
        apart = second.occasions[0].year - first.occasions[-1].year
        if apart >= 2 and chance.random() < YEARS_LATER:
            both = (*first.occasions, *second.occasions)
            found.append(FamilyPlan(size=plan.size, occasions=both))
        else:
            found += (first, second)
    return [*found, *waiting.values()]


def _with_nothing(plan: FamilyPlan, left: dict[int, int]) -> FamilyPlan:
    """Return the plan with no more needed of its referrals, as long as `left` has any."""
    if not any(planned.referral and left[planned.year] for planned in plan.occasions):
        return plan
    return replace(plan, occasions=_marked(plan.occasions, plan.size, left))


def _marked(occasions: Sequence[Planned], size: int, left: dict[int, int]) -> tuple[Planned, ...]:
    found = []
    for planned in occasions:
        nothing = min(size, left[planned.year]) if planned.referral else 0
        left[planned.year] -= nothing
        found.append(replace(planned, nothing=nothing) if nothing else planned)
    return tuple(found)
