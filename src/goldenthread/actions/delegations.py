"""Giving and ending a duty: what a manager delegates in writing to a named practitioner."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language.answers import Problem
from goldenthread.language.duty import Duty
from goldenthread.records.account import Account
from goldenthread.records.delegation import Delegation


def give(*, by: Viewer, account_id: UUID, duty: str, words: str, at: datetime) -> Delegation:
    """Delegate a duty to somebody of the manager's own agency, from now until it is ended.

    Raises Denied, Refused if it cannot be delegated to them, Conflict if they hold it already.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="delegation.give")
        declared = catalogue.declared(Duty).get(duty)
        account = Account.objects.filter(pk=account_id, is_active=True).first()
        if declared is None or account is None or account.agency_id != by.agency_id:
            raise Refused((Problem("account", "Choose somebody who works at your front door"),))
        if account.role not in declared.to or account.pk == by.account_id:
            says = f"{account.full_name} cannot be given this: choose a qualified practitioner"
            raise Refused((Problem("account", says),))
        if not words.strip():
            says = "Say where it is written: the scheme of delegation and the date it was signed"
            raise Refused((Problem("words", says),))
        if Delegation.objects.filter(account=account, duty=duty, ends_at__isnull=True).exists():
            raise Conflict(f"{account.full_name} has this already.")
        given = Delegation.objects.create(
            id=uuid4(),
            account=account,
            duty=duty,
            given_by_id=by.account_id,
            words=words.strip(),
            starts_at=at,
        )
        _trail(by=by, given=given, verb="delegation.give")
    return given


def end(*, by: Viewer, delegation_id: UUID, at: datetime) -> Delegation:
    """End a delegation at once; what was decided under it stands.

    Raises Denied, Conflict if it has ended already.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="delegation.give")
        found = Delegation.objects.select_for_update(of=("self",)).filter(
            pk=delegation_id, account__agency_id=by.agency_id
        )
        given = found.first()
        if given is None:
            raise Denied(verb="delegation.give", reason="no-relationship", hidden=True)
        if given.ends_at is not None:
            raise Conflict("This delegation has ended already.")
        given.ends_at = at
        given.save(update_fields=["ends_at"])
        _trail(by=by, given=given, verb="delegation.end")
    return given


def _trail(*, by: Viewer, given: Delegation, verb: str) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource=given.duty,
        objects=[given.pk, given.account_id],
    )
