"""Keeping somebody from a record, and letting them back, which takes two people.

SECURITY 2.1: whoever is excluded is told what they would be told of what is not there. What they
held of it is let go of in the same act, and a manager hears that it waits, and not why.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import exclusions as content
from goldenthread.language.answers import Problem
from goldenthread.queries import exclusions, known
from goldenthread.records.account import Account
from goldenthread.records.exclusion import Exclusion
from goldenthread.records.person import Person
from goldenthread.records.second_person import SecondPerson

DECLARE, OTHERS, KEEP = exclusions.DECLARE, exclusions.OTHERS, exclusions.KEEP
LIFT, ACT = "exclusion.lift", "exclusion-lift"
EXCLUDE = "select episode from gt_exclude(%s, %s::uuid[], %s, %s, %s, %s)"
MANAGERS = ("social-work-team-manager", "front-door-manager")


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What somebody says: of whom, why, and whether the others of the family are kept too.

    `others` is a key of content.exclusions.OTHERS, `ticked` those named one by one.
    """

    who: UUID | None
    kind: str
    why: str
    others: str
    ticked: frozenset[UUID] = frozenset()


def declare(*, by: Viewer, person_id: UUID, said: Declared, at: datetime) -> int:
    """Keep the holder themself, or somebody they manage, from a child; return how many cases wait.

    Raises Denied where they may not say it of that person, Refused with each problem by its field.
    """
    with transaction.atomic():
        found = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id)).first()
        person = decision.opened(viewer=by, verb=DECLARE, record=found)
        if said.who != by.account_id:
            decision.require(viewer=by, verb=OTHERS, record=person)
        return _keep(by=by, verb=DECLARE, person_id=person.pk, said=said, at=at)


def keep(*, by: Viewer, person_id: UUID, said: Declared, at: datetime) -> int:
    """Keep anybody from somebody of the register, as those do who keep the list.

    Return how many cases wait for somebody new. Raises Denied, Refused.
    """
    with transaction.atomic():
        exclusions.named(viewer=by, person_id=person_id)
        return _keep(by=by, verb=KEEP, person_id=person_id, said=said, at=at)


def _keep(*, by: Viewer, verb: str, person_id: UUID, said: Declared, at: datetime) -> int:
    family = {each.person_id for each in known.people(person_id)}
    colleagues = {pk for pk, _ in exclusions.could_be_kept(viewer=by, verb=verb)}
    _check(said, family=family, colleagues=colleagues)
    ticked = said.ticked if said.others == content.SOME else frozenset()
    people = [person_id, *sorted(ticked)]
    household = said.others == content.HOUSEHOLD_TOO
    with connection.cursor() as cursor:
        cursor.execute(EXCLUDE, [said.who, people, said.kind, said.why.strip(), household, at])
        waiting = [episode for (episode,) in cursor.fetchall()]
    rows.forget()
    trail.write(
        viewer=by, verb=verb, decision="done", resource="exclusion", persons=people,
        objects=[said.who, *waiting] if said.who else waiting,
    )  # fmt: skip
    if waiting and said.who:
        _tell(taken_off=said.who)
    return len(waiting)


def _check(said: Declared, *, family: set[UUID], colleagues: set[UUID]) -> None:
    problems = []
    if said.who not in colleagues:
        problems.append(Problem("who", "Choose who is to be kept from this record"))
    if said.kind not in content.KINDS:
        problems.append(Problem("kind", "Say how they know the child or the family"))
    if len(said.why) > content.LONGEST_WHY:
        problems.append(Problem("why", f"Say it in {content.LONGEST_WHY} characters or fewer"))
    if said.others not in content.OTHERS:
        problems.append(Problem("others", "Say whether the others of the family are kept too"))
    if said.others == content.SOME and not (said.ticked and said.ticked <= family):
        problems.append(Problem("ticked", "Tick each of the family they are to be kept from"))
    if problems:
        raise Refused(tuple(problems))


def _tell(*, taken_off: UUID) -> None:
    """Have those who manage whoever was taken off told that something waits, and not why."""
    account = Account.objects.get(pk=taken_off)
    managing = Account.objects.filter(
        role__in=MANAGERS, agency_id=account.agency_id, is_active=True, is_service=False
    ).exclude(pk=taken_off)
    theirs = managing.filter(team_id=account.team_id) if account.team_id else managing.none()
    for manager in theirs or managing:
        jobs.defer("tell_manager_taken_off", account_id=manager.pk)


def ask_to_lift(*, by: Viewer, exclusion_id: UUID, why: str, at: datetime) -> SecondPerson:
    """Ask for somebody to be let back to a record. Raises Denied, Refused, Conflict if asked."""
    with transaction.atomic():
        exclusion = _one(by=by, exclusion_id=exclusion_id)
        asked = second_person.ask(
            by=by, act=ACT, record=exclusion, why=why, seen=exclusions.standing(exclusion), at=at
        )
        _trail(by=by, exclusion=exclusion, asked=asked, reason="asked")
    return asked


def settle(
    *, by: Viewer, exclusion_id: UUID, agreed: str, why: str, shown: str, at: datetime
) -> bool:
    """Agree to let somebody back, or refuse to; return whether they are let back.

    Of the two one is a Caldicott Guardian, the other the council's safeguarding partner. Raises
    Denied, Refused, and Conflict for two of the same, for whoever asked, and where it has changed.
    """
    with transaction.atomic():
        exclusion = _one(by=by, exclusion_id=exclusion_id)
        waiting = second_person.to_decide(by=by, act=ACT, about=exclusion.pk)
        if not content.two_may_lift(
            (waiting.asked_by.role, _kind(waiting.asked_by)), (by.role, by.agency_kind)
        ):
            raise Conflict(content.WHICH_TWO)
        asked = second_person.decide(
            by=by, asked=waiting, decision=agreed, why=why, shown=shown,
            now_is=exclusions.standing(exclusion), at=at,
        )  # fmt: skip
        _trail(by=by, exclusion=exclusion, asked=asked, reason=asked.decision)
        if asked.decision != second_person.AGREED:
            return False
        with connection.cursor() as cursor:
            cursor.execute("select gt_lift_exclusion(%s, %s)", [exclusion.pk, at])
    return True


def _kind(account: Account) -> str:
    return account.agency.kind if account.agency else ""


def _one(*, by: Viewer, exclusion_id: UUID) -> Exclusion:
    decision.require(viewer=by, verb=LIFT)
    exclusion = exclusions.record(viewer=by, exclusion_id=exclusion_id)
    if exclusion.account_id == by.account_id:
        raise Conflict("This one is about you, so somebody else must decide it.")
    if exclusion.ends_at is not None:
        raise Conflict("They have been let back already.")
    return exclusion


def _trail(*, by: Viewer, exclusion: Exclusion, asked: SecondPerson, reason: str) -> None:
    trail.write(
        viewer=by, verb=LIFT, decision="done", resource="exclusion", reason=reason,
        objects=[exclusion.pk, exclusion.account_id, asked.pk], persons=[exclusion.person_id],
    )  # fmt: skip
