"""Whether the service is well, for its administrator. Nothing here comes from a child's record."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

from axes.models import AccessFailureLog
from django.db import connection
from django.db.models import Count
from django.db.models.functions import Lower
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.insight import dataset
from goldenthread.insight.dataset import Snapshot
from goldenthread.records.account import Account
from goldenthread.records.postgresql import stamp

# SECURITY P15: told to the administrators once twenty have failed for one account.
TOO_MANY, A_DAY = 20, timedelta(hours=24)
KINDS: tuple[dataset.Kind, ...] = ("live", "imported")


@dataclass(frozen=True, kw_only=True)
class Jobs:
    """How many jobs wait, run, and have failed for good."""

    waiting: int
    running: int
    failed: int


@dataclass(frozen=True, kw_only=True)
class Guessed:
    """An account for which too many wrong passwords were given in a day."""

    account_id: UUID
    email: str
    tries: int


@dataclass(frozen=True, kw_only=True)
class System:
    """What the administrator looks after."""

    version: str
    database: str
    stamped: str
    stamped_at: datetime | None
    snapshots: tuple[Snapshot, ...]
    jobs: Jobs
    guessed_at: tuple[Guessed, ...]


def page(*, viewer: Viewer, home: Path, now: datetime) -> System:
    """Return the state of the installation whose folder is `home`; raises Denied.

    `now` is the real time, by which wrong passwords are counted.
    """
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
        guessed_at=guessed_at(now=now),
    )


def _jobs() -> Jobs:
    counted = ProcrastinateJob.objects.values_list("status").annotate(number=Count("pk"))
    numbers: dict[str, int] = dict(counted)
    return Jobs(
        waiting=numbers.get("todo", 0),
        running=numbers.get("doing", 0),
        failed=numbers.get("failed", 0),
    )


def guessed_at(*, now: datetime) -> tuple[Guessed, ...]:
    """Return the accounts being guessed at, most tried first; from however many addresses."""
    tried = AccessFailureLog.objects.filter(attempt_time__gt=now - A_DAY, attempt_time__lte=now)
    counted = tried.order_by().values_list("username").annotate(number=Count("pk"))
    often = {name: number for name, number in counted if number >= TOO_MANY}
    found = Account.objects.filter(is_service=False, is_active=True)
    lowered = found.annotate(lowered=Lower("email")).filter(lowered__in=often)
    made = (
        Guessed(account_id=each.pk, email=each.email, tries=often[each.email.lower()])
        for each in lowered
    )
    return tuple(sorted(made, key=lambda each: (-each.tries, each.email)))
