"""Signs as they may leave the partnership: small counts hidden, and what would give them away.

What is counted from rows is held to DfE's rule (insight.disclosure). What DfE itself has printed
was held to it before it was printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from goldenthread.insight import comparators, disclosure
from goldenthread.insight.observations import PROVISIONAL
from goldenthread.insight.signs import SignRow
from goldenthread.language.indicator import Measure

HIDDEN = "Hidden: a number from 1 to 5, or one that would reveal such a number."


def outward(rows: Sequence[SignRow]) -> list[SignRow]:
    """The same rows in the same order, each with what must be hidden taken out of it."""
    found: list[SignRow] = []
    for _, together in groupby(rows, key=_whole):
        found += _of_one(list(together))
    return found


def _whole(row: SignRow) -> tuple[str, str, str, str]:
    seen = row.observation
    return row.indicator.key, seen.area, seen.period.label, seen.vintage


def _of_one(rows: list[SignRow]) -> Iterator[SignRow]:
    first = rows[0]
    if first.observation.vintage != PROVISIONAL:
        yield from rows
    elif first.indicator.measure is Measure.MIX:
        yield from _mix(rows)
    else:
        for row in rows:
            yield _without_before(_hidden(row) if comparators.small(row.observation) else row)


def _mix(rows: list[SignRow]) -> Iterator[SignRow]:
    counts = {row.observation.part: row.observation.numerator or 0 for row in rows}
    held = disclosure.protected(counts)
    for row in rows:
        if held.cells[row.observation.part] is None:
            yield _without_before(_hidden(row))
        elif held.total is None:
            # The part may be told, and not what it is a part of.
            yield _without_before(_hidden(row, keep=row.observation.numerator))
        else:
            yield _without_before(row)


def _hidden(row: SignRow, *, keep: int | None = None) -> SignRow:
    seen = replace(
        row.observation, numerator=keep, denominator=None, suppressed=True, reason=HIDDEN
    )
    return replace(row, observation=seen)


def _without_before(row: SignRow) -> SignRow:
    """The row without its value of the year before where that shows a small number."""
    kept = tuple(
        replace(other, value=None) if other.reveals else other for other in row.comparators
    )
    return replace(row, comparators=kept)
