"""The meetings of the story: some held in the weeks before, some still to come.

Written through the loader's cursor, as the actions would have kept them; what those of the weeks
before opened is over, so that they stand only in how agencies take part.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from goldenthread.access import grants
from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import met_words, place
from goldenthread.actions.demonstration.met_words import Met
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.level import Level
from goldenthread.language.meeting_kind import MeetingKind

STAFF = """
select a.full_name, a.id, a.agency_id, g.kind, a.role from gt_account a
join gt_agency g on g.id = a.agency_id where a.is_active and not a.is_service
"""
# Children of the story whose case is with a social worker, brothers and sisters beside each other.
CHILDREN = """
select p.id, p.given_name, p.family_name, p.date_of_birth from gt_person p
join gt_episode e on e.subject_person_id = p.id and e.pathway = 'referral' and e.closed_at is null
join gt_account a on a.id = e.claimed_by_id and a.full_name = %s
where p.seal = '' order by p.family_name, p.given_name, p.id limit %s
"""
MEETING = """
insert into gt_meeting (id, kind, title, place, planned_at, held_at, state, why, taken_up_on,
  chair_id, called_by_id, agency_id, called_at, recorded_at, minutes_sent_at, version,
  scope, desk, seal)
values (%s, %s, '', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 1, %s, '', '')
"""
CHILD = """
insert into gt_meeting_child (id, meeting_id, person_id, given_name, family_name, date_of_birth,
  scope, desk, seal) values (%s, %s, %s, %s, %s, %s, %s, '', '')
"""
INVITATION = """
insert into gt_invitation (id, meeting_id, account_id, agency_id, agency_kind, who, children,
  invited_by_id, invited_at, in_time, response, response_why, responded_at, report_due_on,
  reported_at, attendance, came, scope, desk, seal)
values (%s, %s, %s, %s, %s, '', %s, %s, %s, %s, %s, '', %s, %s, %s, %s, '', %s, '', '')
"""
WROTE = """
insert into {table} (id, {columns}, form, form_version, answers, by_id, at, scope, desk, seal)
values (%s, %s, %s, %s, 1, %s, %s, %s, %s, '', '')
"""
GRANT = """
insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at, role)
values (%s, %s, %s, %s, %s, '', %s, %s, '')
"""
LED_AT, ASKED_AT = 4, 3


def write(cursor: Any, *, seed: int) -> None:
    """Write the meetings, in one order always; none where nobody of the cast has a case."""
    chance = chances.of("met", seed)
    people = {name: tuple(rest) for name, *rest in cursor.execute(STAFF).fetchall()}
    children = cursor.execute(CHILDREN, ["Owen Hartley", 4]).fetchall()
    if not children:
        return
    for told in (*met_words.before(chance), *met_words.TOLD):
        for statement, values in _rows(told, people, children, chance):
            cursor.execute(statement, values)


def _at(days: int, hour: int) -> datetime:
    day = place.MORNING.date() + timedelta(days=days)
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(hour), calendar.LONDON)


Row = tuple[str, list[Any]]


def _rows(
    met: Met, people: dict[str, tuple[Any, ...]], children: list[tuple[Any, ...]], chance: Random
) -> Iterator[Row]:
    kind = catalogue.declared(MeetingKind)[met.kind]
    meeting, planned, called = chances.new_id(chance), _at(met.on, met.hour), _at(met.called, 15)
    held = planned if planned < place.MORNING else None
    chair, caller = people[met.chair], people[met.caller]
    state = ("incomplete" if met.why else "held") if held else "called"
    over = held is not None and not met.children
    sent = planned + timedelta(days=6) if over else None
    again = calendar.add_working_days(planned.date(), 3) if met.why else None
    yield MEETING, [
        meeting, met.kind, met_words.PLACES[met.kind], planned, held, state, met.why, again,
        chair[0], caller[0], caller[1], called, held, sent, meeting,
    ]  # fmt: skip
    about = {}
    for number in met.children:
        child = children[number % len(children)]
        about[child[0]] = key = chances.new_id(chance)
        yield CHILD, [key, meeting, *child, key]
    scopes = [] if over else [meeting, *about.values()]
    for who in dict.fromkeys((chair, caller)):
        opened = [*scopes, *_read_before(who, caller, about)] if scopes else []
        yield from _grants(who[0], "meeting-chair", LED_AT, opened, meeting, called, chance)
    for name, came, wrote in met.asked:
        how = (came, wrote, over, name in (met.caller, met.chair))
        yield from _asked(
            kind, (meeting, planned, called), people[name], how, about, chance, by=caller[0]
        )
    if held and not over:
        for key in about.values():
            yield _decided(kind, meeting, key, by=chair[0], at=planned + timedelta(hours=2),
                           chance=chance)  # fmt: skip


def _read_before(
    who: tuple[Any, ...], caller: tuple[Any, ...], about: Iterable[UUID]
) -> list[UUID]:
    """Return the children a chair of conferences reads before it, as in the action."""
    reads = grants.most(role=who[3], kind="meeting-chair") >= Level.FULL
    return list(about) if reads and who != caller else []


def _decided(
    kind: MeetingKind, meeting: UUID, child: UUID, *, by: UUID, at: datetime, chance: Random
) -> Row:
    decided = json.dumps(met_words.DECIDED[kind.key])
    statement = WROTE.format(table="gt_meeting_decision", columns="meeting_id, child_id")
    key = chances.new_id(chance)
    return statement, [key, meeting, child, kind.decides.key, decided, by, at, child]


def _grants(
    who: UUID,
    kind: str,
    level: int,
    scopes: list[UUID],
    meeting: UUID,
    at: datetime,
    chance: Random,
) -> Iterator[Row]:
    for scope in scopes:
        source = f"meeting:{meeting}"
        yield GRANT, [chances.new_id(chance), who, kind, level, scope, source, at]


def _asked(
    kind: MeetingKind,
    when: tuple[UUID, datetime, datetime],
    person: tuple[Any, ...],
    how: tuple[str, bool, bool, bool],
    about: dict[UUID, UUID],
    chance: Random,
    *,
    by: UUID,
) -> Iterator[Row]:
    (meeting, planned, called), (account, agency, works_for, _) = when, person
    came, wrote, over, leads = how
    invitation, day = chances.new_id(chance), planned.date()
    due = kind.report_due(held=day)
    reported = min(called + timedelta(hours=43), place.MORNING) if due and wrote else None
    answered = called + timedelta(hours=20) if came or wrote else None
    yield INVITATION, [
        invitation, meeting, account, agency, works_for, list(about.values()), by, called,
        kind.in_time(asked=called.date(), held=day), "accepted" if answered else "", answered, due,
        reported, came, meeting,
    ]  # fmt: skip
    if not (over or leads):
        scopes = [meeting, *about.values()]
        yield from _grants(account, "conference-invitee", ASKED_AT, scopes, meeting, called, chance)
    if reported and kind.report:
        for key in about.values():
            table = WROTE.format(table="gt_agency_report", columns="invitation_id, child_id")
            yield table, [
                chances.new_id(chance), invitation, key, kind.report.form.key,
                json.dumps(met_words.REPORT), account, reported, key,
            ]  # fmt: skip
