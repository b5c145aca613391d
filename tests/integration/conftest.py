"""Casework to test upon: the invented people of two schools and a council, and what one sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from tests.made import casework, met, rebuilt, world


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One referral about two siblings, sent by the first school's lead."""

    people: casework.People
    occasion_id: UUID
    amir: UUID
    zain: UUID


@pytest.fixture
def people(transactional_db, loader_cursor) -> casework.People:
    """Everybody, in the database for this test and gone after it."""
    return casework.people(loader_cursor)


@pytest.fixture
def sent(people) -> Iterator[Sent]:
    """A referral about two siblings, waiting to be screened."""
    occasion_id = casework.send(people["lead"], "Amir", "Zain")
    amir, zain = casework.contacts_of(occasion_id, people=people)
    return Sent(people=people, occasion_id=occasion_id, amir=amir, zain=zain)


@pytest.fixture
def case(sent) -> Sent:
    """Amir's referral and Zain's, both allocated to the social worker."""
    return met.allocated(sent)


@pytest.fixture
def bare(database, transactional_db) -> Iterator[rebuilt.Bare]:
    """The bare tables as the owner reads them."""
    found = rebuilt.Bare(database.owner)
    yield found
    found.connection.close()


@pytest.fixture(params=[3, pytest.param(100, marks=pytest.mark.slow)])
def rounds(request) -> int:
    """How often a race is run in one world: a few times each day, a hundred in the slow sweep."""
    return request.param


@pytest.fixture(scope="module")
def made(database, django_db_setup, django_db_blocker) -> Iterator[world.World]:
    """The world, made once for a module whose tests change nothing in it."""
    with django_db_blocker.unblock():
        try:
            with psycopg.connect(database.owner, autocommit=True) as owner:
                built = world.build(owner.cursor())
            yield built
        finally:
            connection.close()
            database.empty()
