"""The directory: schools, surgeries and homes, teams, and practitioners. Nothing about a child."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership import directory as kept
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
