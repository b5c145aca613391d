"""Acknowledging a referral: a message that it has been received, with no word of what it says."""

from datetime import datetime
from uuid import UUID

from django.core.mail import send_mail

from goldenthread.access import services, viewer
from goldenthread.actions import entries
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.guest import Guest
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql.identity import acting

STEP = "contact-acknowledged"

# Asked only of who rings: who wrote it down is not who told it.
CALL = "caller_kind"

BODY = """What you told the front door has been received.

Your reference is {reference}. {how} to follow it. This message says nothing about what you told us.

If a child is in danger now, ring 999. This mailbox is not read.
"""


def send(*, occasion_id: UUID, now: datetime) -> bool:
    """Acknowledge an occasion to the one who sent it, once; return whether anything was done.

    A contact that is closed needs none: its sender has been told the outcome, or it was withdrawn
    and entered anew. The message leaves last, so that a failure to send undoes the entry and the
    job tries again (CLK-05; Working Together 2018, chapter 1).
    """
    service = viewer.of(Account.objects.get(pk=services.account_id("correspondence")), now=now)
    with acting(service.account_id, now=now, purpose="acknowledge a referral"):
        occasion = Occasion.objects.filter(pk=occasion_id).select_related("by").first()
        if occasion is None:
            return False
        waiting = [
            episode
            for episode in Episode.objects.filter(occasion=occasion, closed_at__isnull=True)
            if not Entry.objects.filter(episode=episode, step=STEP).exists()
        ]
        for episode in waiting:
            entries.record(by=service, step=STEP, on=episode.pk, answers={}, at=now)
        box = _letter_box(occasion)
        if waiting and box:
            send_mail(
                subject="Received by the front door",
                message=_body(occasion),
                from_email=None,
                recipient_list=[box],
            )
    return bool(waiting)


def _letter_box(occasion: Occasion) -> str:
    """Return where whoever told this is written to, or nothing.

    A guest left an address. A system was answered as it sent. A caller was answered on the
    telephone, which is when their acknowledgement is recorded, and is written to as well where a
    professional gave an address; the account is of whoever wrote the call down.
    """
    guest = Guest.objects.filter(pk=occasion.pk).first()
    if guest is not None:
        return str(guest.email)
    if CALL in occasion.answers:
        return str(occasion.answers.get("caller_email", ""))
    return "" if occasion.by.is_service else str(occasion.by.email)


def _body(occasion: Occasion) -> str:
    guest = Guest.objects.filter(pk=occasion.pk).first()
    if CALL in occasion.answers:
        how = "Ring the front door and give it"
    else:
        how = "Sign in" if guest is None else f"Ask for a link at {guest.came_by}tell-us/come-back/"
    return BODY.format(reference=occasion.reference, how=how)
