"""The values of a file that could not be read, put aside as they are met."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

import pyarrow as pa

from goldenthread.insight import schema
from goldenthread.insight.aside import Aside
from goldenthread.insight.importers.piece import Unreadable

_LISTED = pa.schema([schema.UNREADABLE.field(each.name) for each in fields(Unreadable)])


class Listing:
    """Values that could not be read, in the order they stand in a file."""

    def __init__(self) -> None:
        self._found: list[Unreadable] = []
        self._kept = Aside(_LISTED)

    def add(self, values: Iterable[Unreadable]) -> None:
        """List more of the part of the file that is being read."""
        self._found.extend(values)

    def settle(self) -> None:
        """Put those of this part aside: whatever comes after stands after them in the file."""
        found, self._found = sorted(self._found, key=lambda value: value.line), []
        if found:
            self._kept.add(pa.Table.from_pylist([vars(value) for value in found], _LISTED))

    def __len__(self) -> int:
        """How many there are."""
        return self._kept.num_rows

    def __iter__(self) -> Iterator[Unreadable]:
        """Go through them."""
        for batch in self._kept.to_batches():
            yield from (Unreadable(**row) for row in batch.to_pylist())
