"""Tools about a child: what may be completed, what was, and what each advised beside the judgement.

What a tool advises is shown only to whoever is shown every answer it goes by: less would tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, forms, masks, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import tool_steps
from goldenthread.kernel.calendar import london_date
from goldenthread.language import completeness, trend
from goldenthread.language.advice import Advised
from goldenthread.language.completeness import Completeness
from goldenthread.language.instrument import Instrument
from goldenthread.language.step import Step
from goldenthread.queries import chronology, one_child, thread
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.entry import Entry

VERB = "thread.read"


@dataclass(frozen=True, kw_only=True)
class Completed:
    """One completed tool in a list: what was advised and judged, in words; "" where masked."""

    entry_id: UUID
    form: str
    title: str
    on: date
    by: str
    agency: str
    advised: str
    judged: str


@dataclass(frozen=True, kw_only=True)
class ToolsPage:
    """The tools of one child: those the viewer may complete, and those completed, newest first."""

    person_id: UUID
    name: str
    offered: tuple[Instrument, ...]
    completed: tuple[Completed, ...]


@dataclass(frozen=True, kw_only=True)
class AreaTrend:
    """One area of a tool over the times it was given: how many were answered each way."""

    title: str
    ways: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class ToolPage:
    """One completed tool, as this viewer may read it.

    `answers` are those they are shown, `masked` whether there are others; `days` are the days the
    tool was given up to this one, and `areas` how each area stood then.
    """

    entry: ThreadEntry
    person_id: UUID
    name: str
    form: Instrument
    answers: Mapping[str, Any]
    masked: bool
    advised: str
    counted: int | None
    judged: str
    why: str
    completeness: Completeness
    days: tuple[date, ...]
    areas: tuple[AreaTrend, ...]


def of_child(*, viewer: Viewer, person_id: UUID, now: datetime, verb: str = VERB) -> ToolsPage:
    """Return the tools of a child; raises Denied if the viewer may not do `verb` to the child."""
    child = one_child.seen(viewer=viewer, person_id=person_id, verb=verb)
    found = _all(viewer=viewer).filter(episode__subject_person_id__in=child.recorded_as)
    given = chronology.in_order(found.select_related(*thread.WITH))
    return ToolsPage(
        person_id=person_id,
        name=str(child.person),
        offered=tuple(
            forms.asked(step.asks, on=london_date(now)).offering(london_date(now))
            for step in tool_steps.by_form().values()
            if step.asks and "entry.record" in child.may and _records(viewer, step)
        ),
        completed=tuple(_completed(viewer=viewer, entry=each) for each in reversed(given)),
    )


def one(*, viewer: Viewer, entry_id: UUID) -> ToolPage:
    """Return one completed tool; raises Denied if there is none that the viewer may see."""
    entry = _all(viewer=viewer).filter(pk=entry_id).select_related(*thread.WITH).first()
    entry = decision.opened(viewer=viewer, verb=VERB, record=entry)
    child = one_child.seen(viewer=viewer, person_id=entry.episode.subject_person_id, verb=VERB)
    form, answers, masked = _read(viewer=viewer, entry=entry)
    days, areas = _over_time(viewer=viewer, entry=entry, child=child.recorded_as)
    advised = None if masked else advised_of(form, answers)
    return ToolPage(
        entry=thread.shown(entry=entry, viewer=viewer),
        person_id=child.person.pk,
        name=str(child.person),
        form=form,
        answers=answers,
        masked=masked,
        advised=advised.band.title if advised else "",
        counted=advised.counted if advised else None,
        judged=_judged(form, answers),
        why=str(answers.get(form.advice.why, "")) if form.advice else "",
        completeness=completeness.of(form, entry.answers),
        days=days,
        areas=areas,
    )


def advised_of(form: Instrument, answers: Mapping[str, Any]) -> Advised | None:
    """Return what a tool advises of all its answers; None where it advises nothing."""
    return form.advice.of(answers) if form.advice else None


def _all(*, viewer: Viewer) -> QuerySet[Entry]:
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    return visible.filter(form__in=list(tool_steps.by_form()), superseded_by__isnull=True)


def _records(viewer: Viewer, step: Step) -> bool:
    return any(each.role == viewer.role for each in step.by)


def _read(*, viewer: Viewer, entry: Entry) -> tuple[Instrument, dict[str, Any], bool]:
    """Return the form as it was, the answers the viewer is shown, and whether there are others."""
    form = forms.at(entry.form, entry.form_version)
    hidden = masks.hidden(form, shown=masks.of_entry(viewer=viewer, entry=entry))
    answers = {key: value for key, value in entry.answers.items() if key not in hidden}
    return form, answers, len(answers) < len(entry.answers)


def _completed(*, viewer: Viewer, entry: Entry) -> Completed:
    form, answers, masked = _read(viewer=viewer, entry=entry)
    told = thread.shown(entry=entry, viewer=viewer)
    advised = None if masked else advised_of(form, answers)
    return Completed(
        entry_id=entry.pk,
        form=form.key,
        title=form.title,
        on=told.happened_on,
        by=told.by,
        agency=told.agency,
        advised=advised.band.title if advised else "",
        judged=_judged(form, answers),
    )


def _judged(form: Instrument, answers: Mapping[str, Any]) -> str:
    questions = {each.key: each for each in form.questions}
    key = form.advice.judgement if form.advice else ""
    return questions[key].label_of(answers[key]) if key in answers else ""


def _over_time(
    *, viewer: Viewer, entry: Entry, child: tuple[UUID, ...]
) -> tuple[tuple[date, ...], tuple[AreaTrend, ...]]:
    """Return each day this tool was given up to then, and how each area stood."""
    same = _all(viewer=viewer).filter(
        form=entry.form, episode__subject_person_id__in=child, happened_at__lte=entry.happened_at
    )
    given = []
    for each in chronology.in_order(same.select_related(*thread.WITH)):
        form, answers, _ = _read(viewer=viewer, entry=each)
        given.append(trend.Given(form=form, answers=answers, on=london_date(each.happened_at)))
    areas = tuple(_area(each) for each in trend.areas(given)) if len(given) > 1 else ()
    return tuple(each.on for each in given), areas


def _area(area: trend.Area) -> AreaTrend:
    labels = {option.key: option.label for q in area.questions for option in q.options}
    ways = tuple(
        (labels[way], tuple(counts[way] for counts in area.counts)) for way in area.counts[0]
    )
    return AreaTrend(title=area.title, ways=ways)
