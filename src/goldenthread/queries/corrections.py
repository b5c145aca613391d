"""One entry that may be corrected, and all an entry said before it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import correcting, decision, forms, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.instrument import Instrument
from goldenthread.queries import chronology, restrictions, thread
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.entry import Entry
from goldenthread.records.occasion import Occasion


@dataclass(frozen=True, kw_only=True)
class ToCorrect:
    """One entry as it stands, and the form and the answers a correction begins from.

    `so_far` was said before it: what its form hangs questions on.
    """

    entry: ThreadEntry
    person_id: UUID
    reference: str
    form: Instrument
    answers: Mapping[str, Any]
    so_far: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """Every version of one entry, the newest first; its step is the same in all of them."""

    person_id: UUID
    reference: str
    versions: tuple[ThreadEntry, ...]


def one(*, viewer: Viewer, entry_id: UUID) -> ToCorrect:
    """Return the entry to be corrected; raises Denied if the viewer may not correct it."""
    entry = _visible(viewer=viewer, entry_id=entry_id, verb=correcting.VERB)
    step = forms.step_at(catalogue.step(entry.step), form=entry.form, number=entry.form_version)
    form = step.form(entry.form)
    withheld = restrictions.withheld(viewer=viewer, entry=entry)
    may = correcting.may(viewer=viewer, entry=entry, step=step) and not withheld
    if form is None or not may:
        raise Denied(verb=correcting.VERB, reason="role-may-not-record-this-step")
    return ToCorrect(
        entry=thread.shown(entry=entry, viewer=viewer),
        person_id=entry.episode.subject_person_id,
        reference=entry.episode.reference,
        form=form,
        answers={**entry.answers, **restrictions.words(viewer=viewer, entry=entry)},
        so_far=_before(viewer=viewer, entry=entry),
    )


def of(*, viewer: Viewer, entry_id: UUID) -> Corrected:
    """Return what an entry says and all it said before it was corrected. Raises Denied."""
    entry = _visible(viewer=viewer, entry_id=entry_id, verb="contact.read")
    versions = [*_later(viewer=viewer, entry=entry), entry, *_earlier(viewer=viewer, entry=entry)]
    return Corrected(
        person_id=entry.episode.subject_person_id,
        reference=entry.episode.reference,
        versions=tuple(thread.shown(entry=each, viewer=viewer) for each in versions),
    )


def _before(*, viewer: Viewer, entry: Entry) -> dict[str, Any]:
    # Asked for and not followed: to who sees one child alone there is no such row.
    visible = rows.visible(viewer=viewer, rows=Occasion.objects.all())
    occasion = visible.filter(pk=entry.episode.occasion_id).first()
    answers: dict[str, Any] = dict(occasion.answers) if occasion else {}
    standing = _all(viewer=viewer).filter(episode_id=entry.episode_id, superseded_by__isnull=True)
    # In the order of the pathway, because much may have been recorded in one moment.
    for each in chronology.in_order(standing):
        if each.pk == entry.pk:
            break
        answers |= each.answers
    return answers


def _earlier(*, viewer: Viewer, entry: Entry) -> list[Entry]:
    found: list[Entry] = []
    while entry.supersedes_id is not None:
        entry = _all(viewer=viewer).get(pk=entry.supersedes_id)
        found.append(entry)
    return found


def _later(*, viewer: Viewer, entry: Entry) -> list[Entry]:
    found: list[Entry] = []
    while later := _all(viewer=viewer).filter(supersedes_id=entry.pk).first():
        entry = later
        found.insert(0, entry)
    return found


def _visible(*, viewer: Viewer, entry_id: UUID, verb: str) -> Entry:
    entry = _all(viewer=viewer).filter(pk=entry_id).first()
    return decision.opened(viewer=viewer, verb=verb, record=entry)


def _all(*, viewer: Viewer) -> QuerySet[Entry]:
    return rows.visible(viewer=viewer, rows=Entry.objects.select_related(*thread.WITH))
