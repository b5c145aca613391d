"""Keeping the directory: places, teams and practitioners, added, changed and closed."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import decision, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import directory as kept
from goldenthread.kernel import check_digit
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language import feed
from goldenthread.language.answers import Problem
from goldenthread.queries import directory, offered
from goldenthread.records.agency import Agency
from goldenthread.records.directory_before import DirectoryBefore
from goldenthread.records.team import Team

VERB = "directory.write"
PERIODS = {
    "setting": ("opened_on", "closed_on"),
    "team": ("opened_on", "closed_on"),
    "practitioner": ("valid_from", "valid_to"),
}
TAKEN = {
    "gt_setting_one_code": ("code", "Another place of this kind has this code: change that one"),
    "gt_team_one_key_an_agency": ("name", "The agency has a team of this name: change that one"),
}


def add(*, by: Viewer, what: str, answers: Mapping[str, Any], at: datetime) -> UUID:
    """Add a setting, a team or a practitioner; return its id.

    Raises Denied, Refused with each problem beside its field.
    """
    decision.require(viewer=by, verb=VERB)
    values = _values(what, answers, at)
    if what == "team":
        values["key"] = re.sub(r"[^a-z0-9]+", "-", values["name"].lower()).strip("-") or "team"
    made = directory.MODELS[what](id=uuid4(), **values)
    _save(made, what=what, new=True)
    _trail(by, f"{what}.add", made.pk)
    return made.pk


def change(
    *,
    by: Viewer,
    what: str,
    listed_id: UUID,
    answers: Mapping[str, Any],
    seen: str,
    at: datetime,
) -> None:
    """Change one, or close it: `seen` is the `fingerprint` of what the form was made from.

    What it said before is kept.

    Raises Denied, Refused with each problem beside its field, Conflict where it has changed since.
    """
    decision.require(viewer=by, verb=VERB)
    with transaction.atomic():
        found = directory.MODELS[what].objects.select_for_update(of=("self",))
        row = found.filter(pk=listed_id).first()
        if row is None:
            raise Denied(verb=VERB, reason="no-such-record", hidden=True)
        said = directory.answers(row)
        if fingerprint(said) != seen:
            raise Conflict("Somebody has changed this since you opened the page. Read it again.")
        for key, value in _values(what, answers, at).items():
            if what != "team" or key != "agency":
                setattr(row, key, value)
        _save(row, what=what, new=False)
        if directory.answers(row) != said:
            earlier = DirectoryBefore.objects.filter(listed_id=row.pk).count()
            DirectoryBefore.objects.create(
                of=what, listed_id=row.pk, number=earlier + 1, said=said, changed_at=at,
                changed_by_id=by.account_id,
            )  # fmt: skip
        _trail(by, f"{what}.change", row.pk)


def fingerprint(answers: Mapping[str, Any]) -> str:
    """Return a few characters that differ when any of the answers do."""
    return feed.fingerprinted(answers)


def _save(row: Any, *, what: str, new: bool) -> None:
    try:
        with transaction.atomic():
            keys = [question.key for question in kept.sections[what].questions]
            held = [key for key in keys if what != "team" or key != "agency"]
            row.save(force_insert=new, update_fields=None if new else held)
    except IntegrityError as refusal:
        for constraint, (field, says) in TAKEN.items():
            if constraint in str(refusal):
                raise Refused((Problem(field, says),)) from refusal
        raise


def _values(what: str, answers: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """Return the values of the columns; raises Refused with each problem beside its field."""
    problems = list(reading.check(kept.sections[what], answers, on=london_date(at)))
    if problems:
        raise Refused(tuple(problems))
    blank = {each.key: "" for each in kept.sections[what].questions}
    values: dict[str, Any] = {**blank, **answers}
    for key in PERIODS[what]:
        values[key] = date.fromisoformat(values[key]) if values[key] else None
    first, last = (values[key] for key in PERIODS[what])
    if first and last and last < first:
        problems.append(Problem(PERIODS[what][1], "The last day cannot be before the first"))
    if values.get("postcode"):
        values["postcode"] = check_digit.postcode(values["postcode"])
    if what == "setting":
        try:
            values["code"] = kept.code(values["kind"], values["code"])
        except ValueError as wrong:
            problems.append(Problem("code", str(wrong)))
    else:
        problems += _resolve(values, on=london_date(at))
    if problems:
        raise Refused(tuple(problems))
    return values


def _resolve(values: dict[str, Any], *, on: date) -> list[Problem]:
    """Put the agency, team and setting named in the place of their names."""
    problems = []
    agency = _named(Agency, values["agency"])
    if agency is None:
        problems.append(Problem("agency", "Choose one of the agencies offered"))
    values["agency"] = agency
    named: Mapping[str, Callable[[str], Any]] = {
        "team": lambda name: _named(Team, name, agency=agency),
        "setting": lambda name: offered.setting(kind=offered.ANY, words=name, on=on),
    }
    for key in named.keys() & values.keys():
        name, values[key] = values[key], None
        if name:
            values[key] = named[key](name)
            if values[key] is None:
                says = f"Choose one of those offered, or add the {key} first"
                problems.append(Problem(key, says))
    return problems


def _named(model: Any, name: str, **more: Any) -> Any:
    every = list(model.objects.filter(name__iexact=name.strip(), **more)[:2])
    return every[0] if len(every) == 1 else None


def _trail(by: Viewer, what: str, made: UUID) -> None:
    trail.write(viewer=by, verb=VERB, decision="done", resource=what, objects=[made], persons=[])
