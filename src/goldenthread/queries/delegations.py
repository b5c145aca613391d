"""Who may decide what under delegation, as their manager sees it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.duty import Duty
from goldenthread.records.account import Account
from goldenthread.records.delegation import Delegation


@dataclass(frozen=True, kw_only=True)
class Given:
    """One delegation, in force or ended."""

    delegation_id: UUID
    name: str
    job_title: str
    duty: str
    words: str
    given_by: str
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Delegations:
    """What is delegated in the viewer's agency, and to whom each duty could be."""

    given: tuple[Given, ...]
    duties: tuple[Duty, ...]
    could_hold: tuple[tuple[UUID, str], ...]


def page(*, viewer: Viewer) -> Delegations:
    """Return every delegation of the viewer's agency, those in force first."""
    decision.require(viewer=viewer, verb="delegation.give")
    duties = tuple(catalogue.declared(Duty).values())
    found = Delegation.objects.filter(account__agency_id=viewer.agency_id).select_related(
        "account", "given_by"
    )
    people = Account.objects.filter(
        agency_id=viewer.agency_id,
        is_active=True,
        role__in={role for duty in duties for role in duty.to},
    ).exclude(pk=viewer.account_id)
    return Delegations(
        given=tuple(
            _given(each)
            for each in found.order_by(F("ends_at").desc(nulls_first=True), "account__full_name")
        ),
        duties=duties,
        could_hold=tuple(people.order_by("full_name").values_list("pk", "full_name")),
    )


def _given(each: Delegation) -> Given:
    return Given(
        delegation_id=each.pk,
        name=each.account.full_name,
        job_title=each.account.job_title,
        duty=catalogue.declared(Duty)[each.duty].title,
        words=each.words,
        given_by=each.given_by.full_name,
        starts_at=each.starts_at,
        ends_at=each.ends_at,
    )
