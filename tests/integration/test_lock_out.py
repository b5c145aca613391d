"""Guessing a password: five tries by one person from one place, and nobody else is shut out."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from goldenthread.actions import establish

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
