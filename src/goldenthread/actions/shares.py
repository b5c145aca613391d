"""Telling another agency about a child, writing down that it was not told, and taking it back."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.content.partnership import sharing_rules, sharing_words
from goldenthread.kernel import calendar
from goldenthread.language import answers as reading
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.queries import shared_copies, shares
from goldenthread.records.person import Person
from goldenthread.records.share import Share
from goldenthread.records.shared_copy import SharedCopy

GIVE = shares.VERB
HERE, OUTSIDE, DECLINED = "sharing", "sharing-outside", "sharing-declined"


def give(
    *,
    by: Viewer,
    person_id: UUID,
    to: UUID,
    entries: Collection[UUID],
    answers: Mapping[str, object],
    at: datetime,
    share_id: UUID | None = None,
) -> Share:
    """Give somebody of another agency these entries as they read now, until the day answered.

    They see the copy and nothing else of the child; what is changed later needs a new share. Sent
    twice under one `share_id`, it is given once. Raises Denied, Refused.
    """
    with transaction.atomic():
        about = shares.person(viewer=by, person_id=person_id)
        person = shared_copies.to_tell(viewer=by, account_id=to, about=person_id)
        share_id = share_id or uuid4()
        before = _already(share_id=share_id, by=by)
        if before:
            return before
        form = _checked(key=HERE, answers=answers, at=at)
        items = _chosen(by=by, person_id=person_id, entries=entries, at=at)
        told = _head(about, by=by, form=form, answers=answers)
        share = _keep(
            share_id=share_id,
            about=about,
            by=by,
            at=at,
            form=form,
            answers=answers,
            decision="given",
            to_id=to,
            to_agency_id=person.agency_id,
            items=[each["entry"] for each in items],
            digest=shared_copies.digest(told=told, items=items),
            expires_at=_until(answers, at=at),
        )
        _hand_over(share=share, told=told, items=items)
        _trail(by=by, verb=GIVE, share=share, objects={UUID(each["entry"]) for each in items})
        jobs.defer("tell_shared_with", account_id=to)
    return share


def _chosen(
    *, by: Viewer, person_id: UUID, entries: Collection[UUID], at: datetime
) -> list[dict[str, Any]]:
    may = shared_copies.may_be_given(viewer=by, person_id=person_id, now=at)
    chosen = [each for each in may if each.entry_id in entries]
    if not chosen or len(chosen) != len(set(entries)):
        raise Refused((Problem("entries", "Choose what they are to be given"),))
    return shared_copies.written(chosen)


def write_down(
    *,
    by: Viewer,
    person_id: UUID,
    given: bool,
    answers: Mapping[str, object],
    at: datetime,
    share_id: UUID | None = None,
) -> Share:
    """Write down that somebody without an account was told, or that somebody was not told.

    Raises Denied, Refused.
    """
    with transaction.atomic():
        about = shares.person(viewer=by, person_id=person_id)
        share_id = share_id or uuid4()
        before = _already(share_id=share_id, by=by)
        if before:
            return before
        form = _checked(key=OUTSIDE if given else DECLINED, answers=answers, at=at)
        share = _keep(
            share_id=share_id,
            about=about,
            by=by,
            at=at,
            form=form,
            answers=answers,
            decision="given" if given else "declined",
        )
        _trail(by=by, verb=GIVE if given else "share.decline", share=share)
    return share


def recall(*, by: Viewer, share_id: UUID, why: str, at: datetime) -> Share:
    """Take back what was given here: from the next request on it is not there to be read.

    Raises Denied, Refused without a reason, Conflict if it was taken back or is over already.
    """
    with transaction.atomic():
        locked = Share.objects.select_for_update(of=("self",)).filter(pk=share_id)
        found = rows.visible(viewer=by, rows=locked).first()
        share = decision.opened(viewer=by, verb=GIVE, record=found)
        if not why.strip():
            raise Refused((Problem("why", "Say why it is taken back"),))
        if share.to_id is None or share.recalled_at or _over(share, at=at):
            raise Conflict("This cannot be taken back: it was already, or its time is over.")
        share.recalled_at, share.recalled_by_id, share.recalled_why = at, by.account_id, why.strip()
        share.save(update_fields=["recalled_at", "recalled_by_id", "recalled_why"])
        grants.end(source=_source(share), at=at)
        _trail(by=by, verb="share.recall", share=share)
    return share


def _over(share: Share, *, at: datetime) -> bool:
    return share.expires_at is not None and share.expires_at <= at


def _already(*, share_id: UUID, by: Viewer) -> Share | None:
    """Return what was kept under this id by the same hand: the form was sent twice."""
    return Share.objects.filter(pk=share_id, by_id=by.account_id).first()


def _checked(*, key: str, answers: Mapping[str, object], at: datetime) -> Instrument:
    form = catalogue.instrument(key)
    problems = reading.check(form, answers, on=calendar.london_date(at))
    problems = (*problems, *steps.broken(sharing_rules.RULES, answers))
    if problems:
        raise Refused(problems)
    return form


def _until(answers: Mapping[str, object], *, at: datetime) -> datetime:
    given = answers.get("until")
    today = calendar.london_date(at)
    day = date.fromisoformat(str(given)) if given else None
    return calendar.end_of_day(day or today + timedelta(days=sharing_words.READ_FOR_DAYS))


def _head(
    about: Person, *, by: Viewer, form: Instrument, answers: Mapping[str, object]
) -> dict[str, Any]:
    purpose = {question.key: question for question in form.questions}["purpose"]
    return {
        "child": str(about),
        "born": about.date_of_birth.isoformat() if about.date_of_birth else "",
        "by": by.name,
        "agency": by.agency_name,
        "purpose": purpose.label_of(str(answers["purpose"])),
    }


def _keep(*, share_id: UUID, about: Person, by: Viewer, form: Instrument, **told: Any) -> Share:
    return Share.objects.create(
        id=share_id,
        person=about,
        form=form.key,
        form_version=form.version,
        by_id=by.account_id,
        agency_id=by.agency_id,
        scope=about.scope,
        desk=about.desk,
        seal=about.seal,
        **told,
    )


def _hand_over(*, share: Share, told: dict[str, Any], items: list[dict[str, Any]]) -> None:
    copy_id = uuid4()
    for account_id in (share.by_id, share.to_id):
        if account_id is not None:
            grants.give(
                account_id=account_id,
                kind="told",
                scope=copy_id,
                source=_source(share),
                at=share.at,
                until=share.expires_at,
                seal=share.seal,
            )
    SharedCopy.objects.create(
        id=copy_id,
        share=share,
        person_id=share.person_id,
        to_id=share.to_id,
        told=told,
        items=items,
        digest=share.digest,
        at=share.at,
        expires_at=share.expires_at,
        scope=copy_id,
        seal=share.seal,
    )


def _source(share: Share) -> str:
    return f"share:{share.pk}"


def _trail(*, by: Viewer, verb: str, share: Share, objects: Collection[UUID] = frozenset()) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource=share.form,
        objects=[share.pk, *objects, *([share.to_id] if share.to_id else [])],
        persons=[share.person_id],
    )
