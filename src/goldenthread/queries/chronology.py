"""The chronology in SQL's order: a page of the newest, what to choose it by, and words in it.

In order, a correction stands in the place of what it corrects, because it says when that happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import BooleanField, Count, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from goldenthread.access import rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.kept_apart import KeptApart

A_PAGE = 50
# Printed whole; past this it is no longer a story somebody reads but an export.
MOST = 5_000

# Whether any words of a JSON document hold these, as they were typed: no wildcard, no expression.
WORDS = """
exists (select 1 from jsonb_path_query({column}, 'strict $.** ? (@.type() == "string")') as said
        where strpos(lower(said #>> '{{}}'), lower(%s)) > 0)
"""
APART = WORDS.format(column="gt_kept_apart.answers")
SAID, SAID_OF_ALL = WORDS.format(column="gt_entry.answers"), WORDS.format(column="o.answers")
OF_ALL = f"""
gt_entry.step = 'contact-received' and exists (
    select 1 from gt_occasion o where o.id = gt_entry.occasion_id and {SAID_OF_ALL})
"""


@dataclass(frozen=True, kw_only=True)
class Only:
    """What of a chronology is asked for; "" and None ask for all of it."""

    pathway: str = ""
    agency: str = ""
    step: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing the chronology can be chosen by, and how many entries there are of it."""

    key: str
    title: str
    number: int


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What is in a whole chronology, by pathway, agency and step."""

    total: int
    pathways: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    steps: tuple[Choice, ...]


EVERYTHING = Only()


def page(
    entries: QuerySet[Entry], *, viewer: Viewer, only: Only, older: int, most: int = A_PAGE
) -> tuple[list[Entry], bool]:
    """Return a page in order, `older` pages back from the newest, and whether more is older."""
    found = chosen(entries, viewer=viewer, only=only)
    newest = found.order_by(*(each.desc() for each in _order()), "-pk")
    start = older * most
    read = list(newest[start : start + most + 1])
    return read[:most][::-1], len(read) > most


def in_order(entries: QuerySet[Entry]) -> list[Entry]:
    """Return entries as things happened: all of them, for what is short or to be printed."""
    return list(entries.order_by(*(each.asc() for each in _order()), "pk"))


def sorted_out_of_sight(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries as things happened where their episodes are out of sight."""
    places = _steps()
    return sorted(
        entries,
        key=lambda e: (
            e.happened_at,
            e.recorded_at,
            places.index(e.step) if e.step in places else 0,
            e.pk,
        ),
    )


def _order() -> tuple[Any, ...]:
    # A decision and the referral it opens share one moment: the older episode speaks first, or the
    # one the other was opened from, and within an episode the steps in the order of its pathway.
    place = Func(Value(_steps()), F("step"), function="array_position", output_field=IntegerField())
    was_opened = Func(
        F("episode__opened_from_id"), function="num_nonnulls", output_field=IntegerField()
    )
    return F("happened_at"), F("recorded_at"), F("episode__opened_at"), was_opened, place


@cache
def _steps() -> list[str]:
    return [step.key for each in catalogue.pathways().values() for step in each.steps]


def chosen(entries: QuerySet[Entry], *, viewer: Viewer, only: Only) -> QuerySet[Entry]:
    """Return those entries asked for. Words kept from the viewer are not searched either."""
    if only.pathway:
        entries = entries.filter(episode__pathway=only.pathway)
    if only.agency:
        entries = entries.filter(agency__key=only.agency)
    if only.step:
        entries = entries.filter(step=only.step)
    if only.since:
        entries = entries.filter(happened_at__gte=calendar.start_of_day(only.since))
    if only.until:
        entries = entries.filter(happened_at__lte=calendar.end_of_day(only.until))
    if only.words:
        apart = rows.visible(viewer=viewer, rows=KeptApart.objects.all())
        said_apart = apart.filter(_says(APART, only.words)).values_list("entry_id", flat=True)
        entries = entries.filter(
            _says(SAID, only.words) | _says(OF_ALL, only.words) | Q(pk__in=list(said_apart))
        )
    return entries


def _says(question: str, words: str) -> Q:
    # By hand and the words as a parameter: no expression of Django's reaches into every value.
    return Q(RawSQL(question, [words], output_field=BooleanField()))  # noqa: S611


def choices(entries: QuerySet[Entry]) -> Choices:
    """Return what the whole chronology can be chosen by, counted in one question."""
    counted = list(
        entries.order_by()
        .values_list("episode__pathway", "agency__key", "agency__name", "step")
        .annotate(number=Count("pk"))
    )
    steps = catalogue.declared(Step)
    return Choices(
        total=sum(each[-1] for each in counted),
        pathways=_sorted([(p, catalogue.pathway(p).title, n) for p, _, _, _, n in counted]),
        agencies=_sorted([(a, name, n) for _, a, name, _, n in counted if a]),
        steps=_sorted([(s, steps[s].title if s in steps else s, n) for _, _, _, s, n in counted]),
    )


def _sorted(counted: list[tuple[str, str, int]]) -> tuple[Choice, ...]:
    titles = {key: title for key, title, _ in counted}
    made = [
        Choice(key=key, title=title, number=sum(n for k, _, n in counted if k == key))
        for key, title in titles.items()
    ]
    return tuple(sorted(made, key=lambda each: each.title))
