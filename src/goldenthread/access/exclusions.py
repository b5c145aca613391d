"""The exclusion list: whose record somebody may not open, whatever role or grant they hold.

It is asked before anything else is. Nobody is on it yet: what names a subject, a relative, a
neighbour or a conflict comes with the list itself.
"""

from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.records.protected import Protected


def scopes(*, viewer: Viewer) -> frozenset[UUID]:  # noqa: ARG001  # asked of each viewer
    """Return the scopes the viewer is kept from."""
    return frozenset()


def bars(*, viewer: Viewer, record: Protected) -> bool:
    """Return whether the viewer is kept from this record."""
    return record.scope in scopes(viewer=viewer)
