"""The viewer: an account as access sees it, for one request."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.desk_seat import DeskSeat


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Who is asking: their role, what it may do, and the desks they sit at now."""

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


def of(account: Account, *, now: datetime) -> Viewer:
    """Return the viewer this account is at `now`. An unknown role may do nothing."""
    role = catalogue.declared(Role).get(account.role)
    seats = DeskSeat.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=now), account_id=account.pk, starts_at__lte=now
    )
    agency = account.agency
    return Viewer(
        account_id=account.pk,
        name=account.full_name,
        role=account.role,
        role_title=role.title if role else "",
        agency_id=agency.pk if agency else None,
        agency_name=agency.name if agency else "",
        agency_kind=agency.kind if agency else "",
        desks=tuple(seats.values_list("desk", flat=True)),
        may=role.may if role else frozenset(),
        home=role.home if role else "",
        active=account.is_active,
        is_service=account.is_service,
    )
