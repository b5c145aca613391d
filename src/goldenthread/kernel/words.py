"""Dates and times as people say them in British English."""

from datetime import date, datetime

from goldenthread.kernel import calendar


def plain_date(day: date) -> str:
    """ "6 May 2020"."""
    return f"{day.day} {day:%B %Y}"


def plain_time(at: datetime) -> str:
    """ "8pm", "8:15pm", "midday" or "midnight", in London."""
    local = at.astimezone(calendar.LONDON)
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f":{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def plain_moment(at: datetime) -> str:
    """ "6 May 2020 at 8:15pm", in London. Raises ValueError if `at` has no time zone."""
    return f"{plain_date(calendar.london_date(at))} at {plain_time(at)}"


def due(on: date, *, today: date) -> str:
    """How a due date reads on `today`: "due today", "due tomorrow", "2 days late" and so on."""
    left = (on - today).days
    if left < 0:
        return f"{-left} day{'' if left == -1 else 's'} late"
    near = {0: "due today", 1: "due tomorrow"}
    return near.get(left) or f"due {plain_date(on)}"
