"""Sending a referral: one submission about one or several children, each looked at in turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, services, trail, viewer
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    arrival,
    drafts,
    entries,
    jobs,
    paging,
    projection,
    references,
    same_child,
    sources,
)
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.kernel.moment import Moment
from goldenthread.language import answers as reading
from goldenthread.language import step as steps
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step
from goldenthread.records.account import Account
from goldenthread.records.draft import Draft
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql.identity import acting

# What it takes to send each form, where that is not what a referral takes.
VERBS = {"telephone-form": "call.record"}
# What opens a submission to whoever sent it.
REFERRER = "referrer"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a referral became: its occasion and the reference people quote."""

    occasion_id: UUID
    reference: str


def send(*, by: Viewer, draft_id: UUID, at: datetime) -> Sent:
    """Send a draft referral. Sending it twice is one contact, and returns the first.

    Raises Denied, Refused with each problem beside its field.
    """
    with transaction.atomic():
        draft = drafts.lock(by=by, draft_id=draft_id)
        verb = VERBS.get(draft.instrument, "referral.send")
        decision.require(viewer=by, verb=verb)
        if draft.sent_occasion is not None:
            sent = draft.sent_occasion
            return Sent(occasion_id=sent.pk, reference=sent.reference)
        form = catalogue.instrument(draft.instrument)
        read = reading.read(form, draft.typed, on=london_date(at))
        if read.problems:
            raise Refused(read.problems)
        said = same_child.chosen(by=by, draft=draft, at=at)
        occasion = receive(
            by=by, form=form, answers=read.answers, at=at, verb=verb, heard_at=_heard(draft, at)
        )
        same_child.link(by=by, occasion=occasion, said=said, at=at)
        drafts.mark_sent(draft=draft, occasion_id=occasion.pk, at=at)
    return Sent(occasion_id=occasion.pk, reference=occasion.reference)


def _heard(draft: Draft, at: datetime) -> datetime:
    # A call is received when it is answered, however long it takes to write down.
    return draft.started_at if draft.instrument in VERBS else at


def receive(
    *,
    by: Viewer,
    form: Instrument,
    answers: Mapping[str, Any],
    at: datetime,
    verb: str = "referral.send",
    heard_at: datetime | None = None,
    followed: bool = True,
) -> Occasion:
    """Receive what was told, whatever the form: one occasion, and a contact for each child.

    The one way a contact arrives. `verb` is what `by` needs and what the trail says was done;
    `heard_at` is when it was told where that was before it was written down, and its clocks run
    from then. `followed` lets the sender follow it, and is False for a system, which would in time
    hold a grant for every child it told of. An answer "source_code" stands; else it follows from
    the kind of agency. The acknowledgement is put in hand. Raises Denied, Refused with each problem
    beside its field.
    """
    decision.require(viewer=by, verb=verb)
    first = _first(_pathway_of(form))
    problems = (*reading.check(form, answers, on=london_date(at)), *steps.refusals(first, answers))
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        # A guest has one submission, which bears their own id: what they see needs no grant.
        occasion_id = by.within or uuid4()
        # Whoever answers the telephone follows a call by the desk it comes to.
        if followed and by.within is None and by.role in grants.through(REFERRER):
            grants.give(
                account_id=by.account_id,
                kind=REFERRER,
                scope=occasion_id,
                source=REFERRER,
                at=at,
            )
        apart = sources.kept_apart(form=form, answers=answers)
        answers = {key: value for key, value in answers.items() if key not in apart}
        told = _Told(by=by, form=form, answers=answers, at=at, heard_at=heard_at or at)
        intake = viewer.of(Account.objects.get(pk=services.account_id("intake")), now=at)
        with acting(intake.account_id, now=at, purpose="receive a referral"):
            decision.require(viewer=intake, verb="referral.receive")
            occasion = _insert(told, occasion_id=occasion_id, verb=verb)
        sources.seal(by=by, occasion=occasion, words=apart, at=at)
        jobs.defer("acknowledge_occasion", occasion_id=occasion.pk)
        if by.within is not None:
            jobs.defer("invite_guest", guest_id=by.within)
    return occasion


@dataclass(frozen=True, kw_only=True)
class _Told:
    """Who told what on which form, when it was told and when it was written down."""

    by: Viewer
    form: Instrument
    answers: Mapping[str, Any]
    at: datetime
    heard_at: datetime


def _insert(told: _Told, *, occasion_id: UUID, verb: str) -> Occasion:
    pathway = _pathway_of(told.form)
    occasion = _occasion(told, occasion_id=occasion_id, pathway=pathway)
    episodes = [
        _contact(told, pathway=pathway, occasion=occasion, number=number, child=child)
        for number, child in enumerate(told.answers["children"], start=1)
    ]
    if any(episode.lane == "immediate" for episode in episodes):
        paging.watch(occasion_id=occasion.pk)
    trail.write(
        viewer=told.by,
        verb=verb,
        decision="done",
        resource=pathway.key,
        objects=[occasion.pk, *(episode.pk for episode in episodes)],
        persons=[episode.subject_person_id for episode in episodes],
    )
    return occasion


def _occasion(told: _Told, *, occasion_id: UUID, pathway: Pathway) -> Occasion:
    shared = _shared(answers=told.answers, by=told.by)
    return Occasion.objects.create(
        id=occasion_id,
        kind=pathway.key,
        reference=references.new(),
        instrument=told.form.key,
        instrument_version=told.form.version,
        answers=shared,
        submitted_at=told.heard_at,
        by_id=told.by.account_id,
        agency_id=told.by.agency_id,
        scope=occasion_id,
        desk=pathway.desk_for(shared),
    )


def _pathway_of(form: Instrument) -> Pathway:
    return next(
        pathway
        for pathway in catalogue.pathways().values()
        if any(step.first and form in step.forms for step in pathway.steps)
    )


def _first(pathway: Pathway) -> Step:
    return next(step for step in pathway.steps if step.first)


def _shared(*, answers: Mapping[str, Any], by: Viewer) -> dict[str, Any]:
    shared = {key: value for key, value in answers.items() if key != "children"}
    if "source_code" in shared:
        return shared
    if "caller_source" in shared:
        return {**shared, "source_code": shared["caller_source"].upper()}
    kind = catalogue.declared(AgencyKind).get(by.agency_kind)
    return {**shared, "source_code": kind.source_code if kind else ""}


def _contact(
    told: _Told, *, pathway: Pathway, occasion: Occasion, number: int, child: Mapping[str, Any]
) -> Episode:
    person = arrival.person(child=child, desk=occasion.desk)
    arrival.keep(of=person, child=child, by_id=told.by.account_id, at=told.at)
    episode = Episode.objects.create(
        id=uuid4(),
        pathway=pathway.key,
        subject_person=person,
        reference=f"{pathway.reference_prefix}-{occasion.reference}-{number}",
        occasion=occasion,
        agency_id=told.by.agency_id,
        opened_at=told.heard_at,
        sole=pathway.one_open_per_subject,
        scope=person.pk,
        desk=occasion.desk,
    )
    entries.insert(
        step=_first(pathway),
        episode=episode,
        answers=child,
        by=told.by,
        at=told.at,
        happened=Moment(told.heard_at),
    )
    return projection.keep(episode=episode)
