"""The whole story in blocks: the morning first, then the years, told by one process or by several.

A family's chance is its own, drawn from the seed and the family's number, so that whoever tells of
it tells the same.
"""

import os
from collections.abc import Generator, Iterable, Iterator
from itertools import batched

from django.db.models import Model

from goldenthread.actions import side_processes
from goldenthread.actions.demonstration import (
    blocks,
    chance,
    hub,
    plan,
    sampled,
    story,
    today,
    year,
)
from goldenthread.actions.demonstration.blocks import Block
from goldenthread.actions.demonstration.people import People
from goldenthread.actions.demonstration.plan import FamilyPlan

# Families in one block: enough for COPY to be worth it, few enough to be held in memory.
FAMILIES = 250
# From this scale on it is worth starting processes, a second or two each.
SIDE_BY_SIDE, TELLERS = 0.05, 2


def of(*, people: People, seed: int) -> Generator[Block]:
    """Yield every row about a child: the story, this morning's queue, and the years behind it."""
    yield blocks.packed(morning(people=people, seed=seed))
    if people.scale < SIDE_BY_SIDE or (os.cpu_count() or 1) == 1:
        yield from years(scale=people.scale, seed=seed)
        return
    told = f"{__name__}:{years.__name__}"
    shares = [
        {"scale": people.scale, "seed": seed, "first": first, "every": TELLERS}
        for first in range(TELLERS)
    ]
    with side_processes.made_by(told, shares) as made:
        yield from made


def years(*, scale: float, seed: int, first: int = 0, every: int = 1) -> Iterator[Block]:
    """Yield the blocks of the years: every so many of them, the `first` first."""
    people = People(scale=scale, seed=seed)
    for place, some in enumerate(batched(numbered(scale=scale, seed=seed), FAMILIES)):
        if place % every == first:
            yield blocks.packed(families(some, people=people, seed=seed))


def morning(*, people: People, seed: int) -> Iterator[Model]:
    """Yield what is told by hand, and the queue as it stands this morning."""
    staff = people.staff
    yield from story.of(people=people, chance=chance.of("story", seed))
    yield from sampled.read(hub.of(people=people, chance=chance.of("hub", seed)), staff=staff)
    drawn = chance.of("today", seed)
    yield from today.of(scale=people.scale, serial=0, staff=staff, chance=drawn)


def numbered(*, scale: float, seed: int) -> Iterator[tuple[int, int, FamilyPlan]]:
    """Yield the families of what the morning leaves of the years' totals.

    Each with its number and how many children come before its own.
    """
    wanted = plan.totals(scale)
    for told in (today.totals(scale), story.TOTALS, hub.totals()):
        wanted[plan.LAST] = wanted[plan.LAST].less(told)
    serial = today.children(scale)
    drawn = chance.of("year", seed, scale)
    told_of = plan.with_senders(plan.families_of(wanted=wanted, chance=drawn))
    for number, family in enumerate(told_of):
        yield number, serial, family
        serial += family.size


def families(
    some: Iterable[tuple[int, int, FamilyPlan]], *, people: People, seed: int
) -> Iterator[Model]:
    """Yield the rows of these families, in whatever company they are told."""
    for number, serial, family in some:
        own = chance.of("family", seed, people.scale, number)
        told = year.of_family(family, serial=serial, staff=people.staff, chance=own)
        yield from sampled.read(told, staff=people.staff)
