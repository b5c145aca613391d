"""The viewer: an account as access sees it, for one request."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from goldenthread.access import services
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.guest import Guest

# Every page asks this first, so it is one question and by hand: the agency, the seats and the
# delegated duties held now, and whom they are kept from.
WHERE = """
select g.id, g.name, g.kind,
  array(select s.desk from gt_desk_seat s where s.account_id = a.id
    and s.starts_at <= %(now)s and (s.ends_at is null or s.ends_at > %(now)s)),
  array(select d.duty from gt_delegation d where d.account_id = a.id
    and d.starts_at <= %(now)s and (d.ends_at is null or d.ends_at > %(now)s)),
  gt_barred(a.id, %(now)s)
from gt_account a left join gt_agency g on g.id = a.agency_id where a.id = %(account)s
"""


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Who is asking: their role, what it may do, the desks they sit at now, the duties they hold.

    `under` are the duties delegated to them in writing and in force. `within` is the one submission
    a guest sees: all guests have one account, so nothing may be theirs by the account alone.
    `barred` is all they are kept from, by id: people, and what tells of them together with others.
    `proved` is false where a session asks and its last proof of who it is has grown old.
    """

    account_id: UUID
    name: str
    role: str
    role_title: str
    agency_id: UUID | None
    agency_name: str
    agency_kind: str
    desks: tuple[str, ...]
    may: frozenset[str]
    home: str
    active: bool
    is_service: bool = False
    under: frozenset[str] = frozenset()
    within: UUID | None = None
    barred: frozenset[UUID] = frozenset()
    proved: bool = True

    @property
    def own(self) -> UUID:
        """The scope that is theirs without a grant: a guest's submission, else the account."""
        return self.within or self.account_id


def guest(guest: Guest) -> Viewer:
    """Return the viewer a guest is: the guest desk, within their own submission alone."""
    role = catalogue.role("guest-desk")
    return Viewer(
        account_id=services.account_id(role.key),
        name=guest.full_name,
        role=role.key,
        role_title=guest.job_title,
        agency_id=guest.agency_id,
        agency_name=guest.works_for,
        agency_kind=guest.agency_kind,
        desks=(),
        may=role.may,
        home="",
        active=True,
        is_service=True,
        within=guest.pk,
    )


# Whose submission is no more: it may do nothing, and says so on the trail.
NOBODY = Viewer(
    account_id=services.account_id("guest-desk"), name="", role="guest-desk", role_title="",
    agency_id=None, agency_name="", agency_kind="", desks=(), may=frozenset(), home="",
    active=False, within=UUID(int=0),
)  # fmt: skip


def of(account: Account, *, now: datetime) -> Viewer:
    """Return the viewer this account is at `now`. An unknown role may do nothing."""
    role = catalogue.declared(Role).get(account.role)
    with connection.cursor() as cursor:
        cursor.execute(WHERE, {"now": now, "account": account.pk})
        found: tuple[Any, ...] = cursor.fetchone() or (None, "", "", [], [], [])
    agency_id, agency_name, agency_kind, desks, under, barred = found
    return Viewer(
        account_id=account.pk,
        name=account.full_name,
        role=account.role,
        role_title=role.title if role else "",
        agency_id=agency_id,
        agency_name=agency_name or "",
        agency_kind=agency_kind or "",
        desks=tuple(desks),
        may=role.may_in(agency_kind or "") if role else frozenset(),
        home=role.home if role else "",
        active=account.is_active,
        is_service=account.is_service,
        under=frozenset(under),
        barred=frozenset(barred),
    )
