"""Filing what happened as rows: the same entries, heads and grants the actions would have made.

Entries follow `actions.entries` and `actions.opening`, heads and clock runs come from
`actions.projection` itself. Nothing here reads or writes a database.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from goldenthread.actions import notifications, projection, references, samples
from goldenthread.actions.demonstration import acts, homes, rows
from goldenthread.actions.demonstration.acts import Act, Course
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.people import Member
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.pathway import Pathway
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.notification import Notification
from goldenthread.records.occasion import Occasion

FORM = "referral-form"
CONTACT = "contact"


class File:
    """Everything about the children of one family, filed occasion by occasion."""

    def __init__(self, *, chance: Random) -> None:
        self.chance = chance
        self.episodes: list[Episode] = []
        self.children: dict[UUID, Child] = {}
        self.cases: dict[UUID, tuple[Episode, Member]] = {}
        self._rows: list[Model] = []

    def rows(self) -> Iterable[Model]:
        """Yield every row of the family; a person is held by the desk of their newest episode."""
        homes_of: list[tuple[Child, str]] = []
        for child in self.children.values():
            held = [e for e in self.episodes if e.subject_person_id == child.person_id and e.desk]
            newest = max(held, key=lambda episode: episode.opened_at, default=None)
            desk = newest.desk if newest else ""
            homes_of.append((child, desk))
            yield from acts.person(child, desk=desk, chance=self.chance)
        # Of a family nobody holds nobody would see it: only those being looked at are given a home.
        if any(desk for _, desk in homes_of):
            told = min(self._occasions(), key=lambda each: each.submitted_at)
            yield from homes.of(children=homes_of, by=told.by_id, at=told.submitted_at)
        yield from self._rows

    def _occasions(self) -> list[Occasion]:
        return [row for row in self._rows if isinstance(row, Occasion)]

    def occasion(
        self,
        *,
        sender: Member,
        received: datetime,
        shared: Mapping[str, Any],
        courses: Sequence[Course],
        form: str = FORM,
    ) -> Occasion:
        """File one submission and what became of it for each child."""
        told_on = catalogue.instrument(form)
        occasion_id = new_id(self.chance)
        occasion = rows.make(
            Occasion,
            id=occasion_id,
            kind=CONTACT,
            reference=_reference(self.chance),
            instrument=told_on.key,
            instrument_version=told_on.version,
            answers={**shared, "source_code": sender.source_code},
            submitted_at=received,
            by_id=sender.account_id,
            agency_id=sender.agency_id,
            scope=occasion_id,
        )
        for number, course in enumerate(courses, start=1):
            self.children.setdefault(course.child.person_id, course.child)
            self._contact(occasion, number=number, course=course, sender=sender)
        held = [e.desk for e in self.episodes if e.occasion_id == occasion.pk and e.desk]
        occasion.desk = held[0] if held else ""
        self._rows.append(occasion)
        if sender.is_referrer:
            self._rows.append(
                self._grant(sender, scope=occasion_id, source="referrer", at=received, until=None)
            )
        return occasion

    def _contact(self, occasion: Occasion, *, number: int, course: Course, sender: Member) -> None:
        pathway = catalogue.pathway(CONTACT)
        first = next(step for step in pathway.steps if step.first)
        received = Act(step=first.key, at=occasion.submitted_at, by=sender, answers=course.answers)
        contact = self._episode(
            pathway,
            child=course.child,
            reference=f"{pathway.reference_prefix}-{occasion.reference}-{number}",
            agency_id=occasion.agency_id,
            opened_at=occasion.submitted_at,
            occasion_id=occasion.pk,
        )
        contact.occasion = occasion
        recorded = (received, *course.acts)
        contact_entries = self._entries(contact, recorded)
        opened = self._opened(contact, recorded, course)
        self._passed(contact, recorded)
        claims = list(
            self._claims(contact, contact_entries, by=course.claimed_by, at=course.claimed_at)
        )
        self._project(contact, contact_entries, claims, still_held=any(e.desk for e in opened))
        self._samples(contact, recorded, contact_entries)

    def _samples(self, contact: Episode, recorded: Sequence[Act], filed: Sequence[Entry]) -> None:
        """Draw from what was decided under a duty, as `actions.samples` draws."""
        answers: dict[str, Any] = dict(contact.occasion.answers)
        for act, entry in zip(recorded, filed, strict=True):
            answers |= act.answers
            step = catalogue.step(act.step)
            drawn = samples.of(
                step=step, role=act.by.role, answers=answers, entry=entry, episode=contact
            )
            if drawn is not None and act.corrects is None:
                drawn.id = drawn.scope = new_id(self.chance)
                self._rows.append(drawn)

    def _opened(self, contact: Episode, recorded: Sequence[Act], course: Course) -> list[Episode]:
        """File the episodes the acts opened, as `actions.opening` opens them."""
        found = []
        answers: dict[str, Any] = dict(contact.occasion.answers)
        for act in recorded:
            answers |= act.answers
            for opens in steps.opened(catalogue.step(act.step), answers):
                pathway = catalogue.pathway(opens.pathway)
                episode = self._episode(
                    pathway,
                    child=course.child,
                    reference=f"{pathway.reference_prefix}-{contact.reference.partition('-')[2]}",
                    agency_id=act.by.agency_id,
                    opened_at=act.at,
                    opened_from_id=contact.pk,
                )
                opening = Act(step=opens.step, at=act.at, by=act.by)
                filed = self._entries(episode, (opening, *course.referral))
                held = list(self._claims(episode, filed, by=course.held_by, at=course.held_at))
                if course.held_by:
                    self.cases[course.child.person_id] = (episode, course.held_by)
                self._project(episode, filed, held, still_held=False)
                found.append(episode)
        return found

    def _passed(self, contact: Episode, recorded: Sequence[Act]) -> None:
        """Give the holder of the child's open case what is passed on, as `actions.passing` does."""
        answers: dict[str, Any] = {}
        for act in recorded:
            answers |= act.answers
            if steps.passed(catalogue.step(act.step), answers):
                case, holder = self.cases.get(contact.subject_person_id, (None, None))
                if case is not None and holder is not None and contact.occasion_id is not None:
                    source = projection.claim_source(case)
                    scope = contact.occasion_id
                    given = self._grant(holder, scope=scope, source=source, at=act.at, until=None)
                    self._rows.append(given)

    def disagreement(self, occasion: Occasion, *, raised: Act, since: Sequence[Act] = ()) -> None:
        """File a disagreement about the first child of an occasion, as `actions.disagreements`."""
        contact = next(each for each in self.episodes if each.occasion_id == occasion.pk)
        pathway = catalogue.pathway("disagreement")
        raised_id = new_id(self.chance)
        episode = rows.make(
            Episode,
            id=raised_id,
            pathway=pathway.key,
            subject_person_id=contact.subject_person_id,
            reference=f"{pathway.reference_prefix}-{_reference(self.chance)}",
            opened_from_id=contact.pk,
            agency_id=raised.by.agency_id,
            opened_at=raised.at,
            scope=raised_id,
        )
        raiser = self._grant(raised.by, scope=raised_id, source="raiser", at=raised.at, until=None)
        self._rows.append(raiser)
        self._project(episode, self._entries(episode, (raised, *since)), [], still_held=False)

    def notification(self, occasion: Occasion, *, answers: Mapping[str, Any]) -> None:
        """File that an occasion is what police told of under their reference."""
        kept = rows.make(
            Notification,
            id=new_id(self.chance),
            agency_id=occasion.agency_id,
            police_reference=answers["police_reference"],
            occasion_id=occasion.pk,
            fingerprint=notifications.fingerprint(answers),
            received_at=occasion.submitted_at,
            changed_at=occasion.submitted_at,
            scope=occasion.pk,
            desk=notifications.DESK,
        )
        self._rows.append(kept)

    def _episode(self, pathway: Pathway, *, child: Child, **values: Any) -> Episode:
        episode = rows.make(
            Episode,
            id=new_id(self.chance),
            pathway=pathway.key,
            subject_person_id=child.person_id,
            sole=pathway.one_open_per_subject,
            scope=child.person_id,
            **values,
        )
        self.episodes.append(episode)
        return episode

    def _entries(self, episode: Episode, recorded: Sequence[Act]) -> list[Entry]:
        filed: dict[int, Entry] = {}
        for act in recorded:
            old = filed[id(act.corrects)] if act.corrects else None
            filed[id(act)] = acts.entry(episode, act, old=old, chance=self.chance)
        return list(filed.values())

    def _claims(
        self, episode: Episode, filed: Sequence[Entry], *, by: Member | None, at: datetime | None
    ) -> Iterable[Grant]:
        """Yield what a claim gives: the child, and every occasion the child had come up in."""
        if by is None or at is None:
            return
        told = catalogue.pathway(episode.pathway)
        ended = [e.recorded_at for e in filed if steps.closes(told.step(e.step), e.answers)]
        known = [
            other.occasion_id
            for other in self.episodes
            if other.subject_person_id == episode.subject_person_id
            and other.occasion_id is not None
            and other.opened_at <= at
        ]
        for scope in dict.fromkeys((episode.subject_person_id, *known)):
            yield self._grant(
                by,
                scope=scope,
                source=projection.claim_source(episode),
                at=at,
                until=ended[-1] if ended else None,
            )

    def _project(
        self,
        episode: Episode,
        filed: Sequence[Entry],
        claims: Sequence[Grant],
        *,
        still_held: bool,
    ) -> None:
        """Give the episode its head, clock runs and desk, and file it all."""
        recorded = projection.current(filed, pathway=episode.pathway)
        beneath = projection.beneath(episode)
        head = projection.head(pathway=episode.pathway, recorded=recorded, beneath=beneath)
        for name in ("state", "last_step", "lane", "due_on", "due_at", "due_clock", "closed_at"):
            setattr(episode, name, getattr(head, name))
        # As in the projection: a claim is of the child, and closing ends it.
        of_child = [claim for claim in claims if claim.scope == episode.subject_person_id]
        for claim in of_child:
            if claim.ends_at is None:
                episode.claimed_by_id, episode.claimed_at = claim.account_id, claim.starts_at
        turns = sum(1 if claim.ends_at is None else 2 for claim in of_child)
        episode.version = 1 + len(filed) + turns
        own = catalogue.pathway(episode.pathway).desk or ""
        episode.desk = head.desk or (own if still_held else "")
        for entry in filed:
            entry.desk = episode.desk
        self._rows += [episode, *filed, *claims]
        for reading in head.readings:
            run = projection.run_values(episode=episode, reading=reading)
            self._rows.append(rows.make(ClockRun, id=new_id(self.chance), **run))

    def _grant(
        self, member: Member, *, scope: UUID, source: str, at: datetime, until: datetime | None
    ) -> Grant:
        return rows.make(
            Grant,
            id=new_id(self.chance),
            account_id=member.account_id,
            scope=scope,
            source=source,
            starts_at=at,
            ends_at=until,
        )


def _reference(chance: Random) -> str:
    drawn = "".join(chance.choices(references.ALPHABET, k=8))
    return f"{drawn[:4]}-{drawn[4:]}"
