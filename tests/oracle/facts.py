"""The facts of a world: accounts, what they were given, and what stands in each table.

Read from the bare tables by whoever is past row security. Each new fact about who may see what is
read here, and weighed in `answers`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

# What each pathway that is open says of the child it is about.
STANDS = {"contact": "contact", "disagreement": "contact", "referral": "child-in-need"}
# Where an episode is read from, by table; whose state else is the person's the row is about.
OF_AN_EPISODE = {"gt_entry": "episode_id", "gt_clock_run": "episode_id", "gt_episode": "id"}


# The column beside its scope by which a row of these names somebody.
NAMING = {
    "gt_break_glass": "person_id",
    "gt_exclusion": "person_id",
    "gt_identification": "child_id",
    "gt_look_report": "person_id",
    "gt_relationship": "other_id",
    "gt_restricted_look": "restriction_id",
    "gt_shared_copy": "person_id",
    "gt_signal": "person_id",
}
# Whom it is about and an id that is kept back with them.
TOLD_TOGETHER = (
    "select subject_person_id, occasion_id from gt_episode",
    "select subject_person_id, scope from gt_episode",
    "select w.person_id, q.id from gt_quarantine q, gt_withdrawal w where w.id = q.withdrawal_id",
    "select person_id, id from gt_restriction",
    "select person_id, id from gt_meeting_child",
    "select person_id, id from gt_exclusion",
    (
        "select e.subject_person_id, k.entry_id from gt_kept_apart k, gt_entry n, gt_episode e"
        " where n.id = k.entry_id and e.id = n.episode_id"
    ),
)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One grant that is on: what it opens, as what, and how far at most."""

    scope: UUID
    seal: str
    kind: str
    level: int


@dataclass(frozen=True, kw_only=True)
class Actor:
    """An account at a moment: its role, the desks it sits at, and what it was given.

    `kept_from` is whom it is kept from, and what tells of them together with others.
    """

    account_id: UUID
    role: str
    agency_kind: str
    active: bool
    desks: frozenset[str]
    given: tuple[Given, ...]
    kept_from: frozenset[UUID] = frozenset()

    @property
    def scopes(self) -> set[UUID]:
        """Whatever was given by name, and what is one's own."""
        return {each.scope for each in self.given} | {self.account_id}

    @property
    def seals(self) -> set[str]:
        """The sealed records one is named on the list of."""
        return {each.seal for each in self.given if each.seal != ""}


@dataclass(frozen=True, kw_only=True)
class Record:
    """A row, where it is held, and what it is about; `named` is whom else it names."""

    table: str
    id: UUID
    scope: UUID
    desk: str
    seal: str
    episode_id: UUID | None
    person_id: UUID | None
    named: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Episode:
    """What an episode is, whom it is of, and whether it is closed."""

    record: Record
    pathway: str
    closed: bool


def protected(cursor: Any) -> tuple[str, ...]:
    """Return every table that has a scope, a desk and a seal, by the database's own catalogue."""
    cursor.execute(
        "select table_name from information_schema.columns where table_schema = 'public'"
        " and column_name in ('scope', 'desk', 'seal') group by table_name having count(*) = 3"
        " order by table_name"
    )
    return tuple(name for (name,) in cursor.fetchall())


def actor(cursor: Any, *, account_id: UUID, at: datetime) -> Actor:
    """Return what an account is and holds at a moment."""
    cursor.execute(
        "select a.role, g.kind, a.is_active, a.team_id from gt_account a"
        " left join gt_agency g on g.id = a.agency_id where a.id = %s",
        [account_id],
    )
    role, agency_kind, active, team_id = cursor.fetchone() or ("", "", False, None)
    whose = "where account_id = %s"
    cursor.execute(f"select desk, starts_at, ends_at from gt_desk_seat {whose}", [account_id])
    desks = frozenset(desk for desk, *dates in cursor.fetchall() if is_on(at, *dates))
    cursor.execute(
        "select scope, seal, kind, level, starts_at, ends_at from gt_grant"
        " where account_id = %s or (team_id = %s and role = %s)",
        [account_id, team_id, role],
    )
    given = tuple(
        Given(scope=scope, seal=seal, kind=kind, level=level)
        for scope, seal, kind, level, *dates in cursor.fetchall()
        if is_on(at, *dates)
    )
    return Actor(
        account_id=account_id, role=role, agency_kind=agency_kind or "", active=active,
        desks=desks, given=given, kept_from=_kept_from(cursor, account_id=account_id, at=at),
    )  # fmt: skip


def _kept_from(cursor: Any, *, account_id: UUID, at: datetime) -> frozenset[UUID]:
    """Return whom the exclusion list keeps an account from, and what is about them with others."""
    cursor.execute(
        "select person_id, starts_at, ends_at from gt_exclusion where account_id = %s",
        [account_id],
    )
    named = {person_id for person_id, *dates in cursor.fetchall() if is_on(at, *dates)}
    if not named:
        return frozenset()
    cursor.execute("select id, coalesce(same_as_id, id) from gt_person")
    child_of = dict(cursor.fetchall())
    children = {child_of[each] for each in named}
    people = {each for each, child in child_of.items() if child in children}
    found = set(people)
    for told in TOLD_TOGETHER:
        cursor.execute(told)
        found |= {what for person_id, what in cursor.fetchall() if person_id in people}
    return frozenset(found - {None})


def is_on(at: datetime, starts: datetime, ends: datetime | None) -> bool:
    """Whether something that begins and ends is on: from its first moment, not at its last."""
    return starts <= at and (ends is None or at < ends)


def records(cursor: Any, *, tables: Iterable[str]) -> Iterator[Record]:
    """Yield every row of these tables."""
    for table in tables:
        columns = _columns(cursor, table)
        of_episode = OF_AN_EPISODE.get(table, "null")
        of_person = "person_id" if "person_id" in columns else "null"
        if table == "gt_person":
            of_person = "id"
        cursor.execute(
            f"select id, scope, desk, seal, {of_episode}, {of_person},"
            f" {NAMING.get(table, 'null')} from {table} order by id"
        )
        for row_id, scope, desk, seal, episode_id, person_id, named in cursor.fetchall():
            yield Record(
                table=table, id=row_id, scope=scope, desk=desk, seal=seal,
                episode_id=episode_id, person_id=person_id, named=named,
            )  # fmt: skip


def _columns(cursor: Any, table: str) -> set[str]:
    cursor.execute(
        "select column_name from information_schema.columns"
        " where table_schema = 'public' and table_name = %s",
        [table],
    )
    return {name for (name,) in cursor.fetchall()}


def episodes(cursor: Any) -> dict[UUID, Episode]:
    """Return every episode by its id."""
    cursor.execute(
        "select id, scope, desk, seal, subject_person_id, pathway, closed_at is not null"
        " from gt_episode"
    )
    return {
        row_id: Episode(
            record=Record(
                table="gt_episode", id=row_id, scope=scope, desk=desk, seal=seal,
                episode_id=row_id, person_id=person_id,
            ),
            pathway=pathway,
            closed=closed,
        )
        for row_id, scope, desk, seal, person_id, pathway, closed in cursor.fetchall()
    }  # fmt: skip


def died(cursor: Any) -> set[UUID]:
    """Return whoever has died."""
    cursor.execute("select id from gt_person where died_on is not null")
    return {person_id for (person_id,) in cursor.fetchall()}
