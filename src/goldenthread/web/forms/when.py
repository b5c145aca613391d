"""A day and a time of day, typed apart and read as one instant in London."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from goldenthread.kernel.calendar import LONDON
from goldenthread.language.answers import Problem

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def instant(answers: Mapping[str, object], *, day: str, at: str) -> datetime | Problem | None:
    """Return when it is; a problem where the time cannot be read, None where either is missing."""
    typed, on = str(answers.get(at, "")).strip(), answers.get(day)
    if not typed or not isinstance(on, str):
        return None
    read = _TIME.fullmatch(typed)
    if read is None:
        return Problem(at, "Write the time like 14:30")
    hour, minute = (int(part) for part in read.groups())
    return datetime.combine(date.fromisoformat(on), time(hour, minute), LONDON)
