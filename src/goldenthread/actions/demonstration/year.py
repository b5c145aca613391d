"""The year behind the morning: each family's occasions, from April to the end of February."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from django.db.models import Model

from goldenthread.actions.demonstration import (
    course,
    decided,
    families,
    hours,
    timetable,
)
from goldenthread.actions.demonstration.course import Happening
from goldenthread.actions.demonstration.families import Family
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Staff
from goldenthread.actions.demonstration.plan import FamilyPlan
from goldenthread.actions.demonstration.themes import THEMES
from goldenthread.actions.demonstration.themes.theme import Theme
from goldenthread.actions.demonstration.told import Worry
from goldenthread.content.front_door.outcome import OPENS_REFERRAL

# The last day from which a contact can still have been answered before the morning.
LAST = date(2020, 2, 27)
DAYS = (LAST - hours.FIRST).days
# Days between two occasions of a family, and between two referrals of the same children.
APART, REFERRALS_APART = 12, 110
# How likely the same worry is when a family comes up again.
SAME_WORRY = 0.6
DANGER = 0.08


@dataclass(kw_only=True)
class _Past:
    """What has been told of a family so far that the next occasion must fit."""

    theme: Theme | None = None
    referral_until: date | None = None


def of_family(plan: FamilyPlan, *, serial: int, staff: Staff, chance: Random) -> Iterator[Model]:
    """Return every row of one family's year. `serial` numbers its children."""
    days = _days(plan, chance)
    theme = _theme(plan.occasions[0], None, alone=len(days) == 1, chance=chance)
    family = families.invent(
        chance=chance,
        number=plan.size,
        ages=theme.ages,
        on=days[0],
        serial=serial,
        schools=len(staff.leads),
    )
    past, into = _Past(theme=theme), File(chance=chance)
    for place, (day, referral) in enumerate(zip(days, plan.occasions, strict=True)):
        if place:
            theme = _again(family, referral, past.theme, day=day, chance=chance)
        happening = _happening(family, theme, day, referral, past, staff=staff, chance=chance)
        by = course.hands(worry=happening.worry, staff=staff, chance=chance)
        course.file(happening, into=into, staff=staff, by=by, chance=chance)
        past.theme = theme
        if happening.outcome in OPENS_REFERRAL:
            past.referral_until = happening.closed_on or date.max
    return iter(list(into.rows()))


def _days(plan: FamilyPlan, chance: Random) -> list[date]:
    """Return the days of a family's occasions, far enough apart to be different occasions."""
    number = len(plan.occasions)
    again = [n for n, referral in enumerate(plan.occasions) if referral]
    while True:
        drawn = sorted(chance.randrange(DAYS + 1) for _ in range(number))
        apart = all(b - a >= APART for a, b in pairwise(drawn))
        if len(again) == 2 and drawn[again[1]] - drawn[again[0]] < REFERRALS_APART:
            continue
        if apart:
            return [hours.FIRST + timedelta(days=day) for day in drawn]


def _theme(referral: bool, before: Theme | None, *, alone: bool, chance: Random) -> Theme:
    if before is not None and chance.random() < SAME_WORRY and (before.why_refer or not referral):
        return before
    possible = [
        theme
        for theme in THEMES
        if (theme.why_refer or not referral) and (alone or not theme.only_once)
    ]
    return chance.choices(possible, weights=[theme.weight for theme in possible])[0]


def _again(
    family: Family, referral: bool, before: Theme | None, *, day: date, chance: Random
) -> Theme:
    """Return what brings a family up again, fitting the age of one of its children."""
    while True:
        theme = _theme(referral, before, alone=False, chance=chance)
        if any(_fits(theme, child.age(day)) for child in family.children):
            return theme


def _fits(theme: Theme, age: int) -> bool:
    return theme.ages[0] <= age <= theme.ages[1] + 1


def _happening(
    family: Family,
    theme: Theme,
    day: date,
    referral: bool,
    past: _Past,
    *,
    staff: Staff,
    chance: Random,
) -> Happening:
    focus = next(child for child in family.children if _fits(theme, child.age(day)))
    kind = _kind(theme, age=focus.age(day), day=day, chance=chance)
    received = hours.sent(kind=kind, day=day, chance=chance)
    now = theme.may_be_now and referral and chance.random() < DANGER
    worry = Worry(
        family=family,
        focus=focus,
        theme=theme,
        kind=kind,
        on=received.date(),
        in_danger_now=now,
    )
    times = timetable.of(received=received, in_danger_now=now, chance=chance)
    is_open = past.referral_until is not None and received.date() < past.referral_until
    outcome = decided.outcome(worry, referral=referral, is_open=is_open, chance=chance)
    return Happening(
        worry=worry,
        sender=staff.sender(kind=kind, school=school_of(family, focus.age(day))),
        times=times,
        outcome=outcome,
        closed_on=_closed(times.decided, chance) if outcome in OPENS_REFERRAL else None,
    )


def school_of(family: Family, age: int) -> int:
    """Return the number of the school a child of this age goes to: even primary, odd secondary."""
    return family.school // 2 * 2 + (0 if age <= 10 else 1)


def _kind(theme: Theme, *, age: int, day: date, chance: Random) -> str:
    """Return the kind of agency a worry comes from, as the child's age and the day allow."""
    weights = {"school": 42, "police": 34, "health": 18, "council": 6}
    able = {kind: weights[kind] for kind in theme.worries}
    if len(able) > 1 and (age < 4 or not hours.is_school_day(day)):
        able.pop("school", None)
    return chance.choices(list(able), weights=list(able.values()))[0]


def _closed(opened: datetime | None, chance: Random) -> date | None:
    """Return the day a referral was closed, None while it is open on the morning of the story."""
    if opened is None:
        return None
    day = hours.working(opened.date(), after=chance.randint(6, 48))
    return day if day < hours.LAST else None
