"""Raising what was noticed on the trail, and what a privacy officer finds of it."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, rows, services, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import quarantine
from goldenthread.content.partnership import signals
from goldenthread.language.answers import Problem
from goldenthread.queries import watch
from goldenthread.queries.watch import Noticed
from goldenthread.records.account import Account
from goldenthread.records.postgresql.identity import acting
from goldenthread.records.signal import Signal

VERB = "signal.review"


def watch_trail(*, now: datetime) -> int:
    """Raise whatever was noticed and not raised before; return how many. Safe to repeat."""
    service = services.account_id("watching")
    with acting(service, now=now, purpose="watch the trail"):
        by = viewers.of(Account.objects.get(pk=service), now=now)
        found = {each.key: each for each in watch.noticed(viewer=by)}
        days = {each.day for each in found.values()}
        known = rows.visible(viewer=by, rows=Signal.objects.filter(day__in=days))
        raised = set(known.values_list("kind", "account_id", "person_id", "day"))
        new = [_signal(each, at=now) for key, each in found.items() if key not in raised]
        Signal.objects.bulk_create(new)
        if new:
            trail.write(
                viewer=by,
                verb=watch.VERB,
                decision="done",
                resource="signal",
                objects=[each.pk for each in new],
            )
    return len(new)


def _signal(found: Noticed, *, at: datetime) -> Signal:
    signal_id = uuid4()
    return Signal(
        id=signal_id,
        kind=found.kind,
        account_id=found.account_id,
        person_id=found.person_id,
        day=found.day,
        seen=found.seen,
        usual=found.usual,
        raised_at=at,
        scope=signal_id,
        desk=quarantine.DESK,
    )


def review(*, by: Viewer, signal_id: UUID, outcome: str, why: str, at: datetime) -> Signal:
    """Keep what was found of a signal, and why.

    Raises Denied, Conflict if it was reviewed already or is about oneself, Refused if the outcome
    or the reason is missing.
    """
    decision.require(viewer=by, verb=VERB)
    with transaction.atomic():
        visible = rows.visible(viewer=by, rows=Signal.objects.select_for_update(of=("self",)))
        signal = visible.filter(pk=signal_id).first()
        if signal is None:
            raise Denied(verb=VERB, reason="no-relationship", hidden=True)
        _check(signal, by=by, outcome=outcome, why=why)
        signal.outcome, signal.why = outcome, why.strip()
        signal.reviewed_by_id, signal.reviewed_at = by.account_id, at
        signal.save(update_fields=["outcome", "why", "reviewed_by", "reviewed_at"])
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource="signal",
            objects=[signal.pk, signal.account_id],
            persons=[signal.person_id] if signal.person_id else [],
        )
    return signal


def _check(signal: Signal, *, by: Viewer, outcome: str, why: str) -> None:
    if signal.outcome:
        raise Conflict(f"{signal.reviewed_by} has looked into this one already.")
    if signal.account_id == by.account_id:
        raise Conflict("This one is about your own looks, so somebody else must look into it.")
    problems = []
    if outcome not in signals.OUTCOMES:
        problems.append(Problem("outcome", "Say what you found"))
    if not why.strip():
        problems.append(Problem("why", "Say how you know"))
    if problems:
        raise Refused(tuple(problems))
