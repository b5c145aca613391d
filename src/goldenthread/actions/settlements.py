"""What the privacy officer decides of what was withdrawn: it stays in quarantine, or goes back."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from goldenthread.access import decision, grants, services, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import desks, projection
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language.answers import Problem
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting
from goldenthread.records.quarantine import Quarantine

VERB = "quarantine.settle"
SETTLE = "select gt_settle_quarantine(%s, %s, %s, %s, %s)"
KEEPER = "record-keeping"
REFUSALS = {
    "gt_quarantine_settled": "This has been settled already.",
    "gt_quarantine_whole": "It cannot go back: the contact it was on has been withdrawn since.",
    "": "It cannot go back: another referral of this child has been opened since.",
}


def settle(*, by: Viewer, quarantine_id: UUID, decided: str, why: str, at: datetime) -> None:
    """Uphold a withdrawal, or release it: every row goes back exactly where it was.

    An entry goes back to the desk its episode is at now. What was entered anew stays. Raises
    Denied, Refused without a reason, Conflict where it was settled already or cannot go back.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=VERB)
        if decided not in ("upheld", "released"):
            raise Refused((Problem("decided", "Choose whether it stays or goes back"),))
        if not why.strip():
            raise Refused((Problem("why", "Say why, so that it can be checked later"),))
        _settle(quarantine_id, decided, why.strip(), at)
        held = Quarantine.objects.get(pk=quarantine_id)
        if decided == "released" and held.entry_id is not None:
            _put_back(held=held, at=at)
        trail.write(
            viewer=by, verb=VERB, decision="done", resource=decided, objects=[quarantine_id]
        )


def _settle(quarantine_id: UUID, decided: str, why: str, at: datetime) -> None:
    keeper = services.account_id(KEEPER)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SETTLE, [quarantine_id, decided, why, at, keeper])
    except IntegrityError as refusal:
        says = next(says for code, says in REFUSALS.items() if code in str(refusal))
        raise Conflict(says) from refusal


def _put_back(*, held: Quarantine, at: datetime) -> None:
    """Bring up to date the episode of an entry that is back, which who settled it cannot see.

    The keeper was lent what it is kept under, and has it no longer when this ends.
    """
    with acting(services.account_id(KEEPER), now=at, purpose=VERB):
        episode = Episode.objects.get(pk=held.episode_id)
        _must_be_alone(episode=episode, entry_id=held.entry_id)
        projection.keep(episode=episode)
        if episode.closed_at is None:
            recorded = projection.current(projection.recorded_on(episode), pathway=episode.pathway)
            answers = projection.answers_so_far(episode=episode, recorded=recorded)
            desks.follow(episode=episode, answers=answers, at=at)
    grants.end(source=f"release:{held.pk}", at=at)


def _must_be_alone(*, episode: Episode, entry_id: UUID | None) -> None:
    entry = Entry.objects.get(pk=entry_id)
    standing = projection.recorded_on(episode).filter(step=entry.step, superseded_by__isnull=True)
    step = catalogue.pathway(episode.pathway).step(entry.step)
    if not step.repeatable and standing.exclude(pk=entry_id).exists():
        raise Conflict(f"It cannot go back: “{step.title}” has been recorded again since.")
