"""Files of schools, surgeries and homes: taken whole, or not at all with the first thing wrong.

CSV in UTF-8 with a row of headings, the questions of a setting by their keys. A row whose kind and
code are there already changes that one; another adds one.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.access.viewer import Viewer
from goldenthread.actions import directory
from goldenthread.actions.conflict import Refused
from goldenthread.content.partnership import directory as kept
from goldenthread.language import text
from goldenthread.language.feed import Fault, Unfit
from goldenthread.queries import directory as listed
from goldenthread.records.setting import Setting

MOST_BYTES, MOST_ROWS = 5_000_000, 20_000
FIELDS = tuple(question.key for question in kept.setting.questions)
NEEDED = ("kind", "name", "code")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of a file: how many were added, changed, and there already as they are."""

    added: int
    changed: int
    same: int


def receive(*, by: Viewer, content: bytes, at: datetime) -> Taken:
    """Take a file whole; raises Denied, Unfit with the row and field that is wrong."""
    counts = {"added": 0, "changed": 0, "same": 0}
    with transaction.atomic():
        for number, row in _rows(content):
            try:
                counts[_take(by=by, row=row, at=at)] += 1
            except Refused as refused:
                wrong = refused.problems[0]
                raise _unfit(wrong.message, place=f"Row {number}", field=wrong.field) from refused
    return Taken(**counts)


def _take(*, by: Viewer, row: Mapping[str, str], at: datetime) -> str:
    code = row["code"].upper().replace(" ", "")
    there = Setting.objects.filter(kind=row["kind"], code=code).first()
    if there is None:
        directory.add(by=by, what="setting", answers=row, at=at)
        return "added"
    said = listed.answers(there)
    if {**said, **row, "code": code} == said:
        return "same"
    directory.change(
        by=by,
        what="setting",
        listed_id=there.pk,
        answers={**said, **row},
        seen=directory.fingerprint(said),
        at=at,
    )
    return "changed"


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row that is not blank with its line's number in the file, headings being 1."""
    table = _table(content)
    heads = [each.strip() for each in table[0]] if table else []
    _must_be_headings(heads)
    if not 1 < len(table) <= MOST_ROWS:
        raise _unfit(f"Send from one to {MOST_ROWS:,} rows below the headings")
    for number, cells in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in cells):
            yield number, _row(number, heads, cells)


def _table(content: bytes) -> list[list[str]]:
    if len(content) > MOST_BYTES:
        raise _unfit(f"It is larger than {MOST_BYTES // 1_000_000} MB: send it in parts")
    try:
        words = content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(words, newline=""), strict=True))
    except UnicodeDecodeError:
        raise _unfit("It is not in UTF-8: save it as CSV UTF-8 and send it again") from None
    except csv.Error as broken:
        raise _unfit(f"It is not CSV that can be read: {broken}") from None


def _row(number: int, heads: list[str], cells: list[str]) -> dict[str, str]:
    place = f"Row {number}"
    if len(cells) != len(heads):
        says = f"It has {len(cells)} cells and the headings are {len(heads)}"
        raise _unfit(says, place=place)
    tidied = {head: text.tidy(cell) for head, cell in zip(heads, cells, strict=True)}
    row = {head: cell for head, cell in tidied.items() if cell}
    for field in NEEDED:
        if field not in row:
            raise _unfit(f"Give the {field}", place=place, field=field)
    return row


def _must_be_headings(heads: list[str]) -> None:
    for head in heads:
        if head not in FIELDS:
            says = f"There is no such column: the columns are {', '.join(FIELDS)}"
            raise _unfit(says, place="Row 1", field=head)
    for field in NEEDED:
        if heads.count(field) != 1:
            raise _unfit("There must be one column of this name", place="Row 1", field=field)


def _unfit(says: str, *, place: str = "File", field: str = "") -> Unfit:
    return Unfit(Fault(place=place, field=field, says=says))
