"""Guessing a password: five tries by one person from one place, and nobody else is shut out."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from goldenthread.actions import establish, guessing
from goldenthread.queries import system

pytestmark = pytest.mark.postgresql

EMAIL, PASSWORD = "ann@school.invalid", "correct horse battery staple"


@pytest.fixture(autouse=True)
def a_live_service_with_one_account(owner_cursor, settings):
    settings.GOLDENTHREAD_DEMONSTRATION = False
    agency = establish.agency(owner_cursor, key="council", name="The council", kind="council")
    establish.account(
        owner_cursor,
        email=EMAIL,
        full_name="Ann Bee",
        job_title="",
        role="front-door-screener",
        agency_id=agency,
        password=make_password(PASSWORD),
        at=datetime(2020, 1, 1, tzinfo=UTC),
    )


def attempt(password, *, email=EMAIL, address="192.0.2.1"):
    """Try to sign in; True when the password was taken (what follows is the second factor)."""
    client = Client(REMOTE_ADDR=address)
    answer = client.post(
        "/sign-in/", {"login": email, "password": password}, headers={"host": "localhost"}
    )
    return answer.status_code == 302


def test_the_right_password_is_taken(a_live_service_with_one_account):
    assert attempt(PASSWORD)


def test_five_wrong_ones_from_one_place_shut_out_even_the_right_one_there():
    assert not any(attempt(f"wrong {n}") for n in range(5))
    assert not attempt(PASSWORD)


def test_whoever_is_shut_out_there_may_still_sign_in_from_elsewhere():
    assert not any(attempt(f"wrong {n}") for n in range(6))
    assert attempt(PASSWORD, address="198.51.100.7")


def test_others_in_the_same_building_are_not_shut_out_with_them():
    assert not any(attempt("wrong", email="someone@school.invalid") for _ in range(8))
    assert attempt(PASSWORD)


def test_the_case_of_an_address_does_not_give_more_tries():
    spellings = (EMAIL, EMAIL.upper(), EMAIL.title())
    assert not any(attempt(f"wrong {n}", email=spellings[n % 3]) for n in range(6))
    assert not attempt(PASSWORD)


def test_one_success_forgives_what_came_before():
    assert not any(attempt(f"wrong {n}") for n in range(4))
    assert attempt(PASSWORD)
    assert not any(attempt(f"wrong {n}") for n in range(4))
    assert attempt(PASSWORD)


def test_a_thousand_behind_one_address_are_not_shut_out_by_one_of_them(owner_cursor, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    owner_cursor.execute("select id from gt_agency where key = 'council'")
    (agency,) = owner_cursor.fetchone()
    hashed = make_password(PASSWORD)
    people = [f"worker.{n}@council.invalid" for n in range(1_000)]
    owner_cursor.executemany(
        "insert into gt_account (id, email, full_name, job_title, role, agency_id, is_service,"
        " is_active, password) values (%s, %s, 'A', '', 'social-worker', %s, false, true, %s)",
        [(uuid4(), email, agency, hashed) for email in people],
    )
    for email in people[:200]:
        attempt("a common password", email=email)
    for _ in range(4):
        attempt("a common password", email=people[0])
    assert not attempt(PASSWORD, email=people[0])
    assert [email for email in people[1::20] if not attempt(PASSWORD, email=email)] == []


def test_twenty_wrong_ones_in_a_day_are_told_to_the_administrators_once(owner_cursor, mailoutbox):
    establish.account(
        owner_cursor,
        email="jo@unit.invalid",
        full_name="Jo Lister",
        job_title="",
        role="system-administrator",
        agency_id=establish.agency(owner_cursor, key="unit", name="Unit", kind="partnership"),
        password="!",
        at=datetime(2020, 1, 1, tzinfo=UTC),
    )
    for n in range(19):
        attempt("wrong", address=f"192.0.2.{n % 7}", email=EMAIL.upper())
        attempt("wrong", address="192.0.2.200", email="nobody@school.invalid")
    assert guessing.alert(now=timezone.now()) == 0
    attempt("wrong", address="192.0.2.250")
    attempt("wrong", address="192.0.2.200", email="nobody@school.invalid")
    now = timezone.now()
    (found,) = system.guessed_at(now=now)
    assert (found.email, found.tries) == (EMAIL, 20)
    assert guessing.alert(now=now) == 1
    owner_cursor.execute(
        "select args from procrastinate_jobs where task_name = 'tell_administrator'"
    )
    ((args,),) = owner_cursor.fetchall()
    owner_cursor.execute("select id::text from gt_account where email = 'jo@unit.invalid'")
    assert (args["account_id"],) == owner_cursor.fetchone()
    assert guessing.alert(now=now + timedelta(minutes=6)) == 0
    assert system.guessed_at(now=now + timedelta(days=1, minutes=1)) == ()
