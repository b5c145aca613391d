"""When something happened, and how exactly that is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property

from goldenthread.kernel import calendar


class Precision(StrEnum):
    """Whether a moment is known to the instant or only to the day."""

    INSTANT = "instant"
    DAY = "day"


@dataclass(frozen=True)
class Moment:
    """A time with its zone, and its precision.

    Where only the day is known, `at` is the start of that day in London and must not be read as
    a time. Raises ValueError if `at` has no time zone.
    """

    at: datetime
    precision: Precision = Precision.INSTANT

    def __post_init__(self) -> None:
        calendar.london_date(self.at)

    @cached_property
    def on(self) -> date:
        """The date in London."""
        return calendar.london_date(self.at)

    @cached_property
    def utc(self) -> datetime:
        """The instant to compare by: London times compare by the wall clock, which goes back."""
        return self.at.astimezone(UTC)


def of_day(day: date) -> Moment:
    """The moment of something known only by its date."""
    return Moment(calendar.start_of_day(day), Precision.DAY)


def parse(text: str) -> Moment:
    """Read "2020-03-02" or "2020-03-06T20:00"; a time without an offset is London's.

    Of the two hours with one name when the clocks go back, it is the first.
    Raises ValueError with one plain sentence.
    """
    written = text.strip()
    try:
        return of_day(date.fromisoformat(written))
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(written)
        at = at if at.tzinfo else at.replace(tzinfo=calendar.LONDON)
        heard = at.astimezone(UTC).astimezone(calendar.LONDON)
    except (ValueError, OverflowError):
        raise ValueError(
            f"{text!r} is not a date or a time: write it like 2020-03-02 or 2020-03-06T20:00."
        ) from None
    if at.tzinfo is calendar.LONDON and at.replace(tzinfo=None) != heard.replace(tzinfo=None):
        raise ValueError(
            f"There was no {at:%H:%M} in London on {at:%Y-%m-%d}, when the clocks went forward: "
            "give a time an hour later."
        )
    return Moment(heard)
