"""Completing a tool about a child: on the episode of it that is open, else by itself."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import decision, forms, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, projection, references
from goldenthread.actions.alone import ONE_OPEN
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue, tool_steps
from goldenthread.language import answers as reading
from goldenthread.language import step as steps
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person

VERB = "entry.record"


def complete(
    *, by: Viewer, person_id: UUID, form: str, answers: Mapping[str, object], at: datetime
) -> Entry:
    """Keep a completed tool about a child the viewer works with; return its entry.

    `form` is the key of the tool. Where one of its kind is still open it is given again there.
    Raises Denied, Conflict where somebody else began one meanwhile, Refused with each problem
    beside its field.
    """
    with transaction.atomic():
        child = decision.opened(viewer=by, verb=VERB, record=_person(by, person_id))
        kind = _tool(form)
        pathway = catalogue.pathway_of(kind.key)
        if pathway is None:
            raise Denied(verb=VERB, reason="no-such-step", hidden=True)
        running = running_of(viewer=by, child=child, pathway=pathway)
        if running is not None:
            again = repeat_of(pathway, form=form)
            return entries.record(by=by, step=again.key, on=running.pk, answers=answers, at=at)
        asked = forms.step(kind, on=at.date())
        return _begin(by=by, child=child, pathway=pathway, kind=asked, answers=answers, at=at)


def begun(*, by: Viewer, child: Person, pathway: Pathway, at: datetime) -> Episode:
    """Return the episode a tool about this child would be, not kept yet.

    A desk that holds a contact does not hold what is written of the child beside it: this is the
    child's own, for whoever has a relationship with the child.
    """
    child_id = child.same_as_id or child.pk
    return Episode(
        id=uuid4(),
        pathway=pathway.key,
        subject_person_id=child_id,
        reference=f"{pathway.reference_prefix}-{references.new()}",
        agency_id=by.agency_id,
        opened_at=at,
        sole=pathway.one_open_per_subject,
        scope=child_id,
        desk=pathway.desk or "",
        seal=child.seal,
    )


def running_of(*, viewer: Viewer, child: Person, pathway: Pathway) -> Episode | None:
    """Return the child's open episode of a pathway that has one at a time; None without one."""
    if not pathway.one_open_per_subject:
        return None
    about = Episode.objects.filter(
        pathway=pathway.key,
        subject_person_id=child.same_as_id or child.pk,
        closed_at__isnull=True,
    )
    return rows.visible(viewer=viewer, rows=about).first()


def repeat_of(pathway: Pathway, *, form: str) -> Step:
    """Return the step that gives this tool again; raises Denied where the pathway has none."""
    for each in pathway.steps:
        if each.repeatable and each.asks is not None and each.asks.key == form:
            return each
    raise Denied(verb=VERB, reason="no-such-step", hidden=True)


def _begin(
    *,
    by: Viewer,
    child: Person,
    pathway: Pathway,
    kind: Step,
    answers: Mapping[str, object],
    at: datetime,
) -> Entry:
    episode = begun(by=by, child=child, pathway=pathway, at=at)
    decision.require(viewer=by, verb=VERB, record=episode)
    if not steps.may_record(kind, by.role, answers, under=by.under):
        raise Denied(verb=VERB, reason="role-may-not-record-this-step")
    problems = reading.check(kind.asks, answers, on=at.date())
    problems = (*problems, *steps.refusals(kind, answers))
    if problems:
        raise Refused(problems)
    _open(episode, pathway)
    entry = entries.insert(step=kind, episode=episode, answers=answers, by=by, at=at)
    projection.keep(episode=episode)
    trail.write(
        viewer=by,
        verb=VERB,
        decision="done",
        resource=kind.key,
        objects=[entry.pk, episode.pk],
        persons=[episode.subject_person_id],
    )
    return entry


def _open(episode: Episode, pathway: Pathway) -> None:
    try:
        with transaction.atomic():
            episode.save(force_insert=True)
    except IntegrityError as refusal:
        if ONE_OPEN not in str(refusal):
            raise
        raise Conflict(
            f"{pathway.title}: somebody has begun one about this child since you opened this. Your "
            "words are kept below: read theirs first."
        ) from None


def _person(by: Viewer, person_id: UUID) -> Person | None:
    visible = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id))
    found: Person | None = visible.first()
    return found


def _tool(form: str) -> Step:
    try:
        return tool_steps.by_form()[form]
    except KeyError:
        raise Denied(verb=VERB, reason="no-such-step", hidden=True) from None
