"""The accounts people sign in with, for whoever looks after them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from goldenthread.access import account_keeping, decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account

VERB = "account.close"
AT_ONCE = 50


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One account. `last_seen` is when somebody last signed in to it."""

    account_id: UUID
    name: str
    email: str
    job_title: str
    role: str
    role_key: str
    agency: str
    agency_id: UUID | None
    agency_kind: str
    team_id: UUID | None
    last_seen: datetime | None
    active: bool


def listed(*, viewer: Viewer, like: str) -> tuple[tuple[Listed, ...], int]:
    """Return the first accounts whose name or address holds `like`, and how many there are.

    Raises Denied.
    """
    decision.require(viewer=viewer, verb=VERB)
    found = account_keeping.accounts(viewer=viewer)
    found = found.filter(Q(full_name__icontains=like) | Q(email__icontains=like))
    shown = found.order_by("-is_active", "full_name", "pk")[:AT_ONCE]
    return tuple(_listed(account) for account in shown), found.count()


def one(*, viewer: Viewer, account_id: UUID) -> Listed:
    """Return one account the viewer looks after; raises Denied where there is none."""
    decision.require(viewer=viewer, verb=VERB)
    account = account_keeping.accounts(viewer=viewer).filter(pk=account_id).first()
    if account is None:
        raise Denied(verb=VERB, reason="no-such-record", hidden=True)
    return _listed(account)


def _listed(account: Account) -> Listed:
    role = catalogue.declared(Role).get(account.role)
    return Listed(
        account_id=account.pk,
        name=account.full_name,
        email=account.email,
        job_title=account.job_title,
        role=role.title if role else account.role,
        role_key=account.role,
        agency=account.agency.name if account.agency else "",
        agency_id=account.agency_id,
        agency_kind=account.agency.kind if account.agency else "",
        team_id=account.team_id,
        last_seen=account.last_login,
        active=account.is_active,
    )
