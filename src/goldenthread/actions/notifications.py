"""Receiving police notifications of domestic abuse: each once, however often it is sent."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from goldenthread.access import decision, services, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, entries, matching, projection, referrals
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.content.front_door import domestic_abuse_incident
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language import feed
from goldenthread.language.answers import Problem
from goldenthread.language.feed import Fault, Piece, Unfit
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.notification import Notification
from goldenthread.records.postgresql.identity import acting

FORM = "domestic-abuse-form"
DESK = "domestic-abuse"
RECEIVED = "contact-received"
WHY_CHANGED = "Police sent the notification again with changes"
HELD = (
    "This was sent before and the front door has finished with it: ring the front door, or send "
    "what is new under a reference of its own"
)
OTHER_CHILDREN = (
    "This was sent before about another number of children: send the children that are new under "
    "a reference of their own"
)
# What is refused for what is here already, and for nothing in what was sent.
AGAINST_WHAT_IS_HERE = frozenset({HELD, OTHER_CHILDREN})
LOCKS = 64


class Became(StrEnum):
    """What sending a notification came to."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Received:
    """One notification as it now stands: what sending it came to, and our reference for it."""

    police_reference: str
    reference: str
    became: Became
    occasion_id: UUID


def send(*, by: Viewer, draft_id: UUID, at: datetime) -> Received:
    """Send a notification filled in on the form. Sent twice it is one, and says so.

    Raises Denied, Refused with each problem beside its field.
    """
    with transaction.atomic():
        draft = drafts.lock(by=by, draft_id=draft_id)
        if draft.sent_occasion is not None:
            return _sent_before(by=by, occasion_id=draft.sent_occasion.pk, at=at)
        read = reading.read(catalogue.instrument(FORM), draft.typed, on=london_date(at))
        if read.problems:
            raise Refused(read.problems)
        received = receive(by=by, answers=read.answers, at=at)
        drafts.mark_sent(draft=draft, occasion_id=received.occasion_id, at=at)
    return received


def _sent_before(*, by: Viewer, occasion_id: UUID, at: datetime) -> Received:
    decision.require(viewer=by, verb="notification.send")
    with acting(services.account_id("intake"), now=at, purpose="receive a notification"):
        kept = Notification.objects.select_related("occasion").get(occasion_id=occasion_id)
    return _received(kept, Became.SAME)


def receive_all(*, by: Viewer, pieces: Iterable[Piece], at: datetime) -> tuple[Received, ...]:
    """Receive every notification of a file, or none; raises Denied, Unfit with what is wrong."""
    received: list[Received] = []
    faults: list[Fault] = []
    pieces = tuple(pieces)
    with transaction.atomic():
        _hold(by=by, references=(str(each.answers["police_reference"]) for each in pieces))
        for piece in pieces:
            try:
                received.append(receive(by=by, answers=piece.answers, at=at))
            except Refused as refused:
                faults += [
                    Fault(place=piece.place, field=each.field, says=each.message)
                    for each in refused.problems
                ]
        if faults:
            raise Unfit(*faults)
    return tuple(received)


def receive(*, by: Viewer, answers: Mapping[str, Any], at: datetime) -> Received:
    """Receive one notification: a new one, the same one again, or one that has changed.

    Raises Denied, Refused with each problem beside its field.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="notification.send")
        _check(answers, at=at)
        kept = _kept(by=by, reference=str(answers["police_reference"]), at=at)
        if kept is None:
            return _first(by=by, answers=answers, at=at)
        became = Became.SAME
        if kept.fingerprint != fingerprint(answers):
            _change(by=by, kept=kept, answers=answers, at=at)
            became = Became.CHANGED
        return _received(kept, became)


def _check(answers: Mapping[str, Any], *, at: datetime) -> None:
    problems = reading.check(catalogue.instrument(FORM), answers, on=london_date(at))
    problems = problems or domestic_abuse_incident.problems(answers, at=at)
    if problems:
        raise Refused(problems)


def _kept(*, by: Viewer, reference: str, at: datetime) -> Notification | None:
    """Return what this agency sent under the reference, with the reference held until commit."""
    _hold(by=by, references=[reference])
    with acting(services.account_id("intake"), now=at, purpose="receive a notification"):
        found = Notification.objects.filter(agency_id=by.agency_id, police_reference=reference)
        return found.select_related("occasion").first()


def _hold(*, by: Viewer, references: Iterable[str]) -> None:
    """Let nobody else receive these references until commit.

    A few locks, always taken in one order: two files with the same references in another order wait
    for each other and never stop each other.
    """
    numbers = sorted({zlib.crc32(each.encode(errors="replace")) % LOCKS for each in references})
    with connection.cursor() as cursor:
        for number in numbers:
            cursor.execute(
                "select pg_advisory_xact_lock(hashtextextended(%s, 0))",
                [f"notification {by.agency_id} {number}"],
            )


def _first(*, by: Viewer, answers: Mapping[str, Any], at: datetime) -> Received:
    occasion = referrals.receive(
        by=by,
        form=catalogue.instrument(FORM),
        answers=answers,
        at=at,
        verb="notification.send",
        followed=not by.is_service,
    )
    intake = _intake(at)
    with acting(intake.account_id, now=at, purpose="receive a notification"):
        for episode in Episode.objects.filter(occasion=occasion).select_for_update(of=("self",)):
            matching.record(by=intake, episode=episode, at=at)
        kept = Notification.objects.create(
            id=uuid4(),
            agency_id=by.agency_id,
            police_reference=answers["police_reference"],
            occasion=occasion,
            fingerprint=fingerprint(answers),
            received_at=at,
            changed_at=at,
            scope=occasion.pk,
            desk=DESK,
        )
    return _received(kept, Became.NEW)


def _change(*, by: Viewer, kept: Notification, answers: Mapping[str, Any], at: datetime) -> None:
    """Supersede what was received with what is sent now, on each child's contact."""
    with acting(services.account_id("intake"), now=at, purpose="receive a notification"):
        about = Episode.objects.filter(occasion_id=kept.occasion_id)
        episodes = list(about.select_for_update(of=("self",)).order_by("opened_at", "reference"))
        _must_be_changeable(episodes, children=len(answers["children"]))
        shared = {key: value for key, value in answers.items() if key != "children"}
        for episode, child in zip(episodes, answers["children"], strict=True):
            _supersede(by=by, episode=episode, answers={**shared, **child}, at=at)
        kept.fingerprint, kept.version, kept.changed_at = (
            fingerprint(answers),
            kept.version + 1,
            at,
        )
        kept.save(update_fields=["fingerprint", "version", "changed_at"])
        trail.write(
            viewer=by,
            verb="notification.change",
            decision="done",
            resource=FORM,
            objects=[kept.occasion_id, *(episode.pk for episode in episodes)],
            persons=[episode.subject_person_id for episode in episodes],
        )


def _supersede(*, by: Viewer, episode: Episode, answers: Mapping[str, Any], at: datetime) -> None:
    entries.insert(
        step=catalogue.step(RECEIVED),
        episode=episode,
        answers=answers,
        by=by,
        at=at,
        old=Entry.objects.get(episode=episode, step=RECEIVED, superseded_by__isnull=True),
        why=WHY_CHANGED,
    )
    projection.keep(episode=episode)
    matching.record(by=_intake(at), episode=episode, at=at)


def _intake(at: datetime) -> Viewer:
    return viewers.of(Account.objects.get(pk=services.account_id("intake")), now=at)


def _must_be_changeable(episodes: list[Episode], *, children: int) -> None:
    # A contact that has closed has left the desk and is out of sight: it would be changed by
    # nobody's knowing. One that was told of children this is silent about is not the same.
    if not episodes or any(episode.closed_at is not None for episode in episodes):
        raise Refused((Problem("police_reference", HELD),))
    told_of = max(int(episode.reference.rpartition("-")[2]) for episode in episodes)
    if told_of != len(episodes):
        raise Refused((Problem("police_reference", HELD),))
    if children != len(episodes):
        raise Refused((Problem("police_reference", OTHER_CHILDREN),))


def _received(kept: Notification, became: Became) -> Received:
    return Received(
        police_reference=kept.police_reference,
        reference=kept.occasion.reference,
        became=became,
        occasion_id=kept.occasion_id,
    )


def fingerprint(answers: Mapping[str, Any]) -> str:
    """Return what tells the same content from changed content."""
    return hashlib.sha256(feed.fingerprinted(answers).encode()).hexdigest()
