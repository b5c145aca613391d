"""One policy of PostgreSQL made to pass every row, or one filter of the application, and back.

A filter is a place in the product that asks `access.rows` for what may be seen.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db.models import FilteredRelation
from psycopg import sql

import goldenthread
from goldenthread.access import rows

PACKAGE = Path(goldenthread.__file__).parent
# What each filter answers that is dead: all of what it was asked about. A desk that holds a row is
# also what a list is of, so there the seal alone is let through.
PASSING: dict[str, Callable[..., Any]] = {
    "visible": lambda *, viewer, rows: rows,
    "at_desks": lambda *, viewer, rows: rows.filter(desk__in=viewer.desks),
    "beside": lambda *, viewer, through: FilteredRelation(through),
    "sees": lambda *, viewer, record: True,
}


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One policy that shows rows to the web role, as the catalogue has it."""

    table: str
    name: str
    using: str

    def __str__(self) -> str:
        return f"{self.table}: {self.name}"


def policies(owner: psycopg.Connection) -> list[Policy]:
    """Return every policy that shows the web role rows of a table about somebody."""
    found = owner.execute(
        "select p.tablename, p.policyname, p.qual from pg_policies p"
        " where 'gt_web' = any(p.roles) and p.qual is not null and p.cmd in ('ALL', 'SELECT')"
        " and exists (select 1 from information_schema.columns c where c.table_name = p.tablename"
        " and c.column_name = 'seal') order by 1, 2"
    )
    return [Policy(table=table, name=name, using=using) for table, name, using in found]


@contextmanager
def without_policy(owner: psycopg.Connection, policy: Policy) -> Iterator[None]:
    """Have one policy pass every row, and put it back."""
    _use(owner, policy, "true")
    try:
        yield
    finally:
        _use(owner, policy, policy.using)


def _use(owner: psycopg.Connection, policy: Policy, using: str) -> None:
    owner.execute(
        sql.SQL("alter policy {} on {} using ({})").format(
            sql.Identifier(policy.name), sql.Identifier(policy.table), sql.SQL(using)
        )
    )


@dataclass
class Filters:
    """Which filters were asked, and the one that is dead."""

    dead: str = ""
    asked: dict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))
    by: Any = None


@contextmanager
def filters() -> Iterator[Filters]:
    """Note each filter that is asked, by its file and function, and let one of them be dead."""
    noted, kept = Filters(), {name: getattr(rows, name) for name in PASSING}

    def instead(name: str) -> Callable[..., Any]:
        def ask(**asked: Any) -> Any:
            frame = sys._getframe(1)
            file = Path(frame.f_code.co_filename)
            if not file.is_relative_to(PACKAGE) or "access" in file.parts:
                return kept[name](**asked)
            where = f"{file.relative_to(PACKAGE)}: {frame.f_code.co_name}, {name}"
            noted.asked[where].add(noted.by)
            return (PASSING if where == noted.dead else kept)[name](**asked)

        return ask

    with pytest.MonkeyPatch.context() as patched:
        for name in PASSING:
            patched.setattr(rows, name, instead(name))
        yield noted
