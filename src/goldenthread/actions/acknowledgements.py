"""Acknowledging a referral: a message that it has been received, with no word of what it says."""

from datetime import datetime
from uuid import UUID

from django.core.mail import send_mail

from goldenthread.access import services, viewer
from goldenthread.actions import entries
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql.identity import acting

STEP = "contact-acknowledged"

BODY = """What you sent has been received by the front door.

Your reference is {reference}. Sign in to follow it; this message says nothing about what you sent.

If a child is in danger now, ring 999. This mailbox is not read.
"""


def send(*, occasion_id: UUID, now: datetime) -> bool:
    """Acknowledge an occasion to the one who sent it, once; return whether anything was done.

    The message leaves last, so that a failure to send undoes the entry and the job tries again
    (CLK-05; Working Together 2018, chapter 1).
    """
    service = viewer.of(Account.objects.get(pk=services.account_id("correspondence")), now=now)
    with acting(service.account_id, now=now, purpose="acknowledge a referral"):
        occasion = Occasion.objects.filter(pk=occasion_id).select_related("by").first()
        if occasion is None:
            return False
        waiting = [
            episode
            for episode in Episode.objects.filter(occasion=occasion)
            if not Entry.objects.filter(episode=episode, step=STEP).exists()
        ]
        for episode in waiting:
            entries.record(by=service, step=STEP, on=episode.pk, answers={}, at=now)
        if waiting and _answerable(occasion):
            send_mail(
                subject="Received by the front door",
                message=BODY.format(reference=occasion.reference),
                from_email=None,
                recipient_list=[occasion.by.email],
            )
    return bool(waiting)


def _answerable(occasion: Occasion) -> bool:
    """Whether whoever told this has a letter box that we know of.

    A system was answered as it sent. A caller was answered on the telephone, which is when their
    acknowledgement is recorded; the account is of whoever wrote the call down.
    """
    return not occasion.by.is_service and "caller_kind" not in occasion.answers
