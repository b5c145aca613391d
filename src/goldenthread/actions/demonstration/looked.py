"""Who looked at whom in the last fortnight of the story, and what a privacy officer is asked of it.

A trail of invented looks, so that the privacy officers' desk and a manager's looks drawn by chance
have something on them. Whatever somebody opens in the demonstration itself is at the true time.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import place
from goldenthread.content import quarantine
from goldenthread.content.partnership import signals
from goldenthread.kernel import calendar

DAYS = 10
LOOKERS = "contact.read", "thread.read", "contact.read", "register.read"
ROLES = {"front-door-screener": 9, "front-door-manager": 12, "social-worker": 7}
SNOOPED = 34
TRAIL = """
insert into gt_trail (id, at, account_id, agency_id, role, verb, resource, object_ids, person_ids,
  purpose, decision, reason, request_id, session_hash, address)
values (%s, %s, %s, %s, %s, %s, %s, '{}', %s, %s, 'served', '200', '', '', '')
"""
SIGNAL = """
insert into gt_signal (id, kind, account_id, person_id, day, seen, usual, raised_at, outcome, why,
  reviewed_by_id, reviewed_at, scope, desk, seal)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, '')
"""
DRAWN = """
insert into gt_look_sample (id, week, trail_id, account_id, verb, person_ids, looked_at, drawn_at,
  view, words, scope, desk, seal)
select %s, %s, t.id, t.account_id, t.verb, t.person_ids, t.at, %s, '', '', m.id, %s, ''
from gt_trail t join gt_account a on a.id = t.account_id, gt_account m
where m.full_name = %s and a.role = 'front-door-screener' and a.is_active and t.at >= %s
  and t.at < %s
order by t.id offset %s limit 1
"""
# Whoever has an open contact is somebody's work; of whoever has none, one may ask why they looked.
WORK = """
select subject_person_id from gt_episode group by 1 having bool_or(closed_at is null)
order by 1 limit 60
"""
NOBODYS_WORK = """
select subject_person_id from gt_episode group by 1 having not bool_or(closed_at is null)
order by 1 limit 60
"""
STAFF = """
select id, agency_id, role, full_name from gt_account where is_active and role = any(%s)
order by full_name, id
"""
NAMESAKE = """
select a.id, p.id from gt_account a join gt_person p
  on lower(p.family_name) = lower(regexp_replace(a.full_name, '^.* ', ''))
where a.is_active and a.role in ('front-door-screener', 'front-door-manager') order by 1, 2 limit 1
"""
LONG_CLOSED = """
select subject_person_id from gt_episode group by 1
having max(coalesce(closed_at, 'infinity')) < %s order by 1 limit 1
"""

Row = tuple[str, list[Any]]


def write(cursor: Any, *, seed: int) -> None:
    """Write the looks and what came of them, through the loader's cursor, in one order always."""
    chance = chances.of("looked", seed)
    cursor.execute(STAFF, [list(ROLES)])
    staff = cursor.fetchall()
    people = [person for (person,) in cursor.execute(WORK).fetchall()]
    others = [person for (person,) in cursor.execute(NOBODYS_WORK).fetchall()]
    for statement, told in (*_looks(staff, people, others, chance), *_drawn(chance)):
        cursor.execute(statement, told)
    for statement, told in _signals(cursor, staff, chance):
        cursor.execute(statement, told)


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(9), calendar.LONDON) + timedelta(minutes=minute)


def _looks(
    staff: list[Any], people: list[UUID], others: list[UUID], chance: Random
) -> Iterator[Row]:
    """Yield some looks of each on each working day, and of one of them far too many on the last."""
    for before in range(DAYS, 0, -1):
        day = calendar.add_working_days(place.MORNING.date(), -before)
        for account, agency, role, name in staff:
            usual = ROLES[role] + chance.randrange(-3, 4)
            snoops = (before, name) == (1, "David Osei")
            times = SNOOPED if snoops else usual
            for number in range(times):
                at = _at(day, number * (480 // times) + chance.randrange(5))
                verb = chance.choice(LOOKERS)
                seen = [others[number % len(others)] if snoops else chance.choice(people)]
                told = [account, agency, role, verb, verb.split(".")[0], seen, verb]
                yield TRAIL, [chances.new_id(chance), at, *told]


def _drawn(chance: Random) -> Iterator[Row]:
    """Yield four looks of the week before this one, drawn for the manager of the front door."""
    monday = place.MORNING.date() - timedelta(days=place.MORNING.weekday() + 7)
    begins, ends = (_at(monday + timedelta(days=days), -540) for days in (0, 7))
    drawn = _at(monday + timedelta(days=7), -405)
    for place_of in range(4):
        sample = chances.new_id(chance)
        told = [monday, drawn, quarantine.DESK, "Shazia Mahmood", begins, ends, place_of * 7]
        yield DRAWN, [sample, *told]


def _signals(cursor: Any, staff: list[Any], chance: Random) -> Iterator[Row]:
    """Yield what was noticed: one overdue, one for today, and one that was looked into."""
    ids = {name: account for account, _, _, name in staff}
    yesterday = calendar.add_working_days(place.MORNING.date(), -1)
    before = calendar.add_working_days(yesterday, -2)

    def signal(kind: str, who: Any, person: Any, at: datetime, *more: Any) -> Row:
        seen, usual, *found = more or (1, 0)
        key = chances.new_id(chance)
        outcome = found or ["", "", None, None]
        told = [kind, who, person, at.date(), seen, usual, at, *outcome, key, quarantine.DESK]
        return SIGNAL, [key, *told]

    if "David Osei" in ids:
        far = (SNOOPED, ROLES["front-door-screener"])
        yield signal(signals.FAR_ABOVE, ids["David Osei"], None, _at(yesterday, 474), *far)
    cursor.execute(NAMESAKE)
    for who, person in cursor.fetchall():
        yield signal(signals.SAME_SURNAME, who, person, _at(before, 95))
    cursor.execute(LONG_CLOSED, [place.MORNING - signals.CLOSED_FOR - timedelta(days=30)])
    closed = cursor.fetchone()
    cursor.execute("select id from gt_account where full_name = 'Anita Rowe'")
    officer = cursor.fetchone()
    if closed and officer and "Owen Hartley" in ids:
        why = "The duty manager asked him whether this is the family of the new referral."
        found = ("reason", why, officer[0], _at(before, 200))
        told = (ids["Owen Hartley"], closed[0], _at(before, 20), 1, 0)
        yield signal(signals.CLOSED_CASE, *told, *found)
