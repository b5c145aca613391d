"""Duty hours: time counted only while the duty team is at work."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from goldenthread.kernel import calendar


@dataclass(frozen=True)
class DutyHours:
    """The hours of a working day, by the clock in London, in which the duty team is at work.

    Raises ValueError unless it closes after it opens.
    """

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ValueError("Duty hours must close after they open on the same day.")

    def on_duty(self, instant: datetime) -> bool:
        """Whether the team is at work at `instant`; at the moment it closes it is not.

        Raises ValueError outside the years the calendar knows.
        """
        day = calendar.london_date(instant)
        if not calendar.is_working_day(day):
            return False
        starts, ends = self._span(day)
        return starts <= instant.astimezone(UTC) < ends

    def add_hours(self, instant: datetime, n: int) -> datetime:
        """The instant in London by which `n` hours of duty have passed since `instant`.

        Time before the team opens, after it closes and on days that are not working days does not
        count. What is used up exactly at closing time is due then, and not the next morning.
        Raises ValueError if `instant` has no time zone or the years are not known.
        """
        at, left = instant.astimezone(UTC), timedelta(hours=n)
        day = calendar.london_date(instant)
        while left:
            if calendar.is_working_day(day):
                starts, ends = self._span(day)
                at = max(at, starts)
                used = min(left, max(ends - at, timedelta(0)))
                at, left = at + used, left - used
            day += timedelta(days=1)
        return at.astimezone(calendar.LONDON)

    def _span(self, day: date) -> tuple[datetime, datetime]:
        opens = datetime.combine(day, self.opens, calendar.LONDON)
        closes = datetime.combine(day, self.closes, calendar.LONDON)
        return opens.astimezone(UTC), closes.astimezone(UTC)

    def __str__(self) -> str:
        return f"{self.opens:%H:%M} to {self.closes:%H:%M} on working days"
