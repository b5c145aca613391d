"""What is asked of accounts and agencies and waits for a second person, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from goldenthread.access import account_keeping, decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.access_change import AccessChange
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.grant import Grant
from goldenthread.records.second_person import SecondPerson
from goldenthread.records.team import Team

GIVE, CHANGE, OPEN, LEAVE = "account.give", "account.change", "account.open", "agency.leave"
ASKS = {
    GIVE: "An account for {who}",
    CHANGE: "Another role for {who}",
    OPEN: "The account of {who} opened again",
    LEAVE: "The end of {who}'s part",
}
# What the people of an agency have in hand, as PostgreSQL counts it and as it is said.
HELD = {
    "accounts": "Accounts that are open",
    "in-hand": "Contacts and referrals in hand",
    "restricted": "Restricted records they are rung about",
    "told": "Copies they were told, still open to them",
    "drafts": "Drafts not sent",
    "duties": "Duties delegated to them",
    "keys": "Keys of their systems",
}


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing asked for: `needs` is the verb it takes."""

    asked_id: UUID
    says: str
    agency: str
    by: str
    at: datetime
    mine: bool
    needs: str


def verb(act: str) -> str:
    """Return the verb that asking for an act and agreeing to it takes."""
    return LEAVE if act == LEAVE else GIVE


def waiting(*, viewer: Viewer) -> tuple[Waiting, ...]:
    """Return what waits for a second person in the viewer's sight, the oldest first."""
    decision.require(viewer=viewer, verb="account.close")
    found = _asked(viewer).filter(asked__decision="").order_by("asked__asked_at")
    return tuple(
        Waiting(
            asked_id=each.pk,
            says=says(each),
            agency=each.agency.name,
            by=str(each.asked.asked_by),
            at=each.asked.asked_at,
            mine=each.asked.asked_by_id == viewer.account_id,
            needs=verb(each.asked.act),
        )
        for each in found
        if verb(each.asked.act) in viewer.may
    )


def one(*, viewer: Viewer, asked_id: UUID) -> AccessChange:
    """Return one thing that was asked for; raises Denied where the viewer may not know of it."""
    decision.require(viewer=viewer, verb="account.close")
    found = _asked(viewer).filter(pk=asked_id).first()
    if found is None:
        raise Denied(verb="account.close", reason="no-relationship", hidden=True)
    decision.require(viewer=viewer, verb=verb(found.asked.act))
    return found


def says(change: AccessChange) -> str:
    """Return in words what is asked for."""
    who = change.agency.name if change.asked.act == LEAVE else change.full_name
    return ASKS[change.asked.act].format(who=who)


def proposed(change: AccessChange) -> dict[str, str]:
    """Return what is asked for, in words by their titles."""
    if change.asked.act == LEAVE:
        return {"Agency": change.agency.name}
    return {
        "Name": change.full_name,
        "E-mail address": change.email,
        "Job title": change.job_title or "None",
        "Agency": change.agency.name,
        "Team": str(change.team or "None"),
        "Role": title(change.role),
    }


def standing(*, act: str, change: AccessChange, at: datetime) -> Mapping[str, str]:
    """Return how it stands now, in words: what a second person is shown changes of."""
    if act == LEAVE:
        return held(agency_id=change.agency_id, at=at)
    if act == GIVE:
        there = Account.objects.filter(agency_id=change.agency_id, is_active=True, is_service=False)
        names = there.filter(role=change.role).order_by("full_name")
        same = Account.objects.filter(email__iexact=change.email).exists()
        return {
            "Who there has this role": ", ".join(map(str, names[:20])) or "Nobody",
            "An account with this address": "There is one already" if same else "None",
        }
    account = Account.objects.select_related("team").get(pk=change.account_id)
    given = Grant.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), account=account)
    return {
        "Role now": title(account.role),
        "Job title now": account.job_title or "None",
        "Team now": str(account.team or "None"),
        "Account": "Open" if account.is_active else "Closed",
        "Records open to them by name": str(given.values("scope").distinct().count()),
    }


def held(*, agency_id: UUID, at: datetime) -> dict[str, str]:
    """Return how much the people of an agency have in hand, in numbers alone."""
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_held_by_agency(%s, %s)", [agency_id, at])
        return {HELD[what]: str(number) for what, number in cursor.fetchall()}


def agency(*, viewer: Viewer, agency_id: UUID | None, needs: str = GIVE) -> Agency:
    """Return an agency whose accounts the viewer looks after; raises Denied."""
    decision.require(viewer=viewer, verb=needs)
    found = account_keeping.agencies(viewer=viewer).filter(pk=agency_id).first()
    if found is None:
        raise Denied(verb=needs, reason="no-such-record", hidden=True)
    return found


def agencies(*, viewer: Viewer) -> tuple[Agency, ...]:
    """Return the agencies whose accounts the viewer looks after, by name. Raises Denied."""
    decision.require(viewer=viewer, verb=GIVE)
    return tuple(account_keeping.agencies(viewer=viewer).order_by("name"))


def teams(*, agency_id: UUID) -> tuple[Team, ...]:
    """Return the teams of an agency that there still are, by name."""
    return tuple(Team.objects.filter(agency_id=agency_id, closed_on=None).order_by("name"))


def title(role: str) -> str:
    """Return what a role is called; its key where nobody declares it any more."""
    declared = catalogue.declared(Role).get(role)
    return declared.title if declared else role


def _asked(viewer: Viewer) -> QuerySet[AccessChange]:
    seen = rows.visible(viewer=viewer, rows=SecondPerson.objects.all())
    found = AccessChange.objects.filter(asked__in=seen)
    return found.select_related("asked__asked_by", "asked__decided_by", "agency", "team")
