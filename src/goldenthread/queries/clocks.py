"""Clocks in the words of a page."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.kernel.moment import Moment
from goldenthread.kernel.words import plain_time
from goldenthread.language.clock import Clock
from goldenthread.records.clock_run import ClockRun


@dataclass(frozen=True, kw_only=True)
class Due:
    """When something is due and how that stands now. `late` is in working days, 0 if in time."""

    on: date
    at: datetime
    overdue: bool
    late: int
    words: str


@dataclass(frozen=True, kw_only=True)
class ClockShown:
    """One clock run on a page: its title, its law, when due, and how it stands now."""

    key: str
    title: str
    law: str
    started_on: date
    due: Due | None
    stopped_on: date | None
    standing: str


def is_limited(*, clock: str, started: datetime) -> bool:
    """Return whether there was a limit in force for a clock that starts at `started`."""
    declared = catalogue.declared(Clock)[clock]
    return declared.limit_on(calendar.london_date(started)) is not None


def due_on(*, clock: str, started: datetime) -> date:
    """Return the day the clock falls due if it starts at `started`; raises KeyError if unknown."""
    declared = catalogue.declared(Clock)[clock]
    limit = declared.limit_on(calendar.london_date(started))
    if limit is None:
        raise KeyError(f"{clock} has no limit in force on {started:%Y-%m-%d}.")
    return limit.due(Moment(started)).on


def due(*, on: date, at: datetime, now: datetime) -> Due:
    """Return when something is due, judged at `now`, in words such as "1 working day late".

    What ends at an instant says which: "Due today by 1:30pm".
    """
    late, words = _stands(on, calendar.london_date(now), at < now)
    if late == 0 and at != calendar.end_of_day(on):
        words = f"{words} {'since' if at < now else 'by'} {plain_time(at)}"
    return Due(on=on, at=at, overdue=at < now, late=late, words=words)


# A list of fifty is due on the same few days, and counting them is the costliest part of a row.
@lru_cache(maxsize=1024)
def _stands(on: date, today: date, past: bool) -> tuple[int, str]:
    if past:
        late = calendar.working_days_between(on, today)
        return late, _late(late)
    if on == today:
        return 0, "Due today"
    left = calendar.working_days_between(today, on)
    return 0, "Due next working day" if left == 1 else f"Due in {left} working days"


def _late(days: int) -> str:
    if days == 0:
        return "Late"
    return "1 working day late" if days == 1 else f"{days} working days late"


def shown(*, run: ClockRun, now: datetime) -> ClockShown:
    """Return one run as a page shows it at `now`."""
    clock = catalogue.declared(Clock)[run.clock]
    measured = run.due_on is not None and run.due_at is not None
    falls_due = due(on=run.due_on, at=run.due_at, now=now) if measured else None
    return ClockShown(
        key=clock.key,
        title=clock.title,
        law=str(clock.law),
        started_on=calendar.london_date(run.started_at),
        due=falls_due,
        stopped_on=calendar.london_date(run.stopped_at) if run.stopped_at else None,
        standing=_standing(run=run, falls_due=falls_due),
    )


def _standing(*, run: ClockRun, falls_due: Due | None) -> str:
    if falls_due is None or run.status == "not_measurable":
        return "Cannot be measured: the time is not known"
    if run.stopped_at is None:
        return falls_due.words
    return {"met": "In time", "breached": "Late", "cancelled": "No longer needed"}[run.status]
