"""A CSV file read strictly: every row as wide as the header, every header once."""

import csv
import io
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from goldenthread.insight.importers.opened import Metered, Opened
from goldenthread.insight.importers.piece import ImportRefused, Progress, Unreadable

_REPORT_EVERY = 5000  # rows
_LISTED = 200  # characters of an unreadable value shown in the list
_MOST = 50_000  # rows: published tables have some thousands


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its number as a spreadsheet shows it (the header is 1), and its cells."""

    number: int
    line: int
    cells: dict[str, str]


def missed(row: Row, header: str, problem: str) -> Unreadable:
    """What could not be read in one cell, as it is listed."""
    return Unreadable(
        row=f"row {row.number}",
        line=row.line,
        field=header,
        value=row.cells[header][:_LISTED],
        problem=problem,
    )


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A CSV file with a header."""

    file: str
    headers: tuple[str, ...]
    body: list[Row]


def headers(opened: Opened) -> tuple[str, ...]:
    """The names in the first row; raises ImportRefused if it has none or one of them twice."""
    with closing(_records(opened)) as records:
        first = next(records, (1, []))[1]
    names = tuple(name.strip("\ufeff \t") for name in first)
    for name, times in Counter(names).items():
        if times > 1:
            raise ImportRefused(
                "The header names this column twice, so it cannot be told which is meant.",
                file=opened.name,
                row="row 1",
                field=name or "(no name)",
            )
    opened.bytes.seek(0)
    return names


def plain_rows(opened: Opened) -> Iterator[tuple[int, int, list[str]]]:
    """Every row as it stands, with its number and its line, the header among them.

    For files whose header names columns twice. Raises ImportRefused for what is not CSV.
    """
    with closing(_records(opened)) as records:
        for number, (line, cells) in enumerate(records, start=1):
            yield number, line, [cell.strip("\ufeff") for cell in cells]
    opened.bytes.seek(0)


def read(
    opened: Opened, *, needs: Sequence[str], what: str, progress: Progress | None = None
) -> Sheet:
    """Read a whole CSV file; raises ImportRefused if it lacks a column in `needs` or is ragged.

    More than 50,000 rows are refused too, which no published table has.
    """
    names = headers(opened)
    body = list(rows(opened, needs=needs, what=what, progress=progress))
    return Sheet(file=opened.name, headers=names, body=body)


def rows(
    opened: Opened,
    *,
    needs: Sequence[str],
    what: str,
    progress: Progress | None = None,
    most: int | None = None,
) -> Iterator[Row]:
    """Each row of a CSV file; raises ImportRefused as `read` does, for more than `most` too."""
    names = headers(opened)
    for name in needs:
        if name not in names:
            raise ImportRefused(
                f"Without this column it cannot be read as {what}: ask for the whole file.",
                file=opened.name,
                row="row 1",
                field=name,
            )
    row = None
    for row in _body(opened, names, progress, most or _MOST):
        yield row
    if row is None:
        raise ImportRefused("It has a header and no rows.", file=opened.name, row="row 1")
    if progress:
        progress(opened.name, opened.size, opened.size)


def _body(
    opened: Opened, names: Sequence[str], progress: Progress | None, most: int
) -> Iterator[Row]:
    for number, (line, cells) in enumerate(_records(opened), start=1):
        if number == 1 or not cells:
            continue
        if number > most:
            raise ImportRefused(
                f"It has more than {most:,} rows, which no such file has: check what it is.",
                file=opened.name,
                row=f"row {number}",
            )
        if len(cells) != len(names):
            raise _ragged(opened.name, number, names, cells)
        if progress and number % _REPORT_EVERY == 0:
            progress(opened.name, opened.bytes.tell(), opened.size)
        yield Row(number=number, line=line, cells=dict(zip(names, cells, strict=True)))


def _ragged(file: str, number: int, names: Sequence[str], cells: Sequence[str]) -> ImportRefused:
    few = len(cells) < len(names)
    return ImportRefused(
        f"The row has {len(cells)} cells and the header {len(names)}, so it cannot be told which "
        f"column is which: {'it is cut short' if few else 'it is too long'} from here.",
        file=file,
        row=f"row {number}",
        field=names[len(cells)] if few else names[-1],
    )


def _records(opened: Opened) -> Generator[tuple[int, list[str]]]:
    metered = Metered(opened, thing="row")
    reader = csv.reader(_lines(opened, metered), strict=True)
    try:
        for cells in reader:
            metered.mark()
            yield reader.line_num, cells
    except UnicodeDecodeError:
        raise ImportRefused(
            "A letter here is not UTF-8: save the file as CSV UTF-8.",
            file=opened.name,
            row=f"row {reader.line_num + 1}",
        ) from None
    except csv.Error:
        raise ImportRefused(
            "The quotation marks or the length of a cell do not make sense here: save it as CSV "
            "again.",
            file=opened.name,
            row=f"row {reader.line_num}",
        ) from None


def _lines(opened: Opened, metered: Metered) -> Iterator[str]:
    """Each line by itself, so that a letter that cannot be read is placed in its own row."""
    if opened.encoding == "UTF-8":
        while line := opened.bytes.readline(Metered.MOST + 1):
            metered.count(len(line))
            yield line.decode("utf-8")
        return
    with _as_text(opened) as text:
        while found := text.readline(Metered.MOST + 1):
            metered.count(len(found))
            yield found


@contextmanager
def _as_text(opened: Opened) -> Iterator[io.TextIOWrapper]:
    """The file as text in its own encoding, left open afterwards for who opened it."""
    text = io.TextIOWrapper(opened.bytes, encoding=opened.encoding, newline="")
    try:
        yield text
    finally:
        text.detach()
