"""Joint triage of a notification: one person's view on every child of it, and the joint decision.

What comes out below the threshold is decided and told in the same stroke, as a notification: the
two who might have asked for more were both there.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries
from goldenthread.actions.conflict import Conflict
from goldenthread.content.front_door.domestic_abuse_outcome import BELOW_THRESHOLD
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

LANE = "domestic-abuse"
JOINT, TOLD_SCHOOL = "domestic-abuse-triaged", "school-told"
VIEWS = ("domestic-abuse-police-view", "domestic-abuse-social-work-view")
DECISION = {
    "outcome": "notification-recorded",
    "rationale": "Decided by police and social work together: below the threshold for a referral.",
}
LETTER = {
    "told_referrer": "Police and social work looked at this notification together. It is recorded.",
    "told_by": "here",
}


def record(
    *,
    by: Viewer,
    occasion_id: UUID,
    said: Mapping[str, Mapping[str, Any]],
    at: datetime,
) -> None:
    """Record what one of the two gives in one go, by step: a view, the decision, or both at once.

    Raises what `give_view` and `decide` raise, and then neither is recorded.
    """
    with transaction.atomic():
        for step, answers in said.items():
            if step == JOINT:
                decide(by=by, occasion_id=occasion_id, answers=answers, at=at)
            else:
                give_view(by=by, occasion_id=occasion_id, step=step, answers=answers, at=at)


def give_view(
    *, by: Viewer, occasion_id: UUID, step: str, answers: Mapping[str, object], at: datetime
) -> None:
    """Record one person's view on each child of the notification who is still waiting for it.

    Raises Denied, Conflict if it was given already, Refused.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="notification.triage")
        waiting = [each for each in _held(by=by, occasion_id=occasion_id) if not _has(each, step)]
        if not waiting:
            raise Conflict("Somebody has given this view already. Read it, then go on to the next.")
        for episode in waiting:
            entries.record(by=by, step=step, on=episode.pk, answers=answers, at=at)


def decide(*, by: Viewer, occasion_id: UUID, answers: Mapping[str, Any], at: datetime) -> None:
    """Record the joint decision on each child of the notification; all of them or none.

    Below the threshold each contact is then decided as a notification, and closed unless a school
    is still to be told. Raises Denied, Conflict while a view is missing, Refused beside its field.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="notification.triage")
        held = _held(by=by, occasion_id=occasion_id)
        for episode in held:
            entries.record(by=by, step=JOINT, on=episode.pk, answers=answers, at=at)
            if answers["triage_outcome"] in BELOW_THRESHOLD:
                _record_only(by=by, episode=episode, at=at)


def _record_only(*, by: Viewer, episode: Episode, at: datetime) -> None:
    entries.record(by=by, step="contact-decided", on=episode.pk, answers=DECISION, at=at)
    received = Entry.objects.get(
        episode=episode, step="contact-received", superseded_by__isnull=True
    )
    if not received.answers.get("school_name") or _has(episode, TOLD_SCHOOL):
        entries.record(by=by, step="contact-outcome-told", on=episode.pk, answers=LETTER, at=at)


def _held(*, by: Viewer, occasion_id: UUID) -> list[Episode]:
    """Return its contacts that wait for two; raises Denied where none is in sight."""
    visible = rows.visible(viewer=by, rows=Episode.objects.all())
    about = visible.filter(occasion_id=occasion_id).order_by("reference")
    if not about.exists():
        raise Denied(verb="notification.triage", reason="no-relationship", hidden=True)
    held = list(about.filter(lane=LANE, closed_at__isnull=True))
    if not held:
        raise Conflict("This has been decided since you opened it. Go on to the next.")
    return held


def _has(episode: Episode, step: str) -> bool:
    return Entry.objects.filter(episode=episode, step=step).exists()
