"""Whoever leaves is out at the next click, and nothing stays open to them (SECURITY P15)."""

from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone

from goldenthread.actions import accounts, establish
from goldenthread.project import present
from goldenthread.records.account import Account
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

TABLES = ("gt_grant", "gt_desk_seat", "gt_delegation")
HELD = " union all ".join(
    f"select id from {table} where account_id = %(who)s and (ends_at is null or ends_at > %(at)s)"
    for table in TABLES
)


@pytest.fixture
def people(owner_cursor):
    """Those of a small partnership, of whom the screener has taken a contact in hand."""
    found = casework.people(owner_cursor)
    occasion = casework.send(found["lead"], "Amir")
    (contact,) = casework.contacts_of(occasion, people=found)
    casework.claim(found["screener"], contact)
    agency = establish.agency(owner_cursor, key="unit", name="Unit", kind="partnership")
    found["keeper"] = establish.account(
        owner_cursor, email="keeper@unit.invalid", full_name="Jo Lister", job_title="",
        role="system-administrator", agency_id=agency, password="!", at=present.now(),
    )  # fmt: skip
    return found


def held(cursor, account_id) -> int:
    cursor.execute(HELD, {"who": account_id, "at": present.now() + timedelta(seconds=1)})
    return len(cursor.fetchall())


def test_the_next_click_after_closing_is_refused_and_nothing_is_left_open(people, owner_cursor):
    screener, keeper = visit.signed_in(people["screener"]), visit.signed_in(people["keeper"])
    assert screener.get("/queue/").status_code == 200 and held(owner_cursor, people["screener"])
    address = f"/accounts/{people['screener']}/close/"
    assert keeper.get(address).status_code == 200
    assert keeper.post(address, {"why": "none of these"}).status_code == 422
    assert screener.get("/queue/").status_code == 200
    assert keeper.post(address, {"why": "left"}).status_code == 302
    after = screener.get("/queue/")
    assert after.status_code == 302 and after.headers["Location"].startswith("/sign-in/")
    assert held(owner_cursor, people["screener"]) == 0
    assert keeper.post(address, {"why": "left"}).status_code == 409
    owner_cursor.execute(
        "select reason, account_id, object_ids from gt_trail where verb = 'account.close'"
        " and decision = 'done'"
    )
    assert owner_cursor.fetchall() == [("left", people["keeper"], [people["screener"]])]


def test_nobody_closes_their_own_or_a_service(people):
    keeper = visit.signed_in(people["keeper"])
    own = keeper.post(f"/accounts/{people['keeper']}/close/", {"why": "left"})
    assert own.status_code == 422 and "another administrator" in own.content.decode()
    service = Account.objects.filter(is_service=True).first()
    assert keeper.post(f"/accounts/{service.pk}/close/", {"why": "left"}).status_code == 404
    assert Account.objects.get(pk=service.pk).is_active


def test_an_account_is_found_by_part_of_its_name_or_address(people):
    keeper = visit.signed_in(people["keeper"])
    assert "Jo Lister" in keeper.get("/accounts/", {"like": "KEEPER@"}).content.decode()
    assert "No account" in keeper.get("/accounts/", {"like": "%"}).content.decode()


def test_thirty_days_unused_is_closed_by_night_and_a_day_less_is_not(people, owner_cursor):
    now = timezone.now()
    owner_cursor.execute("update gt_account set opened_at = %s", [now - timedelta(days=31)])
    owner_cursor.execute("update gt_account set last_login = %s", [now - timedelta(days=29)])
    for who, last in (("screener", timedelta(days=30, seconds=1)), ("lead", None)):
        moment = now - last if last else None
        owner_cursor.execute(
            "update gt_account set last_login = %s where id = %s", [moment, people[who]]
        )
    assert accounts.close_dormant(now=now) == 2
    open_now = set(Account.objects.filter(is_active=True).values_list("pk", flat=True))
    assert open_now & set(people.values()) == set(people.values()) - {
        people["screener"], people["lead"]
    }  # fmt: skip
    assert Account.objects.filter(is_service=True, is_active=False).count() == 0
    assert accounts.close_dormant(now=now) == 0


def test_an_account_just_given_is_not_dormant(people):
    assert accounts.close_dormant(now=timezone.now()) == 0


def test_opened_again_it_has_its_desk_and_none_of_its_children(people, owner_cursor):
    keeper = visit.signed_in(people["keeper"])
    keeper.post(f"/accounts/{people['screener']}/close/", {"why": "leave"})
    email = Account.objects.get(pk=people["screener"]).email
    establish.reopen(owner_cursor, email=email.upper(), at=present.now())
    assert visit.signed_in(people["screener"]).get("/queue/").status_code == 200
    owner_cursor.execute(
        "select count(*) from gt_grant where account_id = %s and ends_at is null"
        " and source like 'claim:%%'", [people["screener"]],
    )  # fmt: skip
    assert owner_cursor.fetchone() == (0,)
    with pytest.raises(establish.NotEstablished, match="no closed account"):
        establish.reopen(owner_cursor, email=email, at=present.now())


def test_an_administrator_made_before_it_was_needed_is_let_in_by_the_next_set_up(
    people, owner_cursor
):
    owner_cursor.execute("delete from gt_desk_seat where desk = 'accounts'")
    owner_cursor.execute("delete from gt_grant where kind = 'keeps-accounts'")
    keeper = visit.signed_in(people["keeper"])
    assert "Screener" not in keeper.get("/accounts/").content.decode()
    for _ in range(2):
        establish.all_services(owner_cursor)
    assert "Second Screener" in keeper.get("/accounts/").content.decode()
    own = visit.signed_in(people["accounts keeper"]).get("/accounts/").content.decode()
    assert "Health Partner" in own and "Second Screener" not in own


def test_the_web_role_opens_nothing_again(people, database):
    with psycopg.connect(database.url("gt_web")) as web:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            web.execute("update gt_account set is_active = true")
