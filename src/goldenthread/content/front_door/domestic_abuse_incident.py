"""When the incident of a notification happened, and whether that can be."""

import re
from collections.abc import Mapping
from datetime import datetime

from goldenthread.content.front_door.domestic_abuse_risk import HIGH_TICKS
from goldenthread.kernel import moment
from goldenthread.kernel.moment import Moment
from goldenthread.language.examination import Problem

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def happened(answers: Mapping[str, object]) -> Moment:
    """Return when it happened, by its day alone where the time is not given.

    Raises ValueError for a time that is none, or that the clocks passed over.
    """
    day, time = str(answers["incident_on"]), answers.get("incident_time")
    if time is None:
        return moment.parse(day)
    if not _TIME.fullmatch(str(time)):
        raise ValueError("The time of the incident must be by the 24-hour clock, like 21:40")
    return moment.parse(f"{day}T{time}")


def problems(answers: Mapping[str, object], *, at: datetime) -> tuple[Problem, ...]:
    """What is wrong with the time of the incident, told at `at`; nothing where it can be.

    Nothing either where its day is missing, which the form itself asks for.
    """
    if "incident_on" not in answers:
        return ()
    try:
        when = happened(answers)
    except ValueError as refused:
        return (Problem("incident_time", str(refused)),)
    if when.at > at:
        field = "incident_time" if "incident_time" in answers else "incident_on"
        return (Problem(field, "The incident cannot be later than now: check its date and time"),)
    return ()


def dash_says(answers: Mapping[str, object]) -> str:
    """Return what the ticks alone come to: "high" from fourteen, else "below-high"."""
    ticks = answers.get("dash_ticks")
    return "high" if isinstance(ticks, list) and len(ticks) >= HIGH_TICKS else "below-high"
