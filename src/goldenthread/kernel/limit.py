"""How long something may take, and when that makes it due."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from goldenthread.kernel import calendar, moment
from goldenthread.kernel.duty import DutyHours
from goldenthread.kernel.moment import Moment, Precision


class Unit(StrEnum):
    """What a limit is counted in, as it is written after the number."""

    WORKING_DAYS = "wd"
    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"
    HOURS = "h"
    DUTY_HOURS = "dh"


class NotMeasurable(ValueError):
    """A limit in hours was asked of something known only by its date."""


@dataclass(frozen=True)
class Due:
    """The day something is due, and the last instant that is in time.

    A limit in days is due by the end of `on` in London; one in hours at the very instant `at`.
    """

    on: date
    at: datetime
    precision: Precision = Precision.DAY

    def in_time(self, reached: Moment) -> bool | None:
        """Whether `reached` is in time: days with days, instants with instants.

        None where it cannot be said, because an hour is asked of something known by its date.
        """
        if self.precision is Precision.DAY:
            return reached.on <= self.on
        if reached.precision is Precision.DAY:
            return None
        return reached.utc <= self.at.astimezone(UTC)

    def isoformat(self) -> str:
        """ "2020-05-06" for a limit in days; "2020-03-09T20:00", London time, for one in hours."""
        if self.precision is Precision.DAY:
            return self.on.isoformat()
        exact = "minutes" if not (self.at.second or self.at.microsecond) else "auto"
        return self.at.replace(tzinfo=None).isoformat(timespec=exact)


@dataclass(frozen=True)
class Limit:
    """So many units, for what starts between `since` and `until`, both days included.

    A limit in duty hours says in `duty` which hours those are. Raises ValueError for a negative
    amount, and where duty hours are counted and not said or said and not counted.
    """

    amount: int
    unit: Unit
    since: date | None = None
    until: date | None = None
    duty: DutyHours | None = None

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("A limit cannot be less than nothing: give a whole number.")
        if (self.unit is Unit.DUTY_HOURS) != (self.duty is not None):
            raise ValueError("A limit in duty hours, and no other, says which hours those are.")

    @property
    def in_hours(self) -> bool:
        """Whether it is counted in hours of some kind, and so ends at an instant."""
        return self.unit in (Unit.HOURS, Unit.DUTY_HOURS)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"

    def due(self, start: Moment) -> Due:
        """When what began at `start` is due.

        Raises NotMeasurable where hours are counted from a mere date, and ValueError where the
        answer falls outside the calendar.
        """
        try:
            return self._due(start)
        except OverflowError:
            raise ValueError("That falls outside the calendar: use a shorter limit.") from None

    def _due(self, start: Moment) -> Due:
        if self.in_hours:
            if start.precision is Precision.DAY:
                raise NotMeasurable(
                    "A limit in hours needs a time: write the start like 2020-03-06T20:00."
                )
            at = self._last_instant(start.at)
            return Due(at.date(), at, Precision.INSTANT)
        on = self._last_day(start.on)
        return Due(on, calendar.end_of_day(on))

    def _last_instant(self, start: datetime) -> datetime:
        if self.duty is None:
            return calendar.add_hours(start, self.amount)
        return self.duty.add_hours(start, self.amount)

    def _last_day(self, day: date) -> date:
        match self.unit:
            case Unit.WORKING_DAYS:
                return calendar.add_working_days(day, self.amount)
            case Unit.MONTHS:
                return calendar.add_months(day, self.amount)
            case Unit.WEEKS:
                return day + timedelta(weeks=self.amount)
            case _:
                return day + timedelta(days=self.amount)


def working_days(n: int, *, since: date | None = None, until: date | None = None) -> Limit:
    """A limit of `n` working days in England."""
    return Limit(n, Unit.WORKING_DAYS, since, until)


def days(n: int, *, since: date | None = None, until: date | None = None) -> Limit:
    """A limit of `n` days, weekends and holidays included."""
    return Limit(n, Unit.DAYS, since, until)


def weeks(n: int, *, since: date | None = None, until: date | None = None) -> Limit:
    """A limit of `n` weeks of seven days."""
    return Limit(n, Unit.WEEKS, since, until)


def months(n: int, *, since: date | None = None, until: date | None = None) -> Limit:
    """A limit of `n` calendar months."""
    return Limit(n, Unit.MONTHS, since, until)


def hours(n: int, *, since: date | None = None, until: date | None = None) -> Limit:
    """A limit of `n` elapsed hours, through nights, weekends and the change of the clocks."""
    return Limit(n, Unit.HOURS, since, until)


def duty_hours(
    n: int, *, duty: DutyHours, since: date | None = None, until: date | None = None
) -> Limit:
    """A limit of `n` hours of the duty team's working time: nights and holidays do not count."""
    return Limit(n, Unit.DUTY_HOURS, since, until, duty)


def parse(text: str) -> Limit:
    """Read "45wd", "10d", "6w", "3m" or "72h".

    Raises ValueError with one plain sentence.
    """
    written = re.fullmatch(r"([0-9]{1,5})\s*(wd|d|w|m|h)", text.strip().lower())
    if not written:
        raise ValueError(f"{text!r} is not a limit: write it like 45wd, 10d, 6w, 3m or 72h.")
    return Limit(int(written[1]), Unit(written[2]))


def due(start: str, limit: str) -> Due:
    """When what began at `start` is due, both as a person writes them on a command line.

    `due("2020-03-02", "45wd").isoformat()` is "2020-05-06". Raises ValueError with one plain
    sentence saying what is wrong and what to write instead.
    """
    return parse(limit).due(moment.parse(start))
