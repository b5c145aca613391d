"""Twenty people on one connection, a thousand requests, a fifth of them failing half-way.

SECURITY 2.5: nobody is served a word of what another may see because both used the same connection,
however the request before them ended.
"""

import random
import threading
from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, connections
from django.test import Client

from goldenthread.access import trail
from goldenthread.project import present
from goldenthread.records.account import Account
from tests.integration.test_every_page import CHILDREN, STUB, names_in
from tests.made import visit, world
from tests.oracle import answers

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

PEOPLE, THREADS, EACH = 20, 4, 250
FAILURES = (
    RuntimeError("something of ours broke"),
    DatabaseError("the statement was cancelled"),
    trail.NotKept("the disk is full"),
)


@pytest.fixture
def one_connection(transactional_db) -> Iterator[None]:
    """Django's default connection with a pool of one."""
    options = connections["default"].settings_dict["OPTIONS"]
    connection.close()
    options["pool"] = {"min_size": 1, "max_size": 1, "timeout": 60}
    try:
        yield
    finally:
        connection.close()
        connection.close_pool()
        del options["pool"]


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


@pytest.fixture
def failing(monkeypatch) -> None:
    """Have one in five requests fail as its trail row is written: all is read, nothing is sent."""
    kept, chance = trail.write, random.Random(20)

    def write(**row):
        if row["decision"] == "served" and chance.random() < 0.2:
            raise chance.choice(FAILURES)
        kept(**row)

    monkeypatch.setattr(trail, "write", write)


def _people(made: world.World) -> list[UUID]:
    asked = [
        account_id
        for account_id in made.accounts.values()
        if not Account.objects.get(pk=account_id).is_service
    ]
    return asked[:PEOPLE]


def _may_read(owner_url: str, account_id: UUID) -> set[str]:
    """Return the names somebody may read, by the bare tables."""
    with psycopg.connect(owner_url) as owner:
        seen = answers.visible(owner.cursor(), account_id=account_id, at=present.now())
        return names_in(owner, seen)


def _addresses(made: world.World) -> list[str]:
    contacts = (made.open_contact, made.claimed_contact, made.referred_contact,
                made.closed_contact, made.sealed_contact)  # fmt: skip
    return [
        "/queue/", "/referrals/", "/my-children/", "/asked-of-us/", "/told-to-us/", "/samples/",
        *(f"/contacts/{contact}/" for contact in contacts),
        *(f"/children/{made.person_of[contact]}/" for contact in contacts),
    ]  # fmt: skip


def test_nobody_is_served_what_another_may_see(made, database, one_connection, failing):
    people = _people(made)
    may_read = {who: _may_read(database.owner, who) for who in people}
    browsers = {who: visit.signed_in(who) for who in people}
    for browser in browsers.values():
        browser.raise_request_exception = False
    addresses, told, statuses = _addresses(made), [], []
    connection.close()

    def work(seed: int) -> None:
        chance = random.Random(seed)
        try:
            for _ in range(EACH):
                who = chance.choice(people)
                answer = _browser(browsers[who]).get(chance.choice(addresses))
                statuses.append(answer.status_code)
                said = STUB.sub("", visit.words(answer))
                told.extend(
                    (who, name) for name in CHILDREN if name in said and name not in may_read[who]
                )
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)

    assert told == []
    assert len(statuses) == THREADS * EACH
    # All of it happened: pages served, refused and missing, and requests that failed half-way.
    assert {200, 403, 404, 500, 503} <= set(statuses), sorted(set(statuses))


def _browser(signed_in: Client) -> Client:
    """Return a browser of one's own with the same cookies: threads share none."""
    browser = Client(raise_request_exception=False)
    browser.cookies.update(signed_in.cookies)
    return browser
