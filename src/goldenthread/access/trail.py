"""The trail: one row for each served read, each action and each denial. Ids only."""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import DatabaseError, connection, transaction

from goldenthread.access import break_glass, purposes
from goldenthread.access.viewer import Viewer

# Written by hand: the web role may insert here and read nothing back, not even what it inserted.
INSERT = """
insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
                      purpose, decision, reason, request_id, session_hash, address)
values (%s, %s, %s, %s, %s, %s, %s::uuid[], %s::uuid[], %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a request came from: its id, a hash of its session, its address."""

    request_id: str = ""
    session_hash: str = ""
    address: str = ""


class NotKept(RuntimeError):
    """Raised when a trail row cannot be written: then nothing may be served or done."""


NOWHERE = Origin()
origin: ContextVar[Origin] = ContextVar("origin", default=NOWHERE)


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

    `decision` is "served", "done" or "denied". Through which break-glass something was seen is said
    after the reason. Raises NotKept if it cannot be kept, and then
    nothing may be served. Without a savepoint: a trail that cannot be kept ends the whole act.
    """
    where = origin.get()
    row = [
        uuid4(),
        viewer.account_id,
        viewer.agency_id,
        viewer.role,
        verb,
        resource,
        sorted(set(objects)),
        sorted(set(persons)),
        purposes.said(),
        decision,
        " ".join(part for part in (reason, break_glass.said()) if part),
        where.request_id,
        where.session_hash,
        where.address,
    ]
    try:
        with transaction.atomic(savepoint=False), connection.cursor() as cursor:
            cursor.execute(INSERT, row)
    except DatabaseError as refusal:
        raise NotKept("The trail could not be written.") from refusal
