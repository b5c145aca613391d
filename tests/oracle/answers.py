"""What an actor sees of a record: whether at all, how much, and what they may do with it.

The signed table opens; the place a row is held in and what was given to the actor choose which line
of it counts. What no line opens is as if it were not there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from tests.oracle import facts, signed
from tests.oracle.facts import Actor, Record

# What stands with somebody, from the least to the most: of several that are open the last counts.
ORDER = (
    "closed", "contact", "early-help", "child-in-need", "child-protection", "looked-after",
    "exploitation",
)  # fmt: skip
WHOLE = 5
# The relationship through which a record is looked at and nothing is done to it.
LOOKED_AT = "break-glass"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is seen of a record. Level 0 is nothing: it answers as what is not there."""

    level: int = 0
    shown: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything there is at a moment, so that each actor is asked about all of it."""

    actors: Mapping[UUID, Actor]
    records: tuple[Record, ...]
    episodes: Mapping[UUID, facts.Episode]
    died: frozenset[UUID]
    remembered: dict[tuple[UUID, UUID], str] = field(default_factory=dict, compare=False)

    @cached_property
    def about(self) -> Mapping[UUID, list[facts.Episode]]:
        """The episodes that are open, by whom they are about."""
        found: dict[UUID, list[facts.Episode]] = {}
        for each in self.episodes.values():
            if not each.closed and each.record.person_id:
                found.setdefault(each.record.person_id, []).append(each)
        return found

    def of(self, actor: Actor, record: Record) -> Answer:
        """Return what an actor sees of a record, and may do with it."""
        kinds = relationships(actor, record)
        if not actor.active or not is_open(actor, record) or not kinds:
            return Answer()
        lines, state, table = [], self._state(actor, record), signed.table()
        for kind, most in kinds.items():
            for standing in (state, signed.WHATEVER):
                line = table.opens.get((actor.role, kind, standing))
                if line is not None:
                    lines.append((min(line.level, most), line))
        level = max((each for each, _ in lines), default=0)
        may = table.may(actor.role, actor.agency_kind)
        if kinds.keys() == {LOOKED_AT}:
            # Looked at, and nothing done to it: what its own line lists and no more.
            may &= frozenset().union(*(line.verbs for _, line in lines))
        return Answer(
            level=level,
            shown=frozenset().union(*(line.shown for _, line in lines)),
            verbs=frozenset(verb for verb in may if level > 0 and table.needs[verb] <= level),
        )

    def _state(self, actor: Actor, record: Record) -> str:
        """Return what stands with a record, as far as the actor can tell."""
        if record.seal:
            return record.seal.partition(":")[0]
        if record.episode_id is not None:
            episode = self.episodes[record.episode_id]
            return "closed" if episode.closed else facts.STANDS[episode.pathway]
        if record.person_id is None:
            return "contact"
        asked = actor.account_id, record.person_id
        if asked not in self.remembered:
            self.remembered[asked] = self._of_person(actor, record.person_id)
        return self.remembered[asked]

    def _of_person(self, actor: Actor, person_id: UUID) -> str:
        if person_id in self.died and self._is_seen(actor, person_id):
            return "deceased"
        # What is sealed by itself says nothing of the child beside it, even to who is named on it.
        about = [e for e in self.about.get(person_id, ()) if not e.record.seal]
        opened = [e for e in about if is_open(actor, e.record)]
        return max(("closed", *(facts.STANDS[e.pathway] for e in opened)), key=ORDER.index)

    def _is_seen(self, actor: Actor, person_id: UUID) -> bool:
        people = (r for r in self.records if r.table == "gt_person" and r.id == person_id)
        return any(is_open(actor, person) for person in people)


def is_open(actor: Actor, record: Record) -> bool:
    """Whether the place of a row is open to an actor: by its desk or its scope, and by its seal.

    None is to who is kept from whom it is about, whatever else they hold.
    """
    if actor.kept_from & {record.scope, record.named}:
        return False
    held = record.desk in actor.desks or record.scope in actor.scopes
    return held and (record.seal == "" or record.seal in actor.seals)


def relationships(actor: Actor, record: Record) -> dict[str, int]:
    """Return what an actor is to a record, each with the most it opens."""
    if record.seal:
        found = [(each.kind, each.level) for each in actor.given if each.seal == record.seal]
    else:
        found = [(each.kind, each.level) for each in actor.given if each.scope == record.scope]
        if record.scope == actor.account_id:
            found.append(("own", WHOLE))
        if record.desk in actor.desks:
            found.append((f"{record.desk}-desk", WHOLE))
    kinds: dict[str, int] = {}
    for kind, level in found:
        kinds[kind] = max(level, kinds.get(kind, 0))
    return kinds


def world(
    cursor: Any,
    *,
    accounts: Iterable[UUID],
    at: datetime,
    tables: Iterable[str] | None = None,
) -> World:
    """Return everything there is at a moment, as these accounts are asked about it."""
    asked = tuple(tables) if tables is not None else facts.protected(cursor)
    return World(
        actors={each: facts.actor(cursor, account_id=each, at=at) for each in accounts},
        records=tuple(facts.records(cursor, tables=asked)),
        episodes=facts.episodes(cursor),
        died=frozenset(facts.died(cursor)),
    )


def visible(
    cursor: Any, *, account_id: UUID, at: datetime, tables: Iterable[str] | None = None
) -> dict[str, set[UUID]]:
    """Return the ids whose place is open to one account in each table at a moment."""
    asked = tuple(tables) if tables is not None else facts.protected(cursor)
    return rows(world(cursor, accounts=[account_id], at=at, tables=asked), account_id, asked)


def rows(found: World, account_id: UUID, tables: Iterable[str]) -> dict[str, set[UUID]]:
    """Return the ids whose place is open to one account of a world, by table."""
    actor = found.actors[account_id]
    seen: dict[str, set[UUID]] = {table: set() for table in tables}
    for record in found.records:
        if is_open(actor, record):
            seen[record.table].add(record.id)
    return seen
