"""Recording a step on an episode: the one write path for entries."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, forms, rows, scopes, services, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    alone,
    apart,
    counting,
    desks,
    ending,
    jobs,
    lateness,
    opening,
    passing,
    projection,
    samples,
)
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.projection import Recorded
from goldenthread.content import catalogue
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.instrument import Instrument
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion


def record(
    *,
    by: Viewer,
    step: str,
    on: UUID,
    answers: Mapping[str, object],
    at: datetime,
    version: int | None = None,
    happened: Moment | None = None,
    first_by: UUID | None = None,
) -> Entry:
    """Record a step on an episode: check, insert, project, open, close, trail.

    `answers` are typed answers (language.instrument), `version` the one the form was made from,
    `happened` when it took place if not now, `first_by` whose words they are where it is entered
    anew (actions.entry_withdrawals). Raises Denied, Conflict if the episode has moved on, Refused
    with each problem beside its field.
    """
    with transaction.atomic():
        episode = lock(by=by, episode_id=on, version=version)
        kind = forms.step(step_of(episode=episode, key=step), on=at.date())
        recorded = projection.current(projection.recorded_on(episode), pathway=episode.pathway)
        so_far = projection.answers_so_far(episode=episode, recorded=recorded)
        merged = {**so_far, **answers}
        _may(by=by, kind=kind, episode=episode, recorded=recorded, answers=merged, at=at)
        _check(kind=kind, answers=answers, so_far=so_far, on=at.date())
        alone.must_wait(step=kind, episode=episode)
        entry = insert(
            step=kind,
            episode=episode,
            answers=answers,
            by=by,
            at=at,
            happened=happened,
            first_by=first_by,
        )
        with alone.held(pathway=episode.pathway, step=kind):
            projection.keep(episode=episode)
        lateness.must_say(step=kind, entry=entry, episode=episode, recorded=recorded)
        _follow(kind=kind, entry=entry, episode=episode, answers=merged, by=by, at=at)
        _trail(by=by, kind=kind, entry=entry, episode=episode)
    return entry


def _follow(
    *,
    kind: Step,
    entry: Entry,
    episode: Episode,
    answers: Mapping[str, object],
    by: Viewer,
    at: datetime,
) -> None:
    """Bring about what recording the step does; `answers` are all those given by now."""
    ending.follow(step=kind, answers=answers, episode=episode, by=by, at=at)
    opening.follow(step=kind, answers=answers, episode=episode, by=by, at=at)
    passing.follow(step=kind, answers=answers, episode=episode, at=at)
    samples.draw(step=kind, answers=answers, entry=entry, episode=episode, by=by)
    if kind.tells_referrer and episode.occasion is not None:
        _tell(episode.occasion)
    desks.follow(episode=episode, answers=answers, at=at)


def _trail(*, by: Viewer, kind: Step, entry: Entry, episode: Episode) -> None:
    trail.write(
        viewer=by,
        verb="entry.record",
        decision="done",
        resource=kind.key,
        objects=[entry.pk, episode.pk],
        persons=[episode.subject_person_id],
    )


def _tell(occasion: Occasion) -> None:
    """Have whoever sent this told that an answer waits for them."""
    if occasion.by_id == services.account_id("guest-desk"):
        jobs.defer("tell_guest", guest_id=occasion.pk)
    else:
        jobs.defer("tell_referrer", account_id=occasion.by_id)


def lock(*, by: Viewer, episode_id: UUID, version: int | None) -> Episode:
    """Return the episode locked for change.

    Raises Denied if the viewer may not record or does not see it, Conflict if its version is not
    the one given, PartialView if the viewer sees it and not all that is recorded on it.
    """
    visible = rows.visible(viewer=by, rows=Episode.objects.select_for_update(of=("self",)))
    found = visible.filter(pk=episode_id).first()
    episode = decision.opened(viewer=by, verb="entry.record", record=found)
    if version is not None and episode.version != version:
        raise Conflict(
            "Somebody has recorded something on this since you opened it. Your words are kept "
            "below: read what is new, then decide whether to send them."
        )
    seen = rows.visible(viewer=by, rows=projection.recorded_on(episode))
    projection.must_be_whole(episode=episode, seen=seen.count())
    return episode


def insert(
    *,
    step: Step,
    episode: Episode,
    answers: Mapping[str, object],
    by: Viewer,
    at: datetime,
    happened: Moment | None = None,
    old: Entry | None = None,
    why: str = "",
    first_by: UUID | None = None,
) -> Entry:
    """Insert one entry whose answers are already checked, and apart from it what must be."""
    dated = happened or steps.happened(step, answers)
    when = dated or (moment_of(old) if old else Moment(at))
    form = form_of(step=step, episode=episode)
    held_apart = steps.kept_apart(step, answers)
    entry = Entry.objects.create(
        id=uuid4(),
        episode=episode,
        occasion_id=episode.occasion_id if step.kept_with == "occasion" else None,
        step=step.key,
        form=form.key if form else "",
        form_version=form.version if form else 0,
        happened_at=when.at,
        happened_precision=str(when.precision),
        recorded_at=at,
        by_id=first_by or by.account_id,
        entered_by_id=by.account_id if first_by else None,
        agency_id=by.agency_id,
        answers={key: value for key, value in answers.items() if key not in held_apart},
        counted=counting.counted(step=step, answers={**_beneath(step, episode), **answers}),
        supersedes=old,
        why_corrected=why.strip(),
        scope=scopes.on_episode(step=step, episode=episode),
        desk=episode.desk,
        seal=episode.seal,
    )
    apart.keep(entry=entry, step=step, episode=episode, answers=answers, at=at)
    return entry


def moment_of(entry: Entry) -> Moment:
    """Return when an entry happened, as exactly as it is known."""
    return Moment(entry.happened_at, Precision(entry.happened_precision))


def form_of(*, step: Step, episode: Episode) -> Instrument | None:
    """Return the form a step is recorded on: for a first step, the one its occasion arrived on."""
    arrived = episode.occasion.instrument if step.first and episode.occasion else ""
    return step.form(arrived)


def _beneath(step: Step, episode: Episode) -> Mapping[str, object]:
    # What was said once about all the children counts for each of them.
    return episode.occasion.answers if step.first and episode.occasion else {}


def step_of(*, episode: Episode, key: str) -> Step:
    """Return the step of the episode's pathway with this key; raises Denied if there is none."""
    try:
        return catalogue.pathway(episode.pathway).step(key)
    except KeyError:
        raise Denied(verb="entry.record", reason="no-such-step", hidden=True) from None


def _may(
    *,
    by: Viewer,
    kind: Step,
    episode: Episode,
    recorded: Sequence[Recorded],
    answers: Mapping[str, object],
    at: datetime,
) -> None:
    if not any(each.role == by.role for each in kind.by):
        raise Denied(verb="entry.record", reason="role-may-not-record-this-step")
    next_steps = pathways.may_follow(
        catalogue.pathway(episode.pathway),
        [each.step for each in recorded],
        answers=answers,
        on=at.date(),
    )
    if kind.key not in {each.key for each in next_steps}:
        raise Conflict(
            f"{kind.title} cannot be recorded now: this is at “{episode.state}”. Somebody may "
            "have done it before you."
        )
    if not steps.may_record(kind, by.role, answers, under=by.under):
        raise Denied(verb="entry.record", reason="needs-another-role")
    _by_different_people(by=by, kind=kind, episode=episode)


def _by_different_people(*, by: Viewer, kind: Step, episode: Episode) -> None:
    """Raise Conflict where one person recorded two of the steps this one needs, or may not it."""
    standing = projection.recorded_on(episode).filter(superseded_by__isnull=True)
    who = dict(standing.filter(step__in=kind.needs).values_list("step", "by_id"))
    if len(set(who.values())) < len(kind.needs):
        raise Conflict(
            f"{kind.title} takes two people, and one person recorded both views: somebody else "
            "must give theirs."
        )
    if standing.filter(step__in=kind.not_by, by_id=by.account_id).exists():
        raise Conflict(
            f"{kind.title} takes somebody else: you recorded what it is about. Ask your manager."
        )


def _check(
    *, kind: Step, answers: Mapping[str, object], so_far: Mapping[str, object], on: date
) -> None:
    problems = reading.check(kind.asks, answers, so_far=so_far, on=on) if kind.asks else ()
    problems = (*problems, *steps.refusals(kind, {**so_far, **answers}, before=so_far))
    if problems:
        raise Refused(problems)
