"""Writing a new version of a form of the partnership's own, and publishing it.

One draft of a form at a time. Whoever wrote it last does not publish it. A key that was ever used
stands in the ledger and is never given to another question.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from goldenthread.access import decision, forms, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import drafting
from goldenthread.language.answers import Problem
from goldenthread.language.drafting import Body
from goldenthread.language.instrument import Instrument
from goldenthread.records.form_version import FormVersion
from goldenthread.records.question_key import QuestionKey

WRITE, PUBLISH = "form.write", "form.publish"
CHANGED = "Somebody has changed the draft since you opened it. Read it again, then change it."


def begin(*, by: Viewer, form: str, at: datetime) -> None:
    """Begin a draft from the version asked today; where there is one it is gone on with."""
    with transaction.atomic():
        decision.require(viewer=by, verb=WRITE)
        declared = ours(form)
        _, begun = FormVersion.objects.get_or_create(
            form=form,
            number__isnull=True,
            defaults={
                "id": uuid4(),
                "body": drafting.body_of(forms.asked(declared, on=london_date(at))),
                "written_by_id": by.account_id,
                "written_at": at,
            },
        )
        if begun:
            _trail(by=by, form=form, did="begin")


def drop(*, by: Viewer, form: str, version: int) -> None:
    """Throw the draft away; what was published stands."""
    with transaction.atomic():
        decision.require(viewer=by, verb=WRITE)
        _draft(form, version).delete()
        _trail(by=by, form=form, did="drop")


def keep(
    *, by: Viewer, form: str, section: str, question: Mapping[str, Any], version: int, at: datetime
) -> None:
    """Add a question to a section of the draft, or change one it has.

    `question` is as `language.drafting` writes it, its key "" for a new one. Raises Refused where
    it cannot be asked so.
    """

    def change(body: Body) -> Body:
        asked = dict(question)
        held = _section(body, section)["questions"]
        places = [each["key"] for each in held]
        if asked["key"]:
            held[places.index(asked["key"])] = asked
        else:
            asked["key"] = drafting.new_key(asked["asks"], taken=_taken(form, body))
            held.append(asked)
        return body

    _write(by=by, form=form, version=version, at=at, change=change)


def remove(*, by: Viewer, form: str, key: str, version: int, at: datetime) -> None:
    """Take a question out of the draft; its key stays in the ledger."""

    def change(body: Body) -> Body:
        for section in body["sections"]:
            section["questions"] = [each for each in section["questions"] if each["key"] != key]
        return body

    _write(by=by, form=form, version=version, at=at, change=change)


def move(*, by: Viewer, form: str, key: str, version: int, at: datetime) -> None:
    """Move a question of the draft one place up in its section."""

    def change(body: Body) -> Body:
        for section in body["sections"]:
            asked = section["questions"]
            place = next((n for n, each in enumerate(asked) if each["key"] == key), 0)
            if place:
                asked[place - 1], asked[place] = asked[place], asked[place - 1]
        return body

    _write(by=by, form=form, version=version, at=at, change=change)


def publish(*, by: Viewer, form: str, since: date, version: int, at: datetime) -> int:
    """Publish the draft from a day on; return its number. Its author may not.

    Raises Denied, Conflict, Refused where it is the author who would, or the day has been.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=PUBLISH)
        draft = _draft(form, version)
        if draft.written_by_id == by.account_id:
            raise Refused((Problem("since", "You wrote it last: somebody else must publish it"),))
        if since < london_date(at):
            raise Refused((Problem("since", "Choose today or a later day"),))
        newest = FormVersion.objects.filter(form=form).aggregate(newest=Max("number"))["newest"]
        number = (newest or drafting.FIRST - 1) + 1
        instrument = drafting.made(draft.body, base=ours(form), version=number)
        _enter(instrument, before=ours(form))
        draft.number, draft.since = number, since
        draft.published_by_id, draft.published_at = by.account_id, at
        draft.save(update_fields=["number", "since", "published_by", "published_at"])
        _trail(by=by, form=form, did="publish")
    return number


def ours(form: str) -> Instrument:
    """Return a form the business unit may write versions of; raises Denied if it is none."""
    declared = catalogue.declared(Instrument).get(form)
    if declared is None or not declared.kept_here:
        raise Denied(verb=WRITE, reason="no-such-form", hidden=True)
    return declared


def _write(
    *, by: Viewer, form: str, version: int, at: datetime, change: Callable[[Body], Body]
) -> None:
    with transaction.atomic():
        decision.require(viewer=by, verb=WRITE)
        base, draft = ours(form), _draft(form, version)
        body = change(draft.body)
        try:
            drafting.made(body, base=base, version=drafting.FIRST)
        except ValueError as wrong:
            raise Refused((Problem("asks", str(wrong)),)) from None
        draft.body, draft.version = body, draft.version + 1
        draft.written_by_id, draft.written_at = by.account_id, at
        draft.save(update_fields=["body", "version", "written_by", "written_at"])
        _trail(by=by, form=form, did="change")


def _draft(form: str, version: int) -> FormVersion:
    rows = FormVersion.objects.select_for_update()
    found = rows.filter(form=form, number__isnull=True).first()
    if found is None or found.version != version:
        raise Conflict(CHANGED)
    return found


def _section(body: Body, key: str) -> Body:
    found: Body = next(each for each in body["sections"] if each["key"] == key)
    return found


def _taken(form: str, body: Body) -> frozenset[str]:
    drafted = {each["key"] for section in body["sections"] for each in section["questions"]}
    ledger = QuestionKey.objects.filter(form=form).values_list("key", flat=True)
    return frozenset({*drafted, *ledger})


def _enter(published: Instrument, *, before: Instrument) -> None:
    """Keep every key of it, and of its file's versions, in the ledger for good."""
    for form in (*before.earlier, before, published):
        for question in form.questions:
            QuestionKey.objects.get_or_create(
                form=form.key,
                key=question.key,
                defaults={"number": form.version, "asks": question.asks},
            )


def _trail(*, by: Viewer, form: str, did: str) -> None:
    verb = PUBLISH if did == "publish" else WRITE
    trail.write(viewer=by, verb=verb, decision="done", resource=f"{form}:{did}")
