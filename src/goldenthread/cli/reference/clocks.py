"""clocks.md: each clock, its limits over time, and examples worked out by the legal calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from goldenthread.cli.reference import markdown, pathways, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.kernel import moment, period, words
from goldenthread.kernel.calendar import LONDON
from goldenthread.kernel.limit import Limit
from goldenthread.kernel.moment import Moment
from goldenthread.language.clock import Clock
from goldenthread.language.pathway import Pathway

# Days on which a calendar shows what it knows.
EXAMPLES = (
    (date(2020, 3, 2), "an ordinary Monday"),
    (date(2020, 3, 6), "a Friday"),
    (date(2020, 3, 28), "a Saturday, the clocks going forward in the night"),
    (date(2020, 4, 9), "the day before Good Friday"),
    (date(2020, 5, 7), "the day before the bank holiday moved to Friday 8 May 2020"),
    (date(2019, 12, 24), "Christmas Eve"),
    (date(2020, 2, 29), "a day most years have not"),
)
RULES = (
    "The day of the start is day 0.",
    "A working day is Monday to Friday and not a bank holiday in England.",
    "A limit in days is met by the end of the day it is due on, London time.",
    "A month later is the same day of that month, or its last day if it has none.",
    "Hours are elapsed hours, through nights, weekends and the change of the clocks.",
    "Duty hours are counted only while the duty team is at work.",
    "Hours cannot be measured from what is known only by its date.",
    "A clock is worked out from what is recorded each time it is read. Nothing ticks.",
)


def page(specs: Specs) -> str:
    """Return the page."""
    declared = sorted(catalogue.declared(Clock).values(), key=lambda clock: (clock.id, clock.key))
    parts = (part for clock in declared for part in _parts(clock, specs))
    return markdown.page("Clocks", "## How they count", markdown.bullets(RULES), *parts)


def _parts(clock: Clock, specs: Specs) -> Iterator[str]:
    yield f"## {clock.id} {clock.title}".replace("  ", " ")
    cancelled = markdown.listed((_step(key) for key in clock.cancels), last="or")
    yield markdown.bullets(
        (
            f"Key: {code(clock.key)}",
            f"Starts: {_steps(clock.starting)}{_where(clock)}",
            f"Stops: {_steps(clock.stopping)}",
            f"Nothing more to wait for after: {cancelled}" if cancelled else "",
            f"Answered for by: {clock.owner}" if clock.owner else "",
            f"Law: {wording.law(clock.law)}",
        )
    )
    yield markdown.table(
        ("Limit", "For what starts"),
        ((wording.limit(limit), _in_force(limit)) for limit in clock.limits),
    )
    for limit in clock.limits:
        yield f"Examples of {wording.limit(limit)}, worked out by the calendar:"
        yield markdown.table(("Starts", "Which is", "Due"), _examples(limit))
    yield specs.of(clock)


def _step(key: str) -> str:
    return f"{catalogue.step(key).title} ({code(key)})"


def _steps(keys: Iterable[str]) -> str:
    return markdown.listed((_step(key) for key in keys), last="or")


def _where(clock: Clock) -> str:
    pathway = next(p for p in catalogue.pathways().values() if _on(clock.starts, p))
    return wording.where(clock.only_if, pathways.named(pathway))


def _on(step: str, pathway: Pathway) -> bool:
    return any(each.key == step for each in pathway.steps)


def _in_force(limit: Limit) -> str:
    return wording.span(limit.since, limit.until).strip() or "at any time"


def _examples(limit: Limit) -> Iterator[tuple[str, str, str]]:
    known = [
        (day, which)
        for day, which in EXAMPLES
        if period.in_force(day, since=limit.since, until=limit.until)
    ]
    for day, which in known or _first_week(limit):
        start = _start(day, limit)
        yield _in_words(start), which, _due(limit, start)


def _first_week(limit: Limit) -> list[tuple[date, str]]:
    """Return the first week of a limit that none of the examples fall in."""
    first = limit.since or limit.until or EXAMPLES[0][0]
    return [(first + timedelta(days=place), "") for place in range(7)]


def _start(day: date, limit: Limit) -> Moment:
    if not limit.in_hours:
        return moment.of_day(day)
    return Moment(datetime(day.year, day.month, day.day, 20, tzinfo=LONDON))


def _due(limit: Limit, start: Moment) -> str:
    due = limit.due(start)
    on = f"{due.on:%A} {words.plain_date(due.on)}"
    return f"{on} at {words.plain_time(due.at)}" if limit.in_hours else on


def _in_words(start: Moment) -> str:
    on = f"{start.on:%A} {words.plain_date(start.on)}"
    return (
        on if start.precision is moment.Precision.DAY else f"{on} at {words.plain_time(start.at)}"
    )
