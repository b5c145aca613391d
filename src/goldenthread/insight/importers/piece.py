"""What an importer hands back: tables to lay over the dataset, and what it could not read."""

from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass, field
from typing import Protocol

from goldenthread.insight.batches import Counted

# Told the file's name, how much of it is done and how much there is, in bytes.
Progress = Callable[[str, int, int], None]


class ImportRefused(Exception):
    """Raised when a file is not what it says. The message is one sentence for people.

    It names the file and, where there is one, the row and the field. Nothing has been loaded.
    """

    def __init__(self, says: str, *, file: str, row: str = "", field: str = "") -> None:
        field = " ".join(field.split())[:60]
        super().__init__(": ".join((", ".join(part for part in (file, row, field) if part), says)))
        self.file = file
        self.row = row
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    """One value kept as typed and counted missing: where it stands and what was expected."""

    row: str
    line: int
    field: str
    value: str
    problem: str

    def __str__(self) -> str:
        return f"{self.row} (line {self.line}), {self.field} {self.value!r}: {self.problem}."


class Listed(Sized, Iterable[Unreadable], Protocol):
    """Values that could not be read, in the order they stand in a file."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file, read. `kind` with `la_code` and `year` is what it replaces in the dataset.

    `la_code` is "" and `year` None for a published table, which covers every area and year.
    """

    kind: str
    file: str
    sha256: str
    title: str
    tables: Mapping[str, Counted]
    la_code: str = ""
    year: int | None = None
    unreadable: Listed = field(default=(), repr=False)
