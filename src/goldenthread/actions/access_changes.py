"""Giving an account, another role, or an account again: one asks, and a second person agrees.

SECURITY P17: nobody gives anybody anything alone, and nobody agrees to what is about themselves.
What the old role opened is closed at the next request (ASVS 8.3.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, connection, transaction

from goldenthread.access import account_keeping, decision, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language import text
from goldenthread.language.answers import Problem
from goldenthread.language.role import Role
from goldenthread.queries import access_changes as asked_for
from goldenthread.queries.access_changes import CHANGE, GIVE, LEAVE, OPEN
from goldenthread.records.access_change import AccessChange
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.second_person import SecondPerson

LONGEST = 200
DO = "select gt_change_access(%s, %s::text[], %s::text[], %s::text[], %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody is to have here. `team_id` is None for no team."""

    role: str
    job_title: str
    team_id: UUID | None


def ask_to_give(
    *,
    by: Viewer,
    agency_id: UUID | None,
    full_name: str,
    email: str,
    wanted: Wanted,
    why: str,
    came_by: str,
    at: datetime,
) -> AccessChange:
    """Ask for an account for somebody of an agency; return what waits.

    Raises Denied, Refused with each problem beside its field.
    """
    with transaction.atomic():
        agency = asked_for.agency(viewer=by, agency_id=agency_id)
        name, email = " ".join(full_name.split()), email.strip()
        problems = [*_who(name=name, email=email), *_wanted(by=by, agency=agency, wanted=wanted)]
        problems += second_person.too_short(why)
        if problems:
            raise Refused(tuple(problems))
        change = _change(agency=agency, wanted=wanted, full_name=name, email=email, came_by=came_by)
        return ask(by=by, act=GIVE, about=uuid4(), change=change, why=why, at=at)


def ask_to_change(
    *, by: Viewer, account_id: UUID, wanted: Wanted, why: str, came_by: str, at: datetime
) -> AccessChange:
    """Ask for another role, job title or team, or for a closed account to be opened with them.

    Raises Denied, Refused for one's own and where nothing would change, Conflict where it is asked
    for already.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=GIVE)
        account = account_keeping.accounts(viewer=by).filter(pk=account_id).first()
        if account is None or account.agency is None or account.agency.left_at is not None:
            raise Denied(verb=GIVE, reason="no-such-record", hidden=True)
        problems = _wanted(by=by, agency=account.agency, wanted=wanted)
        if account_id == by.account_id:
            problems = [Problem("role", "Ask another administrator to change your own account")]
        elif account.is_active and _has(account) == wanted:
            problems = [Problem("role", "Choose what is to change: they have all of this now")]
        problems += second_person.too_short(why)
        if problems:
            raise Refused(tuple(problems))
        change = _change(
            agency=account.agency, wanted=wanted, full_name=account.full_name,
            email=account.email, came_by=came_by, account=account,
        )  # fmt: skip
        act = CHANGE if account.is_active else OPEN
        return ask(by=by, act=act, about=account.pk, change=change, why=why, at=at)


def ask(
    *, by: Viewer, act: str, about: UUID, change: AccessChange, why: str, at: datetime
) -> AccessChange:
    """Keep what is asked for, and tell those who may agree to it. Raises Refused, Conflict."""
    change.asked = second_person.ask(
        by=by,
        act=act,
        record=account_keeping.Asked(pk=about, scope=change.agency_id),
        why=why,
        seen=asked_for.standing(act=act, change=change, at=at),
        at=at,
    )
    change.save(force_insert=True)
    _trail(by=by, change=change, reason="asked")
    for account_id in _others(by=by, agency_id=change.agency_id, act=act):
        jobs.defer("tell_keeper", account_id=account_id)
    return change


def settle(*, by: Viewer, asked_id: UUID, agreed: str, why: str, shown: str, at: datetime) -> bool:
    """Agree to what was asked for an account, or refuse it; return whether it is done.

    `shown` is the fingerprint of what the second person was shown. Raises Denied, Refused, Conflict
    for whoever asked or is asked about, and where something changed since the page was made.
    """
    with transaction.atomic():
        change = decide(by=by, asked_id=asked_id, agreed=agreed, why=why, shown=shown, at=at)
        if change.asked.decision != second_person.AGREED:
            return False
        role = catalogue.declared(Role).get(change.role)
        kind = change.agency.kind
        if role is None or role not in account_keeping.roles(viewer=by, agency_kind=kind):
            raise Conflict("Somebody who looks after every agency's accounts must agree to this.")
        given = [list(role.desks), list(role.seals), list(role.agency_kinds), role.keeps_accounts]
        account_id = _do(change=change, given=given, at=at)
        rows.forget()
        if change.asked.act != CHANGE:
            jobs.defer("invite_account", asked_id=change.pk, account_id=account_id)
    return True


def decide(
    *, by: Viewer, asked_id: UUID, agreed: str, why: str, shown: str, at: datetime
) -> AccessChange:
    """Keep what the second person said. Raises Denied, Refused, Conflict."""
    change = asked_for.one(viewer=by, asked_id=asked_id)
    act = change.asked.act
    if change.account_id == by.account_id:
        raise Conflict("This is about your own account, so somebody else must agree to it.")
    asker = Account.objects.get(pk=change.asked.asked_by_id)
    role = catalogue.declared(Role).get(asker.role)
    asks = role is not None and asked_for.verb(act) in role.may and asker.is_active
    if agreed == second_person.AGREED and not asks:
        raise Conflict("Whoever asked for this may not ask for it any more. Refuse it, and ask.")
    now_is = asked_for.standing(act=act, change=change, at=at)
    change.asked = second_person.decide(
        by=by, asked=change.asked, decision=agreed, why=why, shown=shown, now_is=now_is, at=at
    )
    _trail(by=by, change=change, reason=change.asked.decision)
    return change


def _do(*, change: AccessChange, given: Sequence[object], at: datetime) -> UUID:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(DO, [change.pk, *given, at])
            account_id: UUID = cursor.fetchone()[0]
    except IntegrityError as refusal:
        if "gt_account_one_email" not in str(refusal):
            raise
        raise Conflict("There is an account with this address already. Refuse this.") from refusal
    return account_id


def _who(*, name: str, email: str) -> list[Problem]:
    problems = []
    if not name or len(name) > LONGEST or not text.can_be_kept(name):
        problems.append(Problem("full_name", "Enter their full name"))
    try:
        validate_email(email)
    except ValidationError:
        problems.append(Problem("email", "Enter their work e-mail address"))
    else:
        if len(email) > 254:
            problems.append(Problem("email", "Enter their work e-mail address"))
        elif Account.objects.filter(email__iexact=email).exists():
            problems.append(Problem("email", "There is an account with this address already"))
    return problems


def _wanted(*, by: Viewer, agency: Agency, wanted: Wanted) -> list[Problem]:
    problems = []
    roles = account_keeping.roles(viewer=by, agency_kind=agency.kind)
    if wanted.role not in {role.key for role in roles}:
        problems.append(Problem("role", "Choose a role"))
    if len(wanted.job_title) > LONGEST:
        problems.append(Problem("job_title", f"Shorten it to {LONGEST} characters"))
    there = {team.pk for team in asked_for.teams(agency_id=agency.pk)}
    if wanted.team_id is not None and wanted.team_id not in there:
        problems.append(Problem("team", "Choose one of the agency's teams"))
    return problems


def _has(account: Account) -> Wanted:
    return Wanted(role=account.role, job_title=account.job_title, team_id=account.team_id)


def _change(
    *,
    agency: Agency,
    wanted: Wanted,
    full_name: str,
    email: str,
    came_by: str,
    account: Account | None = None,
) -> AccessChange:
    return AccessChange(
        agency=agency, account=account, email=email, full_name=full_name, came_by=came_by,
        job_title=wanted.job_title, role=wanted.role, team_id=wanted.team_id,
    )  # fmt: skip


def _others(*, by: Viewer, agency_id: UUID, act: str) -> list[UUID]:
    """Return who else may agree to it."""
    roles = catalogue.declared(Role)
    may = {key: role.keeps_accounts for key, role in roles.items() if not role.service}
    every = [key for key, keeps in may.items() if keeps == "every"]
    own = [key for key, keeps in may.items() if keeps == "own" and act != LEAVE]
    people = Account.objects.filter(is_active=True).exclude(pk=by.account_id)
    theirs = people.filter(role__in=own, agency_id=agency_id)
    return list((people.filter(role__in=every) | theirs).values_list("pk", flat=True))


def _trail(*, by: Viewer, change: AccessChange, reason: str) -> None:
    asked: SecondPerson = change.asked
    about = [change.account_id] if change.account_id else []
    trail.write(
        viewer=by,
        verb=asked_for.verb(asked.act),
        decision="done",
        resource=asked.act,
        reason=reason,
        objects=[asked.pk, change.agency_id, *about],
    )
