"""Restricted records: those one is named on, who looked, and whom to ring about one that is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from goldenthread.access import decision, grants, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.queries.register import Sought
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.grant import Grant
from goldenthread.records.person import Person
from goldenthread.records.restricted_look import RestrictedLook
from goldenthread.records.restriction import Restriction

READ, SET, SEARCH = "restriction.read", "restriction.set", "register.search"
STUB = "select * from gt_restricted_stub(%s, %s, %s, %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Custodian:
    """Whom to ring about a record one may not see. Nothing of the record itself."""

    account_id: UUID
    name: str
    job_title: str
    telephone: str


@dataclass(frozen=True, kw_only=True)
class Look:
    """One look-up that was answered with the custodian's number."""

    name: str
    agency: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One restriction as somebody named on it sees it. `looks` are for its custodian."""

    restriction_id: UUID
    person_id: UUID
    child: str
    custodian: str
    telephone: str
    why: str
    by: str
    at: datetime
    named: tuple[str, ...]
    looks: tuple[Look, ...]


def stubs(*, viewer: Viewer, sought: Sought) -> tuple[Custodian, ...]:
    """Return whom to ring about a restricted child that this is exactly; alerts them by a row.

    Nobody, to a role that is not told of restricted records and to whoever is named on this one.
    """
    decision.require(viewer=viewer, verb=SEARCH)
    told = [f"{role}:{kind}" for role, kind in _told()]
    exact = sought.number or (sought.given_name and sought.family_name and sought.born)
    if (viewer.role, viewer.agency_kind) not in _told() or not exact:
        return ()
    asked = [told, sought.given_name, sought.family_name, sought.born, sought.number]
    with connection.cursor() as cursor:
        cursor.execute(STUB, asked)
        return tuple(
            Custodian(account_id=account_id, name=name, job_title=job_title, telephone=telephone)
            for account_id, name, job_title, telephone in cursor.fetchall()
        )


def _told() -> tuple[tuple[str, str], ...]:
    """Return each role that is told, with each kind of agency whose people in it may search."""
    return tuple(
        (key, kind)
        for key, role in catalogue.declared(Role).items()
        for kind in role.agency_kinds
        if role.told_of_restricted and SEARCH in role.may_in(kind)
    )


def listed(*, viewer: Viewer) -> tuple[Shown, ...]:
    """Return the restrictions in force that the viewer is named on, the newest first."""
    decision.require(viewer=viewer, verb=READ)
    found = _all(viewer=viewer).order_by("-restricted_at", "pk")
    return tuple(_shown(viewer=viewer, restriction=each) for each in found)


def one(*, viewer: Viewer, restriction_id: UUID) -> Shown:
    """Return one restriction; raises Denied as if it were not there for who is not named on it."""
    found = _all(viewer=viewer).filter(pk=restriction_id).first()
    restriction = decision.opened(viewer=viewer, verb=READ, record=found)
    return _shown(viewer=viewer, restriction=restriction)


def record(*, viewer: Viewer, restriction_id: UUID) -> Restriction:
    """Return the row itself of one restriction; raises Denied."""
    found = _all(viewer=viewer).filter(pk=restriction_id).first()
    return decision.opened(viewer=viewer, verb=READ, record=found)


def to_restrict(*, viewer: Viewer, person_id: UUID) -> Person:
    """Return a child whose record the viewer may restrict; raises Denied."""
    found = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id)).first()
    return decision.opened(viewer=viewer, verb=SET, record=found)


def could_be_named(*, viewer: Viewer) -> tuple[tuple[UUID, str], ...]:
    """Return who of the viewer's agency may be named on an access list, by name."""
    people = Account.objects.filter(
        agency_id=viewer.agency_id,
        is_active=True,
        is_service=False,
        role__in=grants.through("access-list"),
    )
    found = people.order_by("full_name").values_list("pk", "full_name", "job_title")
    return tuple(
        (pk, f"{name}, {job_title}" if job_title else name) for pk, name, job_title in found
    )


def standing(*, viewer: Viewer, restriction: Restriction) -> Mapping[str, str]:
    """Return how a restricted record stands, in words: what a second person is shown changes of."""
    entries = rows.visible(viewer=viewer, rows=Entry.objects.filter(seal=restriction.seal))
    last = entries.order_by("-recorded_at").first()
    return {
        "Entries on the record": str(entries.count()),
        "Last recorded": f"{last.recorded_at:%-d %B %Y at %H:%M}" if last else "Nothing",
        "Named on it": ", ".join(_named(restriction)),
        "To be rung about it": f"{restriction.custodian}, {restriction.telephone}",
    }


def _all(*, viewer: Viewer) -> QuerySet[Restriction]:
    found = Restriction.objects.filter(lifted_at__isnull=True)
    visible = rows.visible(viewer=viewer, rows=found)
    return visible.select_related("person", "custodian", "restricted_by")


def _named(restriction: Restriction) -> tuple[str, ...]:
    given = Grant.objects.filter(seal=restriction.seal, ends_at__isnull=True)
    return tuple(
        given.values_list("account__full_name", flat=True).distinct().order_by("account__full_name")
    )


def _shown(*, viewer: Viewer, restriction: Restriction) -> Shown:
    looks = rows.visible(viewer=viewer, rows=RestrictedLook.objects.all())
    found = looks.filter(restriction=restriction).select_related("account__agency")
    return Shown(
        restriction_id=restriction.pk,
        person_id=restriction.person_id,
        child=str(restriction.person),
        custodian=str(restriction.custodian),
        telephone=restriction.telephone,
        why=restriction.why,
        by=str(restriction.restricted_by),
        at=restriction.restricted_at,
        named=_named(restriction),
        looks=tuple(
            Look(
                name=str(each.account),
                agency=each.account.agency.name if each.account.agency else "",
                at=each.at,
            )
            for each in found.order_by("-at")[:50]
        ),
    )
