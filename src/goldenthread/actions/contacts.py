"""Claiming a contact and handing it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from goldenthread.access import decision, grants, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, opening, projection
from goldenthread.actions.conflict import Conflict
from goldenthread.records.episode import Episode


def claim(*, by: Viewer, episode_id: UUID, version: int, at: datetime) -> Episode:
    """Take a contact in hand: the claimer sees the child's thread until it closes.

    Raises Denied, Conflict if somebody else holds it, it has moved on or it is closed.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="contact.claim")
        episode = entries.lock(by=by, episode_id=episode_id, version=None)
        if episode.claimed_by_id == by.account_id:
            return episode
        if episode.closed_at is not None:
            raise Conflict("This is closed, so there is nothing to take in hand.")
        if episode.claimed_by_id is not None:
            raise Conflict(f"{episode.claimed_by} took this before you.")
        if episode.version != version:
            raise Conflict("This has moved on since you opened the page. Read it again first.")
        try:
            opening.claimed(by=by, episode=episode, at=at)
        except grants.TooManyGrants as refusal:
            raise Conflict(str(refusal)) from refusal
        projection.keep(episode=episode)
        _trail(by=by, episode=episode, verb="contact.claim")
    return episode


def hand_back(*, by: Viewer, episode_id: UUID, at: datetime) -> Episode:
    """Let go of a contact so that somebody else can take it; the desk still holds it.

    Raises Denied, Conflict if the viewer does not hold it.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="contact.claim")
        episode = entries.lock(by=by, episode_id=episode_id, version=None)
        if episode.claimed_by_id != by.account_id:
            raise Conflict("You do not hold this contact, so you cannot hand it back.")
        grants.end(source=projection.claim_source(episode), at=at)
        projection.keep(episode=episode)
        _trail(by=by, episode=episode, verb="contact.hand-back")
    return episode


def _trail(*, by: Viewer, episode: Episode, verb: str) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource=episode.pathway,
        objects=[episode.pk],
        persons=[episode.subject_person_id],
    )
