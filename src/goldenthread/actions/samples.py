"""Drawing what was decided under delegation, and a manager's reading of it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.duty import Duty
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.sample import Sample

VIEWS = ("agrees", "disagrees")


def draw(
    *, step: Step, answers: Mapping[str, object], entry: Entry, episode: Episode, by: Viewer
) -> Sample | None:
    """Draw the entry if it was recorded under a duty and its number comes up (DOMAIN R1.2)."""
    drawn = of(step=step, role=by.role, answers=answers, entry=entry, episode=episode)
    if drawn is not None:
        drawn.save(force_insert=True)
    return drawn


def of(
    *, step: Step, role: str, answers: Mapping[str, object], entry: Entry, episode: Episode
) -> Sample | None:
    """Return the sample to draw of the entry, not yet saved; None where it is not drawn.

    The number is of the entry's own id, made at random before anybody could choose it.
    """
    duty = steps.duty(step, role, answers)
    if not duty or not catalogue.declared(Duty)[duty].draws(entry.pk.int):
        return None
    sample_id = uuid4()
    return Sample(
        id=sample_id,
        duty=duty,
        entry_id=entry.pk,
        episode_id=episode.pk,
        reference=episode.reference,
        person_scope=episode.subject_person_id,
        occasion_scope=episode.occasion_id,
        decided_by_id=entry.by_id,
        drawn_at=entry.recorded_at,
        scope=sample_id,
        desk=catalogue.pathway(episode.pathway).desk or "",
        seal=episode.seal,
    )


def open_(*, by: Viewer, sample_id: UUID, at: datetime) -> Sample:
    """Open the record a sample was drawn from to the manager who will read it.

    The grant lasts until the review. Raises Denied; Conflict for one's own decision.
    """
    with transaction.atomic():
        sample = _one(by=by, sample_id=sample_id)
        if sample.reviewed_at is None:
            for scope in {sample.person_scope, sample.occasion_scope} - {None}:
                grants.give(
                    account_id=by.account_id,
                    kind="dip-sample",
                    scope=scope,
                    source=_source(sample),
                    at=at,
                )
            _trail(by=by, sample=sample, verb="sample.open")
    return sample


def review(*, by: Viewer, sample_id: UUID, view: str, words: str, at: datetime) -> Sample:
    """Keep what the manager found: `view` is "agrees" or "disagrees".

    Raises Denied, Conflict if it was reviewed already, Refused if the view or words are missing.
    """
    with transaction.atomic():
        sample = _one(by=by, sample_id=sample_id)
        if sample.reviewed_at is not None:
            raise Conflict(f"{sample.reviewed_by} has read this one already.")
        _check(view=view, words=words)
        sample.reviewed_by_id, sample.reviewed_at = by.account_id, at
        sample.view, sample.words = view, words.strip()
        sample.save(update_fields=["reviewed_by", "reviewed_at", "view", "words"])
        _trail(by=by, sample=sample, verb="sample.review")
        grants.end(source=_source(sample), at=at)
    return sample


def _check(*, view: str, words: str) -> None:
    problems = []
    if view not in VIEWS:
        problems.append(Problem("view", "Say whether you would have decided the same"))
    if view == "disagrees" and not words.strip():
        problems.append(Problem("words", "Say what you would have decided, and what follows now"))
    if problems:
        raise Refused(tuple(problems))


def _one(*, by: Viewer, sample_id: UUID) -> Sample:
    visible = rows.visible(viewer=by, rows=Sample.objects.select_for_update(of=("self",)))
    found = visible.filter(pk=sample_id).first()
    sample = decision.opened(viewer=by, verb="sample.review", record=found)
    if sample.decided_by_id == by.account_id:
        raise Conflict("You decided this one yourself, so somebody else must read it.")
    return sample


def _source(sample: Sample) -> str:
    return f"sample:{sample.pk}"


def _trail(*, by: Viewer, sample: Sample, verb: str) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource="sample",
        objects=[sample.pk, sample.entry_id],
        persons=[sample.person_scope],
    )
