"""Guests: beginning without an account, the links and codes sent, and what each opens."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from goldenthread.access import trail, viewer
from goldenthread.actions import drafts, jobs
from goldenthread.content.front_door import guest_allowances as allowed
from goldenthread.content.front_door.guest_sender import ANOTHER, PLACES
from goldenthread.kernel.calendar import london_date
from goldenthread.queries import offered
from goldenthread.records.agency import Agency
from goldenthread.records.draft import Draft
from goldenthread.records.guest import Guest
from goldenthread.records.guest_pass import GuestPass
from goldenthread.records.postgresql.identity import acting

LINK, CODE = "link", "code"
LASTS = {LINK: allowed.link.within, CODE: allowed.code.within}


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A guest and the draft that is theirs."""

    guest_id: UUID
    draft_id: UUID


def begin(*, who: Mapping[str, Any], form: str, came_by: str, at: datetime) -> Begun:
    """Begin a form for somebody without an account; a link to come back by is put in hand.

    `who` are the answers of the sender's form. R1.7: a professional says who they are.
    """
    guest_id = uuid4()
    with acting(guest_id, now=at, purpose="begin without an account"):
        guest = _keep(guest_id=guest_id, who=who, came_by=came_by, at=at)
        by = viewer.guest(guest)
        draft = drafts.save(by=by, instrument=form, typed={}, at=at)
        trail.write(viewer=by, verb="draft.keep", decision="done", objects=[guest_id, draft.pk])
        jobs.defer("invite_guest", guest_id=guest_id)
    return Begun(guest_id=guest_id, draft_id=draft.pk)


def _keep(*, guest_id: UUID, who: Mapping[str, Any], came_by: str, at: datetime) -> Guest:
    place = offered.place_of(key=who["sender_agency"], on=london_date(at))
    agency = Agency.objects.get(key=ANOTHER if place else who["sender_agency"])
    words, kind = "", agency.kind
    if place:
        words, kind = place.name, PLACES[place.kind]
    elif agency.key == ANOTHER:
        words, kind = who["sender_organisation"], who["sender_kind"]
    return Guest.objects.create(
        id=guest_id,
        scope=guest_id,
        full_name=who["sender_name"],
        job_title=who["sender_job"],
        agency=agency,
        agency_words=words,
        agency_kind=kind,
        email=who["sender_email"],
        telephone=who["sender_telephone"],
        came_by=came_by,
        started_at=at,
    )


def ask_for_link(*, email: str) -> None:
    """Put in hand a new link for each submission of this letter box; say nothing of whether any."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select * from gt_guests_of(%s)", [email])
            found = cursor.fetchall()
        for (guest_id,) in found:
            jobs.defer("invite_guest", guest_id=guest_id)


def ask_for_code(*, guest_id: UUID) -> None:
    """Put a code in hand for a guest."""
    with transaction.atomic():
        jobs.defer("send_guest_code", guest_id=guest_id)


def use_link(*, token: str, at: datetime) -> UUID | None:
    """Use a link once: the guest whose it is, or None if it is spent, too old or nobody's.

    It came to the letter box they gave, which is therefore theirs (R2.6).
    """
    with transaction.atomic():
        found = _good(purpose=LINK, hashed=_hash(LINK, token), at=at)
        if found is None:
            return None
        GuestPass.objects.filter(pk=found.pk).update(used_at=at)
        with acting(found.guest_id, now=at, purpose="verify a guest"):
            guest = Guest.objects.get(pk=found.guest_id)
            Guest.objects.filter(pk=guest.pk, verified_at__isnull=True).update(verified_at=at)
            trail.write(
                viewer=viewer.guest(guest), verb="draft.keep", decision="done",
                resource="guest-verified", objects=[guest.pk],
            )  # fmt: skip
    return found.guest_id


def is_good(*, token: str, at: datetime) -> bool:
    """Whether a link would still open something; looking does not use it up."""
    with transaction.atomic():
        return _good(purpose=LINK, hashed=_hash(LINK, token), at=at) is not None


def use_code(*, guest_id: UUID, code: str, at: datetime) -> bool:
    """Use a code once; too many wrong ones spend it."""
    with transaction.atomic():
        live = GuestPass.objects.select_for_update().filter(
            guest_id=guest_id, purpose=CODE, used_at__isnull=True, expires_at__gt=at
        )
        hashed = _hash(CODE, f"{guest_id}:{code}")
        right = [each for each in live if each.tries < allowed.code.most and each.hashed == hashed]
        if right:
            live.update(used_at=at)
            return True
        live.update(tries=F("tries") + 1)
    return False


def mint(*, guest_id: UUID, purpose: str, at: datetime) -> str:
    """Return a new link's token, or a new code, for the guest; those before it open nothing."""
    secret = secrets.token_urlsafe(32) if purpose == LINK else f"{secrets.randbelow(10**6):06}"
    said = secret if purpose == LINK else f"{guest_id}:{secret}"
    with transaction.atomic():
        before = GuestPass.objects.filter(guest_id=guest_id, purpose=purpose, used_at__isnull=True)
        before.update(used_at=at)
        GuestPass.objects.filter(hashed=_hash(purpose, said)).delete()
        GuestPass.objects.create(
            guest_id=guest_id,
            purpose=purpose,
            hashed=_hash(purpose, said),
            starts_at=at,
            expires_at=at + LASTS[purpose],
        )
    return secret


def sent(*, guest_id: UUID) -> bool:
    """Whether the guest now acting has sent what they began."""
    return Draft.objects.filter(scope=guest_id, sent_occasion__isnull=False).exists()


def _good(*, purpose: str, hashed: str, at: datetime) -> GuestPass | None:
    return (
        GuestPass.objects.select_for_update()
        .filter(purpose=purpose, hashed=hashed, used_at__isnull=True, expires_at__gt=at)
        .first()
    )


def _hash(purpose: str, said: str) -> str:
    # Keyed: a code has a million values, and a stolen table must not be searched for it.
    return salted_hmac(f"guest-{purpose}", said, algorithm="sha256").hexdigest()
