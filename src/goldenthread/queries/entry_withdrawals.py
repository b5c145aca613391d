"""One entry that is about another child: what hinders, and where it may be entered anew."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access import decision, rows, withdrawing
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language import withdrawal
from goldenthread.language.step import Step
from goldenthread.language.withdrawal import Standing
from goldenthread.queries import chronology, episode, one_child, restrictions, thread
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

VERB = withdrawing.VERB
MOST = 10
# Asked for and not followed: to who sees one child alone there is no such occasion.
ALSO = ("episode__subject_person", "episode__occasion")


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """An open episode of another child on which the step may be recorded now."""

    episode_id: UUID
    person_id: UUID
    child: str
    reference: str
    state: str
    version: int
    together: bool


@dataclass(frozen=True, kw_only=True)
class ToWithdraw:
    """One entry, what hinders its withdrawal ("" if nothing), and where it may belong.

    `answers` are all it says, for a form that begins with them. `elsewhere` are the brothers and
    sisters of the same referral first, then those found by the words that were asked for.
    """

    entry: ThreadEntry
    step: Step
    person_id: UUID
    child: str
    reference: str
    pathway: str
    version: int
    answers: dict[str, object]
    hindrance: str
    elsewhere: tuple[Elsewhere, ...]


def one(*, viewer: Viewer, entry_id: UUID, now: datetime, sought: str = "") -> ToWithdraw:
    """Return the entry to be withdrawn, as it was last corrected; raises Denied if they may not.

    `sought` is the reference of another child's contact, or a name of theirs.
    """
    decision.require(viewer=viewer, verb=VERB)
    shown_with = Entry.objects.select_related(*thread.WITH, *ALSO)
    visible = rows.visible(viewer=viewer, rows=shown_with)
    entry = visible.filter(pk=entry_id).first()
    if entry is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    while later := visible.filter(supersedes_id=entry.pk).first():
        entry = later
    shown, said = thread.shown(entry=entry, viewer=viewer), entry.episode
    if not shown.may_withdraw:
        raise Denied(verb=VERB, reason="not-theirs-to-withdraw")
    return ToWithdraw(
        entry=shown,
        step=catalogue.pathway(said.pathway).step(entry.step),
        person_id=said.subject_person_id,
        child=str(said.subject_person),
        reference=said.reference,
        pathway=said.pathway,
        version=said.version,
        answers={**entry.answers, **restrictions.words(viewer=viewer, entry=entry)},
        hindrance=_hindrance(viewer=viewer, entry=entry),
        elsewhere=_elsewhere(viewer=viewer, entry=entry, sought=sought, now=now),
    )


def _hindrance(*, viewer: Viewer, entry: Entry) -> str:
    standing = _standing(viewer=viewer, of=entry.episode)
    occasion = episode.occasion_of(viewer=viewer, episode=entry.episode)
    return withdrawal.hindrance(
        catalogue.pathway(entry.episode.pathway),
        [Standing(step=each.step, answers=each.answers) for each in standing],
        [each.pk for each in standing].index(entry.pk),
        beneath=occasion.answers if occasion else {},
    )


def _standing(*, viewer: Viewer, of: Episode) -> list[Entry]:
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    return chronology.in_order(visible.filter(episode=of, superseded_by__isnull=True))


def _elsewhere(
    *, viewer: Viewer, entry: Entry, sought: str, now: datetime
) -> tuple[Elsewhere, ...]:
    found = []
    for other in _others(viewer=viewer, here=entry.episode, sought=sought):
        entries = _standing(viewer=viewer, of=other)
        occasion = episode.occasion_of(viewer=viewer, episode=other)
        possible = episode.next_steps(
            viewer=viewer, episode=other, occasion=occasion, entries=entries, now=now
        )
        if entry.step in {step.key for step in possible}:
            found.append(_shown(other, here=entry.episode))
    return tuple(found)


def _others(*, viewer: Viewer, here: Episode, sought: str) -> list[Episode]:
    """Return who came together with this child, then whom the words name."""
    visible = rows.visible(
        viewer=viewer, rows=Episode.objects.select_related("subject_person", "occasion")
    )
    same = one_child.recorded_as(here.subject_person_id)
    others = visible.filter(pathway=here.pathway, closed_at__isnull=True)
    others = others.exclude(subject_person_id__in=same).order_by("reference")
    together = others.filter(occasion_id=here.occasion_id) if here.occasion_id else others.none()
    found = list(together[:MOST])
    if sought:
        found += list(_named(others, sought).exclude(pk__in=[each.pk for each in found])[:MOST])
    return found


def _named(others: QuerySet[Episode], sought: str) -> QuerySet[Episode]:
    """Return those of this reference, this name, or this given or family name alone."""
    given, _, family = sought.rpartition(" ")
    called = Q(subject_person__family_name__iexact=family)
    if given:
        called &= Q(subject_person__given_name__iexact=given)
    else:
        called |= Q(subject_person__given_name__iexact=family)
    return others.filter(called | Q(reference__iexact=sought))


def _shown(other: Episode, *, here: Episode) -> Elsewhere:
    return Elsewhere(
        episode_id=other.pk,
        person_id=other.subject_person_id,
        child=str(other.subject_person),
        reference=other.reference,
        state=other.state,
        version=other.version,
        together=here.occasion_id is not None and other.occasion_id == here.occasion_id,
    )
