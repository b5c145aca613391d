"""The course of one occasion: what was recorded about each child, by whom and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from goldenthread.actions.demonstration import decided, hours, told
from goldenthread.actions.demonstration.acts import Act, Course
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Member, Staff
from goldenthread.actions.demonstration.timetable import Timetable
from goldenthread.actions.demonstration.told import Worry
from goldenthread.content.front_door.outcome import OPENS_REFERRAL

# What a qualified practitioner may decide under written delegation.
DELEGATED = ("notification", "advice-request", "information-request")
# Between two children of one family the same reader takes a few minutes.
MINUTES_A_CHILD = 4


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Who took this occasion through: one screener, and whoever decides."""

    screener: Member
    decider: Member


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One occasion as it is to be told.

    `closed_on` is when a referral it opened was closed; `considered_at` when a manager decided what
    that needed, which was `nothing` further for so many of the children. A decision that is `drawn`
    is one a manager reads.
    """

    worry: Worry
    sender: Member
    times: Timetable
    outcome: str
    closed_on: date | None = None
    considered_at: datetime | None = None
    nothing: int = 0
    drawn: bool = False


def hands(*, worry: Worry, staff: Staff, chance: Random) -> Hands:
    """Return who screens and decides: a manager, save where a practitioner may."""
    screener = chance.choice(staff.screeners)
    delegated = worry.theme.purpose in DELEGATED and chance.random() < 0.7
    return Hands(
        screener=screener, decider=screener if delegated else chance.choice(staff.managers)
    )


def file(happening: Happening, *, into: File, staff: Staff, by: Hands, chance: Random) -> None:
    """File an occasion and what became of it for each child."""
    worry = happening.worry
    courses = [
        _of_child(happening, child, place, staff=staff, by=by, chance=chance)
        for place, child in enumerate(worry.family.children)
    ]
    into.occasion(
        sender=happening.sender,
        received=happening.times.received,
        shared=told.shared(worry, chance),
        courses=courses,
    )


def _of_child(
    happening: Happening, child: Child, place: int, *, staff: Staff, by: Hands, chance: Random
) -> Course:
    worry, outcome = happening.worry, happening.outcome
    if child is not worry.focus:
        outcome = decided.for_sibling(outcome, chance)
    times = happening.times.later(place * MINUTES_A_CHILD)
    course = Course(
        child=child,
        answers=told.of_child(worry, child, chance),
        acts=_acts(happening, child, outcome, times, staff=staff, by=by, chance=chance),
        claimed_by=by.screener if times.claimed else None,
        claimed_at=times.claimed,
    )
    if outcome in OPENS_REFERRAL:
        acts = _of_referral(happening, child, place, outcome, by=by, chance=chance)
        return replace(course, referral=tuple(acts))
    return course


def _of_referral(
    happening: Happening, child: Child, place: int, outcome: str, *, by: Hands, chance: Random
) -> Iterator[Act]:
    """Yield what was recorded on the referral: what it needed, and its end."""
    worry = happening.worry
    nothing = place >= len(worry.family.children) - happening.nothing
    if happening.considered_at is not None:
        yield Act(
            step="referral-decided",
            at=happening.considered_at + timedelta(minutes=place * MINUTES_A_CHILD),
            by=by.decider,
            answers=decided.response(worry, child=child, decided=outcome, nothing=nothing),
        )
    if happening.closed_on and not nothing:
        yield _end(happening.closed_on, worry, child, by, chance)


def _acts(
    happening: Happening,
    child: Child,
    outcome: str,
    times: Timetable,
    *,
    staff: Staff,
    by: Hands,
    chance: Random,
) -> list[Act]:
    """Return the acts so far: those whose moment has come."""
    worry, acknowledged = happening.worry, times.acknowledged
    acts = [Act(step="contact-acknowledged", at=acknowledged, by=staff.correspondence)]
    rest: tuple[tuple[str, datetime | None, Member, told.Answers], ...] = (
        (
            "contact-screened",
            times.screened,
            by.screener,
            decided.screening(worry, child=child, decided=outcome, chance=chance),
        ),
        (
            "contact-decided",
            times.decided,
            by.decider,
            decided.decision(worry, child=child, decided=outcome, chance=chance),
        ),
        (
            "contact-outcome-told",
            times.told,
            by.screener,
            decided.letter(worry, child=child, decided=outcome, chance=chance),
        ),
    )
    drawn = "contact-decided" if happening.drawn else ""
    return acts + [
        Act(step=step, at=at, by=who, answers=answers, drawn=step == drawn)
        for step, at, who, answers in rest
        if at is not None
    ]


def _end(on: date, worry: Worry, child: Child, by: Hands, chance: Random) -> Act:
    return Act(
        step="referral-closed",
        at=hours.at(on, chance.uniform(9.5, 17.0)),
        by=by.decider,
        answers=decided.referral_end(worry, child=child, chance=chance),
    )
