"""Who told us, sealed apart from what they told: a record of its own for each call."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from goldenthread.access.viewer import Viewer
from goldenthread.actions import born_sealed, entries, projection, references
from goldenthread.content.front_door import who_told_us as declared
from goldenthread.language.instrument import Instrument
from goldenthread.records.account import Account
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion


def kept_apart(*, form: Instrument, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of these answers says who told us and is sealed; nothing where none is."""
    if form.key != declared.FORM or not declared.SEALED_IF.holds(answers):
        return {}
    return {key: answers[key] for key in declared.KEPT if answers.get(key)}


def seal(*, by: Viewer, occasion: Occasion, words: Mapping[str, Any], at: datetime) -> None:
    """Seal who told us beside the first child of what they told; whoever answered keeps it."""
    if not words:
        return
    about = Episode.objects.filter(occasion=occasion).select_related("subject_person")
    first = about.order_by("reference")[0]
    kind = declared.who_told_us
    record = born_sealed.episode(
        by=by, pathway=kind, person=first.subject_person, at=at,
        reference=f"{kind.reference_prefix}-{references.new()}",
        named=_let_in(desk=occasion.desk, by=by, at=at),
    )  # fmt: skip
    episode = record.episode
    if episode is not None:
        entries.insert(step=declared.kept, episode=episode, answers=words, by=by, at=at)
        projection.keep(episode=episode)


def _let_in(*, desk: str, by: Viewer, at: datetime) -> list[Any]:
    seats = DeskSeat.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    seated = seats.filter(desk=desk, starts_at__lte=at)
    people = Account.objects.filter(
        role__in=declared.LET_IN, is_active=True, pk__in=seated.values("account_id")
    )
    return list(people.exclude(pk=by.account_id).values_list("pk", flat=True))
