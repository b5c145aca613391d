"""The rows of the trail as they lie there now, in order, taken as far as somebody asks."""

from collections.abc import Iterator
from typing import Any

from goldenthread.records.postgresql import chain
from goldenthread.records.postgresql.chain import Place, Row


class Rows:
    """One reading of a stretch of the trail. It must be gone through before another is begun."""

    def __init__(self, cursor: Any, *, after: Place, until: Place, shape: int) -> None:
        self._read = chain.read(cursor, after=after, until=until, shape=shape)
        self._next: Row | None = next(self._read, None)

    def before(self, place: Place) -> Iterator[Row]:
        """Yield the rows that lie before a place."""
        while self._next and self._next.place < place:
            yield self._take(self._next)

    def through(self, place: Place) -> Iterator[Row]:
        """Yield the rows as far as a place, and that one too."""
        while self._next and self._next.place <= place:
            yield self._take(self._next)

    def rest(self) -> Iterator[Row]:
        """Yield what is left."""
        while self._next:
            yield self._take(self._next)

    def _take(self, row: Row) -> Row:
        self._next = next(self._read, None)
        return row
