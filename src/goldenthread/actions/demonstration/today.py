"""The queue on the morning of the story: what is late, due today, just in, and waiting to be told.

Written out one by one, so that whoever opens the queue finds each kind of thing that can be there.
A larger place has the same morning several times over, with other families.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.db.models import Model

from goldenthread.actions.demonstration import course, decided, families, hours, place, timetable
from goldenthread.actions.demonstration.course import Hands, Happening
from goldenthread.actions.demonstration.families import Family
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Staff
from goldenthread.actions.demonstration.plan import Totals
from goldenthread.actions.demonstration.themes import named
from goldenthread.actions.demonstration.themes.theme import Situation
from goldenthread.actions.demonstration.timetable import Timetable
from goldenthread.actions.demonstration.told import Worry
from goldenthread.actions.demonstration.year import school_of
from goldenthread.kernel.calendar import LONDON


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One occasion still open. Times are "26 15:40" for a day of March or April and an hour.

    `school` is the number of the school it comes from, where that matters to the story; `screener`
    who has it in hand, None where nobody has; what is `drawn` waits for a manager to read it too.
    """

    received: str
    theme: str
    kind: str
    children: int = 1
    screened: str = ""
    decided: str = ""
    referral: bool = False
    screener: int | None = None
    school: int | None = None
    in_danger_now: bool = False
    drawn: bool = False


def _late() -> tuple[Waiting, ...]:
    return (
        Waiting(received="26 15:40", theme="neglect", kind="school", children=2,
                screened="27 11:20", referral=True, screener=1),
        Waiting(received="27 10:05", theme="parental-health", kind="health", screened="30 16:10"),
        Waiting(received="28 23:10", theme="domestic-abuse", kind="police", children=3),
        Waiting(received="30 09:20", theme="young-carer", kind="school", screened="30 14:45"),
        Waiting(received="30 11:50", theme="missing", kind="police", screened="31 09:40",
                screener=0),
        Waiting(received="30 16:30", theme="money-and-housing", kind="council", children=2),
    )  # fmt: skip


def _due_today() -> tuple[Waiting, ...]:
    return (
        Waiting(received="31 08:50", theme="low-mood", kind="school", screened="31 10:20"),
        Waiting(received="31 09:15", theme="neglect", kind="health", children=2,
                screened="31 11:40", referral=True),
        Waiting(received="31 10:05", theme="advice", kind="school", screened="31 10:40"),
        Waiting(received="31 10:30", theme="notification", kind="police", screened="31 12:05"),
        Waiting(received="31 11:10", theme="exploitation", kind="school", screened="31 13:50",
                referral=True, screener=1, school=3),
        Waiting(received="31 11:45", theme="information", kind="council"),
        Waiting(received="31 12:20", theme="young-carer", kind="school", screened="31 15:30"),
        Waiting(received="31 13:05", theme="disability", kind="health"),
        Waiting(received="31 13:40", theme="domestic-abuse", kind="school", children=2,
                screened="31 16:20", screener=0),
        Waiting(received="31 14:15", theme="domestic-abuse", kind="police", children=3,
                referral=True),
        Waiting(received="31 14:55", theme="grief", kind="school"),
        Waiting(received="31 15:20", theme="substance-use", kind="school", children=2, school=0),
        Waiting(received="31 15:50", theme="online-harm", kind="school", school=3),
        Waiting(received="31 16:10", theme="low-mood", kind="health"),
        Waiting(received="31 17:35", theme="physical-harm", kind="health"),
        Waiting(received="31 22:50", theme="missing", kind="police"),
    )  # fmt: skip


def _just_in() -> tuple[Waiting, ...]:
    return (
        Waiting(received="1 06:40", theme="domestic-abuse", kind="police", children=2),
        Waiting(received="1 08:12", theme="disclosure", kind="school", screener=0, school=0,
                referral=True, in_danger_now=True),
        Waiting(received="1 08:31", theme="grief", kind="school"),
        Waiting(received="1 08:44", theme="neglect", kind="health", referral=True),
    )  # fmt: skip


def _to_be_told() -> tuple[Waiting, ...]:
    return (
        Waiting(received="25 09:30", theme="parental-health", kind="school", screened="25 13:00",
                decided="26 10:30", school=3, screener=1),
        Waiting(received="27 14:20", theme="neglect", kind="school", children=2,
                screened="30 10:00", decided="30 15:15", referral=True),
        Waiting(received="30 09:05", theme="notification", kind="police", screened="30 11:30",
                decided="31 10:40", drawn=True),
        Waiting(received="30 13:20", theme="physical-harm", kind="school", screened="30 13:35",
                decided="30 14:40", referral=True, school=0, screener=0,
                in_danger_now=True),
        Waiting(received="30 15:00", theme="parental-health", kind="health", screened="31 09:50",
                decided="31 14:05"),
        Waiting(received="31 09:40", theme="advice", kind="school", screened="31 10:10",
                decided="31 11:00", drawn=True),
    )  # fmt: skip


QUEUE: tuple[Waiting, ...] = _late() + _due_today() + _just_in() + _to_be_told()


def mornings(scale: float) -> int:
    """Return how many times over the morning is told in a place of this scale."""
    return 1 + round(3 * scale)


def totals(scale: float) -> Totals:
    """Return what the queue of a place of this scale takes from the year's totals.

    What came in this morning is of the year that begins with it.
    """
    referred = sum(each.children for each in QUEUE if each.decided and each.referral)
    of_the_year = [each for each in QUEUE if _moment(each.received).date() < hours.LAST]
    times = mornings(scale)
    return Totals(
        contacts=times * sum(waiting.children for waiting in of_the_year),
        referrals=times * referred,
        children=times * referred,
    )


def children(scale: float) -> int:
    """Return how many children the queue of a place of this scale is about."""
    return mornings(scale) * sum(waiting.children for waiting in QUEUE)


def of(*, scale: float, serial: int, staff: Staff, chance: Random) -> Iterator[Model]:
    """Return the rows of every contact that waits. `serial` numbers their children."""
    for morning in range(mornings(scale)):
        told: list[Situation] = []
        for waiting in QUEUE:
            situation = _situation(waiting, told, chance=chance)
            told.append(situation)
            yield from _filed(
                waiting, situation, morning, serial=serial, staff=staff, chance=chance
            )
            serial += waiting.children


def _situation(waiting: Waiting, told: list[Situation], *, chance: Random) -> Situation:
    """Return what happened, not told already this morning where there is something else."""
    possible = [
        situation
        for situation in named(waiting.theme).situations
        if situation.kind == waiting.kind and situation.read_as(referral=waiting.referral)
    ]
    return chance.choice([each for each in possible if each not in told] or possible)


def _filed(
    waiting: Waiting,
    situation: Situation,
    morning: int,
    *,
    serial: int,
    staff: Staff,
    chance: Random,
) -> Iterator[Model]:
    received = _moment(waiting.received)
    school = waiting.school if morning == 0 else None
    family = families.invent(
        chance=chance,
        number=waiting.children,
        ages=_ages(named(waiting.theme).ages_of(situation), school=school),
        on=received.date(),
        serial=serial,
        schools=len(staff.leads),
    )
    worry = _worry(waiting, situation, family, on=received.date(), chance=chance)
    if school is None:
        school = school_of(family, worry.focus.age(worry.on))
    happening = Happening(
        worry=worry,
        sender=staff.sender(kind=waiting.kind, school=school),
        times=_times(waiting, received, morning, chance=chance),
        outcome=decided.outcome(worry, is_open=False, chance=chance),
        drawn=waiting.drawn,
    )
    into = File(chance=chance, duty=staff.duty)
    by = _hands(waiting, staff, chance)
    course.file(happening, into=into, staff=staff, by=by, chance=chance)
    return iter(list(into.rows()))


def _worry(
    waiting: Waiting, situation: Situation, family: Family, *, on: date, chance: Random
) -> Worry:
    return Worry(
        family=family,
        focus=family.children[0],
        theme=named(waiting.theme),
        situation=situation,
        reading=chance.choice(situation.read_as(referral=waiting.referral)),
        on=on,
        in_danger_now=waiting.in_danger_now,
    )


def _ages(ages: tuple[int, int], *, school: int | None) -> tuple[int, int]:
    """Return the ages at the school that the story says it comes from, if it says one."""
    if school is None:
        return ages
    low, high = (4, 10) if place.is_primary(school) else (11, 15)
    return max(ages[0], low), min(ages[1], high)


def _times(waiting: Waiting, received: datetime, morning: int, *, chance: Random) -> Timetable:
    """Return the moments; of the first morning as written, of the others a little earlier."""
    early = timedelta(minutes=chance.randint(1, 9)) * min(morning, 3)
    screened = _moment(waiting.screened) - early if waiting.screened else None
    decision = _moment(waiting.decided) - early if waiting.decided else None
    in_hand = waiting.screener is not None and morning == 0
    looked = (screened or received) + timedelta(minutes=-6 if screened else 8)
    return Timetable(
        received=received - early,
        acknowledged=timetable.acknowledged(received - early, chance),
        claimed=looked if in_hand else None,
        screened=screened,
        decided=decision,
        told=None,
    )


def _hands(waiting: Waiting, staff: Staff, chance: Random) -> Hands:
    screener = staff.screeners[waiting.screener or 0]
    if waiting.screener is None:
        screener = chance.choice(staff.screeners)
    delegated = named(waiting.theme).purpose in course.DELEGATED
    return Hands(
        screener=screener, decider=screener if delegated else chance.choice(staff.managers)
    )


def _moment(written: str) -> datetime:
    """Return the moment written "26 15:40": after the 20th it is March 2020, else April."""
    day, _, clock = written.partition(" ")
    month = 3 if int(day) > 20 else 4
    return datetime.fromisoformat(f"2020-{month:02d}-{int(day):02d}T{clock}").replace(tzinfo=LONDON)
