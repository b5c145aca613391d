"""Whatever is refused, or breaks, leaves every table as it was (SECURITY P11).

Each address is asked by somebody who may not, in a way that it does not know, with nothing, with
what makes no sense, with what it was before, with a body that is broken, and while something of
ours fails: after each answer of 400 or more the hash of every table is what it was. Looks at
records, drafts and lock-out are not records (`dbhash` leaves them out).
"""

import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import product
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client

from goldenthread.access import trail
from goldenthread.cli import table_hashes
from goldenthread.records.account import Account
from tests.integration.test_every_page import Asked, every_address
from tests.made import visit, world
from tests.oracle import signed

pytestmark = pytest.mark.postgresql

SEED = random.Random().randrange(10**6)
NONSENSE = ("zzz", "\x00", "31", "9" * 40, "<b>x</b>", "2020-02-30", "é" * 3000)
FIELD = re.compile(r'<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"')
BROKEN = ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=")


@contextmanager
def failing(problem: Exception) -> Iterator[None]:
    """Have something fail as the look or the act is written down, when all else is done."""

    def write(**_row: object) -> None:
        raise problem

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(trail, "write", write)
        yield


def fields(browser: Client, asked: Asked) -> list[str]:
    """Return what the form of a page asks for; what it is sent by alone has none."""
    if "GET" not in asked.methods:
        return ["version", "why"]
    page = browser.get(asked.path)
    if not page.headers["Content-Type"].startswith("text/html"):
        return []
    return sorted({name for name in FIELD.findall(visit.text(page)) if "csrf" not in name})


def typed(browser: Client, asked: Asked, chance: random.Random) -> dict[str, str]:
    return {name: chance.choice(NONSENSE) for name in fields(browser, asked)}


Way = Callable[[Client, Client, Asked, random.Random], HttpResponse]
WAYS: dict[str, tuple[Way, Exception | None]] = {
    "somebody who may not": (
        lambda _mine, other, asked, _: other.post(asked.path, {"version": "1"}), None,
    ),
    "another method": (lambda mine, _other, asked, _: mine.put(asked.path), None),
    "nothing": (lambda mine, _other, asked, _: mine.post(asked.path), None),
    "no sense": (
        lambda mine, _other, asked, chance: mine.post(asked.path, typed(mine, asked, chance)),
        None,
    ),
    "as it was": (
        lambda mine, _other, asked, _: mine.post(
            asked.path, dict.fromkeys(fields(mine, asked), "0") | {"version": "0"}
        ),
        None,
    ),
    "a broken body": (
        lambda mine, _other, asked, _: mine.post(asked.path, BROKEN[1], content_type=BROKEN[0]),
        None,
    ),
    "the disk is full": (
        lambda mine, _other, asked, _: mine.post(asked.path, {"version": "1", "why": "why"}),
        trail.NotKept("the disk is full"),
    ),
    "PostgreSQL gives up": (
        lambda mine, _other, asked, _: mine.post(asked.path, {"version": "1", "why": "why"}),
        DatabaseError("the statement was cancelled"),
    ),
}  # fmt: skip


def somebody(made: world.World, verb: str, *, may: bool) -> Client:
    """Return the browser of somebody whose role may, or may not, ask for a verb."""
    for who, account_id in made.accounts.items():
        account = Account.objects.select_related("agency").get(pk=account_id)
        kind = account.agency.kind if account.agency else ""
        listed = verb in signed.table().may(account.role, kind)
        if not account.is_service and listed is may and who != "nobody":
            browser = visit.signed_in(account_id)
            browser.raise_request_exception = False
            return browser
    # Where everybody may, somebody without a session may not.
    assert not may, verb
    return Client()


@pytest.mark.parametrize("most", [40, pytest.param(300, marks=pytest.mark.slow)])
def test_what_is_refused_leaves_every_table_as_it_was(made, database, home, most):
    chance, url = random.Random(SEED), database.url("gt_loader")
    one_of_each = {each.route: each for each in every_address(made, uuid4())}
    some_with_records = [each for each in every_address(made, uuid4()) if each.object_id]
    asked = [*one_of_each.values(), *chance.sample(some_with_records, len(one_of_each) // 2)]
    cells = [(each, way) for each in asked for way in WAYS]
    browsers: dict[tuple[str, bool], Client] = {}
    whole = os.environ.get("GOLDENTHREAD_SWEEP") == "whole"
    cells = cells if whole else chance.sample(cells, most)
    for verb, may in product({each.verb for each, _ in cells}, (True, False)):
        browsers[verb, may] = somebody(made, verb, may=may)
    before, refused, changed = table_hashes.of(url), 0, {}
    for each, way in cells:
        ask, broken = WAYS[way]
        mine, other = browsers[each.verb, True], browsers[each.verb, False]
        with failing(broken) if broken else nullcontext():
            status = ask(mine, other, each, chance).status_code
        after = table_hashes.of(url)
        if status >= 400:
            refused += 1
            if differing := {table for table in after if after[table] != before[table]}:
                changed[each.route, way, status] = differing
        before = after
    assert changed == {}, f"seed {SEED}"
    assert refused > len(cells) // 2
