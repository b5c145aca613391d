"""One in a hundred of last week's looks, drawn for the line manager of whoever looked.

The looks are put on the trail as pages leave them, at the trail's own time.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import look_samples as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import look_sample
from goldenthread.queries import look_samples
from goldenthread.records.episode import Episode
from goldenthread.records.look_sample import LookSample
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

LOOK = """
insert into gt_trail (id, at, account_id, agency_id, role, verb, object_ids, person_ids, decision,
  resource, purpose, reason, request_id, session_hash, address)
select gen_random_uuid(), date_trunc('week', now() at time zone 'Europe/London') at time zone
  'Europe/London' - %s, a.id, a.agency_id, a.role, %s, '{}', %s, %s, 'thread', '', '', '', '', ''
from gt_account a, generate_series(1, %s) where a.id = %s
"""


class Week:
    """Puts looks into last week, and says what was drawn."""

    def __init__(self, people, cursor) -> None:
        self.people, self.cursor = people, cursor

    def looked(self, who, *persons, times=1, ago=timedelta(days=3), decision="served"):
        told = [ago, "thread.read", list(persons or [uuid4()]), decision, times, self.people[who]]
        self.cursor.execute(LOOK, told)

    def drawn(self) -> list[tuple[str, UUID, UUID]]:
        acting.draw(now=NOW)
        self.cursor.execute("select account_id, scope, id from gt_look_sample order by id")
        names = {account_id: who for who, account_id in self.people.items()}
        return [(names[account], scope, key) for account, scope, key in self.cursor.fetchall()]


@pytest.fixture
def week(sent, owner_cursor):
    return Week(sent.people, owner_cursor)


@pytest.fixture
def every(week, monkeypatch):
    """The same, where every look is drawn."""
    monkeypatch.setattr(look_sample, "DRAWN", replace(look_sample.DRAWN, one_in=1))
    return week


def test_about_one_in_a_hundred_is_drawn_and_none_twice(week):
    week.looked("screener", times=3_000)
    first = week.drawn()
    assert 10 < len(first) < 60
    assert week.drawn() == first


def test_only_last_weeks_looks_of_people_that_showed_somebody(every):
    every.looked("screener")
    every.looked("screener", ago=timedelta(days=8))
    every.looked("screener", ago=timedelta(seconds=-1))
    every.looked("screener", decision="denied")
    every.looked("intake")
    every.looked("screener", ago=timedelta(days=7))
    assert [who for who, *_ in every.drawn()] == ["screener", "screener"]


def managers(week) -> set[UUID]:
    return {week.people[who] for who in ("manager", "second manager", "head of service")}


def test_a_look_goes_to_a_manager_of_the_agency_and_never_to_oneself(every):
    every.looked("screener", times=20)
    every.looked("manager", times=20)
    drawn = every.drawn()
    assert {scope for _, scope, _ in drawn} <= managers(every)
    assert not [who for who, scope, _ in drawn if scope == every.people[who]]


def test_a_manager_of_the_same_team_comes_before_others(every, owner_cursor):
    owner_cursor.execute(
        "insert into gt_team (id, agency_id, key, name) select %(t)s, agency_id, 'x', 'X'"
        " from gt_account where id = %(m)s",
        {"t": (team := uuid4()), "m": every.people["second manager"]},
    )
    for who in ("second manager", "screener"):
        told = [team, every.people[who]]
        owner_cursor.execute("update gt_account set team_id = %s where id = %s", told)
    every.looked("screener", times=10)
    assert {scope for _, scope, _ in every.drawn()} == {every.people["second manager"]}


def test_where_nobody_manages_the_privacy_officers_read_it(every):
    every.looked("lead")
    ((_, scope, key),) = every.drawn()
    assert scope == key
    with casework.working(every.people["privacy officer"]) as viewer:
        assert [each.sample_id for each in look_samples.drawn(viewer=viewer)] == [key]


@pytest.fixture
def one(every, owner_cursor):
    """One look of the screener's, drawn for the manager."""
    every.looked("screener", amir(every))
    ((_, _, key),) = every.drawn()
    owner_cursor.execute(
        "update gt_look_sample set scope = %s where id = %s", [every.people["manager"], key]
    )
    return key


def amir(week) -> UUID:
    with casework.working(week.people["manager"]):
        return Episode.objects.order_by("reference").first().subject_person_id


def test_the_manager_says_whether_they_know_why(one, sent):
    client = visit.signed_in(sent.people["manager"])
    listed = client.get("/looks/drawn/").content.decode()
    assert "Screener" in listed and "Read the story so far" in listed
    address = f"/looks/drawn/{one}/"
    assert "Akhtar" in client.get(address).content.decode()
    wrong = client.post(address, {"view": "ask", "words": ""})
    assert wrong.status_code == 422 and "privacy officer should know" in wrong.content.decode()
    assert client.post(address, {"view": "", "words": ""}).status_code == 422
    assert client.post(address, {"view": "ask", "words": "Not their case"}).status_code == 302
    officer = visit.signed_in(sent.people["privacy officer"])
    assert "Not their case" in officer.get("/looks/drawn/").content.decode()
    again = client.post(address, {"view": "proper", "words": "Kept words"})
    assert again.status_code == 409 and "Kept words" in again.content.decode()


def test_a_name_is_shown_only_to_a_manager_who_sees_the_child(every, owner_cursor):
    every.looked("screener", uuid4(), uuid4())
    ((_, _, key),) = every.drawn()
    told = [every.people["head of service"], key]
    owner_cursor.execute("update gt_look_sample set scope = %s where id = %s", told)
    with casework.working(every.people["head of service"]) as viewer:
        found = look_samples.one(viewer=viewer, sample_id=key)
    assert (found.child, found.persons) == ("2 people", ())


def test_nobody_else_reads_it_and_nobody_their_own(one, sent, owner_cursor):
    for who in ("second manager", "head of service", "privacy officer"):
        assert visit.signed_in(sent.people[who]).get(f"/looks/drawn/{one}/").status_code == 404
    for who in ("screener", "analyst", "lead"):
        assert visit.signed_in(sent.people[who]).get("/looks/drawn/").status_code == 403
        with casework.working(sent.people[who]) as viewer:
            assert not LookSample.objects.exists()
            for ask in (
                lambda: look_samples.last_week(viewer=viewer),
                lambda: look_samples.drawn(viewer=viewer),
            ):
                with pytest.raises(Denied):
                    ask()
            with pytest.raises(DatabaseError, match="reads no trail"), transaction.atomic():
                connection.cursor().execute("select * from gt_looks_of_last_week()")
    told = [sent.people["manager"], one]
    owner_cursor.execute("update gt_look_sample set account_id = %s where id = %s", told)
    with casework.working(sent.people["manager"]) as by, pytest.raises(Conflict, match="your own"):
        acting.review(by=by, sample_id=one, view="proper", words="", at=NOW)


def test_what_is_missing_is_refused(one, sent):
    with casework.working(sent.people["manager"]) as by, pytest.raises(Refused) as refused:
        acting.review(by=by, sample_id=one, view="perhaps", words="", at=NOW)
    assert [each.field for each in refused.value.problems] == ["view"]
