"""The trail: one row for each served read, each action and each denial. Ids only."""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, transaction

from goldenthread.access.viewer import Viewer
from goldenthread.records.postgresql import identity
from goldenthread.records.trail import Trail


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a request came from: its id, a hash of its session, its address."""

    request_id: str = ""
    session_hash: str = ""
    address: str = ""


class NotKept(RuntimeError):
    """Raised when a trail row cannot be written: then nothing may be served or done."""


origin: ContextVar[Origin] = ContextVar("origin", default=Origin())


def write(
    *,
    viewer: Viewer,
    verb: str,
    decision: str,
    resource: str = "",
    reason: str = "",
    objects: Iterable[UUID] = (),
    persons: Iterable[UUID] = (),
) -> None:
    """Write one row in the transaction now open: it commits with what it tells of, or not at all.

    `decision` is "served", "done" or "denied". Raises NotKept if it cannot be kept, and then
    nothing may be served.
    """
    where = origin.get()
    row = Trail(
        account_id=viewer.account_id,
        agency_id=viewer.agency_id,
        role=viewer.role,
        verb=verb,
        resource=resource,
        object_ids=sorted(set(objects)),
        person_ids=sorted(set(persons)),
        purpose=identity.current().purpose,
        decision=decision,
        reason=reason,
        request_id=where.request_id,
        session_hash=where.session_hash,
        address=where.address,
    )
    try:
        with transaction.atomic():
            Trail.objects.bulk_create([row])
    except DatabaseError as refusal:
        raise NotKept("The trail could not be written.") from refusal
