"""Paging whoever is on duty about immediate contacts nobody has taken in hand.

The message says that something waits and nothing else. It is sent once for each submission and
stage, and recorded on each child's contact.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.core.mail import send_mail

from goldenthread.access import rows, services, viewer
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, jobs
from goldenthread.content.front_door import paging
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting

FIRST, AGAIN = "contact-paged", "contact-paged-again"
# What has been recorded on a contact that nobody has looked at.
UNTOUCHED = {"contact-received", "contact-acknowledged", FIRST, AGAIN}

BODY = """A contact in the immediate lane has waited {minutes} minutes. Nobody has taken it in hand.

Sign in and open the queue. This message says nothing about it.
"""


class NobodyToPage(LookupError):
    """Raised where no address is configured for the one to page: it must be seen, not passed by."""


def watch(*, occasion_id: UUID) -> None:
    """Ask, in the transaction that receives it, to be reminded when each stage falls due."""
    for after in (paging.FIRST_AFTER, paging.AGAIN_AFTER):
        jobs.defer_in("page_duty", after, occasion_id=occasion_id)


def sweep(*, now: datetime, addresses: Mapping[str, str], occasion_id: UUID | None = None) -> int:
    """Page about every immediate contact that has waited too long; return how many messages left.

    `addresses` are those of the duty manager, the emergency duty team and the next in line. Safe
    to repeat: each stage is recorded once. Raises NobodyToPage.
    """
    service = viewer.of(Account.objects.get(pk=services.account_id("paging")), now=now)
    with acting(service.account_id, now=now, purpose="page whoever is on duty"):
        late = _waiting(service=service, now=now, occasion_id=occasion_id)
    return sum(
        _page(service=service, episodes=together, now=now, addresses=addresses) for together in late
    )


def _waiting(*, service: Viewer, now: datetime, occasion_id: UUID | None) -> list[list[UUID]]:
    visible = rows.visible(viewer=service, rows=Episode.objects.all())
    found = visible.filter(
        desk__in=service.desks,
        lane="immediate",
        closed_at__isnull=True,
        claimed_by__isnull=True,
        opened_at__lte=now - paging.FIRST_AFTER,
    )
    if occasion_id is not None:
        found = found.filter(occasion_id=occasion_id)
    ordered = found.order_by("opened_at", "occasion_id", "reference")
    by_occasion = groupby(ordered, key=lambda each: each.occasion_id)
    return [[each.pk for each in together] for _, together in by_occasion]


def _page(
    *, service: Viewer, episodes: Sequence[UUID], now: datetime, addresses: Mapping[str, str]
) -> int:
    with acting(service.account_id, now=now, purpose="page whoever is on duty"):
        waiting = [(each, _stage(episode=each, now=now)) for each in _locked(episodes)]
        for step in (FIRST, AGAIN):
            due = [episode for episode, stage in waiting if stage == step]
            if due:
                _send(step=step, episodes=due, by=service, now=now, addresses=addresses)
                return 1
    return 0


def _locked(episodes: Sequence[UUID]) -> list[Episode]:
    # Taken in order, so that two workers wait for one another instead of both sending.
    found = Episode.objects.select_for_update(of=("self",)).filter(pk__in=episodes)
    return [each for each in found.order_by("reference") if each.claimed_by_id is None]


def _stage(*, episode: Episode, now: datetime) -> str:
    """Return the step due now on a contact nobody has touched, or "" if none is."""
    recorded = set(Entry.objects.filter(episode=episode).values_list("step", flat=True))
    if episode.closed_at is not None or recorded - UNTOUCHED:
        return ""
    if FIRST not in recorded:
        return FIRST
    again = AGAIN not in recorded and now - episode.opened_at >= paging.AGAIN_AFTER
    return AGAIN if again else ""


def _send(
    *,
    step: str,
    episodes: Sequence[Episode],
    by: Viewer,
    now: datetime,
    addresses: Mapping[str, str],
) -> None:
    whom = paging.NEXT_IN_LINE if step == AGAIN else _on_duty(now)
    address = addresses.get(whom)
    if not address:
        raise NobodyToPage(f"No address is set for {whom}: set it, or nobody is told.")
    for episode in episodes:
        entries.record(by=by, step=step, on=episode.pk, answers={"paged": whom}, at=now)
    minutes = int((now - min(each.opened_at for each in episodes)).total_seconds() // 60)
    # Last, so that a failure to send undoes the entry and the job tries again.
    send_mail(
        subject="A contact is waiting in the immediate lane",
        message=BODY.format(minutes=minutes),
        from_email=None,
        recipient_list=[address],
    )


def _on_duty(now: datetime) -> str:
    return paging.DUTY_MANAGER if paging.ON_DUTY.on_duty(now) else paging.NIGHT_TEAM
