"""The present: the real time, or in a demonstration the fixed day its story is told on.

Only the interfaces call this; every room below is handed the time as a value.
"""

from datetime import date, datetime, timedelta
from functools import cache
from threading import Lock

from django.conf import settings
from django.db import connection
from django.utils import timezone

from goldenthread.kernel.calendar import LONDON
from goldenthread.records.postgresql import stamp

# A Wednesday, the day after the reporting year 2019-20, in the second week of the first lockdown.
BEGINS = datetime(2020, 4, 1, 9, 0, tzinfo=LONDON)
ENDS = datetime(2020, 4, 1, 23, 59, tzinfo=LONDON)

_given = {"latest": BEGINS}
_lock = Lock()


def now() -> datetime:
    """Return the aware present moment in London.

    In a demonstration it is nine in the morning of 1 April 2020 when the database is stamped, moves
    with real time, never runs back, and stops at one minute to midnight.
    """
    if not settings.GOLDENTHREAD_DEMONSTRATION:
        return timezone.now().astimezone(LONDON)
    return _forward(demonstrated(real=timezone.now(), since=_stamped_at()))


def today() -> date:
    """Return the present day in London."""
    return now().date()


def really() -> date:
    """Return the true day in London, in a demonstration too: the one the trail goes by."""
    return timezone.now().astimezone(LONDON).date()


def demonstrated(*, real: datetime, since: datetime) -> datetime:
    """Return the demonstration's moment when it is really `real` and was stamped at `since`."""
    elapsed = max(real - since, timedelta(0))
    return min(BEGINS + elapsed, ENDS)


def _forward(moment: datetime) -> datetime:
    """Return the later of this and the latest given out: a machine's clock may go back."""
    with _lock:
        _given["latest"] = max(_given["latest"], moment)
        return _given["latest"]


@cache
def _stamped_at() -> datetime:
    """Return when the database was stamped; it never changes, so it is asked once a process."""
    with connection.cursor() as cursor:
        stamped = stamp.read(cursor)
    if stamped is None:
        raise LookupError("The database has not been set up: run goldenthread setup.")
    return stamped.at
