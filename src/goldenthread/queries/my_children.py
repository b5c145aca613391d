"""My children: the cases a social worker holds, and what has come in about each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.clock import Clock
from goldenthread.queries import clocks, queue
from goldenthread.queries.clocks import Due
from goldenthread.records.episode import Episode


@dataclass(frozen=True, kw_only=True)
class CameIn:
    """Something about the child that arrived after the case was opened."""

    episode_id: UUID
    title: str
    reference: str
    state: str
    opened_at: datetime


@dataclass(frozen=True, kw_only=True)
class Case:
    """One open case the viewer holds. `age` is in years, None where it is not known.

    `due_for` says what is due.
    """

    episode_id: UUID
    person_id: UUID
    version: int
    child: str
    age: int | None
    title: str
    reference: str
    state: str
    held_since: datetime
    due: Due | None
    due_for: str
    came_in: tuple[CameIn, ...]


def mine(*, viewer: Viewer, now: datetime) -> tuple[Case, ...]:
    """Return the open cases the viewer holds, the soonest due first, then the newest held."""
    decision.require(viewer=viewer, verb="children.mine")
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    held = visible.filter(claimed_by_id=viewer.account_id, closed_at__isnull=True)
    cases = list(held.select_related("subject_person"))
    ids = {case.subject_person_id for case in cases}
    # What came in is about a person of its own until somebody says which child it is.
    others = visible.filter(
        Q(subject_person_id__in=ids) | Q(subject_person__same_as_id__in=ids)
    ).select_related("subject_person")
    came_in: dict[UUID, list[Episode]] = {}
    for other in others.exclude(pk__in=[case.pk for case in cases]).order_by("-opened_at"):
        child = other.subject_person.same_as_id or other.subject_person_id
        came_in.setdefault(child, []).append(other)
    shown = [_case(case, came_in.get(case.subject_person_id, []), now=now) for case in cases]
    return tuple(sorted(shown, key=_order))


def _order(case: Case) -> tuple[bool, datetime]:
    return case.due is None, case.due.at if case.due else case.held_since


def _case(case: Episode, others: list[Episode], *, now: datetime) -> Case:
    measured = case.due_on is not None and case.due_at is not None
    return Case(
        episode_id=case.pk,
        person_id=case.subject_person_id,
        version=case.version,
        child=str(case.subject_person),
        age=queue.age(born=case.subject_person.date_of_birth, now=now),
        title=catalogue.pathway(case.pathway).title,
        reference=case.reference,
        state=case.state,
        held_since=case.claimed_at or case.opened_at,
        due=clocks.due(on=case.due_on, at=case.due_at, now=now) if measured else None,
        due_for=clock.title if (clock := catalogue.declared(Clock).get(case.due_clock)) else "",
        came_in=tuple(
            CameIn(
                episode_id=other.pk,
                title=catalogue.pathway(other.pathway).title,
                reference=other.reference,
                state=other.state,
                opened_at=other.opened_at,
            )
            for other in others
            if other.opened_at > case.opened_at
        ),
    )
