"""One entry that was about another child: withdrawn there, quarantined, and entered anew here.

DESIGN section 4. The rest of its episode is about the right child and stays. Nobody but the privacy
officer reads it again where it was, nor as it was known before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from goldenthread.access import decision, rows, trail, withdrawing
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import desks, entries, projection, withdrawals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.projection import Recorded
from goldenthread.content import catalogue
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import withdrawal
from goldenthread.language.answers import Problem
from goldenthread.language.step import Step
from goldenthread.language.withdrawal import Standing
from goldenthread.queries import restrictions
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

VERB = withdrawing.VERB
WITHDRAW = "select held, holders from gt_withdraw_entry(%s, %s, %s, %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Anew:
    """Where an entry is entered anew: an episode, the version it was read at, and the answers."""

    episode_id: UUID
    version: int
    answers: Mapping[str, object]


def withdraw(
    *, by: Viewer, entry_id: UUID, why: str, version: int, at: datetime, anew: Anew | None = None
) -> Entry | None:
    """Withdraw an entry, with all it said before it was corrected; return it as entered anew.

    By who recorded it, and then a manager is told; or by a manager of the agency that controls it.
    It keeps when it happened. Raises Denied, Conflict if either episode has moved on, Refused
    without a reason or where the rest cannot stand without it, with what to do instead.
    """
    with transaction.atomic():
        old = _may(by=by, entry_id=entry_id)
        _in_turn(by=by, episodes=[old.episode_id, *([anew.episode_id] if anew else [])])
        episode = entries.lock(by=by, episode_id=old.episode_id, version=version)
        if not why.strip():
            raise Refused((Problem("why", "Say how you know that it is about another child"),))
        step = _must_stand_without(old=old, episode=episode)
        new = _enter_anew(by=by, old=old, step=step, anew=anew, at=at) if anew else None
        told = withdrawals.given_to(_versions(old))
        held, holders = _quarantine(old=old, new=new, why=why.strip(), step=step, at=at)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource=step.key,
            objects=[held, old.pk, episode.pk],
            persons=[episode.subject_person_id],
        )
        withdrawals.tell(by=by, managing=withdrawing.OTHERS)
        withdrawals.tell_of_withdrawn([*told, *holders])
        _bring_up_to_date(episode=episode, at=at)
    return new


def _may(*, by: Viewer, entry_id: UUID) -> Entry:
    decision.require(viewer=by, verb=VERB)
    visible = rows.visible(viewer=by, rows=Entry.objects.select_related("episode"))
    old = visible.filter(pk=entry_id).first()
    if old is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    step = catalogue.pathway(old.episode.pathway).step(old.step)
    withheld = restrictions.withheld(viewer=by, entry=old)
    if withheld or not withdrawing.may(viewer=by, entry=old, step=step):
        raise Denied(verb=VERB, reason="not-theirs-to-withdraw")
    return old


def _in_turn(*, by: Viewer, episodes: list[UUID]) -> None:
    """Lock both in one order, so that two people at the same two never wait for each other."""
    visible = rows.visible(viewer=by, rows=Episode.objects.select_for_update(of=("self",)))
    list(visible.filter(pk__in=episodes).order_by("pk").values_list("pk"))


def _must_stand_without(*, old: Entry, episode: Episode) -> Step:
    """Return the entry's step, where the rest of the episode stands without it."""
    recorded = _recorded(episode)
    places = [each.entry_id for each in recorded]
    if old.pk not in places:
        raise Conflict("This entry has been corrected or withdrawn already. Read what it says now.")
    pathway = catalogue.pathway(episode.pathway)
    hindrance = withdrawal.hindrance(
        pathway,
        [Standing(step=each.step, answers=each.answers) for each in recorded],
        places.index(old.pk),
        beneath=projection.beneath(episode),
    )
    if hindrance:
        raise Refused((Problem("why", hindrance),))
    return pathway.step(old.step)


def _recorded(episode: Episode) -> tuple[Recorded, ...]:
    return projection.current(projection.recorded_on(episode), pathway=episode.pathway)


def _enter_anew(*, by: Viewer, old: Entry, step: Step, anew: Anew, at: datetime) -> Entry:
    """Record it on the right child's episode as of when it happened, if that was open by then.

    Its words are still those of who said them, unless they were changed on the way.
    """
    right = entries.lock(by=by, episode_id=anew.episode_id, version=anew.version)
    if right.pathway != old.episode.pathway or right.pk == old.episode_id:
        raise Denied(verb=VERB, reason="not-another-of-its-kind", hidden=True)
    said = {**old.answers, **restrictions.words(viewer=by, entry=old)}
    when = Moment(old.happened_at, Precision(old.happened_precision))
    return entries.record(
        by=by,
        step=step.key,
        on=right.pk,
        answers=anew.answers,
        at=at,
        happened=when if old.happened_at >= right.opened_at else None,
        first_by=old.by_id if dict(anew.answers) == said else by.account_id,
    )


def _quarantine(
    *, old: Entry, new: Entry | None, why: str, step: Step, at: datetime
) -> tuple[UUID, list[UUID]]:
    decides = bool(step.opens or step.passes)
    told = [old.pk, new.pk if new else None, why, decides, at]
    rows.forget()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(WITHDRAW, told)
            held, holders = cursor.fetchone()
    except IntegrityError as refusal:
        if "gt_withdraw_worked_on" not in str(refusal):
            raise
        raise Conflict(
            "Somebody disagrees with this decision, or something came of it. Settle that with them "
            "first, and ring the privacy officer before anything else is recorded."
        ) from refusal
    return held, holders


def _versions(entry: Entry) -> list[UUID]:
    found = [entry.pk]
    while entry.supersedes_id is not None:
        entry = Entry.objects.get(pk=entry.supersedes_id)
        found.append(entry.pk)
    return found


def _bring_up_to_date(*, episode: Episode, at: datetime) -> None:
    """Have the head, the clocks and the desk be those of what is left. The last thing done."""
    episode.refresh_from_db(fields=["withdrawn"])
    projection.keep(episode=episode)
    if episode.closed_at is None:
        answers = projection.answers_so_far(episode=episode, recorded=_recorded(episode))
        desks.follow(episode=episode, answers=answers, at=at)
