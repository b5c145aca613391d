"""How much there is of everything: families with their contacts, so that the totals are exact.

The year's totals are those DfE published for a city of this size (children in need 2019-20:
9,934 referrals about 8,705 children) and its partnership's annual report (32,038 contacts).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from goldenthread.actions.demonstration import families

CONTACTS, REFERRALS, CHILDREN = 32_038, 9_934, 8_705


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How many contacts, referrals, and children referred. A child is referred twice at most."""

    contacts: int
    referrals: int
    children: int

    def less(self, other: "Totals") -> "Totals":
        """Return what is left of these when the others have been told of already."""
        return Totals(
            contacts=self.contacts - other.contacts,
            referrals=self.referrals - other.referrals,
            children=self.children - other.children,
        )


@dataclass(frozen=True, kw_only=True)
class FamilyPlan:
    """A family of `size` children and its occasions in order: True where one is a referral.

    Every child of the family is part of every occasion.
    """

    size: int
    occasions: tuple[bool, ...]


def totals(scale: float) -> Totals:
    """Return the year's totals at this scale, each rounded to a whole number."""
    return Totals(
        contacts=round(CONTACTS * scale),
        referrals=round(REFERRALS * scale),
        children=round(CHILDREN * scale),
    )


def families_of(*, wanted: Totals, chance: Random) -> list[FamilyPlan]:
    """Return families whose occasions add up to exactly `wanted`, in no order."""
    twice = wanted.referrals - wanted.children
    plans = list(_referred(twice, (True, True), chance=chance))
    plans += _referred(wanted.children - twice, (True,), chance=chance)
    spare = wanted.contacts - wanted.referrals
    plans = [_with_more(plan, chance) for plan in plans]
    spare -= sum(plan.size * plan.occasions.count(False) for plan in plans)
    plans += _never_referred(spare, chance=chance)
    chance.shuffle(plans)
    return plans


def _referred(
    children: int, occasions: tuple[bool, ...], *, chance: Random
) -> Iterator[FamilyPlan]:
    while children > 0:
        size = min(families.size(chance), children)
        children -= size
        yield FamilyPlan(size=size, occasions=occasions)


def _with_more(plan: FamilyPlan, chance: Random) -> FamilyPlan:
    """Return the plan with an occasion that was no referral before or after, for about a third."""
    drawn = chance.random()
    if drawn < 0.22:
        return FamilyPlan(size=plan.size, occasions=(False, *plan.occasions))
    if drawn < 0.34:
        return FamilyPlan(size=plan.size, occasions=(*plan.occasions, False))
    return plan


def _never_referred(contacts: int, *, chance: Random) -> Iterator[FamilyPlan]:
    while contacts > 0:
        size = min(families.size(chance), contacts)
        most = contacts // size
        times = min(chance.choices((1, 2, 3, 4), weights=(70, 20, 8, 2))[0], most)
        contacts -= size * times
        yield FamilyPlan(size=size, occasions=(False,) * times)
