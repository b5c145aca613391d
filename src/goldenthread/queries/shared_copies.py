"""What may be given of a child's thread, and the copies somebody was given."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from goldenthread.access import decision, exclusions, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.queries import chronology, one_child, restrictions, thread
from goldenthread.queries.said import Said
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.account import Account
from goldenthread.records.shared_copy import SharedCopy

READS = "share.receive"
# What is offered to choose from at once: a search that finds more says so.
MOST_PEOPLE, MOST_ENTRIES = 20, 200


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry as it was given: no name of whoever recorded it, and the agency it belongs to."""

    title: str
    happened_on: date
    agency: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What somebody was given: about whom, by whom, for what, until when, and the entries."""

    copy_id: UUID
    person_id: UUID
    child: str
    born: str
    by: str
    agency: str
    purpose: str
    at: datetime
    expires_at: datetime
    digest: str
    items: tuple[Item, ...]

    @property
    def born_on(self) -> date:
        """The birth date, where `born` is not empty."""
        return date.fromisoformat(self.born)


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who may be told."""

    account_id: UUID
    name: str
    job_title: str
    agency_id: UUID | None
    agency: str


def may_be_given(*, viewer: Viewer, person_id: UUID, now: datetime) -> tuple[ThreadEntry, ...]:
    """Return the entries of a child that may be given to another agency, the newest first.

    What an agency gave on condition that some others do not have it is that agency's to give; what
    is sealed by itself, such as police intelligence, is given on to nobody.
    """
    child = one_child.recorded_as(person_id)
    recorded = chronology.recorded(viewer=viewer, child=child, by=now)
    entries = chronology.standing(recorded)
    entries = entries.select_related(*thread.WITH).order_by("-happened_at", "-recorded_at", "-pk")
    return tuple(
        thread.shown(entry=entry, viewer=viewer)
        for entry in entries[:MOST_ENTRIES]
        if not restrictions.on_condition(entry)
        and not catalogue.pathway(entry.episode.pathway).sealed
    )


def people(*, viewer: Viewer, words: str, about: UUID) -> tuple[tuple[Person, ...], bool]:
    """Return who may be told of a child, and whether there are more.

    Of those whose name, work or agency has every word, none who is kept from the child.

    Only people with an account, so that nothing goes to an address somebody typed.
    """
    decision.require(viewer=viewer, verb="share.give")
    kept_from = exclusions.accounts(person_id=about)
    return like(words=words, may=READS, but={viewer.account_id, *kept_from})


def like(*, words: str, may: str, but: Iterable[UUID] = ()) -> tuple[tuple[Person, ...], bool]:
    """Return people whose name, work or agency has every word and whose role may; if more are."""
    roles = [key for key, role in catalogue.declared(Role).items() if may in role.may]
    found = Account.objects.filter(is_active=True, is_service=False, role__in=roles)
    for word in words.split():
        found = found.filter(
            Q(full_name__icontains=word)
            | Q(job_title__icontains=word)
            | Q(agency__name__icontains=word)
        )
    found = found.exclude(pk__in=list(but)).select_related("agency").order_by("full_name")
    some = [_person(each) for each in found[: MOST_PEOPLE + 1]] if words.split() else []
    return tuple(some[:MOST_PEOPLE]), len(some) > MOST_PEOPLE


def to_tell(*, viewer: Viewer, account_id: UUID, about: UUID) -> Person:
    """Return somebody who may be told of a child; raises Denied, hidden, if they may not."""
    decision.require(viewer=viewer, verb="share.give")
    found = Account.objects.filter(pk=account_id, is_active=True, is_service=False).first()
    role = catalogue.declared(Role).get(found.role) if found else None
    cannot = {viewer.account_id, *exclusions.accounts(person_id=about)}
    if found is None or role is None or READS not in role.may or found.pk in cannot:
        raise Denied(verb="share.give", reason="nobody-to-tell", hidden=True)
    return _person(found)


def _person(account: Account) -> Person:
    return Person(
        account_id=account.pk,
        name=account.full_name,
        job_title=account.job_title,
        agency_id=account.agency_id,
        agency=account.agency.name if account.agency else "",
    )


def written(entries: Iterable[ThreadEntry]) -> list[dict[str, Any]]:
    """Return entries as a copy keeps them, in the order they happened."""
    return [
        {
            "entry": str(each.entry_id),
            "title": each.title,
            "happened_on": each.happened_on.isoformat(),
            "agency": each.agency,
            "said": [[one.asked, one.answer, one.long] for one in each.said],
        }
        for each in sorted(entries, key=lambda each: (each.happened_on, each.recorded_at))
    ]


def digest(*, told: dict[str, Any], items: list[dict[str, Any]]) -> str:
    """Return the SHA-256 of a copy: of JSON in UTF-8 with its keys in order and no spaces."""
    parts = {"told": told, "items": items}
    words = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def read_items(items: Iterable[dict[str, Any]]) -> tuple[Item, ...]:
    """Return the entries of a copy as a page shows them."""
    return tuple(
        Item(
            title=each["title"],
            happened_on=date.fromisoformat(each["happened_on"]),
            agency=each["agency"],
            said=tuple(Said(asked=a, answer=b, long=c) for a, b, c in each["said"]),
        )
        for each in items
    )


def received(*, viewer: Viewer) -> tuple[Copy, ...]:
    """Return what the viewer was given and may still read, the newest first."""
    decision.require(viewer=viewer, verb=READS)
    mine = SharedCopy.objects.filter(to_id=viewer.account_id)
    found = rows.visible(viewer=viewer, rows=mine).order_by("-at", "id")
    return tuple(_copy(each) for each in found)


def one(*, viewer: Viewer, copy_id: UUID) -> Copy:
    """Return one copy in the viewer's sight; raises Denied, hidden, if there is none."""
    decision.require(viewer=viewer, verb=READS)
    found = rows.visible(viewer=viewer, rows=SharedCopy.objects.filter(pk=copy_id)).first()
    if found is None:
        raise Denied(verb=READS, reason="no-relationship", hidden=True)
    return _copy(found)


def _copy(copy: SharedCopy) -> Copy:
    return Copy(
        copy_id=copy.pk,
        person_id=copy.person_id,
        at=copy.at,
        expires_at=copy.expires_at,
        digest=copy.digest,
        items=read_items(copy.items),
        **copy.told,
    )
