"""Establishing what a database needs before anybody signs in: services, agencies, accounts.

Done through a connection of the loader role, by set-up, the demonstration or `account add`: the
web role may create no account.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from goldenthread.access import services
from goldenthread.content import agencies, catalogue
from goldenthread.content.front_door import guest_sender
from goldenthread.language.role import Role

# What lets a role into a whole store: the desk that settles what is in it.
STORE = "privacy-desk"
BEGINNING = datetime(2014, 1, 1, tzinfo=UTC)


class NotEstablished(ValueError):
    """Raised when an account cannot be made; the message says why."""


def all_services(cursor: Any) -> None:
    """Make the account of every named service, seated at its role's desks. Safe to repeat."""
    for role in services.roles():
        account_id = services.account_id(role.key)
        cursor.execute(
            "insert into gt_account (id, email, full_name, job_title, role, is_service, is_active,"
            " password) values (%s, %s, %s, '', %s, true, true, '!') on conflict do nothing",
            [account_id, f"{role.key}@service.invalid", role.title, role.key],
        )
        seat(cursor, account_id=account_id, role=role.key, starts_at=BEGINNING)
    # What stands for the agency of a sender without an account who works for none we list.
    agency(cursor, key=guest_sender.ANOTHER, name="Another organisation", kind=agencies.other.key)
    _keepers(cursor)


def agency(cursor: Any, *, key: str, name: str, kind: str) -> UUID:
    """Return the id of the agency with this key, made if it is not there."""
    cursor.execute(
        "insert into gt_agency (id, key, name, kind) values (%s, %s, %s, %s)"
        " on conflict (key) do nothing",
        [uuid4(), key, name, kind],
    )
    cursor.execute("select id from gt_agency where key = %s", [key])
    found: UUID = cursor.fetchone()[0]
    return found


def account(
    cursor: Any,
    *,
    email: str,
    full_name: str,
    job_title: str,
    role: str,
    agency_id: UUID,
    password: str,
    at: datetime,
) -> UUID:
    """Make an account for a person, seated at the desks of their role; return its id.

    `password` is already hashed. Raises NotEstablished for an unknown role, one their kind of
    agency may not hold, or an e-mail address already in use.
    """
    declared = catalogue.declared(Role).get(role)
    if declared is None or declared.service:
        raise NotEstablished(f"There is no role {role!r}. Roles: {', '.join(_people())}.")
    cursor.execute("select kind, name from gt_agency where id = %s", [agency_id])
    kind, name = cursor.fetchone()
    if kind not in declared.agency_kinds:
        raise NotEstablished(f"{name} is a {kind}: nobody there can be a {declared.title.lower()}.")
    cursor.execute("select 1 from gt_account where lower(email) = lower(%s)", [email])
    if cursor.fetchone():
        raise NotEstablished(f"There is already an account for {email}.")
    account_id = uuid4()
    cursor.execute(
        "insert into gt_account (id, email, full_name, job_title, role, agency_id, is_service,"
        " is_active, password) values (%s, %s, %s, %s, %s, %s, false, true, %s)",
        [account_id, email, full_name, job_title, role, agency_id, password],
    )
    seat(cursor, account_id=account_id, role=role, starts_at=at)
    return account_id


def reopen(cursor: Any, *, email: str, at: datetime) -> None:
    """Open a closed account again, seated at its role's desks; raises NotEstablished."""
    cursor.execute(
        "update gt_account set is_active = true, opened_at = %s, last_login = null"
        " where lower(email) = lower(%s) and not is_active and not is_service returning id, role",
        [at, email],
    )
    found = cursor.fetchone()
    if found is None:
        raise NotEstablished(f"There is no closed account for {email}.")
    seat(cursor, account_id=found[0], role=found[1], starts_at=at)


def seat(cursor: Any, *, account_id: UUID, role: str, starts_at: datetime) -> None:
    """Give an account what its role gives: desks, stores, the accounts it looks after. Repeats."""
    declared = catalogue.role(role)
    given = [list(declared.desks), list(declared.seals), declared.keeps_accounts]
    cursor.execute(
        "select gt_seat(%s, %s, %s::text[], %s::text[], %s, %s)",
        [account_id, role, *given, starts_at],
    )


def _keepers(cursor: Any) -> None:
    """Give who looks after accounts what lets them, where they were made before it was needed."""
    keeping = [key for key, role in catalogue.declared(Role).items() if role.keeps_accounts]
    cursor.execute(
        "select id, role from gt_account where role = any(%s) and is_active and not is_service",
        [keeping],
    )
    for account_id, role in cursor.fetchall():
        seat(cursor, account_id=account_id, role=role, starts_at=BEGINNING)


def delegation(
    cursor: Any, *, account_id: UUID, duty: str, given_by: UUID, starts_at: datetime
) -> None:
    """Give an account a duty in writing from the beginning, where it has it not already."""
    cursor.execute(
        "insert into gt_delegation (id, account_id, duty, given_by_id, words, starts_at)"
        " values (%s, %s, %s, %s, '', %s) on conflict do nothing",
        [uuid4(), account_id, duty, given_by, starts_at],
    )


def _people() -> list[str]:
    roles = catalogue.declared(Role).values()
    return sorted(role.key for role in roles if not role.service)
