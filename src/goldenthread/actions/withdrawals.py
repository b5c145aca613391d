"""A contact that was about another child: withdrawn there, quarantined, and entered anew here.

DESIGN section 4. Nobody but the privacy officer reads it again where it was; what the child's
thread keeps is that something was withdrawn, and of which day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    counting,
    entries,
    identification,
    jobs,
    opening,
    paging,
    projection,
)
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue, quarantine
from goldenthread.content.front_door.child_details import about_each, where_each
from goldenthread.kernel.calendar import london_date
from goldenthread.language.answers import Problem
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person

VERB, OTHERS = "contact.withdraw", "contact.withdraw-others"
# What was said of the wrong child that is true of nobody else, and what is entered anew.
THE_CHILDS_OWN = {"given_name", "family_name", "date_of_birth", "sex", "school_name"} | {
    question.key for part in (about_each, where_each) for question in part.questions
}
ANEW = ("contact-received", "contact-acknowledged")
WITHDRAW = "select gt_withdraw(%s, %s, %s, %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Right:
    """The child it was about: by name, and who of the register they are, where they are on it."""

    given_name: str
    family_name: str
    born: date | None = None
    sex: str = "U"
    child_id: UUID | None = None


def withdraw(
    *, by: Viewer, episode_id: UUID, right: Right, why: str, version: int, at: datetime
) -> Episode:
    """Withdraw a contact from the wrong child and enter it anew under the right one; return that.

    By a manager; or by who wrote it down, on the day they did, and then a manager is told. It keeps
    when it was received, so that no limit begins again. Raises Denied, Conflict if it has moved on,
    Refused where there is no reason or what came of it has been worked on.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=VERB)
        episode = entries.lock(by=by, episode_id=episode_id, version=version)
        occasion = _occasion(by=by, episode=episode)
        _may(by=by, occasion=occasion, at=at)
        _must_say(why=why, right=right)
        anew = _enter_anew(by=by, old=episode, occasion=occasion, right=right, at=at)
        if right.child_id is not None:
            identification.identify(
                by=by, person_id=anew.subject_person_id, child_id=right.child_id, why=why, at=at
            )
        _let_go(episode=episode, at=at)
        told = given_to([each.pk for each in projection.recorded_on(episode)])
        held = _quarantine(episode=episode, anew=anew, why=why.strip(), at=at)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource="quarantine",
            objects=[held, episode.pk, anew.pk],
            persons=[episode.subject_person_id, anew.subject_person_id],
        )
        _tell(by=by, occasion=occasion, anew=anew)
        tell_of_withdrawn(told)
    return anew


def _occasion(*, by: Viewer, episode: Episode) -> Occasion:
    visible = rows.visible(viewer=by, rows=Occasion.objects.all())
    found = visible.filter(pk=episode.occasion_id).first()
    if episode.pathway != "contact" or found is None:
        raise Denied(verb=VERB, reason="not-a-contact-in-sight", hidden=True)
    return found


def _may(*, by: Viewer, occasion: Occasion, at: datetime) -> None:
    mine = occasion.by_id == by.account_id
    today = london_date(occasion.submitted_at) == london_date(at)
    if not (OTHERS in by.may or (mine and today)):
        raise Denied(verb=VERB, reason="a-manager-withdraws-it")


def _must_say(*, why: str, right: Right) -> None:
    said = {"given_name": right.given_name, "family_name": right.family_name, "why": why}
    says = {
        "given_name": "Enter the child's given name",
        "family_name": "Enter the child's family name",
        "why": "Say how you know that it is about another child",
    }
    problems = tuple(Problem(name, says[name]) for name, words in said.items() if not words.strip())
    if problems:
        raise Refused(problems)


def _enter_anew(
    *, by: Viewer, old: Episode, occasion: Occasion, right: Right, at: datetime
) -> Episode:
    pathway = catalogue.pathway(old.pathway)
    desk, person_id = pathway.desk_for(occasion.answers), uuid4()
    person = Person.objects.create(
        id=person_id,
        given_name=right.given_name.strip(),
        family_name=right.family_name.strip(),
        date_of_birth=right.born,
        sex=right.sex,
        scope=person_id,
        desk=desk,
    )
    anew = Episode.objects.create(
        id=uuid4(),
        pathway=old.pathway,
        subject_person=person,
        reference=f"{old.reference}-2",
        occasion=occasion,
        agency_id=old.agency_id,
        opened_at=old.opened_at,
        sole=old.sole,
        scope=person_id,
        desk=desk,
    )
    standing = Entry.objects.filter(episode=old, step__in=ANEW, superseded_by__isnull=True)
    for entry in standing.order_by("recorded_at", "pk"):
        _copy(by=by, entry=entry, to=anew, occasion=occasion, right=right, at=at)
    return projection.keep(episode=anew)


def _copy(
    *, by: Viewer, entry: Entry, to: Episode, occasion: Occasion, right: Right, at: datetime
) -> None:
    """Enter one entry anew: the words and who said them as they were, the child put right."""
    step, answers = catalogue.step(entry.step), dict(entry.answers)
    if step.first:
        answers = _put_right(answers, right)
    Entry.objects.create(
        id=uuid4(),
        episode=to,
        occasion_id=entry.occasion_id,
        step=entry.step,
        step_version=entry.step_version,
        form=entry.form,
        form_version=entry.form_version,
        happened_at=entry.happened_at,
        happened_precision=entry.happened_precision,
        recorded_at=at,
        by_id=entry.by_id,
        agency_id=entry.agency_id,
        entered_by_id=by.account_id,
        answers=answers,
        counted=counting.counted(step=step, answers={**occasion.answers, **answers})
        if step.first
        else entry.counted,
        scope=entry.scope if entry.scope == to.occasion_id else to.scope,
        desk=to.desk,
    )


def _put_right(answers: dict[str, Any], right: Right) -> dict[str, Any]:
    words = {key: value for key, value in answers.items() if key not in THE_CHILDS_OWN}
    return {
        "given_name": right.given_name.strip(),
        "family_name": right.family_name.strip(),
        "date_of_birth": right.born.isoformat() if right.born else dict(NOT_KNOWN),
        "sex": right.sex,
        **words,
        **({"unborn": "no"} if "unborn" in words else {}),
    }


def _let_go(*, episode: Episode, at: datetime) -> None:
    opening.let_go(episode=episode, at=at)
    projection.keep(episode=episode)


def _quarantine(*, episode: Episode, anew: Episode, why: str, at: datetime) -> UUID:
    told = [episode.pk, anew.pk, why, list(quarantine.UNWORKED), at]
    rows.forget()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(WITHDRAW, told)
            held: UUID = cursor.fetchone()[0]
    except IntegrityError as refusal:
        if "gt_withdraw_worked_on" not in str(refusal):
            raise
        raise Conflict(
            "What came of this has been worked on: a referral, or a disagreement. Tell whoever "
            "holds it, and ring the privacy officer before anything else is recorded."
        ) from refusal
    return held


def _tell(*, by: Viewer, occasion: Occasion, anew: Episode) -> None:
    tell(by=by, managing=OTHERS)
    if anew.lane == "immediate":
        paging.watch(occasion_id=occasion.pk)


def given_to(entry_ids: Iterable[UUID]) -> list[UUID]:
    """Return who was given a copy of any of these entries, asked before they are gone."""
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_given_to(%s)", [list(entry_ids)])
        return [account_id for (account_id,) in cursor.fetchall()]


def tell_of_withdrawn(account_ids: Iterable[UUID]) -> None:
    """Tell who may have gone by what was withdrawn, without a word of it."""
    for account_id in sorted(set(account_ids)):
        jobs.defer("tell_holder_withdrawn", account_id=account_id)


def tell(*, by: Viewer, managing: str) -> None:
    """Tell the privacy officers and, where no manager did it, the managers. No word of it.

    `managing` is the verb of a manager for what was done.
    """
    people = Account.objects.filter(is_active=True, is_service=False)
    for account in people.filter(role="privacy-officer"):
        jobs.defer("tell_privacy_officer", account_id=account.pk)
    if managing not in by.may:
        for account in people.filter(role="front-door-manager", agency_id=by.agency_id):
            jobs.defer("tell_manager_withdrawn", account_id=account.pk)
