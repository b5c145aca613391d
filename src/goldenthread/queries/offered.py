"""What a form offers beside a question: the names of the directory, which nobody has to choose."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.language.question import Question
from goldenthread.records.agency import Agency
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.setting import Setting
from goldenthread.records.team import Team

# A list a browser filters as one types; a larger one belongs in a search.
MOST = 1_500
NAMED: Mapping[str, Any] = {"agency": Agency, "team": Team}
PRACTITIONER, ANY = "practitioner", "any"


def for_questions(questions: Iterable[Question], *, on: date) -> Mapping[str, tuple[str, ...]]:
    """Return the names offered on a day, by what the questions say they offer."""
    kinds = {each.offers for each in questions} - {""}
    return {kind: _names(kind, on) for kind in sorted(kinds)}


def _names(kind: str, on: date) -> tuple[str, ...]:
    if kind == PRACTITIONER:
        there = Practitioner.objects.exclude(valid_to__lt=on).order_by("full_name")
        named = there.values_list("full_name", "agency__name")[:MOST]
        return tuple(f"{name}, {agency}" for name, agency in named)
    if kind in NAMED:
        return tuple(NAMED[kind].objects.order_by("name").values_list("name", flat=True).distinct())
    open_then = Setting.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=on))
    if kind != ANY:
        open_then = open_then.filter(kind=kind)
    return tuple(open_then.order_by("name").values_list("name", flat=True).distinct()[:MOST])
