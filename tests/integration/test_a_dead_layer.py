"""One policy or one filter dies: the other layer holds, and here it is said which one it was.

SECURITY 2.5.2. One by chance in the ordinary run, each in turn in the slow sweep.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import product
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from django.test import Client
from psycopg import sql

from goldenthread.access import rows
from goldenthread.project import present
from tests.integration.test_every_page import Asked, every_address
from tests.made import casework, layers, mutants, related, visit, world
from tests.made.casework import NOW
from tests.oracle import answers, facts

pytestmark = pytest.mark.postgresql

SEED = random.Random().randrange(10**6)
# Between them they are kept from every row, by its place and by its seal.
PROBING = (
    "nobody",
    "seal over",
    "manager",
    "child only",
    "colleague",
    "privacy officer",
    "access officer",
    "analyst",
    world.KEPT_OUT,
)
# What a form is sent once with: new in each.
SINGLE = re.compile(r'name="[a-z_-]+" value="[0-9a-f]{32}"')
EACH = 12
# A seal that is held by somebody who is given nothing it is on.
NOWHERE = "restricted:nowhere"
# They may open pages, and are kept from much that is behind them.
LOOKING = ("screener", "child only", "lead", "privacy officer", "officer", "social worker")


def as_said(owner: psycopg.Connection, made: world.World) -> answers.World:
    asked = [made.accounts[who] for who in PROBING]
    return answers.world(owner.cursor(), accounts=asked, at=NOW)


@pytest.fixture
def owner(database) -> Iterator[psycopg.Connection]:
    with psycopg.connect(database.owner, autocommit=True) as found:
        found.execute("set lock_timeout = '5s'")
        yield found


@pytest.fixture(autouse=True, scope="module")
def _one_holds_the_seal_of_nothing(made, database) -> None:
    with psycopg.connect(database.owner) as found:
        for who in ("nobody", world.KEPT_OUT):
            related.grant(
                found.cursor(), account_id=made.accounts[who], kind="access-list",
                scope=uuid4(), seal=NOWHERE, level=5,
            )  # fmt: skip


def dead_policies(said: answers.World) -> set[str]:
    """Name the policies that let a row through: by whom it is about, its place, or its seal."""
    found = set()
    by_id = {(record.table, record.id): record for record in said.records}
    for account_id, actor in said.actors.items():
        with casework.working(account_id), connection.cursor() as cursor:
            for table in layers.TABLES:
                cursor.execute(f"select id from {table}")
                for (row_id,) in cursor.fetchall():
                    record = by_id[table, row_id]
                    if not answers.is_open(actor, record):
                        found.add(f"{table}: {_that_should_keep(actor, record)}")
    return found


def _that_should_keep(actor: facts.Actor, record: facts.Record) -> str:
    if not (record.desk in actor.desks or record.scope in actor.scopes):
        return "need_to_know"
    if record.scope in actor.kept_from:
        return "excluded"
    return "excluded_by_name" if record.named in actor.kept_from else "sealed"


def shown_by_the_application(said: answers.World, table: str) -> dict[UUID, set[UUID]]:
    (model,) = (model for model in layers.MODELS if model._meta.db_table == table)
    seen = {}
    for account_id in said.actors:
        with casework.working(account_id) as viewer:
            listed = rows.visible(viewer=viewer, rows=model.objects.all())
            seen[account_id] = {row.pk for row in listed}
    return seen


def some(every: list, request: pytest.FixtureRequest) -> list:
    """Return one by chance, or in the slow sweep each."""
    return every if request.param == "each" else [random.Random(SEED).choice(every)]


@pytest.fixture(params=["one", pytest.param("each", marks=pytest.mark.slow)])
def dying_policies(request, owner) -> list[mutants.Policy]:
    return some(mutants.policies(owner), request)


def test_every_table_about_somebody_has_a_policy_of_each_kind(owner):
    found = {(each.table, each.name) for each in mutants.policies(owner)}
    assert {
        (t, name) for t in layers.TABLES for name in ("need_to_know", "sealed", "excluded")
    } <= found


@contextmanager
def all_alike(owner: psycopg.Connection, table: str, **alike: object) -> Iterator[None]:
    """Have every row of a table be alike in these columns, so that one policy alone keeps it."""
    named, columns = sql.Identifier(table), [sql.Identifier(each) for each in alike]
    asked = sql.SQL("select {}, id from {}").format(sql.SQL(", ").join(columns), named)
    kept = owner.execute(asked).fetchall()
    told = sql.SQL(", ").join(sql.SQL("{} = %s").format(each) for each in columns)
    owner.execute("set session_replication_role = replica")
    owner.execute(sql.SQL("update {} set {}").format(named, told), list(alike.values()))
    try:
        yield
    finally:
        change = sql.SQL("update {} set {} where id = %s").format(named, told)
        owner.cursor().executemany(change, kept)
        owner.execute("set session_replication_role = origin")


def kept_by(policy: mutants.Policy, made: world.World) -> dict[str, object]:
    """Return what every row is to be so that this policy alone keeps it from somebody."""
    child = made.person_of[made.referred_contact]
    if policy.name == "excluded":
        named = facts.NAMING.get(policy.table, "") if policy.table != "gt_exclusion" else ""
        return {"seal": NOWHERE, "scope": child, **({named: uuid4()} if named else {})}
    if policy.name == "excluded_by_name":
        own = made.accounts[world.KEPT_OUT]
        return {"seal": NOWHERE, "scope": own, facts.NAMING[policy.table]: child}
    return {"seal": "restricted:by nobody" if policy.name == "sealed" else NOWHERE}


def test_a_policy_that_died_is_named_and_the_application_holds(made, owner, dying_policies):
    assert dead_policies(as_said(owner, made)) == set()
    for policy in dying_policies:
        alike = kept_by(policy, made)
        with all_alike(owner, policy.table, **alike), mutants.without_policy(owner, policy):
            said = as_said(owner, made)
            expected = {
                account_id: answers.rows(said, account_id, layers.TABLES)[policy.table]
                for account_id in said.actors
            }
            assert dead_policies(said) == {str(policy)}, f"seed {SEED}"
            assert shown_by_the_application(said, policy.table) == expected, str(policy)
    assert dead_policies(as_said(owner, made)) == set()


def look(
    browsers: Mapping[str, Client], asked: Iterable[tuple[str, Asked]], noted: mutants.Filters
) -> dict[tuple[str, Asked], str]:
    """Open pages as some people; return what each said, as it can be compared."""
    told = {}
    for who, address in asked:
        noted.by = who, address
        answer = browsers[who].get(address.path)
        told[who, address] = f"{answer.status_code} {SINGLE.sub('', visit.words(answer))}"
    return told


def differs(before: str, after: str) -> list[str]:
    """Return the lines that one page has and another has not."""
    return sorted(set(before.splitlines()) ^ set(after.splitlines()))


@pytest.mark.parametrize(
    ("people", "pages", "most"),
    [(1, 60, 1), pytest.param(4, 1000, None, marks=pytest.mark.slow)],
)
def test_a_filter_that_died_is_named_and_row_security_holds(
    made, database, home, monkeypatch, people, pages, most
):
    """Asked of the pages that ask through it: with row security nothing changes, without it does.

    What is found through two filters is let through by neither alone: those are told apart from
    the ones that nothing else stands behind.
    """
    # What is printed says the minute it was printed in.
    moment, chance = present.now(), random.Random(SEED)
    monkeypatch.setattr(present, "now", lambda: moment)
    browsers = {who: visit.signed_in(made.accounts[who]) for who in chance.sample(LOOKING, people)}
    for browser in browsers.values():
        # With both layers dead a page may be shown what it cannot make sense of.
        browser.raise_request_exception = False
    read = [each for each in every_address(made, uuid4()) if each.method == "get"]
    addresses = chance.sample(read, min(pages, len(read)))
    with mutants.filters() as noted:
        both = look(browsers, product(browsers, addresses), noted)
        filters = sorted(noted.asked)
        alive = {each: sorted(noted.asked[each], key=repr) for each in filters}
        named = set()
        for each in chance.sample(filters, most or len(filters)):
            through = chance.sample(alive[each], min(EACH, len(alive[each])))
            noted.dead = each
            held = look(browsers, through, noted)
            with layers.without_row_security(database.owner):
                alone = look(browsers, through, noted)
            changed = [line for asked in through for line in differs(both[asked], held[asked])]
            assert changed == [], f"{each}, seed {SEED}"
            if alone != held:
                named.add(each)
        assert most or named, "no page told of any filter that died"
