"""Sealed records: those one is named on, what is in one of them, and who else may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access import decision, grants, need_to_know, record_states, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.need_to_know import RecordState
from goldenthread.language.role import Role
from goldenthread.queries import chronology, thread
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.access_name import AccessName
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.person import Person
from goldenthread.records.sealed_record import SealedRecord

READ, NAME, LIFT, SET = "seal.read", "seal.name", "seal.lift", "seal.set"
BY_NAME = "access-list"
# What a page may put somebody's record under: the other classes are born sealed, or two-handed.
ON_A_PAGE = ("staff", "adopted")
MOST_PEOPLE = 20


@dataclass(frozen=True, kw_only=True)
class Name:
    """Somebody on an access list. `over` says that they may see it no more."""

    account_id: UUID
    name: str
    job_title: str
    agency: str
    added_by: str
    added_at: datetime
    until: datetime | None
    why: str
    ended_by: str
    ended_at: datetime | None
    over: bool


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One sealed record in the list of somebody named on it. `mine` says that they keep it.

    `child_id` is whom it is about, for the trail.
    """

    sealed_id: UUID
    about: str
    store: str
    custodian: str
    sealed_at: datetime
    names: int
    mine: bool
    child_id: UUID


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One sealed record. `entries` are what is in it, where it is an episode of its own.

    `may_lift` says that it can be lifted at all: what was born sealed cannot.
    """

    sealed_id: UUID
    about: str
    store: str
    custodian: str
    custodian_id: UUID
    sealed_by: str
    sealed_at: datetime
    why: str
    person_id: UUID | None
    names: tuple[Name, ...]
    entries: tuple[ThreadEntry, ...]
    mine: bool
    may_lift: bool
    child_id: UUID


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who could be let in: where they are named, their work opens such a record."""

    account_id: UUID
    name: str
    job_title: str
    agency: str


def listed(*, viewer: Viewer, now: datetime) -> tuple[Listed, ...]:
    """Return the sealed records the viewer is named on, those they keep first. Raises Denied."""
    decision.require(viewer=viewer, verb=READ)
    found = [_listed(viewer=viewer, sealed=each, now=now) for each in _all(viewer=viewer)]
    return tuple(sorted(found, key=lambda each: not each.mine))


def record(*, viewer: Viewer, sealed_id: UUID, verb: str = READ) -> SealedRecord:
    """Return the row of one sealed record; raises Denied as if it were not there to others."""
    found = _all(viewer=viewer).filter(pk=sealed_id).first()
    return decision.opened(viewer=viewer, verb=verb, record=found)


def kept(*, viewer: Viewer, sealed_id: UUID) -> SealedRecord:
    """Return one that the viewer keeps; raises Denied to who is named on it and keeps it not."""
    found = record(viewer=viewer, sealed_id=sealed_id, verb=NAME)
    if found.custodian_id != viewer.account_id:
        raise Denied(verb=NAME, reason="not-the-custodian")
    return found


def one(*, viewer: Viewer, sealed_id: UUID, now: datetime) -> Shown:
    """Return one sealed record; raises Denied as if it were not there to who is not named on it."""
    sealed = record(viewer=viewer, sealed_id=sealed_id)
    return Shown(
        sealed_id=sealed.pk,
        about=sealed.about,
        store=title(sealed),
        custodian=str(sealed.custodian),
        custodian_id=sealed.custodian_id,
        sealed_by=str(sealed.sealed_by),
        sealed_at=sealed.sealed_at,
        why=sealed.why,
        person_id=sealed.person_id,
        names=names(viewer=viewer, sealed=sealed, now=now),
        entries=_entries(viewer=viewer, sealed=sealed),
        mine=sealed.custodian_id == viewer.account_id,
        may_lift=sealed.person_id is not None and LIFT in viewer.may,
        child_id=child_of(sealed),
    )


def about(*, viewer: Viewer, person_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Return what is sealed by itself about a child and open to the viewer: each with its words.

    Nothing to whoever is named on none of it, as where there is none.
    """
    if READ not in viewer.may or not rows.let_in(viewer=viewer):
        return ()
    found = _all(viewer=viewer).filter(episode__subject_person=person_id)
    return tuple(found.values_list("pk", "about"))


def to_seal(*, viewer: Viewer, person_id: UUID) -> Person:
    """Return somebody whose record the viewer may seal; raises Denied."""
    found = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id)).first()
    return decision.opened(viewer=viewer, verb=SET, record=found)


def names(*, viewer: Viewer, sealed: SealedRecord, now: datetime) -> tuple[Name, ...]:
    """Return the whole access list, those who are let in now first."""
    found = rows.visible(viewer=viewer, rows=AccessName.objects.filter(sealed=sealed))
    ordered = found.select_related("account__agency", "added_by", "ended_by")
    every = [_name(each, now=now) for each in ordered.order_by("added_at", "account__full_name")]
    return tuple(sorted(every, key=lambda each: each.over))


def could_be_named(*, sealed: SealedRecord, words: str) -> tuple[tuple[Candidate, ...], bool]:
    """Return who could be let in whose name, work or agency has every word, and if there are more.

    Never whose own record it is, nor who is let in already.
    """
    found = _entitled(sealed.store).exclude(pk=sealed.colleague_id) if words.split() else None
    if found is None:
        return (), False
    for word in words.split():
        found = found.filter(
            Q(full_name__icontains=word)
            | Q(job_title__icontains=word)
            | Q(agency__name__icontains=word)
        )
    already = AccessName.objects.filter(sealed=sealed, ended_at__isnull=True)
    found = found.exclude(pk__in=already.values("account_id")).select_related("agency")
    some = list(found.order_by("full_name", "pk")[: MOST_PEOPLE + 1])
    return tuple(_candidate(each) for each in some[:MOST_PEOPLE]), len(some) > MOST_PEOPLE


def may_be_named(*, store: str, account_id: UUID | None) -> bool:
    """Return whether somebody's work opens a record of this class where they are named on it."""
    return account_id is not None and _entitled(store).filter(pk=account_id).exists()


def colleagues(*, viewer: Viewer, store: str = "") -> tuple[tuple[UUID, str], ...]:
    """Return who works for the viewer's agency, by name; of a class, those who may be named."""
    people = _entitled(store) if store else Account.objects.filter(is_active=True, is_service=False)
    found = people.filter(agency_id=viewer.agency_id).order_by("full_name", "pk")
    said = found.values_list("pk", "full_name", "job_title")
    return tuple((pk, f"{name}, {work}" if work else name) for pk, name, work in said)


def standing(*, viewer: Viewer, sealed: SealedRecord) -> Mapping[str, str]:
    """Return how a sealed record stands, in words: what a second person is shown changes of."""
    entries = rows.visible(viewer=viewer, rows=Entry.objects.filter(seal=sealed.seal))
    last = entries.order_by("-recorded_at").first()
    in_now = AccessName.objects.filter(sealed=sealed, ended_at__isnull=True)
    who = in_now.order_by("account__full_name").values_list("account__full_name", flat=True)
    return {
        "Entries on the record": str(entries.count()),
        "Last recorded": f"{last.recorded_at:%-d %B %Y at %H:%M}" if last else "Nothing",
        "On its access list": ", ".join(who),
        "Kept by": str(sealed.custodian),
    }


def title(sealed: SealedRecord) -> str:
    """Return what its sealed class is called."""
    declared = catalogue.declared(RecordState).get(record_states.of(sealed))
    return declared.title if declared else sealed.store


def _entitled(store: str) -> QuerySet[Account]:
    roles = [
        key
        for key in grants.through(BY_NAME)
        if any(
            sight.by == BY_NAME and store in sight.states
            for sight in need_to_know.sees(catalogue.declared(Role)[key])
        )
    ]
    return Account.objects.filter(is_active=True, is_service=False, role__in=roles)


def _all(*, viewer: Viewer) -> QuerySet[SealedRecord]:
    found = SealedRecord.objects.filter(lifted_at__isnull=True)
    visible = rows.visible(viewer=viewer, rows=found)
    return visible.select_related("custodian", "sealed_by", "episode").order_by("-sealed_at", "pk")


def _listed(*, viewer: Viewer, sealed: SealedRecord, now: datetime) -> Listed:
    in_now = [each for each in names(viewer=viewer, sealed=sealed, now=now) if not each.over]
    return Listed(
        sealed_id=sealed.pk,
        about=sealed.about,
        store=title(sealed),
        custodian=str(sealed.custodian),
        sealed_at=sealed.sealed_at,
        names=len(in_now),
        mine=sealed.custodian_id == viewer.account_id,
        child_id=child_of(sealed),
    )


def child_of(sealed: SealedRecord) -> UUID:
    """Return whom a sealed record is about."""
    about: UUID = sealed.episode.subject_person_id if sealed.episode else sealed.person_id
    return about


def _name(each: AccessName, *, now: datetime) -> Name:
    ended = each.ended_at is not None or (each.until is not None and each.until <= now)
    return Name(
        account_id=each.account_id,
        name=str(each.account),
        job_title=each.account.job_title,
        agency=each.account.agency.name if each.account.agency else "",
        added_by=str(each.added_by),
        added_at=each.added_at,
        until=each.until,
        why=each.why,
        ended_by=str(each.ended_by) if each.ended_by else "",
        ended_at=each.ended_at,
        over=ended,
    )


def _candidate(account: Account) -> Candidate:
    return Candidate(
        account_id=account.pk,
        name=str(account),
        job_title=account.job_title,
        agency=account.agency.name if account.agency else "",
    )


def _entries(*, viewer: Viewer, sealed: SealedRecord) -> tuple[ThreadEntry, ...]:
    if sealed.episode_id is None:
        return ()
    found = rows.visible(viewer=viewer, rows=Entry.objects.filter(episode=sealed.episode_id))
    standing = found.filter(superseded_by__isnull=True).select_related(*thread.WITH)
    return tuple(thread.shown(entry=each, viewer=viewer) for each in chronology.in_order(standing))
