"""Correcting an entry: a new one in its place, with why. The old one stays as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from goldenthread.access import correcting, decision, forms, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import alone, consequences, desks, entries, jobs, projection
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.projection import Recorded
from goldenthread.kernel import calendar
from goldenthread.language import answers as reading
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.step import Step
from goldenthread.queries import restrictions
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

VERB = correcting.VERB


def correct(
    *, by: Viewer, entry_id: UUID, answers: Mapping[str, object], why: str, at: datetime
) -> Entry:
    """Supersede an entry with corrected answers, in the same episode, scope and seal.

    When it happened stays as it was, unless one of the answers says when. A correction opens,
    passes on, ends and closes nothing: one that would is refused with what to do instead. Raises
    Denied, Conflict if it was corrected already, Refused if the answers or the reason will not do.
    """
    with transaction.atomic():
        old = _visible(by=by, entry_id=entry_id)
        episode = entries.lock(by=by, episode_id=old.episode_id, version=None)
        kind = entries.step_of(episode=episode, key=old.step)
        kind = forms.step_at(kind, form=old.form, number=old.form_version)
        recorded = projection.current(projection.recorded_on(episode), pathway=episode.pathway)
        _must_stand(old=old, recorded=recorded)
        _check(by=by, kind=kind, old=old, episode=episode, recorded=recorded, answers=answers)
        _must_say(by=by, why=why, kind=kind, answers=answers, old=old)
        after = _after(recorded, old=old, answers=answers, at=at)
        consequences.must_be_the_same(episode=episode, before=recorded, after=after, step=kind)
        entry = entries.insert(
            step=kind, episode=episode, answers=answers, by=by, at=at, old=old, why=why
        )
        with alone.held(pathway=episode.pathway, step=kind):
            projection.keep(episode=episode)
        _follow(kind=kind, episode=episode, recorded=after, at=at)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource=kind.key,
            objects=[entry.pk, old.pk],
            persons=[episode.subject_person_id],
        )
    return entry


def _visible(*, by: Viewer, entry_id: UUID) -> Entry:
    found = rows.visible(viewer=by, rows=Entry.objects.select_related("episode"))
    return decision.opened(viewer=by, verb=VERB, record=found.filter(pk=entry_id).first())


def _must_stand(*, old: Entry, recorded: Sequence[Recorded]) -> None:
    if old.pk in {each.entry_id for each in recorded}:
        return
    if old.superseded_by.exists():
        raise Conflict("This entry has been corrected already. Read the correction first.")
    raise Conflict("This entry has been withdrawn: somebody said that it was about another child.")


def _check(
    *,
    by: Viewer,
    kind: Step,
    old: Entry,
    episode: Episode,
    recorded: Sequence[Recorded],
    answers: Mapping[str, object],
) -> None:
    """Hold the correction to what the entry itself was held to, on what had been said before it."""
    place = [each.entry_id for each in recorded].index(old.pk)
    so_far = projection.answers_so_far(episode=episode, recorded=recorded[:place])
    whole = {**so_far, **answers}
    held = steps.may_record(kind, by.role, whole, under=by.under)
    if not held or not correcting.may(viewer=by, entry=old, step=kind):
        raise Denied(verb=VERB, reason="role-may-not-record-this-step")
    form, said_on = kind.form(old.form), calendar.london_date(old.happened_at)
    problems = reading.check(form, answers, so_far=so_far, on=said_on) if form else ()
    problems = (*problems, *steps.refusals(kind, whole, before=so_far))
    if problems:
        raise Refused(problems)


def _must_say(
    *, by: Viewer, why: str, kind: Step, answers: Mapping[str, object], old: Entry
) -> None:
    if dict(answers) == {**old.answers, **restrictions.words(viewer=by, entry=old)}:
        field = kind.questions[0].key
        raise Refused((Problem(field, "Nothing is different yet: change what is wrong"),))
    if not why.strip():
        raise Refused((Problem("why_corrected", "Say why you are correcting it"),))


def _after(
    recorded: Sequence[Recorded], *, old: Entry, answers: Mapping[str, object], at: datetime
) -> tuple[Recorded, ...]:
    return tuple(
        replace(each, answers=answers, recorded_at=at) if each.entry_id == old.pk else each
        for each in recorded
    )


def _follow(*, kind: Step, episode: Episode, recorded: Sequence[Recorded], at: datetime) -> None:
    """Tell a referrer that their words have changed, and let the desk of the lane have it."""
    if kind.tells_referrer and episode.occasion is not None:
        jobs.defer("tell_referrer", account_id=episode.occasion.by_id)
    if episode.closed_at is None:
        answers = projection.answers_so_far(episode=episode, recorded=recorded)
        desks.follow(episode=episode, answers=answers, at=at)
