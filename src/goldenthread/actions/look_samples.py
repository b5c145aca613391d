"""Drawing looks by chance each week, and a line manager's reading of them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, rows, services, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue, quarantine
from goldenthread.content.partnership import look_sample
from goldenthread.language.answers import Problem
from goldenthread.language.role import Role
from goldenthread.queries import look_samples
from goldenthread.queries.look_samples import Look
from goldenthread.records.account import Account
from goldenthread.records.look_sample import LookSample
from goldenthread.records.postgresql.identity import acting


def draw(*, now: datetime) -> int:
    """Draw last week's looks, each for the line manager of whoever looked; return how many.

    Safe to repeat: a look is drawn once, and the same ones whenever it is worked out.
    """
    service = services.account_id("watching")
    with acting(service, now=now, purpose="draw looks by chance"):
        by = viewers.of(Account.objects.get(pk=service), now=now)
        found = [
            each
            for each in look_samples.last_week(viewer=by)
            if look_sample.DRAWN.draws(str(each.trail_id), period=each.week.isoformat())
        ]
        weeks = {each.week for each in found}
        known = rows.visible(viewer=by, rows=LookSample.objects.filter(week__in=weeks))
        drawn = set(known.values_list("trail_id", flat=True))
        new = _samples([each for each in found if each.trail_id not in drawn], at=now)
        LookSample.objects.bulk_create(new)
        if new:
            trail.write(
                viewer=by,
                verb="look.draw",
                decision="done",
                resource="look-sample",
                objects=[each.pk for each in new],
            )
    return len(new)


def _samples(found: Sequence[Look], *, at: datetime) -> list[LookSample]:
    people = {each.pk: each for each in Account.objects.filter(is_service=False)}
    made = []
    for each in found:
        sample_id, manager = uuid4(), _manager(each, people=people)
        made.append(
            LookSample(
                id=sample_id,
                week=each.week,
                trail_id=each.trail_id,
                account_id=each.account_id,
                verb=each.verb,
                person_ids=list(each.persons),
                looked_at=each.at,
                drawn_at=at,
                scope=manager.pk if manager else sample_id,
                desk=quarantine.DESK,
            )
        )
    return made


def _manager(look: Look, *, people: dict[UUID, Account]) -> Account | None:
    """Return who manages whoever looked: in their team, else in their agency; None for nobody.

    Where several do, the look's own number chooses, so that it comes out the same.
    """
    looked = people[look.account_id]
    reads = {
        key
        for key, role in catalogue.declared(Role).items()
        if look_sample.READS in role.may and quarantine.DESK not in role.desks
    }
    managers = [
        each
        for each in people.values()
        if each.is_active
        and each.role in reads
        and each.agency_id == looked.agency_id
        and each.pk != looked.pk
    ]
    nearest = [each for each in managers if looked.team_id and each.team_id == looked.team_id]
    chosen = sorted(nearest or managers, key=lambda each: each.pk)
    return chosen[look.trail_id.int % len(chosen)] if chosen else None


def review(*, by: Viewer, sample_id: UUID, view: str, words: str, at: datetime) -> LookSample:
    """Keep what the manager says: `view` is a key of look_sample.VIEWS.

    Raises Denied, Conflict if it was read already or is one's own look, Refused if the view or the
    words are missing.
    """
    decision.require(viewer=by, verb=look_sample.READS)
    with transaction.atomic():
        visible = rows.visible(viewer=by, rows=LookSample.objects.select_for_update(of=("self",)))
        sample = visible.filter(pk=sample_id).first()
        if sample is None:
            raise Denied(verb=look_sample.READS, reason="no-relationship", hidden=True)
        _check(sample, by=by, view=view, words=words)
        sample.view, sample.words = view, words.strip()
        sample.reviewed_by_id, sample.reviewed_at = by.account_id, at
        sample.save(update_fields=["view", "words", "reviewed_by", "reviewed_at"])
        trail.write(
            viewer=by,
            verb=look_sample.READS,
            decision="done",
            resource="look-sample",
            objects=[sample.pk, sample.account_id],
            persons=sample.person_ids,
        )
    return sample


def _check(sample: LookSample, *, by: Viewer, view: str, words: str) -> None:
    if sample.view:
        raise Conflict(f"{sample.reviewed_by} has read this one already.")
    if sample.account_id == by.account_id:
        raise Conflict("This is a look of your own, so somebody else must read it.")
    problems = []
    if view not in look_sample.VIEWS:
        problems.append(Problem("view", "Say whether you know why they looked"))
    if view == "ask" and not words.strip():
        problems.append(Problem("words", "Say what the privacy officer should know"))
    if problems:
        raise Refused(tuple(problems))
