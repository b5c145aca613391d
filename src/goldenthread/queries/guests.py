"""Guests: who a contact without an account is from, and whether their e-mail is shown to be theirs.

Nothing a page shows before somebody is known says anything of a guest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import rows, services
from goldenthread.access.viewer import Viewer
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.guest import Guest
from goldenthread.records.postgresql.identity import acting


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who sent one contact without an account, as they say and as far as it is shown."""

    name: str
    job_title: str
    agency: str
    email: str
    telephone: str
    verified_at: datetime | None

    @property
    def standing(self) -> str:
        """What the screener reads first."""
        return "Verified" if self.verified_at else "Not verified yet"


def seen(*, viewer: Viewer, occasion_ids: Iterable[UUID | None]) -> dict[UUID, Sender]:
    """Return the guests these occasions are from, where they are from one, by occasion."""
    visible = rows.visible(viewer=viewer, rows=Guest.objects.all())
    asked = visible.filter(pk__in={each for each in occasion_ids if each})
    return {guest.pk: _sender(guest) for guest in asked.select_related("agency")}


def of_entry(*, viewer: Viewer, entry: Entry) -> Sender | None:
    """Return the guest an entry is from, or None where somebody with an account recorded it."""
    if entry.by_id != services.account_id("guest-desk"):
        return None
    return seen(viewer=viewer, occasion_ids=[entry.occasion_id]).get(entry.occasion_id)


def has_sent(*, guest_id: UUID, now: datetime) -> bool:
    """Whether this guest has sent what they began."""
    return _draft(guest_id=guest_id, now=now).sent_occasion_id is not None


def draft_of(*, guest_id: UUID, now: datetime) -> UUID:
    """Return the id of this guest's draft."""
    return _draft(guest_id=guest_id, now=now).pk


def _draft(*, guest_id: UUID, now: datetime) -> Draft:
    with acting(guest_id, now=now, purpose="find what a guest began"):
        return Draft.objects.get(scope=guest_id)


def _sender(guest: Guest) -> Sender:
    return Sender(
        name=guest.full_name,
        job_title=guest.job_title,
        agency=guest.works_for,
        email=guest.email,
        telephone=guest.telephone,
        verified_at=guest.verified_at,
    )
