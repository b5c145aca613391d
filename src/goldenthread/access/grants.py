"""Grants: giving and ending a relationship to a scope, of a kind content declares.

A grant is written in the transaction of what gives it and ends with it. One of a kind that lasts so
many days ends by itself, and one of a kind that something follows is followed by it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access import rows
from goldenthread.content import catalogue
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import GrantKind
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.grant import Grant

# A front door manager at the end of a bad day holds some dozens; past this the list is a mistake.
MOST_PERSONAL_GRANTS = 2000


class TooManyGrants(RuntimeError):
    """Raised when an account holds so many grants that reading would slow for everybody."""


class OpensNothing(ValueError):
    """Raised where a role sees nothing through a kind: PostgreSQL would open what we would not."""


def give(
    *,
    account_id: UUID,
    kind: str,
    scope: UUID,
    source: str,
    at: datetime,
    until: datetime | None = None,
    seal: str = "",
) -> None:
    """Open `scope` to the account from `at`, until it is ended or `until` comes.

    A grant of the same source is not given twice.

    Given before the row it opens is inserted, because row security checks the insert too.
    Raises TooManyGrants past the cap, OpensNothing where the account's role sees nothing by it.
    """
    held = open_at(Grant.objects.filter(account_id=account_id), at=at)
    if held.filter(scope=scope, source=source, seal=seal).exists():
        return
    if held.count() >= MOST_PERSONAL_GRANTS:
        raise TooManyGrants(
            "You hold too much at once. Hand back what you no longer work on, then take this."
        )
    role = Account.objects.values_list("role", flat=True).get(pk=account_id)
    rows.forget()
    Grant.objects.create(
        account_id=account_id,
        kind=kind,
        level=most(role=role, kind=kind),
        scope=scope,
        source=source,
        seal=seal,
        starts_at=at,
        ends_at=until or longest(kind=kind, at=at),
    )


def give_team(
    *, team_id: UUID, kinds: Iterable[str], scope: UUID, source: str, at: datetime
) -> None:
    """Open `scope` to each role of the team that sees anything by one of these kinds."""
    rows.forget()
    for kind in kinds:
        for role in through(kind):
            Grant.objects.get_or_create(
                team_id=team_id,
                role=role,
                scope=scope,
                seal="",
                source=source,
                ends_at=None,
                defaults={"kind": kind, "level": most(role=role, kind=kind), "starts_at": at},
            )


def end(*, source: str, at: datetime) -> int:
    """End every open grant of this source, and give what follows each; return how many."""
    rows.forget()
    ending = open_at(Grant.objects.filter(source=source), at=at)
    following = [
        Grant(
            account_id=each.account_id,
            kind=kind.afterwards,
            level=most(role=each.account.role, kind=kind.afterwards),
            scope=each.scope,
            source=f"after:{source}",
            starts_at=at,
            ends_at=longest(kind=kind.afterwards, at=at),
        )
        for each in ending.filter(account__isnull=False, seal="").select_related("account")
        if (kind := catalogue.declared(GrantKind)[each.kind]).afterwards
    ]
    ended = ending.update(ends_at=at)
    Grant.objects.bulk_create(following)
    return ended


def open_at(given: QuerySet[Grant], *, at: datetime) -> QuerySet[Grant]:
    """Return those of these grants that have not ended at a moment."""
    return given.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))


def most(*, role: str, kind: str) -> Level:
    """Return the highest level a role sees anything at by a kind; raises OpensNothing."""
    levels = [sight.level for sight in catalogue.role(role).sees if sight.by == kind]
    if not levels:
        raise OpensNothing(f"A {role} sees nothing by {kind}, so it is not given.")
    return max(levels)


def through(kind: str) -> tuple[str, ...]:
    """Return the roles that see anything by a kind, in the order of their keys."""
    roles = catalogue.declared(Role)
    return tuple(key for key in sorted(roles) if any(s.by == kind for s in roles[key].sees))


def longest(*, kind: str, at: datetime) -> datetime | None:
    """Return when a grant of this kind given at `at` ends whatever happens; None for never."""
    days = catalogue.declared(GrantKind)[kind].most_days
    return at + timedelta(days=days) if days else None
