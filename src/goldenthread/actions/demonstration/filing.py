"""Filing what happened as rows: the same entries, heads and grants the actions would have made.

Entries follow `actions.entries` and `actions.opening`, heads and clock runs come from
`actions.projection` itself. Nothing here reads or writes a database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from goldenthread.actions import notifications, projection, samples
from goldenthread.actions.demonstration import acts, claims, homes, rows
from goldenthread.actions.demonstration.acts import Act, Answered, Course
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.people import Member
from goldenthread.actions.demonstration.register import Register
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
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

    def __init__(self, *, chance: Random, duty: Member, refer: acts.Refer | None = None) -> None:
        self.chance = chance
        self.refer = refer or partial(acts.reference, chance)
        self.duty = duty
        self.episodes: list[Episode] = []
        self.register = Register(chance=chance)
        self.cases: dict[UUID, tuple[Episode, Member]] = {}
        self.taken: dict[UUID, tuple[Member, datetime]] = {}
        self._rows: list[Model] = []

    def rows(self) -> Iterable[Model]:
        """Yield every row of the family; a person is held by the desk of their newest episode."""
        held = sorted((e for e in self.episodes if e.desk), key=lambda each: each.opened_at)
        desks = {episode.subject_person_id: episode.desk for episode in held}
        yield from self.register.rows(desks)
        # Of a family nobody holds nobody would see it: only those being looked at are given a home.
        told = next((each for each in self._occasions() if each.desk), None)
        if told is not None:
            by, at = self.taken.get(told.pk, (self.duty, told.submitted_at))
            yield from homes.of(
                children=self._at_home(told, desks), by=by.account_id, at=at + homes.WRITTEN_DOWN
            )
        yield from self._rows

    def _at_home(self, told: Occasion, desks: Mapping[UUID, str]) -> list[tuple[Child, str]]:
        """Return the children as an occasion told of them, each with the desk that holds them."""
        about = [e.subject_person_id for e in self.episodes if e.occasion_id == told.pk]
        return [
            (replace(self.register.told[each].child, person_id=each), desks[each])
            for each in about
            if each in desks
        ]

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
        occasion = acts.occasion(
            form, sender=sender, received=received, shared=shared, chance=self.chance
        )
        occasion.reference = self.refer()
        for number, course in enumerate(courses, start=1):
            self._contact(occasion, number=number, course=course, sender=sender)
        held = [e.desk for e in self.episodes if e.occasion_id == occasion.pk and e.desk]
        occasion.desk = held[0] if held else ""
        self._rows.append(occasion)
        if sender.is_referrer:
            opened = {"scope": occasion.pk, "source": "referrer", "at": received}
            self._rows.append(claims.grant(self.chance, sender, **opened))
        return occasion

    def _contact(self, occasion: Occasion, *, number: int, course: Course, sender: Member) -> None:
        pathway = catalogue.pathway(CONTACT)
        first = next(step for step in pathway.steps if step.first)
        at = occasion.submitted_at
        received = Act(step=first.key, at=at, by=sender, answers=course.answers)
        told = self.register.arrived(course, by=sender, at=at)
        contact = self._episode(
            pathway,
            subject=told.person_id,
            reference=f"{pathway.reference_prefix}-{occasion.reference}-{number}",
            agency_id=occasion.agency_id,
            opened_at=at,
            occasion_id=occasion.pk,
        )
        contact.occasion = occasion
        if course.claimed_by and course.claimed_at and course.claimed_by.keeps_register:
            self.taken.setdefault(occasion.pk, (course.claimed_by, course.claimed_at))
        recorded = (received, *course.acts)
        contact_entries = self._entries(contact, recorded)
        answered = acts.answered(recorded, beneath=occasion.answers)
        opened = self._opened(contact, answered, course)
        self._passed(contact, answered)
        given = self._claims(
            contact,
            contact_entries,
            by=course.claimed_by,
            at=[course.claimed_at, told.identified_at],
        )
        self._project(contact, contact_entries, given, still_held=any(e.desk for e in opened))
        self._samples(contact, answered, contact_entries)

    def _samples(self, contact: Episode, answered: Answered, filed: Sequence[Entry]) -> None:
        """Draw from what was decided under a duty, as `actions.samples` draws."""
        for (act, answers), entry in zip(answered, filed, strict=True):
            step = catalogue.step(act.step)
            drawn = samples.of(
                step=step, role=act.by.role, answers=answers, entry=entry, episode=contact
            )
            if drawn is not None and act.corrects is None:
                drawn.id = drawn.scope = new_id(self.chance)
                self._rows.append(drawn)

    def _opened(self, contact: Episode, answered: Answered, course: Course) -> list[Episode]:
        """File the episodes the acts opened, as `actions.opening` opens them."""
        found = []
        for act, answers in answered:
            for opens in steps.opened(catalogue.step(act.step), answers, on=london_date(act.at)):
                pathway = catalogue.pathway(opens.pathway)
                child_id = self.register.told[contact.subject_person_id].subject(act.at)
                episode = self._episode(
                    pathway,
                    subject=child_id,
                    reference=f"{pathway.reference_prefix}-{contact.reference.partition('-')[2]}",
                    agency_id=act.by.agency_id,
                    opened_at=act.at,
                    opened_from_id=contact.pk,
                )
                opening = Act(step=opens.step, at=act.at, by=act.by)
                filed = self._entries(episode, (opening, *course.referral))
                held = self._claims(episode, filed, by=course.held_by, at=[course.held_at])
                cover = claims.cover(held, by=course.held_by, of=episode, chance=self.chance)
                self._rows.extend(cover)
                if course.held_by:
                    self.cases[child_id] = (episode, course.held_by)
                self._project(episode, filed, held, still_held=False)
                found.append(episode)
        return found

    def _passed(self, contact: Episode, answered: Answered) -> None:
        """Give the holder of the child's open case what is passed on, as `actions.passing` does."""
        for act, answers in answered:
            if steps.passed(catalogue.step(act.step), answers):
                child_id = self.register.told[contact.subject_person_id].subject(act.at)
                case, holder = self.cases.get(child_id, (None, None))
                if case is not None and holder is not None:
                    source = projection.claim_source(case)
                    given = [
                        claims.grant(self.chance, holder, scope=scope, source=source, at=act.at)
                        for scope in (contact.subject_person_id, contact.occasion_id)
                    ]
                    self._rows += given
                    self._rows += claims.cover(given, by=holder, of=case, chance=self.chance)

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
            reference=f"{pathway.reference_prefix}-{self.refer()}",
            opened_from_id=contact.pk,
            agency_id=raised.by.agency_id,
            opened_at=raised.at,
            scope=raised_id,
        )
        raiser = claims.grant(
            self.chance, raised.by, scope=raised_id, source="raiser", at=raised.at
        )
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

    def _episode(self, pathway: Pathway, *, subject: UUID, **values: Any) -> Episode:
        episode = rows.make(
            Episode,
            id=new_id(self.chance),
            pathway=pathway.key,
            subject_person_id=subject,
            sole=pathway.one_open_per_subject,
            scope=subject,
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
        self,
        episode: Episode,
        filed: Sequence[Entry],
        *,
        by: Member | None,
        at: Sequence[datetime | None],
    ) -> list[Grant]:
        """Return what a claim gives: the child, and every occasion the child had come up in.

        First as the child was known when it was claimed, then as they were once identified.
        """
        if by is None:
            return []
        known = {
            scope: moment
            for moment in reversed([each for each in at if each is not None])
            for scope in self._known(episode.subject_person_id, moment)
        }
        return claims.of(episode, filed, by=by, known=known, chance=self.chance)

    def _known(self, person_id: UUID, at: datetime) -> Iterable[UUID]:
        """Yield everybody this is known to be by then, and the occasions they had come up in."""
        people = self.register.cluster(person_id, at)
        yield from people
        for other in self.episodes:
            about = other.subject_person_id in people and other.opened_at <= at
            if about and other.occasion_id is not None:
                yield other.occasion_id

    def _project(
        self, episode: Episode, filed: Sequence[Entry], given: Sequence[Grant], *, still_held: bool
    ) -> None:
        """Give the episode its head, clock runs and desk, and file it all."""
        recorded = projection.current(filed, pathway=episode.pathway)
        beneath = projection.beneath(episode)
        head = projection.head(pathway=episode.pathway, recorded=recorded, beneath=beneath)
        for name in ("state", "last_step", "lane", "due_on", "due_at", "due_clock", "closed_at"):
            setattr(episode, name, getattr(head, name))
        # As in the projection: a claim is of the child, and closing ends it.
        of_child = [claim for claim in given if claim.scope == episode.subject_person_id]
        for claim in of_child:
            if claim.ends_at is None:
                episode.claimed_by_id, episode.claimed_at = claim.account_id, claim.starts_at
        turns = sum(1 if claim.ends_at is None else 2 for claim in of_child)
        episode.version = 1 + len(filed) + turns
        own = catalogue.pathway(episode.pathway).desk or ""
        episode.desk = head.desk or (own if still_held else "")
        for entry in filed:
            entry.desk = episode.desk
        self._rows += [episode, *filed, *given]
        for reading in head.readings:
            run = projection.run_values(episode=episode, reading=reading)
            self._rows.append(rows.make(ClockRun, id=new_id(self.chance), **run))
