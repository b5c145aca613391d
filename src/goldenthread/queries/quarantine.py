"""What is in quarantine, for the privacy officer alone: what it says and who had seen it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.queries import chronology, thread
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.entry import Entry
from goldenthread.records.quarantine import Quarantine

VERB = "quarantine.read"
SEEN = "select agency, role, seen_on, people, times from gt_who_had_seen(%s)"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A contact or one entry in quarantine, as the list has it: no name and no word."""

    quarantine_id: UUID
    what: str
    reference: str
    withdrawn_at: datetime
    withdrawn_by: str
    decision: str


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How many of one role in one agency had seen it on one day, and how often."""

    agency: str
    role: str
    on: date
    people: int
    times: int


@dataclass(frozen=True, kw_only=True)
class HeldWhole:
    """What is in quarantine: why, its words, who had seen it, and what was decided of it.

    `entered_anew` says whether it was entered anew about the child it is about.
    """

    held: Held
    why: str
    entered_anew: bool
    entries: tuple[ThreadEntry, ...]
    seen: tuple[Seen, ...]
    decided_by: str
    decided_at: datetime | None
    decided_why: str


def listed(*, viewer: Viewer) -> tuple[Held, ...]:
    """Return what is in quarantine, the newest first, what is not yet settled before the rest."""
    decision.require(viewer=viewer, verb=VERB)
    found = _all(viewer=viewer).order_by("decision", "-withdrawn_at", "pk")
    return tuple(_held(row) for row in found)


def one(*, viewer: Viewer, quarantine_id: UUID) -> HeldWhole:
    """Return one whole; raises Denied if the viewer may not see it."""
    found = _all(viewer=viewer).filter(pk=quarantine_id).first()
    row = decision.opened(viewer=viewer, verb=VERB, record=found)
    # Not with its episode: where one entry was withdrawn alone, that is out of their sight.
    shown_with = [each for each in thread.WITH if each != "episode"]
    entries = rows.visible(viewer=viewer, rows=Entry.objects.select_related(*shown_with))
    return HeldWhole(
        held=_held(row),
        why=row.why,
        entered_anew=bool(row.entered_anew_id or row.entry_anew_id),
        entries=tuple(
            thread.shown(entry=entry, viewer=viewer)
            for entry in chronology.sorted_out_of_sight(entries.filter(scope=row.pk))
        ),
        seen=_seen(row),
        decided_by=str(row.decided_by) if row.decided_by else "",
        decided_at=row.decided_at,
        decided_why=row.decided_why,
    )


def _all(*, viewer: Viewer) -> QuerySet[Quarantine]:
    visible = rows.visible(viewer=viewer, rows=Quarantine.objects.all())
    return visible.select_related("withdrawn_by", "decided_by")


def _held(row: Quarantine) -> Held:
    return Held(
        quarantine_id=row.pk,
        what="One entry" if row.entry_id else "A contact",
        reference=f"Q-{str(row.pk)[:8].upper()}",
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=str(row.withdrawn_by),
        decision=row.decision,
    )


def _seen(row: Quarantine) -> tuple[Seen, ...]:
    titles = {key: role.title for key, role in catalogue.declared(Role).items()}
    with connection.cursor() as cursor:
        cursor.execute(SEEN, [row.pk])
        return tuple(
            Seen(agency=agency, role=titles.get(role, role), on=on, people=people, times=times)
            for agency, role, on, people, times in cursor.fetchall()
        )
