"""The years behind the morning: each family's occasions, from April to the end of March."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from django.db.models import Model

from goldenthread.actions.demonstration import (
    acts,
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
from goldenthread.actions.demonstration.plan import FamilyPlan, Planned
from goldenthread.actions.demonstration.themes import THEMES
from goldenthread.actions.demonstration.themes.theme import Situation, Theme
from goldenthread.actions.demonstration.told import Worry

# The last day of a year's March from which what is sent can still be decided in the same year.
LAST = 24
# Days between two occasions of a family, and between two referrals of the same children, which in
# years that follow each other are within twelve months; so is all that happens to them then.
APART, REFERRALS_APART, AGAIN_WITHIN, YEAR = 12, 110, 335, 345
# More occasions than any family has, whose references are numbered by its first child.
MOST_OCCASIONS = 16
# How likely the same worry is when a family comes up again, and that a child is in danger now.
SAME_WORRY = 0.5
DANGER = 0.08
# How much of what is no referral comes from each kind of agency, where a theme has situations of
# several.
KINDS = {"school": 16, "police": 21, "health": 22, "council": 55}
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
    """Return every row of one family's years. `serial` numbers its children."""
    days = _days(plan, chance)
    numbers = itertools.count(serial * MOST_OCCASIONS)
    past = _Past()
    into = File(chance=chance, duty=staff.duty, refer=lambda: acts.numbered(next(numbers)))
    family: Family | None = None
    oldest = families.OLDEST - plan.span if plan.span > 1 else families.OLDEST
    for day, planned in zip(days, plan.occasions, strict=True):
        theme, situation = _drawn(
            planned=planned,
            day=day,
            family=family,
            past=past,
            alone=len(days) == 1,
            oldest=oldest,
            chance=chance,
        )
        family = family or families.invent(
            chance=chance,
            number=plan.size,
            ages=theme.ages_of(situation),
            on=day,
            serial=serial,
            schools=len(staff.leads),
            oldest=oldest,
        )
        worry = _worry(family, theme, situation, planned=planned, day=day, chance=chance)
        _file(worry, planned, past, into=into, staff=staff, chance=chance)
    return iter(list(into.rows()))


def _days(plan: FamilyPlan, chance: Random) -> list[date]:
    """Return the days of a family's occasions, far enough apart to be different occasions."""
    while True:
        days = [_day(planned, chance) for planned in plan.occasions]
        if _fit(plan, days):
            return days


def _day(planned: Planned, chance: Random) -> date:
    first, last = date(planned.year - 1, 4, 1), date(planned.year, 3, LAST)
    while True:
        day = first + timedelta(days=chance.randrange((last - first).days + 1))
        if planned.kind != "school" or hours.is_school_day(day):
            return day


def _fit(plan: FamilyPlan, days: list[date]) -> bool:
    if any((b - a).days < APART for a, b in pairwise(days)):
        return False
    if plan.span == 1 and (days[-1] - days[0]).days > YEAR:
        return False
    referred = [
        (planned.year, day)
        for planned, day in zip(plan.occasions, days, strict=True)
        if planned.referral
    ]
    return all(
        (later - day).days >= REFERRALS_APART
        and (another - year != 1 or (later - day).days <= AGAIN_WITHIN)
        for (year, day), (another, later) in pairwise(referred)
    )


def _drawn(
    *,
    planned: Planned,
    day: date,
    family: Family | None,
    past: _Past,
    alone: bool,
    oldest: int,
    chance: Random,
) -> tuple[Theme, Situation]:
    """Return what brings a family up on that day: what fits it, new where there is anything new."""
    fitting = [
        (theme, situation)
        for theme, situation in READ_AS[planned.referral]
        if (alone or not theme.only_once)
        and (
            theme.ages_of(situation)[0] <= oldest
            if family is None
            else _focus(family, theme, situation, day) is not None
        )
    ]
    fitting = [each for each in fitting if each[1].kind == planned.kind] or fitting
    new = [each for each in fitting if each[1] not in past.told] or fitting
    if not hours.is_school_day(day):
        new = [each for each in new if each[1].kind != "school"] or new
    if day >= hours.SCHOOLS_CLOSED:
        new = [each for each in new if each[0].key != "attendance"] or new
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
    planned: Planned,
    day: date,
    chance: Random,
) -> Worry:
    readings = situation.read_as(referral=planned.referral)
    calm = [each for each in readings if "strategy-discussion" not in each.outcomes]
    danger = theme.may_be_now and planned.referral and not planned.nothing
    return Worry(
        family=family,
        focus=_focus(family, theme, situation, day) or family.children[0],
        theme=theme,
        situation=situation,
        reading=chance.choice((calm or readings) if planned.nothing else readings),
        on=day,
        in_danger_now=danger and chance.random() < DANGER,
    )


def _file(
    worry: Worry, planned: Planned, past: _Past, *, into: File, staff: Staff, chance: Random
) -> None:
    """File one occasion, and remember what was told and whether it left a referral open."""
    received = hours.sent(kind=worry.kind, day=worry.on, chance=chance)
    worry = replace(worry, on=received.date(), again=bool(past.told))
    past.theme = worry.theme
    past.told.append(worry.situation)
    times = timetable.of(
        received=received,
        in_danger_now=worry.in_danger_now,
        decided_by=date(planned.year, 3, 31) if planned.referral else None,
        chance=chance,
    )
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
        considered_at=_considered(times.decided, planned, len(worry.family.children), chance),
        nothing=planned.nothing,
    )
    course.file(happening, into=into, staff=staff, by=by, chance=chance)
    if worry.reading.is_referral:
        past.referral_until = closed_on or date.max


def _considered(
    opened: datetime | None, planned: Planned, children: int, chance: Random
) -> datetime | None:
    """Return when a manager decided what a referral needed; None where nobody has."""
    if opened is None or not planned.referral:
        return None
    after = opened + timedelta(minutes=course.MINUTES_A_CHILD * children)
    day = hours.working(opened.date(), after=chance.choice((0, 0, 0, 1)))
    if day >= hours.LAST:
        day = opened.date()
    return hours.on(day, after=after, chance=chance)


def school_of(family: Family, age: int) -> int:
    """Return the number of the school a child of this age goes to: even primary, odd secondary."""
    return family.school // 2 * 2 + (0 if age <= 10 else 1)


def _closed(opened: datetime | None, chance: Random) -> date | None:
    """Return the day a referral was closed, None while it is open on the morning of the story."""
    if opened is None:
        return None
    day = hours.working(opened.date(), after=chance.randint(6, 48))
    return day if day < hours.LAST else None
