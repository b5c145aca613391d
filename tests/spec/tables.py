"""Tables of cases, written as they are published.

A spec test keeps its cases as a Markdown table in a string called TABLE, or ending in _TABLE. The
same string is what the test runs and what docs/reference shows. Days are written "Thu 7 May 2020"
and held to their weekday, so that a reader can see the weekend without a calendar.
"""

from datetime import date, datetime

from goldenthread.kernel import moment
from goldenthread.kernel.calendar import LONDON
from goldenthread.kernel.moment import Moment

DAY = "%a %d %B %Y"
INSTANT = f"{DAY} %H:%M"


def rows(table: str) -> list[dict[str, str]]:
    """Each row of a Markdown table by the heads of its columns; raises ValueError if one is odd."""
    head, rule, *body = [_cells(line) for line in table.strip().splitlines()]
    if any(set(cell) - set("-: ") for cell in rule):
        raise ValueError("The second line of a table is its rule, like |---|---|.")
    return [dict(zip(head, cells, strict=True)) for cells in body]


def day(written: str) -> date | None:
    """The day written "Thu 7 May 2020"; None for a blank. Raises ValueError for a wrong weekday."""
    return _strictly(written, DAY).date() if written else None


def point(written: str) -> Moment:
    """The moment written "Thu 7 May 2020" (known by its day) or "Thu 7 May 2020 16:30"."""
    if ":" in written:
        return Moment(_strictly(written, INSTANT))
    return moment.of_day(_strictly(written, DAY).date())


def words(written: str) -> tuple[str, ...]:
    """The words of a cell that lists several, parted by commas."""
    return tuple(word.strip() for word in written.split(",") if word.strip())


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _strictly(written: str, form: str) -> datetime:
    found = datetime.strptime(written, form).replace(tzinfo=LONDON)
    if f"{found:%a}" != written[:3]:
        raise ValueError(f"{written} was a {found:%a}.")
    return found
