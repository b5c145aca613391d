"""Opening what somebody was given: noted once, so that whoever gave it knows it was read."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from goldenthread.access.viewer import Viewer
from goldenthread.queries import shared_copies
from goldenthread.queries.shared_copies import Copy


def open_(*, by: Viewer, copy_id: UUID, at: datetime) -> Copy:
    """Return the copy, noting on its share that it was opened; raises Denied, hidden."""
    found = shared_copies.one(viewer=by, copy_id=copy_id)
    with connection.cursor() as cursor:
        cursor.execute("select gt_open_share(%s, %s)", [copy_id, at])
    return found
