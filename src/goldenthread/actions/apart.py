"""Keeping words apart that were given on condition: a row for each who may have them."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Q

from goldenthread.access import grants
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.step import Step
from goldenthread.records.account import Account
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.kept_apart import KeptApart


def keep(
    *, entry: Entry, step: Step, episode: Episode, answers: Mapping[str, object], at: datetime
) -> None:
    """Keep what of these answers the step keeps apart; the entry itself holds the rest.

    Two rows: for those who decide and hold the child, and for those of the desk who may have it,
    granted before it is inserted (DESIGN section 7).
    """
    words = {key: answers[key] for key in steps.kept_apart(step, answers)}
    if not words:
        return
    for account_id in _may_have_it(entry=entry, step=step, episode=episode, answers=answers):
        grants.give(
            account_id=account_id, kind="kept-apart", scope=entry.pk, source=source(episode), at=at
        )
    kept = KeptApart.objects.create(
        id=uuid4(), entry=entry, answers=words, scope=entry.pk, seal=entry.seal
    )
    # The row of those who decide is out of the sight of who gave it: a narrow function makes it.
    with connection.cursor() as cursor:
        desk = catalogue.pathway(episode.pathway).desk or ""
        cursor.execute("select gt_keep_for_deciders(%s, %s)", [kept.pk, desk])


def _may_have_it(
    *, entry: Entry, step: Step, episode: Episode, answers: Mapping[str, object]
) -> set[UUID]:
    """Return who gave it, and who else in the step's roles sits at the desk and may have it."""
    refused = answers[step.kept_apart_from]
    roles = [each.role for each in step.by]
    seated = DeskSeat.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=entry.recorded_at),
        desk=episode.desk,
        starts_at__lte=entry.recorded_at,
    )
    others = Account.objects.filter(
        pk__in=seated.values("account_id"), role__in=roles, is_active=True
    )
    allowed = others.exclude(agency__kind__in=refused) | others.filter(agency_id=entry.agency_id)
    return {entry.by_id, *allowed.values_list("pk", flat=True)}


def source(episode: Episode) -> str:
    """Return the source of the grants that open what was kept apart on this episode."""
    return f"apart:{episode.pk}"
