"""What is recorded in the story, and the rows it is kept in, as the actions would make them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from goldenthread.access import scopes
from goldenthread.actions import counting, references
from goldenthread.actions import entries as recording
from goldenthread.actions.demonstration import rows
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.people import Member
from goldenthread.content import catalogue
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion


@dataclass(frozen=True, kw_only=True)
class Act:
    """One step recorded. `corrects` is the act it supersedes, and then `why` says why.

    `happened` is when it took place where that was before it was recorded. What is `drawn` has a
    number that comes up when a manager's sample is drawn of it.
    """

    step: str
    at: datetime
    by: Member
    answers: Mapping[str, Any] = field(default_factory=dict)
    corrects: "Act | None" = None
    why: str = ""
    happened: datetime | None = None
    drawn: bool = False


@dataclass(frozen=True, kw_only=True)
class Course:
    """What became of one child's contact: its acts, who claimed it, and the referral's own acts.

    `referral` holds what was recorded on the referral that a decision opened, after its opening;
    `held_by` is the social worker it was given to at `held_at`.
    """

    child: Child
    answers: Mapping[str, Any]
    acts: Sequence[Act]
    claimed_by: Member | None = None
    claimed_at: datetime | None = None
    referral: Sequence[Act] = ()
    held_by: Member | None = None
    held_at: datetime | None = None


# What gives each occasion its reference.
Refer = Callable[[], str]
# Each act with every answer given by then.
Answered = Sequence[tuple[Act, Mapping[str, Any]]]


def answered(recorded: Iterable[Act], *, beneath: Mapping[str, Any]) -> Answered:
    """Return the acts, each with every answer given by then, `beneath` the occasion's own."""
    found, answers = [], dict(beneath)
    for act in recorded:
        answers = {**answers, **act.answers}
        found.append((act, answers))
    return found


def entry(episode: Episode, act: Act, *, old: Entry | None, chance: Random) -> Entry:
    """Return the entry of an act, as `actions.entries` makes it; `old` is the one it supersedes."""
    step = catalogue.step(act.step)
    form = recording.form_of(step=step, episode=episode)
    beneath = episode.occasion.answers if step.first and episode.occasion else {}
    return rows.make(
        Entry,
        id=_drawn_id(chance) if act.drawn else new_id(chance),
        episode_id=episode.pk,
        occasion_id=episode.occasion_id if step.kept_with == "occasion" else None,
        step=step.key,
        form=form.key if form else "",
        form_version=form.version if form else 0,
        happened_at=old.happened_at if old else act.happened or act.at,
        recorded_at=act.at,
        by_id=act.by.account_id,
        agency_id=act.by.agency_id,
        answers=dict(act.answers),
        counted=counting.counted(step=step, answers={**beneath, **act.answers}),
        supersedes_id=old.pk if old else None,
        why_corrected=act.why,
        scope=scopes.of_entry(
            step=step, person_id=episode.subject_person_id, occasion_id=episode.occasion_id
        ),
    )


def _drawn_id(chance: Random) -> UUID:
    while not delegated_decision.draws((found := new_id(chance)).int):
        pass
    return found


def occasion(
    form: str, *, sender: Member, received: datetime, shared: Mapping[str, Any], chance: Random
) -> Occasion:
    """Return the occasion of one submission, as `actions.referrals` makes it, but its reference."""
    told_on = catalogue.instrument(form)
    occasion_id = new_id(chance)
    made: Occasion = rows.make(
        Occasion,
        id=occasion_id,
        kind="contact",
        instrument=told_on.key,
        instrument_version=told_on.version,
        answers={**shared, "source_code": sender.source_code},
        submitted_at=received,
        by_id=sender.account_id,
        agency_id=sender.agency_id,
        scope=occasion_id,
    )
    return made


# A large city draws so many that two by chance would be alike: those of the years are numbered, and
# told apart by how they begin from the few that are drawn.
_DRAWN, _NUMBERED = references.ALPHABET[-3:], references.ALPHABET[:-3]
_STEP = 42_085_957_013  # prime to how many there are, so that no two numbers give one reference


def reference(chance: Random) -> str:
    """Return a reference such as people quote on the telephone, drawn by chance."""
    drawn = "".join(chance.choices(_DRAWN) + chance.choices(references.ALPHABET, k=7))
    return f"{drawn[:4]}-{drawn[4:]}"


def numbered(number: int) -> str:
    """Return the reference of this number: another number, another reference."""
    base = len(references.ALPHABET)
    left = number * _STEP % (len(_NUMBERED) * base**7)
    told = ""
    for _ in range(7):
        left, place = divmod(left, base)
        told += references.ALPHABET[place]
    return f"{_NUMBERED[left]}{told[:3]}-{told[3:]}"
