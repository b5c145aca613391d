"""Columns read from what was typed: a value, or nothing and where it stands.

Each different spelling is read once, however many rows have it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import schema


@dataclass(frozen=True, kw_only=True)
class Reader:
    """How one kind of value is read: `read` gives None for what it cannot."""

    read: Callable[[str], Any]
    kind: pa.DataType
    expects: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column read: its values, and the positions (from 0) of those that could not be."""

    values: pa.Array
    unreadable: Sequence[int]


def read(typed: pa.Array, reader: Reader) -> Column:
    """Read an array of strings. Nothing typed, or only spaces, is missing and not unreadable."""
    spellings = pc.utf8_trim_whitespace(typed).dictionary_encode()
    meanings = [reader.read(text) if text else None for text in spellings.dictionary.to_pylist()]
    bad = [
        place
        for place, text in enumerate(spellings.dictionary.to_pylist())
        if text and meanings[place] is None
    ]
    values = pa.array(meanings, reader.kind).take(spellings.indices)
    if not bad:
        return Column(values=values, unreadable=())
    where = pc.is_in(spellings.indices, value_set=pa.array(bad, spellings.indices.type))
    return Column(values=values, unreadable=pc.indices_nonzero(where).to_pylist())


def trimmed(typed: pa.Array) -> pa.Array:
    """Strings without the spaces about them; nothing where there was nothing else."""
    stripped = pc.utf8_trim_whitespace(typed)
    return pc.if_else(pc.equal(stripped, ""), pa.scalar(None, schema.TEXT), stripped)


def codes(keys: Collection[str] | Mapping[str, str], *, expects: str) -> Reader:
    """A reader of codes: a mapping gives each spelling its meaning, a list each its own."""
    meanings = dict(keys) if isinstance(keys, Mapping) else {key: key for key in keys}
    return Reader(read=meanings.get, kind=schema.TEXT, expects=expects)


def _day(text: str) -> date | None:
    # An xs:date is ten characters; its optional zone says nothing about the day written.
    head, zone = text[:10], text[10:]
    if len(head) != 10 or head[4] != "-" or not (zone in ("", "Z") or _is_offset(zone)):
        return None
    try:
        return date.fromisoformat(head) if head.isascii() else None
    except ValueError:
        return None


def _is_offset(zone: str) -> bool:
    hours, colon, minutes = zone[1:3], zone[3:4], zone[4:]
    return zone[0] in "+-" and colon == ":" and (hours + minutes).isdecimal() and len(zone) == 6


DAY = Reader(read=_day, kind=schema.DAY, expects="a date such as 2021-05-06")
