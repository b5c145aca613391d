"""Blocks of rows as the text COPY takes, table by table, and COPY itself.

A process that has no connection packs them; the one that has writes them and need not understand.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.db.models import JSONField, Model
from psycopg import Cursor, sql

from goldenthread.actions.demonstration import rows
from goldenthread.records.episode import Episode


@dataclass(frozen=True, kw_only=True)
class Block:
    """Rows of several tables by their place in `rows.ORDER`, and how many contacts they tell of."""

    contacts: int
    text: tuple[tuple[int, bytes], ...]


def packed(made: Iterable[Model]) -> Block:
    """Return unsaved instances as text, each kind after what it refers to.

    The same instances the actions would have saved, so that no list of columns stands here.
    """
    sorted_out: dict[type[Model], list[str]] = {kind: [] for kind in rows.ORDER}
    contacts = 0
    for row in made:
        sorted_out[type(row)].append(_line(row))
        contacts += isinstance(row, Episode) and row.pathway == "contact"
    text = tuple(
        (place, "".join(lines).encode()) for place, lines in enumerate(sorted_out.values()) if lines
    )
    return Block(contacts=contacts, text=text)


def copy(cursor: Cursor, block: Block) -> None:
    """Write a block by COPY."""
    for place, text in block.text:
        with cursor.copy(_statement(rows.ORDER[place])) as into:
            into.write(text)


def _statement(kind: type[Model]) -> sql.Composed:
    columns = sql.SQL(", ").join(sql.Identifier(each.column) for each in rows.written(kind))
    table = sql.Identifier(rows.table_of(kind).db_table)
    return sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)


def _line(row: Model) -> str:
    kind, own = cast("Any", type(row)), row.__dict__
    return (
        "\t".join(
            [
                "\\N" if (value := own[name]) is None else into[type(value)](value)
                for name, into in _columns(kind)
            ]
        )
        + "\n"
    )


@cache
def _columns(kind: type[Model]) -> tuple[tuple[str, "_Texts"], ...]:
    return tuple(
        (field.attname, _AS_JSON if isinstance(field, JSONField) else _AS_TEXT)
        for field in rows.written(kind)
    )


def _words(value: str) -> str:
    """Return words with what COPY would read as the end of a column or row written out."""
    if value.isprintable() and "\\" not in value:
        return value
    value = value.replace("\\", "\\\\")
    return value.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _json(value: dict[str, Any]) -> str:
    # Written so, it holds no line break, and of what COPY reads only the backslash.
    return json.dumps(value).replace("\\", "\\\\") if value else "{}"


# By what is written; a kind of value that is missing here is an error and not a guess.
_Texts = dict[type, Callable[[Any], str]]
_AS_TEXT: _Texts = {
    str: _words,
    UUID: lambda value: value.int.to_bytes(16).hex(),
    datetime: datetime.isoformat,
    date: date.isoformat,
    bool: lambda value: "t" if value else "f",
    int: str,
}
_AS_JSON: _Texts = {dict: _json}
