"""Claiming a contact, handing it back, and handing it to somebody else."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from goldenthread.access import decision, grants, holders, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, jobs, opening, projection
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting


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
        opening.let_go(episode=episode, at=at)
        projection.keep(episode=episode)
        _trail(by=by, episode=episode, verb="contact.hand-back")
    return episode


def hand_over(
    *, by: Viewer, episode_id: UUID, to: UUID, why: str, version: int, at: datetime
) -> Episode:
    """Give an episode to somebody else to hold, who then sees the child's thread.

    Whoever holds it may hand it over; a manager may give away any that their desk holds. The giving
    and why are an entry. Raises Denied, Conflict if it has moved on, Refused if it cannot be given
    to them or the reason will not do.
    """
    with transaction.atomic():
        episode = entries.lock(by=by, episode_id=episode_id, version=None)
        mine = episode.claimed_by_id == by.account_id and "contact.claim" in by.may
        if not mine:
            decision.require(viewer=by, verb="contact.reassign")
        if episode.closed_at is not None:
            raise Conflict("This is closed, so there is nothing to hand over.")
        if episode.version != version:
            raise Conflict("This has moved on since you opened the page. Read it again first.")
        holder = _holder(by=by, episode=episode, account_id=to, at=at)
        opening.let_go(episode=episode, at=at)
        _give(holder=holder, episode=episode, at=at)
        _record(by=by, episode=episode, why=why, at=at)
        projection.keep(episode=episode)
        trail.write(
            viewer=by,
            verb="contact.hand-over",
            decision="done",
            resource=episode.pathway,
            reason=f"to {to}",
            objects=[episode.pk],
            persons=[episode.subject_person_id],
        )
        jobs.defer("tell_holder", account_id=to)
    return episode


def _holder(*, by: Viewer, episode: Episode, account_id: UUID, at: datetime) -> Viewer:
    account = holders.of(episode=episode, agency_id=by.agency_id, now=at).filter(pk=account_id)
    found = account.exclude(pk=episode.claimed_by_id).first()
    if found is None:
        raise Refused((Problem("to", "Choose who is to hold it"),))
    return viewers.of(found, now=at)


def _record(*, by: Viewer, episode: Episode, why: str, at: datetime) -> None:
    for step in catalogue.pathway(episode.pathway).steps:
        if not step.allocates or step.asks is None:
            continue
        (question,) = step.asks.questions
        read = reading.read(step.asks, {question.key: [why]})
        if read.problems:
            raise Refused(read.problems)
        entries.insert(step=step, episode=episode, answers=read.answers, by=by, at=at)


def _give(*, holder: Viewer, episode: Episode, at: datetime) -> None:
    # As the new holder: what the child has come up in before is for them to see, not for the giver.
    with acting(holder.account_id, now=at, purpose="take over"):
        try:
            opening.claimed(by=holder, episode=episode, at=at)
        except grants.TooManyGrants as refusal:
            raise Conflict(
                f"{holder.name} holds too much already. Choose somebody else."
            ) from refusal


def _trail(*, by: Viewer, episode: Episode, verb: str) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource=episode.pathway,
        objects=[episode.pk],
        persons=[episode.subject_person_id],
    )
