"""The rows of the story before they are in the database: which kinds, in what order, how made."""

from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.base import ModelState

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
from goldenthread.records.identification import Identification
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
    Identification,
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

    Made as unpickling makes one, past `__init__`, whose signals and checks nobody needs here: there
    are two million.
    """
    made = kind.__new__(kind)
    made._state = ModelState()  # noqa: SLF001  # what unpickling restores
    own = made.__dict__
    fixed, fresh = _defaults(kind)
    own.update(fixed)
    for name, made_anew in fresh:
        if name not in values:
            own[name] = made_anew()
    own.update(values)
    return made


def table_of(kind: type[Model]) -> Any:
    """Return what Django knows of the table of a model."""
    return kind._meta  # noqa: SLF001  # Django documents it under this name


def written(kind: Any) -> tuple[Any, ...]:
    """Return the fields a row is written with: not what only the database's own clock can say."""
    return tuple(
        field
        for field in table_of(kind).concrete_fields
        if field.has_default() or not field.has_db_default()
    )


@cache
def _defaults(kind: Any) -> tuple[dict[str, Any], tuple[tuple[str, Any], ...]]:
    """Return each column attribute of a model with its default, apart from it what is made anew."""
    fields = table_of(kind).concrete_fields
    fresh = [each for each in fields if each.has_default() and callable(each.default)]
    fixed = {each.attname: each.get_default() for each in fields if each not in fresh}
    return fixed, tuple((each.attname, each.default) for each in fresh)
