"""Joining an account to who its holder is in their agency's own directory, and ending that.

By the holder when signed in, or on the server beforehand. Never by an e-mail address alone.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict
from goldenthread.records.outside_identity import OutsideIdentity

VERB = "identity.join"
ANOTHERS = "This sign-in of your agency is joined to another account, or yours to another sign-in."


class NotJoined(ValueError):
    """Raised where an account cannot be joined; the message says why."""


def account(*, issuer: str, subject: str) -> UUID | None:
    """Return the account joined to a subject of an issuer, or None."""
    found = OutsideIdentity.objects.filter(issuer=issuer, subject=subject, ended_at__isnull=True)
    return found.values_list("account_id", flat=True).first()


def joined(*, account_id: UUID) -> bool:
    """Return whether an account is joined to its agency's directory."""
    return OutsideIdentity.objects.filter(account_id=account_id, ended_at__isnull=True).exists()


def join(*, by: Viewer, issuer: str, subject: str, at: datetime) -> None:
    """Join the viewer's own account; again is no harm. Raises Conflict for another's."""
    if account(issuer=issuer, subject=subject) == by.account_id:
        return
    try:
        with transaction.atomic():
            made = OutsideIdentity.objects.create(
                id=uuid4(), account_id=by.account_id, issuer=issuer, subject=subject,
                joined_by_id=by.account_id, joined_at=at,
            )  # fmt: skip
            trail.write(viewer=by, verb=VERB, decision="done", objects=[made.pk, by.account_id])
    except IntegrityError as refusal:
        if "gt_outside_identity" not in str(refusal):
            raise
        raise Conflict(ANOTHERS) from refusal


def join_beforehand(
    cursor: Any, *, email: str, issuer: str, subject: str, agency: str, at: datetime
) -> None:
    """Join an account of an agency to a subject of its directory, through a loader's cursor.

    One it was joined to before is ended. Raises NotJoined.
    """
    cursor.execute(
        "select a.id, a.agency_id from gt_account a join gt_agency g on g.id = a.agency_id"
        " where lower(a.email) = lower(%s) and g.key = %s and a.is_active and not a.is_service",
        [email, agency],
    )
    found = cursor.fetchone()
    if found is None:
        raise NotJoined(f"There is no open account for {email} at {agency}.")
    cursor.execute(
        "select account_id from gt_outside_identity"
        " where issuer = %s and subject = %s and ended_at is null",
        [issuer, subject],
    )
    has = cursor.fetchone()
    if has is not None and has[0] != found[0]:
        raise NotJoined("This subject is joined to another account already.")
    cursor.execute(
        "update gt_outside_identity set ended_at = %s"
        " where account_id = %s and issuer = %s and ended_at is null",
        [at, found[0], issuer],
    )
    made, nowhere = uuid4(), ["", "", "", ""]
    cursor.execute(
        "insert into gt_outside_identity (id, account_id, issuer, subject, joined_at)"
        " values (%s, %s, %s, %s, %s)",
        [made, found[0], issuer, subject, at],
    )
    about = ["account", [made, found[0]], [], "command line", "done", *nowhere]
    cursor.execute(trail.INSERT, [uuid4(), None, found[1], "", VERB, *about])


def end_beforehand(cursor: Any, *, email: str, at: datetime) -> None:
    """End what an account was joined to; raises NotJoined where there is nothing."""
    cursor.execute(
        "update gt_outside_identity i set ended_at = %s from gt_account a"
        " where a.id = i.account_id and lower(a.email) = lower(%s) and i.ended_at is null"
        " returning a.id, a.agency_id",
        [at, email],
    )
    found = cursor.fetchone()
    if found is None:
        raise NotJoined(f"{email} is joined to no directory.")
    about = ["account", [found[0]], [], "command line", "done", "ended", "", "", ""]
    cursor.execute(trail.INSERT, [uuid4(), None, found[1], "", VERB, *about])
