"""When one contact was looked at, decided and answered: poorly in April, well by the new year.

The story follows the partnership's own account of 2019-20: decisions within a working day rose from
about a third in the first audits to 84 per cent in January, and answers to referrers from 36 to 70.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from goldenthread.actions.demonstration import hours, place

# The share decided, and told, in time of what was received in each month from April to March.
_MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
_DECIDED = (0.28, 0.30, 0.32, 0.38, 0.57, 0.61, 0.66, 0.70, 0.76, 0.84, 0.86, 0.86)
_TOLD = (0.36, 0.38, 0.40, 0.42, 0.46, 0.50, 0.54, 0.58, 0.62, 0.66, 0.70, 0.72)
# Before that year nobody had measured it; it was no better than when they began to.
_MEASURED, _BEFORE = date(2019, 4, 1), 0.28
_DAYS_LATE = ((1, 30), (2, 26), (3, 18), (4, 11), (6, 9), (9, 6))
_DRAWS = 30


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """The moments of one contact; those still to come are None."""

    received: datetime
    acknowledged: datetime
    claimed: datetime | None
    screened: datetime | None
    decided: datetime | None
    told: datetime | None

    def later(self, minutes: float) -> "Timetable":
        """Return the same for the next child of the occasion, looked at a few minutes later."""
        step = timedelta(minutes=minutes)
        return replace(
            self,
            screened=self.screened + step if self.screened else None,
            decided=self.decided + step if self.decided else None,
            told=self.told + step if self.told else None,
        )


def of(
    *, received: datetime, in_danger_now: bool, decided_by: date | None, chance: Random
) -> Timetable:
    """Return the moments of a contact that was answered before the morning of the story.

    It was decided by the day `decided_by`, where that is given.
    """
    for _ in range(_DRAWS):
        drawn = _drawn(received, in_danger_now=in_danger_now, chance=chance)
        late = decided_by and drawn.decided and drawn.decided.date() > decided_by
        if not late and drawn.told and drawn.told < place.MORNING - timedelta(hours=2):
            return drawn
    return _drawn(received, in_danger_now=True, chance=chance)


def acknowledged(received: datetime, chance: Random) -> datetime:
    """Return when the acknowledgement left by itself."""
    return received + timedelta(seconds=chance.randint(15, 90))


def _drawn(received: datetime, *, in_danger_now: bool, chance: Random) -> Timetable:
    looked = hours.ready(received, chance)
    due = hours.due(received.date())
    in_time, told_in_time = _shares(received)
    if in_danger_now:
        screen_day = decide_day = looked.date()
    elif chance.random() < in_time:
        screen_day = looked.date()
        today = hours.hour(looked) < 15 and chance.random() < 0.45
        decide_day = looked.date() if today else due
    else:
        late = _days_late(chance)
        decide_day = hours.working(due, after=late)
        screen_day = hours.working(looked.date(), after=chance.randint(0, late))
    screened = hours.on(screen_day, after=looked, chance=chance)
    decided = hours.on(decide_day, after=screened, chance=chance)
    if in_danger_now:
        waits = 0
    elif chance.random() < told_in_time:
        waits = chance.choice((0, 0, 1, 1, 2, 3))
    else:
        waits = chance.choice((4, 4, 5, 6, 8))
    told = hours.on(hours.working(decide_day, after=waits), after=decided, chance=chance)
    return Timetable(
        received=received,
        acknowledged=acknowledged(received, chance),
        claimed=screened - timedelta(minutes=chance.randint(3, 8)),
        screened=screened,
        decided=decided,
        told=told,
    )


def _shares(received: datetime) -> tuple[float, float]:
    """Return the shares decided and told in time of what was received in that month."""
    if received.date() < _MEASURED:
        return _BEFORE, _TOLD[0]
    month = _MONTHS.index(received.month)
    return _DECIDED[month], _TOLD[month]


def _days_late(chance: Random) -> int:
    return chance.choices([n for n, _ in _DAYS_LATE], weights=[w for _, w in _DAYS_LATE])[0]
