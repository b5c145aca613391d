"""Whether the service is well, for its administrator. Nothing here comes from a child's record."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.db import connection
from django.db.models import Count
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.insight import dataset
from goldenthread.insight.dataset import Snapshot
from goldenthread.records.postgresql import stamp

KINDS: tuple[dataset.Kind, ...] = ("live", "imported")


@dataclass(frozen=True, kw_only=True)
class Jobs:
    """How many jobs wait, run, and have failed for good."""

    waiting: int
    running: int
    failed: int


@dataclass(frozen=True, kw_only=True)
class System:
    """What the administrator looks after."""

    version: str
    database: str
    stamped: str
    stamped_at: datetime | None
    snapshots: tuple[Snapshot, ...]
    jobs: Jobs


def page(*, viewer: Viewer, home: Path) -> System:
    """Return the state of the installation whose folder is `home`; raises Denied."""
    decision.require(viewer=viewer, verb="system.read")
    with connection.cursor() as cursor:
        stamped = stamp.read(cursor)
        cursor.execute("show server_version")
        server = cursor.fetchone()[0]
    newest = (dataset.newest(home=home, kind=kind) for kind in KINDS)
    return System(
        version=version("goldenthread"),
        database=f"PostgreSQL {server.split()[0]}",
        stamped=stamped.kind if stamped else "",
        stamped_at=stamped.at if stamped else None,
        snapshots=tuple(snapshot for snapshot in newest if snapshot is not None),
        jobs=_jobs(),
    )


def _jobs() -> Jobs:
    counted = ProcrastinateJob.objects.values_list("status").annotate(number=Count("pk"))
    numbers: dict[str, int] = dict(counted)
    return Jobs(
        waiting=numbers.get("todo", 0),
        running=numbers.get("doing", 0),
        failed=numbers.get("failed", 0),
    )
