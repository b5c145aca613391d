"""Closing accounts: at once, and with everything they opened.

The next request of whoever is signed in with one is refused: who is asking is read anew each time.
One person closes one, so that it is at once; to give one or open it again takes two.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from goldenthread.access import account_keeping, decision, services, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.records.account import Account
from goldenthread.records.postgresql.identity import acting

VERB = "account.close"
WHY = {
    "left": "They have left their agency",
    "moved": "They have moved to other work",
    "leave": "They are away for a month or more",
    "wrong": "Something is wrong with the account",
}
DORMANT, AFTER = "dormant", timedelta(days=30)


def close(*, by: Viewer, account_id: UUID, why: str, at: datetime) -> None:
    """Close an account and end every grant, seat and delegation it has.

    Raises Denied, Refused without a reason or for one's own, Conflict where it is closed already.
    """
    decision.require(viewer=by, verb=VERB)
    if not account_keeping.accounts(viewer=by).filter(pk=account_id).exists():
        raise Denied(verb=VERB, reason="no-such-record", hidden=True)
    if why not in WHY:
        raise Refused((Problem("why", "Choose why the account is closed"),))
    if account_id == by.account_id:
        raise Refused((Problem("why", "Ask another administrator to close your own account"),))
    with transaction.atomic():
        if not _close(by=by, account_id=account_id, why=why, at=at):
            raise Conflict("This account is closed already.")


def close_dormant(*, now: datetime) -> int:
    """Close each account nobody has signed in to for 30 days; return how many that was."""
    keeper = services.account_id("account-keeper")
    with acting(keeper, now=now, purpose="close dormant accounts"):
        by = viewers.of(Account.objects.get(pk=keeper), now=now)
        decision.require(viewer=by, verb=VERB)
        idle = Q(last_login__lt=now - AFTER) | Q(last_login=None)
        found = Account.objects.filter(idle, is_service=False, is_active=True)
        found = found.filter(opened_at__lt=now - AFTER).values_list("pk", flat=True)
        return sum(_close(by=by, account_id=each, why=DORMANT, at=now) for each in list(found))


def _close(*, by: Viewer, account_id: UUID, why: str, at: datetime) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select gt_close_account(%s, %s)", [account_id, at])
        closed: bool = cursor.fetchone()[0]
    if closed:
        trail.write(
            viewer=by, verb=VERB, decision="done", resource="account", reason=why,
            objects=[account_id],
        )  # fmt: skip
    return closed
