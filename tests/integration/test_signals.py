"""Looks somebody is asked about: noticed by a service, looked into by a privacy officer.

SECURITY P7. The looks are put on the trail as pages leave them, at the trail's own time.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import account_homes
from goldenthread.actions import signals as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import signals as declared
from goldenthread.jobs import tasks
from goldenthread.queries import signals, watch
from goldenthread.records.signal import Signal
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

LOOK = """
insert into gt_trail (id, at, account_id, agency_id, role, verb, object_ids, person_ids, decision,
  resource, purpose, reason, request_id, session_hash, address)
select gen_random_uuid(), now() - %s, a.id, a.agency_id, a.role, %s, '{}', %s, %s, '', '', '', '',
  '', '' from gt_account a where a.id = %s
"""


@pytest.fixture
def eyes(sent, owner_cursor):
    """Puts looks on the trail and says what is noticed."""
    return Eyes(sent, owner_cursor)


class Eyes:
    def __init__(self, sent, cursor) -> None:
        self.people, self.cursor, self.sent = sent.people, cursor, sent

    def look(self, who, *persons, verb="thread.read", ago=timedelta(0), decision="served"):
        self.cursor.execute(LOOK, [ago, verb, list(persons), decision, self.people[who]])

    def person(self, *, family="Whitfield", postcode="", closed=None, open_=False):
        """Make somebody with a case closed so long ago, or an open one, or none."""
        person = uuid4()
        self.cursor.execute(
            "insert into gt_person (id, kind, given_name, family_name, sex, ethnicity, scope, desk,"
            " seal) values (%s, 'child', 'Ann', %s, 'F', '', %s, '', '')",
            [person, family, person],
        )
        if postcode:
            self.cursor.execute(
                "insert into gt_address (id, person_id, kind, lines, postcode, is_safe,"
                " recorded_at, recorded_by_id, scope, desk, seal)"
                " values (%s, %s, 'home', '1 High Street', %s, false, now(), %s, %s, '', '')",
                [uuid4(), person, postcode, self.people["manager"], person],
            )
        if closed is not None or open_:
            ended = "null" if open_ else "%(now)s - %(closed)s"
            self.cursor.execute(
                "insert into gt_episode (id, scope, subject_person_id, pathway, reference,"
                " opened_at, closed_at, state, last_step, agency_id, version, sole, lane,"
                " due_clock, desk, seal)"
                " select gen_random_uuid(), %(p)s, %(p)s, 'contact', %(p)s::text,"
                f" %(now)s - interval '3 years', {ended}, 'Closed', '', agency_id, 1, false, '',"
                " '', '', '' from gt_account where id = %(a)s",
                {"p": person, "closed": closed, "now": NOW, "a": self.people["manager"]},
            )
        return person

    def house(self, *persons):
        """Have people live in one household."""
        household = uuid4()
        self.cursor.execute("insert into gt_household values (%s, now())", [household])
        for person in persons:
            self.cursor.execute(
                "insert into gt_household_member (id, person_id, household_id, recorded_at,"
                " recorded_by_id, scope, desk, seal) values (%s, %s, %s, now(), %s, %s, '', '')",
                [uuid4(), person, household, self.people["manager"], person],
            )

    def notice(self):
        """Watch, and return each kind noticed with whose look at whom it was."""
        acting.watch_trail(now=NOW)
        with casework.working(self.people["privacy officer"]):
            return {(e.kind, e.account_id, e.person_id) for e in Signal.objects.all()}


def test_the_same_family_name_is_noticed_however_it_is_written(eyes):
    eyes.cursor.execute(
        "update gt_account set full_name = 'Siân O''Brien' where id = %s",
        [eyes.people["screener"]],
    )
    own, other = eyes.person(family="OBRIEN"), eyes.person()
    eyes.look("screener", own)
    eyes.look("screener", other)
    eyes.look("manager", own)
    eyes.look("screener", own, verb="queue.read")
    eyes.look("screener", own, decision="denied")
    assert eyes.notice() == {("same-surname", eyes.people["screener"], own)}


def test_the_same_postcode_is_noticed_where_somebodys_home_is_kept(eyes, loader_cursor):
    neighbour, other = eyes.person(postcode="BD1 1AA"), eyes.person(postcode="BD1 1AB")
    for person in (neighbour, other):
        eyes.look("manager", person)
    assert eyes.notice() == set()
    account_homes.keep(loader_cursor, email="manager@example.invalid", postcode="bd11aa")
    assert eyes.notice() == {("same-address", eyes.people["manager"], neighbour)}


def test_an_address_that_is_forgotten_or_of_nobody(eyes, loader_cursor):
    neighbour = eyes.person(postcode="BD1 1AA")
    for postcode in ("BD1 1AA", ""):
        account_homes.keep(loader_cursor, email="MANAGER@example.invalid", postcode=postcode)
    eyes.look("manager", neighbour)
    assert eyes.notice() == set()
    with pytest.raises(account_homes.NotKept, match="no account"):
        account_homes.keep(loader_cursor, email="nobody@example.invalid", postcode="BD1 1AA")


def test_a_case_closed_long_ago_is_noticed_and_not_one_that_is_near_or_open(eyes):
    long_ago = eyes.person(closed=timedelta(days=91))
    for person in (long_ago, eyes.person(closed=timedelta(days=89)), eyes.person(open_=True)):
        eyes.look("social worker", person)
    eyes.look("social worker", eyes.person())
    assert eyes.notice() == {("closed-case", eyes.people["social worker"], long_ago)}


def test_a_closed_case_in_the_household_of_an_open_one_is_somebodys_work(eyes):
    brother, sister = eyes.person(closed=timedelta(days=400)), eyes.person(open_=True)
    eyes.house(brother, sister)
    eyes.look("social worker", brother)
    assert eyes.notice() == set()


def test_break_glass_is_always_noticed(eyes):
    child = eyes.person(open_=True)
    eyes.look("manager", child, verb=declared.BREAK_GLASS_VERB, decision="done")
    assert eyes.notice() == {("break-glass", eyes.people["manager"], child)}


def month(eyes, who="screener", each_day=8):
    """Have somebody open a few records on each of the days before."""
    for day in range(1, 15):
        strangers = [uuid4() for _ in range(each_day)]
        eyes.look(who, *strangers, ago=timedelta(days=day))


def test_far_more_than_the_role_opens_in_a_day_is_noticed(eyes):
    month(eyes)
    for _ in range(25):
        eyes.look("second screener", uuid4())
    assert eyes.notice() == {("far-above", eyes.people["second screener"], None)}
    with casework.working(eyes.people["privacy officer"]) as viewer:
        (found,) = signals.raised(viewer=viewer, now=NOW)
    assert (found.seen, found.usual) == (25, 8)


def test_a_day_that_is_over_is_counted_once(eyes):
    month(eyes)
    eyes.look("second screener", *[uuid4() for _ in range(25)])
    assert len(eyes.notice()) == 1
    kept = eyes.cursor.execute("select day, opened from gt_opened_day order by day").fetchall()
    assert [opened for _, opened in kept] == [8] * 14
    eyes.look("screener", *[uuid4() for _ in range(3)], ago=timedelta(days=5))
    eyes.notice()
    again = eyes.cursor.execute("select day, opened from gt_opened_day order by day").fetchall()
    assert again == kept


def test_a_list_of_many_is_not_opening_many_nor_is_one_record_opened_often(eyes):
    month(eyes)
    eyes.look("second screener", *[uuid4() for _ in range(50)], verb="queue.read")
    one = uuid4()
    for _ in range(50):
        eyes.look("second screener", one)
    assert eyes.notice() == set()


def test_the_households_of_open_contacts_do_not_count(eyes):
    month(eyes)
    for _ in range(15):
        brother, sister = eyes.person(), eyes.person(open_=True)
        eyes.house(brother, sister)
        eyes.look("second screener", brother, sister)
    assert eyes.notice() == set()


def test_another_roles_busy_days_are_not_the_roles_own(eyes):
    month(eyes, who="manager", each_day=60)
    month(eyes, who="social worker", each_day=4)
    eyes.look("social worker", *[uuid4() for _ in range(30)])
    assert eyes.notice() == {("far-above", eyes.people["social worker"], None)}


def test_it_is_raised_once_however_often_it_is_watched(eyes):
    eyes.look("screener", eyes.person(closed=timedelta(days=400)))
    first = eyes.notice()
    assert acting.watch_trail(now=NOW) == 0 and eyes.notice() == first
    assert len(first) == 1


def test_the_job_watches_every_three_minutes():
    from procrastinate.contrib.django import app

    app.perform_import_paths()
    (cron,) = {
        each.cron
        for (name, _), each in app.periodic_registry.periodic_tasks.items()
        if name == "watch_trail"
    }
    assert cron == "*/3 * * * *" and tasks.watch_trail


@pytest.fixture
def signal(eyes):
    """One that was raised, of a closed case."""
    eyes.look("screener", eyes.person(closed=timedelta(days=400)))
    eyes.notice()
    with casework.working(eyes.people["privacy officer"]):
        return Signal.objects.get()


def settle(people, signal, *, who="privacy officer", outcome="reason", why="He asked me to"):
    with casework.working(people[who]) as by:
        return acting.review(by=by, signal_id=signal.pk, outcome=outcome, why=why, at=NOW)


def test_a_privacy_officer_looks_into_it_with_an_outcome_and_a_reason(signal, sent):
    officer = visit.signed_in(sent.people["privacy officer"])
    address = f"/signals/{signal.pk}/"
    assert "whose last case closed long ago" in officer.get("/signals/").content.decode()
    wrong = officer.post(address, {"outcome": "reason", "why": " "})
    assert wrong.status_code == 422 and "Say how you know" in wrong.content.decode()
    assert officer.post(address, {"outcome": "nothing", "why": "x"}).status_code == 422
    done = officer.post(address, {"outcome": "breach", "why": "She says she was curious"})
    assert done.status_code == 302
    told = officer.get(address).content.decode()
    assert "She says she was curious" in told and "dealt with as a breach" in told
    again = officer.post(address, {"outcome": "reason", "why": "Kept words"})
    assert again.status_code == 409 and "Kept words" in again.content.decode()


def test_it_is_overdue_after_the_next_working_day(signal, sent):
    with casework.working(sent.people["privacy officer"]) as viewer:
        for after, overdue in ((0, False), (1, False), (2, True)):
            now = NOW + timedelta(days=after)
            (found,) = signals.raised(viewer=viewer, now=now)
            assert found.overdue is overdue, after
        settle(sent.people, signal)
        (found,) = signals.raised(viewer=viewer, now=NOW + timedelta(days=9))
        assert not found.overdue and found.outcome


def test_nobody_looks_into_their_own(signal, sent, owner_cursor):
    mine = [sent.people["privacy officer"], signal.pk]
    owner_cursor.execute("update gt_signal set account_id = %s where id = %s", mine)
    with pytest.raises(Conflict, match="your own"):
        settle(sent.people, signal)
    with (
        casework.working(sent.people["privacy officer"]),
        pytest.raises(IntegrityError, match="not_ones_own"),
        transaction.atomic(),
    ):
        Signal.objects.filter(pk=signal.pk).update(
            outcome="reason", why="x", reviewed_by_id=mine[0], reviewed_at=NOW
        )


def test_what_is_missing_is_refused(signal, sent):
    for outcome, why, fields in (("", "x", ["outcome"]), ("reason", "", ["why"])):
        with pytest.raises(Refused) as refused:
            settle(sent.people, signal, outcome=outcome, why=why)
        assert [each.field for each in refused.value.problems] == fields


@pytest.mark.parametrize("who", ["manager", "screener", "analyst", "administrator"])
def test_nobody_else_sees_one_or_asks_what_was_noticed(signal, sent, who):
    client = visit.signed_in(sent.people[who])
    assert client.get("/signals/").status_code == 403
    with casework.working(sent.people[who]) as viewer:
        assert not Signal.objects.exists()
        for ask in (
            lambda: signals.raised(viewer=viewer, now=NOW),
            lambda: watch.noticed(viewer=viewer),
            lambda: settle(sent.people, signal, who=who),
        ):
            with pytest.raises(Denied):
                ask()


def test_no_role_that_serves_reads_where_a_colleague_lives(database, sent):
    import psycopg

    for role in ("gt_web", "gt_worker", "gt_extract", "gt_sealer"):
        with psycopg.connect(database.url(role)) as served:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                served.execute("select * from gt_account_home")
