"""Cases told by hand: one occasion written out, who told it and what each desk did with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random
from typing import Any

from goldenthread.access import feed_keys
from goldenthread.actions.demonstration.acts import Act, Course
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Member, People
from goldenthread.content.front_door import domestic_abuse_incident
from goldenthread.kernel.calendar import LONDON
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.records.occasion import Occasion

POLICE_FORM = "domestic-abuse-form"
MATCHED, INCIDENT = "domestic-abuse-matched", "domestic-abuse-incident"


@dataclass(frozen=True, kw_only=True)
class Who:
    """A child of a case, with what is said of this child alone.

    Of one not born yet `expected` is when they are due, and `named` what they are called later.
    """

    given: str
    family: str
    born: date
    sex: str
    said: Mapping[str, Any]
    expected: date | None = None
    named: str = ""


@dataclass(frozen=True, kw_only=True)
class Did:
    """One step, recorded for every child of the case. `at` is "03-31 16:20" in 2020."""

    step: str
    at: str
    by: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One occasion. `by` is somebody of the cast, or an agency kind whose own system told it.

    `taken` is by whom and when, `held` the social worker a referral was given to and when, `since`
    what was then recorded on that referral.
    """

    by: str
    at: str
    shared: Mapping[str, Any]
    children: tuple[Who, ...]
    did: tuple[Did, ...] = ()
    taken: tuple[str, str] | None = None
    held: tuple[str, str] | None = None
    since: tuple[Did, ...] = ()


class Telling:
    """The occasions of one family, filed one after another; a name met again is the same child."""

    def __init__(self, *, people: People, chance: Random, apart: bool = False) -> None:
        self.people = people
        self.chance = chance
        self.apart = apart
        self.into = File(chance=chance, duty=people.staff.duty)
        self._known: dict[str, Child] = {}

    def tell(self, case: Case) -> Occasion:
        """File one case."""
        is_police = "police_reference" in case.shared
        sender = self._sender(case.by)
        if is_police:
            # Received by the feed the force's own system sends to, under the force's name.
            sender = replace(sender, account_id=feed_keys.account_id())
        occasion = self.into.occasion(
            sender=sender,
            received=moment(case.at),
            shared=one_line(case.shared),
            courses=[self._course(case, who) for who in case.children],
            form=POLICE_FORM if is_police else "referral-form",
        )
        if is_police:
            sent = {**one_line(case.shared), "children": [_about(who) for who in case.children]}
            self.into.notification(occasion, answers=sent)
        return occasion

    def act(self, did: Did) -> Act:
        """Return a step as it was recorded."""
        return Act(
            step=did.step,
            at=moment(did.at),
            by=self.people.account(did.by),
            answers=one_line(did.answers),
        )

    def _sender(self, by: str) -> Member:
        return self.people.account(by) if "@" in by else self.people.staff.feeds[by]

    def _course(self, case: Case, who: Who) -> Course:
        post, received = self.people.staff.correspondence, moment(case.at)
        acknowledged = Act(step="contact-acknowledged", at=received.replace(second=31), by=post)
        course = Course(
            child=self._child(who),
            answers=_about(who),
            acts=[*self._found(case, who), acknowledged, *map(self.act, case.did)],
            referral=tuple(map(self.act, case.since)),
        )
        if case.taken:
            by, at = case.taken
            course = replace(course, claimed_by=self.people.account(by), claimed_at=moment(at))
        if case.held:
            by, at = case.held
            course = replace(course, held_by=self.people.account(by), held_at=moment(at))
        return course

    def _found(self, case: Case, who: Who) -> Sequence[Act]:
        """Return what `actions.matching` records of a police notification as it arrives."""
        if "police_reference" not in case.shared:
            return ()
        intake = replace(self.people.staff.feeds["police"], agency_id=None)
        at, child = moment(case.at), self._child(who)
        before = sum(
            self.into.register.told[each.subject_person_id].child is child
            and each.occasion.instrument == POLICE_FORM
            for each in self.into.episodes
            if each.occasion is not None
        )
        found = {
            "notified_before": str(before + 1),
            "case_open": "yes" if child.person_id in self.into.cases else "no",
            "dash_says": domestic_abuse_incident.dash_says(case.shared),
        }
        when = domestic_abuse_incident.happened(case.shared).at
        return (
            Act(step=INCIDENT, at=at, by=intake, happened=when),
            Act(step=MATCHED, at=at, by=intake, answers=found),
        )

    def _child(self, who: Who) -> Child:
        name = who.named or f"{who.given} {who.family}"
        if name not in self._known or self.apart:
            made = Child(
                person_id=new_id(self.chance),
                given_name=who.given,
                family_name=who.family,
                born=who.born,
                sex=who.sex,
            )
            self._known[name] = made
        return self._known[name]


def _birth(who: Who) -> dict[str, Any]:
    if who.expected:
        return {
            "date_of_birth": NOT_KNOWN,
            "expected_on": who.expected.isoformat(),
            "sex": "U",
        }
    return {"date_of_birth": who.born.isoformat(), "sex": who.sex}


def moment(written: str) -> datetime:
    """Return the moment written "03-31 16:20": a month, a day and an hour of 2020."""
    return datetime.fromisoformat(f"2020-{written.replace(' ', 'T')}").replace(tzinfo=LONDON)


def one_line(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers with every text on one line."""
    return {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in answers.items()
    }


def _about(who: Who) -> dict[str, Any]:
    return {
        "given_name": who.given,
        "family_name": who.family,
        **_birth(who),
        **one_line(who.said),
    }
