"""Whose accounts somebody looks after: those of their own agency, or of every agency."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access.viewer import Viewer
from goldenthread.content import agencies as kinds
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency

# The desk of those who look after every agency's, and the kind of grant of those who look after
# their own's: it opens the agency's id, and no child.
DESK, KIND = "accounts", "keeps-accounts"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Where what is asked of an account or an agency is held."""

    pk: UUID
    scope: UUID
    desk: str = DESK
    seal: str = ""


def accounts(*, viewer: Viewer) -> QuerySet[Account]:
    """Return the people whose accounts the viewer looks after."""
    people = Account.objects.filter(is_service=False).select_related("agency", "team")
    return people if DESK in viewer.desks else people.filter(agency_id__in=_own(viewer))


def agencies(*, viewer: Viewer) -> QuerySet[Agency]:
    """Return the agencies whose accounts the viewer looks after, less those that have left.

    What stands for the agency of whoever works for none we list has no accounts.
    """
    here = Agency.objects.filter(left_at__isnull=True).exclude(kind=kinds.other.key)
    return here if DESK in viewer.desks else here.filter(pk__in=_own(viewer))


def roles(*, viewer: Viewer, agency_kind: str) -> tuple[Role, ...]:
    """Return the roles the viewer may ask for somebody of such an agency, by title.

    Who looks after every agency's gives those that open a sealed store or look after accounts.
    """
    every = DESK in viewer.desks
    found = [
        role
        for role in catalogue.declared(Role).values()
        if not role.service
        and agency_kind in role.agency_kinds
        and (every or not (role.seals or role.keeps_accounts))
    ]
    return tuple(sorted(found, key=lambda role: role.title))


def _own(viewer: Viewer) -> list[UUID]:
    role = catalogue.declared(Role).get(viewer.role)
    keeps = role is not None and role.keeps_accounts == "own" and viewer.agency_id is not None
    return [viewer.agency_id] if keeps and viewer.agency_id else []
