"""Sending a referral: one submission about one or several children, each looked at in turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, services, trail, viewer
from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, entries, jobs, projection, references
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.records.account import Account
from goldenthread.records.draft import Draft
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from goldenthread.records.postgresql.identity import acting


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
        decision.require(viewer=by, verb="referral.send")
        draft = drafts.lock(by=by, draft_id=draft_id)
        if draft.sent_occasion is not None:
            sent = draft.sent_occasion
            return Sent(occasion_id=sent.pk, reference=sent.reference)
        form = catalogue.instrument(draft.instrument)
        read = reading.read(form, draft.typed)
        if read.problems:
            raise Refused(read.problems)
        occasion = _receive(by=by, form=form, answers=read.answers, at=at)
        _mark_sent(draft=draft, occasion=occasion, at=at)
        jobs.defer("acknowledge_occasion", occasion_id=occasion.pk)
    return Sent(occasion_id=occasion.pk, reference=occasion.reference)


def _mark_sent(*, draft: Draft, occasion: Occasion, at: datetime) -> None:
    # What was typed is now on the record; keeping a second copy would outlive its retention.
    draft.sent_occasion, draft.typed, draft.updated_at = occasion, {}, at
    draft.save(update_fields=["sent_occasion", "typed", "updated_at"])


def _receive(*, by: Viewer, form: Instrument, answers: Mapping[str, Any], at: datetime) -> Occasion:
    """Insert the occasion and each child's contact, as the intake service for the front door."""
    pathway = _pathway_of(form)
    occasion_id = uuid4()
    grants.give(account_id=by.account_id, scope=occasion_id, source="referrer", at=at)
    intake = viewer.of(Account.objects.get(pk=services.account_id("intake")), now=at)
    with acting(intake.account_id, now=at, purpose="receive a referral"):
        decision.require(viewer=intake, verb="referral.receive")
        shared = _shared(form=form, answers=answers, by=by)
        occasion = _occasion(occasion_id, pathway=pathway, form=form, shared=shared, by=by, at=at)
        episodes = [
            _contact(pathway=pathway, occasion=occasion, number=n, child=child, by=by, at=at)
            for n, child in enumerate(answers["children"], start=1)
        ]
        trail.write(
            viewer=by,
            verb="referral.send",
            decision="done",
            resource=pathway.key,
            objects=[occasion.pk, *(episode.pk for episode in episodes)],
            persons=[episode.subject_person_id for episode in episodes],
        )
    return occasion


def _occasion(
    occasion_id: UUID,
    *,
    pathway: Pathway,
    form: Instrument,
    shared: Mapping[str, Any],
    by: Viewer,
    at: datetime,
) -> Occasion:
    return Occasion.objects.create(
        id=occasion_id,
        kind=pathway.key,
        reference=references.new(),
        instrument=form.key,
        instrument_version=form.version,
        answers=shared,
        submitted_at=at,
        by_id=by.account_id,
        agency_id=by.agency_id,
        scope=occasion_id,
        desk=pathway.desk_for(shared),
    )


def _pathway_of(form: Instrument) -> Pathway:
    return next(
        pathway
        for pathway in catalogue.pathways().values()
        if any(step.first and form in step.forms for step in pathway.steps)
    )


def _shared(*, form: Instrument, answers: Mapping[str, Any], by: Viewer) -> dict[str, Any]:
    repeating = {section.key for section in form.sections if section.repeats}
    shared = {key: value for key, value in answers.items() if key not in repeating}
    kind = catalogue.declared(AgencyKind).get(by.agency_kind)
    return {**shared, "source_code": kind.source_code if kind else ""}


def _contact(
    *,
    pathway: Pathway,
    occasion: Occasion,
    number: int,
    child: Mapping[str, Any],
    by: Viewer,
    at: datetime,
) -> Episode:
    person = _person(child=child, desk=occasion.desk)
    episode = Episode.objects.create(
        id=uuid4(),
        pathway=pathway.key,
        subject_person=person,
        reference=f"{pathway.reference_prefix}-{occasion.reference}-{number}",
        occasion=occasion,
        agency_id=by.agency_id,
        opened_at=at,
        sole=pathway.one_open_per_subject,
        scope=person.pk,
        desk=occasion.desk,
    )
    first = next(step for step in pathway.steps if step.first)
    entries.insert(step=first, episode=episode, answers=child, by=by, at=at)
    return projection.keep(episode=episode)


def _person(*, child: Mapping[str, Any], desk: str) -> Person:
    person_id = uuid4()
    born = child.get("date_of_birth")
    return Person.objects.create(
        id=person_id,
        given_name=child["given_name"],
        family_name=child["family_name"],
        date_of_birth=None if born in (None, NOT_KNOWN) else date.fromisoformat(born),
        sex=child["sex"],
        scope=person_id,
        desk=desk,
    )
