"""What a referrer follows: what they sent, that it was received, and the outcome told to them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.instrument import Instrument
from goldenthread.queries import clocks
from goldenthread.records.draft import LEFT_BEHIND, Draft
from goldenthread.records.entry import Entry
from goldenthread.records.occasion import Occasion

DECISION = "contact-decision"
RECEIVED, ACKNOWLEDGED, TOLD = (
    "contact-received",
    "contact-acknowledged",
    "contact-outcome-told",
)


@dataclass(frozen=True, kw_only=True)
class ChildFollowed:
    """One child of a referral, as its sender may follow it."""

    episode_id: UUID
    name: str
    answers: dict[str, Any]
    acknowledged_at: datetime | None
    told_at: datetime | None
    told: str


@dataclass(frozen=True, kw_only=True)
class ReferralFollowed:
    """One referral its sender follows. `decision_due_on` is the day a decision is due by law.

    It is None for one sent before there was such a law.
    """

    occasion_id: UUID
    reference: str
    sent_at: datetime
    children: tuple[ChildFollowed, ...]
    form: Instrument
    answers: dict[str, Any]
    decision_due_on: date | None

    @property
    def state(self) -> str:
        """Where it is, in the sender's words."""
        if all(child.told_at for child in self.children):
            return "Answered"
        if any(child.told_at for child in self.children):
            return "Answered for some of the children"
        if all(child.acknowledged_at for child in self.children):
            return "Received: the front door is deciding"
        return "Sent"


@dataclass(frozen=True, kw_only=True)
class DraftWaiting:
    """A referral begun and not sent."""

    draft_id: UUID
    started_at: datetime
    updated_at: datetime
    children: tuple[str, ...]


def mine(*, viewer: Viewer) -> tuple[ReferralFollowed, ...]:
    """Return the referrals this viewer sent, newest first."""
    decision.require(viewer=viewer, verb="referral.follow")
    occasions = list(
        rows.visible(viewer=viewer, rows=Occasion.objects.all())
        .filter(by_id=viewer.account_id)
        .order_by("-submitted_at")
    )
    return _followed(viewer=viewer, occasions=occasions)


def one(*, viewer: Viewer, occasion_id: UUID) -> ReferralFollowed:
    """Return one referral this viewer sent; raises Denied if it is not theirs."""
    visible = rows.visible(viewer=viewer, rows=Occasion.objects.all())
    found = visible.filter(pk=occasion_id, by_id=viewer.account_id).first()
    occasion = decision.opened(viewer=viewer, verb="referral.follow", record=found)
    return _followed(viewer=viewer, occasions=[occasion])[0]


def drafts(*, viewer: Viewer, of: str = "") -> tuple[DraftWaiting, ...]:
    """Return what the viewer began and did not send, newest first; `of` one form alone."""
    decision.require(viewer=viewer, verb="draft.keep")
    found = rows.visible(viewer=viewer, rows=Draft.objects.all()).filter(
        account_id=viewer.account_id, sent_occasion__isnull=True
    )
    found = found.exclude(instrument=LEFT_BEHIND)
    found = found.filter(instrument=of) if of else found
    return tuple(
        DraftWaiting(
            draft_id=draft.pk,
            started_at=draft.started_at,
            updated_at=draft.updated_at,
            children=_names_typed(draft.typed),
        )
        for draft in found.order_by("-updated_at")
    )


def draft(*, viewer: Viewer, draft_id: UUID) -> Draft:
    """Return the viewer's own draft; raises Denied if it is not theirs."""
    visible = rows.visible(viewer=viewer, rows=Draft.objects.all())
    own = visible.filter(pk=draft_id, account_id=viewer.account_id)
    found = own.exclude(instrument=LEFT_BEHIND).first()
    return decision.opened(viewer=viewer, verb="draft.keep", record=found)


def _names_typed(typed: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the given names typed so far, in the order of the children."""
    named = [
        (int(name.split("-")[1]), values[0])
        for name, values in typed.items()
        if name.startswith("children-") and name.endswith("-given_name") and values and values[0]
    ]
    return tuple(name for _, name in sorted(named))


def _followed(*, viewer: Viewer, occasions: list[Occasion]) -> tuple[ReferralFollowed, ...]:
    entries = defaultdict(list)
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    for entry in visible.filter(
        occasion_id__in=[occasion.pk for occasion in occasions], superseded_by__isnull=True
    ).order_by("recorded_at", "pk"):
        entries[entry.occasion_id].append(entry)
    return tuple(_one(occasion=each, entries=entries[each.pk]) for each in occasions)


def _one(*, occasion: Occasion, entries: list[Entry]) -> ReferralFollowed:
    by_step = {(entry.episode_id, entry.step): entry for entry in entries}
    received = sorted((entry for entry in entries if entry.step == RECEIVED), key=_oldest_first)
    children = tuple(_child(by_step=by_step, received=entry) for entry in received)
    return ReferralFollowed(
        occasion_id=occasion.pk,
        reference=occasion.reference,
        sent_at=occasion.submitted_at,
        children=children,
        form=catalogue.instrument(occasion.instrument).at(occasion.instrument_version),
        answers=occasion.answers,
        decision_due_on=_decision_due(occasion.submitted_at),
    )


def _decision_due(sent_at: datetime) -> date | None:
    if not clocks.is_limited(clock=DECISION, started=sent_at):
        return None
    return clocks.due_on(clock=DECISION, started=sent_at)


def _oldest_first(received: Entry) -> tuple[str, str]:
    # Sent in one moment, so the moment gives no order; a date not known comes last.
    born = received.answers.get("date_of_birth")
    return (born if isinstance(born, str) else "9999", received.answers["given_name"])


def _child(*, by_step: dict[tuple[UUID, str], Entry], received: Entry) -> ChildFollowed:
    acknowledged = by_step.get((received.episode_id, ACKNOWLEDGED))
    told = by_step.get((received.episode_id, TOLD))
    return ChildFollowed(
        episode_id=received.episode_id,
        name=f"{received.answers['given_name']} {received.answers['family_name']}",
        answers=received.answers,
        acknowledged_at=acknowledged.recorded_at if acknowledged else None,
        told_at=told.recorded_at if told else None,
        told=told.answers["told_referrer"] if told else "",
    )
