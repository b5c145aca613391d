"""A sample of the demonstration's story, told once more through the product's own actions.

The loader files rows as the actions would have made them. Here the very same submissions, claims,
identifications, steps, corrections and hand-overs are done by the actions, each at its moment and
in order, so that a test can hold the rows of both against each other.
"""

import heapq
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from goldenthread.access import viewer
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    contacts,
    corrections,
    disagreements,
    entries,
    identification,
    notifications,
    referrals,
    samples,
)
from goldenthread.actions.demonstration import cases, filing, homes, register, story, today, year
from goldenthread.actions.demonstration.acts import Act, Course
from goldenthread.actions.demonstration.people import Member
from goldenthread.content import catalogue
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql.identity import acting
from goldenthread.records.sample import Sample
from tests.made import retelling_homes
from tests.made.retelling_homes import Home

# What receiving a notification records by itself.
BY_ITSELF = {cases.MATCHED, cases.INCIDENT}
TELLERS = (year, today, story, cases)


@dataclass(kw_only=True)
class Submission:
    """One submission as it was filed: who sent what, and the contacts it became in the story."""

    sender: Member
    received: datetime
    shared: dict[str, Any]
    courses: list[Course]
    form: str
    occasion: Occasion
    contacts: list[Episode]
    told: list[register.Told]
    notified: dict[str, Any] | None = None


@dataclass(kw_only=True)
class Kept:
    """Everything that was filed while a sample was told."""

    submissions: list[Submission] = field(default_factory=list)
    disagreements: list[tuple[Episode, Act, tuple[Act, ...]]] = field(default_factory=list)
    files: list[filing.File] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)


def watched(monkeypatch: Any) -> Kept:
    """Have every part of the story keep what it files, and return where it is kept."""
    kept, state = Kept(), homes.of

    def stated(**named: Any) -> Iterator[Model]:
        rows = list(state(**named))
        kept.homes.append(Home(rows))
        return iter(rows)

    monkeypatch.setattr(homes, "of", stated)

    class Watched(filing.File):
        def __init__(self, **named: Any) -> None:
            super().__init__(**named)
            kept.files.append(self)

        def occasion(self, *, form: str = filing.FORM, **named: Any) -> Occasion:
            occasion = super().occasion(form=form, **named)
            about = [e for e in self.episodes if e.occasion_id == occasion.pk]
            told = [self.register.told[each.subject_person_id] for each in about]
            made = Submission(form=form, occasion=occasion, contacts=about, told=told, **named)
            kept.submissions.append(made)
            return occasion

        def notification(self, occasion: Occasion, *, answers: Any) -> None:
            super().notification(occasion, answers=answers)
            kept.submissions[-1].notified = answers

        def disagreement(self, occasion: Occasion, *, raised: Act, since: Any = ()) -> None:
            super().disagreement(occasion, raised=raised, since=since)
            about = next(e for e in self.episodes if e.occasion_id == occasion.pk)
            kept.disagreements.append((about, raised, tuple(since)))

    for module in TELLERS:
        if hasattr(module, "File"):
            monkeypatch.setattr(module, "File", Watched)
    return kept


class Retelling:
    """Does what was filed, by the actions, in the order in which it happened."""

    def __init__(
        self, kept: Kept, *, read: list[Sample], typed: list[Draft], cursor: Any, monkeypatch: Any
    ) -> None:
        self.kept = kept
        self.read = read
        self.typed = typed
        self.cursor = cursor  # one that sees every row
        self.order = count()
        self.todo: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self.episodes: dict[UUID, UUID] = {}
        self.entries: dict[UUID, UUID] = {}
        self.ids: deque[UUID] = deque()
        # A sample is drawn by the number of the entry, which is therefore the one of the story.
        monkeypatch.setattr(entries, "uuid4", lambda: self.ids.popleft() if self.ids else uuid4())
        self.filed = [row for file in kept.files for row in file._rows if isinstance(row, Entry)]
        self.referrals = {
            episode.opened_from_id: episode
            for file in kept.files
            for episode in file.episodes
            if episode.pathway == "referral"
        }

    def tell(self) -> None:
        """Do all of it."""
        for submission in self.kept.submissions:
            self._at(submission.received, self._sent(submission))
            for place, course in enumerate(submission.courses):
                self._course(submission, place, course)
        for contact, raised, since in self.kept.disagreements:
            self._at(raised.at, self._disagreed(contact, raised))
            for act in since:
                self._at(act.at, self._recorded(raised_about(contact), act))
        for sample in self.read:
            self._at(sample.reviewed_at, self._reviewed(sample))
        self._said_and_typed()
        while self.todo:
            at, _, do = heapq.heappop(self.todo)
            do(at)

    def _said_and_typed(self) -> None:
        for home in self.kept.homes:
            self._at(home.at, self._lived(home))
        for draft in self.typed:
            self._at(draft.updated_at, self._typed(draft))

    def _at(self, at: datetime, do: Callable[[datetime], None]) -> None:
        heapq.heappush(self.todo, (at, next(self.order), do))

    def _course(self, submission: Submission, place: int, course: Course) -> None:
        contact, told = submission.contacts[place], submission.told[place]
        if course.claimed_by and course.claimed_at:
            self._at(course.claimed_at, self._claimed(contact, course.claimed_by))
        if told.identified_by and told.identified_at:
            self._at(told.identified_at, self._identified(contact, told))
        for act in course.acts:
            if act.step not in BY_ITSELF:
                self._at(act.at, self._recorded(contact.pk, act))
        referral = self.referrals.get(contact.pk)
        for act in course.referral:
            held = referral is not None and act.step == "referral-allocated"
            do = self._handed(referral, act, course) if held else self._recorded(referral.pk, act)
            self._at(act.at, do)

    def _sent(self, submission: Submission) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            with self._as(submission.sender, at) as by:
                if submission.notified is not None:
                    made = notifications.receive(by=by, answers=submission.notified, at=at)
                    occasion_id = made.occasion_id
                else:
                    occasion_id = self._received(submission, by, at)
            self._found(submission, occasion_id)

        return do

    def _received(self, submission: Submission, by: Viewer, at: datetime) -> UUID:
        answers = {
            **submission.shared,
            "children": [dict(course.answers) for course in submission.courses],
        }
        made = referrals.receive(
            by=by,
            form=catalogue.instrument(submission.form),
            answers=answers,
            at=at,
            verb="referral.receive" if by.is_service else "referral.send",
            followed=not by.is_service,
        )
        return made.pk

    def _found(self, submission: Submission, occasion_id: UUID) -> None:
        for row in self._seen(
            "select id, reference from gt_episode where occasion_id = %s", occasion_id
        ):
            place = int(row["reference"].rpartition("-")[2]) - 1
            self.episodes[submission.contacts[place].pk] = row["id"]

    def _claimed(self, contact: Episode, by: Member) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            found = self.episodes[contact.pk]
            with self._as(by, at) as viewer_:
                version = Episode.objects.get(pk=found).version
                contacts.claim(by=viewer_, episode_id=found, version=version, at=at)

        return do

    def _identified(self, contact: Episode, told: register.Told) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            first = next(
                one.contacts[place]
                for one in self.kept.submissions
                for place, each in enumerate(one.told)
                if each.child is told.child
            )
            who = {
                row["id"]: row["subject_person_id"]
                for key in (contact.pk, first.pk)
                for row in self._seen(
                    "select id, subject_person_id from gt_episode where id = %s", self.episodes[key]
                )
            }
            with self._as(told.identified_by, at) as by:
                identification.identify(
                    by=by,
                    person_id=who[self.episodes[contact.pk]],
                    child_id=who[self.episodes[first.pk]],
                    why=register.WHY,
                    at=at,
                )

        return do

    def _recorded(self, episode_id: Any, act: Act) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            story_id = episode_id(self) if callable(episode_id) else episode_id
            made = self._entry_of(story_id, act)
            self.ids.append(made.pk)
            with self._as(act.by, at) as by:
                if act.corrects is not None:
                    corrections.correct(
                        by=by,
                        entry_id=self._entry_of(story_id, act.corrects).pk,
                        answers=dict(act.answers),
                        why=act.why,
                        at=at,
                    )
                else:
                    entries.record(
                        by=by,
                        step=act.step,
                        on=self._episode(story_id),
                        answers=dict(act.answers),
                        at=at,
                    )
            assert not self.ids

        return do

    def _handed(self, referral: Episode, act: Act, course: Course) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            found = self._episode(referral.pk)
            with self._as(act.by, at) as by:
                contacts.hand_over(
                    by=by,
                    episode_id=found,
                    to=course.held_by.account_id,
                    why=act.answers["handed_over_because"],
                    version=Episode.objects.get(pk=found).version,
                    at=at,
                )

        return do

    def _disagreed(self, contact: Episode, raised: Act) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            with self._as(raised.by, at) as by:
                made = disagreements.begin(
                    by=by, contact_id=self.episodes[contact.pk], answers=raised.answers, at=at
                )
            self.episodes[self._disagreement(contact)] = made.pk

        return do

    def _disagreement(self, contact: Episode) -> UUID:
        return next(
            row.pk
            for file in self.kept.files
            for row in file._rows
            if isinstance(row, Episode)
            and row.pathway == "disagreement"
            and row.opened_from_id == contact.pk
        )

    def _reviewed(self, sample: Sample) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            with self._as(sample.reviewed_by_id, at) as by:
                drawn = Sample.objects.get(entry_id=sample.entry_id)
                samples.review(
                    by=by, sample_id=drawn.pk, view=sample.view, words=sample.words, at=at
                )

        return do

    def _lived(self, home: Home) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            who = {
                contact.subject_person_id: row["subject_person_id"]
                for submission in self.kept.submissions
                for contact in submission.contacts
                if contact.pk in self.episodes
                for row in self._seen(
                    "select subject_person_id from gt_episode where id = %s",
                    self.episodes[contact.pk],
                )
            }
            with self._as(home.by, at) as by:
                home.tell(by=by, who=who, at=at)

        return do

    def _typed(self, draft: Draft) -> Callable[[datetime], None]:
        def do(at: datetime) -> None:
            # Kept when it was begun, again while it was typed, and at last.
            times = [draft.started_at] * (draft.version - 2) + [at]
            with self._as(draft.account_id, at) as by:
                retelling_homes.typed(draft, by=by, at=times)

        return do

    def _entry_of(self, story_id: UUID, act: Act) -> Entry:
        (found,) = (
            row
            for row in self.filed
            if row.episode_id == story_id and row.step == act.step and row.recorded_at == act.at
        )
        return found

    def _episode(self, story_id: UUID) -> UUID:
        """Return the episode that stands for one of the story, a referral by its contact."""
        if story_id not in self.episodes:
            (contact,) = (of for of, each in self.referrals.items() if each.pk == story_id)
            asked = "select id from gt_episode where opened_from_id = %s and pathway = 'referral'"
            (row,) = self._seen(asked, self.episodes[contact])
            self.episodes[story_id] = row["id"]
        return self.episodes[story_id]

    def _seen(self, asked: str, *told: Any) -> Iterator[dict[str, Any]]:
        return seen(self.cursor, asked, *told)

    def _as(self, who: Member | UUID, at: datetime) -> Any:
        account_id = who if isinstance(who, UUID) else who.account_id
        agency_id = None if isinstance(who, UUID) else who.agency_id
        return _acting_as(account_id, agency_id, at)


def raised_about(contact: Episode) -> Callable[[Retelling], UUID]:
    """Return how to find the disagreement about a contact, once it was raised."""
    return lambda retelling: retelling._disagreement(contact)


@contextmanager
def _acting_as(account_id: UUID, agency_id: UUID | None, at: datetime) -> Iterator[Viewer]:
    """Act as an account, for an agency where it is a service; a closed account opens for it."""
    with acting(account_id, now=at, purpose="told again"):
        by = replace(viewer.of(Account.objects.get(pk=account_id), now=at), active=True)
        if by.is_service and agency_id is not None:
            agency = Agency.objects.get(pk=agency_id)
            of = {"agency_id": agency.pk, "agency_name": agency.name, "agency_kind": agency.kind}
            by = replace(by, **of)
        yield by


def seen(cursor: Any, asked: str, *told: Any) -> Iterator[dict[str, Any]]:
    """Return the rows of a question asked past row security."""
    cursor.execute(asked, told)
    names = [column.name for column in cursor.description]
    return iter([dict(zip(names, row, strict=True)) for row in cursor.fetchall()])
