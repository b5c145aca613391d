"""The year behind the morning: each family's occasions, from April to the end of February."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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
from goldenthread.actions.demonstration.families import Child, Family
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Staff
from goldenthread.actions.demonstration.plan import FamilyPlan
from goldenthread.actions.demonstration.themes import THEMES
from goldenthread.actions.demonstration.themes.theme import Situation, Theme
from goldenthread.actions.demonstration.told import Worry

# The last day from which a contact can still have been answered before the morning.
LAST = date(2020, 2, 27)
DAYS = (LAST - hours.FIRST).days
# Days between two occasions of a family, and between two referrals of the same children.
APART, REFERRALS_APART = 12, 110
# How likely the same worry is when a family comes up again, and that a child is in danger now.
SAME_WORRY = 0.5
DANGER = 0.08
# How much comes from each kind of agency, where a theme has situations of several.
KINDS = {"school": 56, "police": 26, "health": 18, "council": 14}
# What may be told of, by whether it ends in a referral.
READ_AS = {
    referral: tuple(
        (theme, situation)
        for theme in THEMES
        for situation in theme.situations
        if situation.read_as(referral=referral)
    )
    for referral in (True, False)
}


@dataclass(kw_only=True)
class _Past:
    """What has been told of a family so far that the next occasion must fit."""

    theme: Theme | None = None
    told: list[Situation] = field(default_factory=list)
    referral_until: date | None = None


def of_family(plan: FamilyPlan, *, serial: int, staff: Staff, chance: Random) -> Iterator[Model]:
    """Return every row of one family's year. `serial` numbers its children."""
    days = _days(plan, chance)
    past, into = _Past(), File(chance=chance)
    family: Family | None = None
    for day, referral in zip(days, plan.occasions, strict=True):
        theme, situation = _drawn(
            referral=referral,
            day=day,
            family=family,
            past=past,
            alone=len(days) == 1,
            chance=chance,
        )
        family = family or families.invent(
            chance=chance,
            number=plan.size,
            ages=theme.ages_of(situation),
            on=day,
            serial=serial,
            schools=len(staff.leads),
        )
        worry = _worry(family, theme, situation, referral=referral, day=day, chance=chance)
        _file(worry, day, past, into=into, staff=staff, chance=chance)
        past.theme = theme
        past.told.append(situation)
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


def _drawn(
    *, referral: bool, day: date, family: Family | None, past: _Past, alone: bool, chance: Random
) -> tuple[Theme, Situation]:
    """Return what brings a family up on that day: what fits it, new where there is anything new."""
    fitting = [
        (theme, situation)
        for theme, situation in READ_AS[referral]
        if (alone or not theme.only_once)
        and (family is None or _focus(family, theme, situation, day) is not None)
    ]
    new = [each for each in fitting if each[1] not in past.told] or fitting
    if not hours.is_school_day(day):
        new = [each for each in new if each[1].kind != "school"] or new
    again = [each for each in new if each[0] is past.theme]
    possible = again if again and chance.random() < SAME_WORRY else new
    weights = [theme.weight * KINDS[situation.kind] for theme, situation in possible]
    return chance.choices(possible, weights=weights)[0]


def _focus(family: Family, theme: Theme, situation: Situation, day: date) -> Child | None:
    """Return the child of the family that a situation would be about, None if it fits none."""
    first, last = theme.ages_of(situation)
    # A family met at sixteen may come up again at seventeen.
    last += last == families.OLDEST
    return next((child for child in family.children if first <= child.age(day) <= last), None)


def _worry(
    family: Family,
    theme: Theme,
    situation: Situation,
    *,
    referral: bool,
    day: date,
    chance: Random,
) -> Worry:
    return Worry(
        family=family,
        focus=_focus(family, theme, situation, day) or family.children[0],
        theme=theme,
        situation=situation,
        reading=chance.choice(situation.read_as(referral=referral)),
        on=day,
        in_danger_now=theme.may_be_now and referral and chance.random() < DANGER,
    )


def _file(
    worry: Worry, day: date, past: _Past, *, into: File, staff: Staff, chance: Random
) -> None:
    """File one occasion, and remember whether it left a referral open."""
    received = hours.sent(kind=worry.kind, day=day, chance=chance)
    worry = replace(worry, on=received.date())
    times = timetable.of(received=received, in_danger_now=worry.in_danger_now, chance=chance)
    is_open = past.referral_until is not None and received.date() < past.referral_until
    outcome = decided.outcome(worry, is_open=is_open, chance=chance)
    closed_on = _closed(times.decided, chance) if worry.reading.is_referral else None
    school = school_of(worry.family, worry.focus.age(worry.on))
    by = course.hands(worry=worry, staff=staff, chance=chance)
    happening = Happening(
        worry=worry,
        sender=staff.sender(kind=worry.kind, school=school),
        times=times,
        outcome=outcome,
        closed_on=closed_on,
    )
    course.file(happening, into=into, staff=staff, by=by, chance=chance)
    if worry.reading.is_referral:
        past.referral_until = closed_on or date.max


def school_of(family: Family, age: int) -> int:
    """Return the number of the school a child of this age goes to: even primary, odd secondary."""
    return family.school // 2 * 2 + (0 if age <= 10 else 1)


def _closed(opened: datetime | None, chance: Random) -> date | None:
    """Return the day a referral was closed, None while it is open on the morning of the story."""
    if opened is None:
        return None
    day = hours.working(opened.date(), after=chance.randint(6, 48))
    return day if day < hours.LAST else None
