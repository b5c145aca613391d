"""The chronology in SQL's order: a page of the newest, what to choose it by, and words in it.

In order, a correction stands in the place of what it corrects, because it says when that happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import (
    BooleanField,
    Count,
    F,
    Func,
    IntegerField,
    Max,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from goldenthread.access import masks, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.kept_apart import KeptApart

A_PAGE = 25
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
# Printed whole; past this it is no longer a story somebody reads but an export.
MOST = 5_000

# Whether any words of a JSON document hold these, as they were typed: no wildcard, no expression.
WORDS = """
exists (select 1 from jsonb_path_query({column}, 'strict $.** ? (@.type() == "string")') as said
        where strpos(lower(said #>> '{{}}'), lower(%s)) > 0)
"""
# What is masked from the viewer is not searched: a word found there would tell that it is there.
SHOWN = "({column} - %s::text[])"
APART, SAID, SAID_OF_ALL = (
    WORDS.format(column=SHOWN.format(column=f"{table}.answers"))
    for table in ("gt_kept_apart", "gt_entry", "o")
)
OF_ALL = f"""
gt_entry.step = 'contact-received' and exists (
    select 1 from gt_occasion o where o.id = gt_entry.occasion_id and {SAID_OF_ALL})
"""
# Names are few and entries may be many: counted by ids before any name is looked up.
NAMED = """
select c.pathway, c.step, coalesce(g.key, ''), coalesce(g.name, ''), a.full_name, a.job_title,
  a.is_service, c.number, c.last_at
from ({counted}) c (pathway, step, agency_id, by_id, number, last_at)
join gt_account a on a.id = c.by_id left join gt_agency g on g.id = c.agency_id
order by c.pathway, c.step, c.agency_id, c.by_id
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


class Written(NamedTuple):
    """How many entries of one step one account of one agency has written on one pathway.

    `number` counts those that stand, `last_at` is when the newest of all of them happened.
    """

    pathway: str
    step: str
    agency: str
    agency_name: str
    by: str
    job_title: str
    is_service: bool
    number: int
    last_at: datetime


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


def recorded(*, viewer: Viewer, child: Iterable[UUID], by: datetime) -> QuerySet[Entry]:
    """Return the entries about a child recorded `by` a moment, what was corrected among them.

    `child` is everybody they were recorded as: who is who is as now.
    """
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    return visible.filter(episode__subject_person_id__in=child, recorded_at__lte=by)


def standing(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Return those of these entries that none of them supersedes."""
    return entries.filter(_stands(entries))


def _stands(entries: QuerySet[Entry]) -> Q:
    """Whether none of these entries supersedes it."""
    return ~Q(pk__in=entries.filter(supersedes__isnull=False).values("supersedes_id"))


def page(
    entries: QuerySet[Entry],
    shown: frozenset[str],
    *,
    viewer: Viewer,
    only: Only,
    older: int,
    most: int = A_PAGE,
) -> tuple[list[Entry], bool]:
    """Return a page in order, `older` pages back from the newest, and whether more is older.

    Of those that stand. `shown` are the field classes the viewer is shown of the child. The moment
    its oldest happened is found first: the whole order is worked out, and what an entry is shown
    with is read, of a page and not of two thousand.
    """
    found = chosen(standing(entries), viewer=viewer, shown=shown, only=only)
    start = older * most
    end = start + most + 1
    if not only.words:
        moments = found.select_related(None).order_by("-happened_at").values("happened_at")
        oldest = Coalesce(Subquery(moments[end - 1 : end]), Value(BEFORE_ALL))
        found = found.filter(happened_at__gte=oldest)
    read = list(found.order_by(*(each.desc() for each in _order()), "-pk")[start:end])
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


def chosen(
    entries: QuerySet[Entry], *, viewer: Viewer, shown: frozenset[str], only: Only
) -> QuerySet[Entry]:
    """Return those entries asked for. What is kept from the viewer is not searched either."""
    if only.pathway:
        entries = entries.filter(episode__pathway=only.pathway)
    if only.agency:
        entries = _told(entries, shown=shown).filter(agency__key=only.agency)
    if only.step:
        entries = entries.filter(step=only.step)
    if only.since:
        entries = entries.filter(happened_at__gte=calendar.start_of_day(only.since))
    if only.until:
        entries = entries.filter(happened_at__lte=calendar.end_of_day(only.until))
    if only.words:
        apart = rows.visible(viewer=viewer, rows=KeptApart.objects.all())
        masked = sorted(masks.unsearched(shown))

        def says(question: str) -> Q:
            # By hand, the words a parameter: no expression of Django's reaches into every value.
            said = [masked, only.words]
            return Q(RawSQL(question, said, output_field=BooleanField()))  # noqa: S611

        said_apart = apart.filter(says(APART)).values_list("entry_id", flat=True)
        entries = entries.filter(says(SAID) | says(OF_ALL) | Q(pk__in=list(said_apart)))
    return entries


def _told(entries: QuerySet[Entry], *, shown: frozenset[str]) -> QuerySet[Entry]:
    """Return the entries of which the viewer is told who recorded them."""
    if masks.SOURCE in shown:
        return entries
    return entries.exclude(step__in=_telling())


def _telling() -> list[str]:
    return [key for key, step in catalogue.declared(Step).items() if masks.tells_source(step)]


def told(written: Iterable[Written], *, shown: frozenset[str]) -> tuple[Written, ...]:
    """Return who wrote what, without who it was that raised a worry where that is not shown."""
    if masks.SOURCE in shown:
        return tuple(written)
    raised = _telling()
    return tuple(_by_somebody(each) if each.step in raised else each for each in written)


def _by_somebody(each: Written) -> Written:
    return each._replace(agency="", agency_name="", by=masks.SOMEBODY, job_title="")


def written(entries: QuerySet[Entry]) -> tuple[Written, ...]:
    """Return who wrote what of these entries, counted in one question."""
    by = entries.order_by().values_list("episode__pathway", "step", "agency_id", "by_id")
    counted = by.annotate(number=Count("pk", filter=_stands(entries)), last_at=Max("happened_at"))
    asked, told = counted.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(NAMED.format(counted=asked), told)
        return tuple(Written(*row) for row in cursor.fetchall())


def choices(written: Iterable[Written]) -> Choices:
    """Return what a whole chronology can be chosen by."""
    counted = [each for each in written if each.number]
    pathways = [(each.pathway, _pathway(each.pathway), each.number) for each in counted]
    agencies = [(each.agency, each.agency_name, each.number) for each in counted if each.agency]
    steps = [(each.step, _step(each.step), each.number) for each in counted]
    return Choices(
        total=sum(each.number for each in counted),
        pathways=_sorted(pathways),
        agencies=_sorted(agencies),
        steps=_sorted(steps),
    )


def _pathway(key: str) -> str:
    return catalogue.pathway(key).title


def _step(key: str) -> str:
    step = catalogue.declared(Step).get(key)
    return step.title if step else key


def _sorted(counted: list[tuple[str, str, int]]) -> tuple[Choice, ...]:
    titles = {key: title for key, title, _ in counted}
    made = [
        Choice(key=key, title=title, number=sum(n for k, _, n in counted if k == key))
        for key, title in titles.items()
    ]
    return tuple(sorted(made, key=lambda each: each.title))
