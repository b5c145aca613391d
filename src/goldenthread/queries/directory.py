"""The directory: schools, surgeries and homes, teams, and practitioners. Nothing about a child."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, Q

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership import directory as kept
from goldenthread.kernel.words import plain_date
from goldenthread.language.question import Kind, Question
from goldenthread.records.directory_before import DirectoryBefore
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.setting import Setting
from goldenthread.records.team import Team

A_PAGE = 50
MODELS: Mapping[str, Any] = {"setting": Setting, "team": Team, "practitioner": Practitioner}
BESIDE = {"setting": (), "team": ("agency",), "practitioner": ("agency", "team", "setting")}
NAMED = {"setting": "name", "team": "name", "practitioner": "full_name"}
FOUND_BY = {
    "setting": ("name__icontains", "code__iexact", "postcode__istartswith"),
    "team": ("name__icontains", "agency__name__icontains"),
    "practitioner": ("full_name__icontains", "agency__name__icontains", "job_title__icontains"),
}


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One place, team or practitioner, in words, and the days it is one."""

    listed_id: UUID
    name: str
    what: str
    more: str
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Before:
    """What a change took the place of: each question it changed with what was said to it."""

    said: tuple[tuple[str, str], ...]
    changed_at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of what was looked for, by name."""

    rows: tuple[Listed, ...]
    total: int
    page: int
    pages: int


def look(*, viewer: Viewer, what: str, words: str, page: int = 1) -> Page:
    """Return those whose name, code or agency has these words, fifty at a time. Raises Denied."""
    decision.require(viewer=viewer, verb="directory.read")
    found = _rows(what).order_by(NAMED[what], "pk")
    if words:
        asked = Q()
        for column in FOUND_BY[what]:
            asked |= Q(**{column: words})
        found = found.filter(asked)
    total = found.count()
    pages = max(1, -(-total // A_PAGE))
    page = min(max(page, 1), pages)
    rows = found[(page - 1) * A_PAGE : page * A_PAGE]
    return Page(rows=tuple(_listed(each) for each in rows), total=total, page=page, pages=pages)


def one(*, viewer: Viewer, what: str, listed_id: UUID) -> tuple[Listed, Mapping[str, Any]]:
    """Return one of them, and its answers as a form asks for them. Raises Denied if not there."""
    decision.require(viewer=viewer, verb="directory.read")
    row = _rows(what).filter(pk=listed_id).first()
    if row is None:
        raise Denied(verb="directory.read", reason="no-such-record", hidden=True)
    return _listed(row), answers(row)


def before(*, viewer: Viewer, what: str, listed_id: UUID) -> tuple[Before, ...]:
    """Return what one of them said before each change of it, newest first. Raises Denied."""
    decision.require(viewer=viewer, verb="directory.read")
    changed = DirectoryBefore.objects.filter(of=what, listed_id=listed_id)
    row = MODELS[what].objects.filter(pk=listed_id).first()
    after = answers(row) if row else {}
    found = []
    for each in changed.select_related("changed_by").order_by("-number"):
        said = _in_words(what, each.said, after)
        found.append(Before(said=said, changed_at=each.changed_at, by=str(each.changed_by)))
        after = each.said
    return tuple(found)


def names_then(*, settings: Iterable[Setting], at: datetime) -> Mapping[UUID, str]:
    """Return what each place was called at a moment, as the directory said by then."""
    names = {each.pk: each.name for each in settings}
    changed = DirectoryBefore.objects.filter(listed_id__in=names, changed_at__gt=at)
    for each in changed.order_by("-number"):
        names[each.listed_id] = each.said.get("name", names[each.listed_id])
    return names


def _in_words(
    what: str, said: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[tuple[str, str], ...]:
    """Return what was changed: each question, and what was said to it before."""
    return tuple(
        (question.asks, _word(question, said.get(question.key, "")))
        for question in kept.sections[what].questions
        if said.get(question.key, "") != after.get(question.key, "")
    )


def _word(question: Question, said: str) -> str:
    if not said:
        return "Nothing"
    if question.kind is Kind.DATE:
        return plain_date(date.fromisoformat(said))
    return question.label_of(said)


def answers(row: Model) -> Mapping[str, Any]:
    """Return what a row says, as the answers of its section: dates as dates are written."""
    (what,) = (key for key, model in MODELS.items() if isinstance(row, model))
    said: dict[str, Any] = {}
    for question in kept.sections[what].questions:
        value = getattr(row, question.key)
        if value not in (None, ""):
            said[question.key] = value.isoformat() if isinstance(value, date) else str(value)
    return said


def _rows(what: str) -> Any:
    every, beside = MODELS[what].objects.all(), BESIDE[what]
    return every.select_related(*beside) if beside else every


def _listed(row: Any) -> Listed:
    match row:
        case Setting():
            what = kept.KINDS[row.kind][0] if row.kind in kept.KINDS else row.kind
            more = ", ".join(each for each in (row.code, row.postcode) if each)
            since, until = row.opened_on, row.closed_on
        case Team():
            what, more = row.agency.name, ""
            since, until = row.opened_on, row.closed_on
        case _:
            what = row.job_title or "Practitioner"
            where = (row.agency.name, str(row.team or ""), str(row.setting or ""), row.phone)
            more = ", ".join(each for each in where if each)
            since, until = row.valid_from, row.valid_to
    return Listed(listed_id=row.pk, name=str(row), what=what, more=more, since=since, until=until)
