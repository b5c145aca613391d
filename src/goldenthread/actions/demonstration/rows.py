"""Rows on their way into the database by COPY, table by table."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import JSONField, Model
from psycopg import sql
from psycopg.types.json import Jsonb

from goldenthread.records.account import Account
from goldenthread.records.address import Address
from goldenthread.records.agency import Agency
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.delegation import Delegation
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.draft import Draft
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.household import Household
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identifier import Identifier
from goldenthread.records.involvement import Involvement
from goldenthread.records.notification import Notification
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.relationship import Relationship
from goldenthread.records.sample import Sample
from goldenthread.records.setting import Setting
from goldenthread.records.team import Team

# What names another comes after it.
ORDER: tuple[type[Model], ...] = (
    Agency,
    Team,
    Setting,
    Practitioner,
    Account,
    DeskSeat,
    Delegation,
    Person,
    Identifier,
    Household,
    Relationship,
    HouseholdMember,
    Address,
    Enrolment,
    Involvement,
    Occasion,
    Notification,
    Episode,
    Entry,
    Sample,
    ClockRun,
    Grant,
    Draft,
)


def make(kind: Any, /, **values: Any) -> Any:
    """Return an unsaved instance; `values` are by column attribute, such as `episode_id`.

    Django makes one from values in the order of its fields in a third of the time it takes by name,
    and there are half a million.
    """
    return kind(
        *[
            values[name] if name in values else (given() if callable(given) else given)
            for name, given in _fields(kind)
        ]
    )


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return each column attribute of a model with its default, or what makes its default."""
    table = kind._meta  # noqa: SLF001  # Django documents it under this name
    return tuple((field.attname, _default(field)) for field in table.concrete_fields)


def _default(field: Any) -> Any:
    made_anew = field.has_default() and callable(field.default)
    return field.default if made_anew else field.get_default()


def copy(cursor: Any, rows: Iterable[Model]) -> None:
    """Write unsaved instances by COPY, each kind after what it refers to.

    The same instances the actions would have saved, so that no list of columns stands here.
    """
    sorted_out: dict[type[Model], list[Model]] = {kind: [] for kind in ORDER}
    for row in rows:
        sorted_out[type(row)].append(row)
    for kind, instances in sorted_out.items():
        if instances:
            _copy_one(cursor, kind, instances)


def _copy_one(cursor: Any, kind: type[Model], instances: list[Model]) -> None:
    table = kind._meta  # noqa: SLF001  # Django documents it under this name
    fields = table.concrete_fields
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.db_table),
        sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
    )
    columns = [(field.attname, isinstance(field, JSONField)) for field in fields]
    with cursor.copy(statement) as into:
        for each in instances:
            into.write_row(
                [
                    Jsonb(getattr(each, name)) if is_json else getattr(each, name)
                    for name, is_json in columns
                ]
            )
