"""Every account, every record: what the product shows is what the signed table says, cell by cell.

SECURITY P1 and 2.5. The oracle reads the table a guardian signed and the bare tables; the product
is asked by plain SQL as the web role, row by row and in lists, and for its decision: with both
layers, and with each alone.
"""

import random
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

import psycopg
import pytest

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content.need_to_know import verbs
from goldenthread.queries import register
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected
from tests.made import casework, layers, related
from tests.made.casework import NOW
from tests.oracle import answers, facts, signed

pytestmark = pytest.mark.postgresql

LAYERS = ("both", "row security alone", "application alone")
SEARCH = "register.search"
OF_A_RECORD = {verb for verb, level in verbs.NEEDS.items() if level > 0}
SEED = random.Random().randrange(10**6)


@pytest.fixture(scope="module")
def everybody(made, database) -> dict[str, UUID]:
    """Whoever is in the world, and one account of each role and relationship that is signed."""
    pairs = {(role, kind) for role, kind, _ in signed.table().opens}
    with psycopg.connect(database.owner, autocommit=True) as owner:
        return {**made.accounts, **related.everybody(owner.cursor(), made=made, pairs=pairs)}


@pytest.fixture(scope="module")
def said(everybody, database) -> answers.World:
    """Everything there is, as the oracle has it."""
    with psycopg.connect(database.owner) as owner:
        return answers.world(owner.cursor(), accounts=everybody.values(), at=NOW)


@pytest.fixture(params=[40, pytest.param(None, marks=pytest.mark.slow)])
def asked(request, everybody) -> dict[str, UUID]:
    """Some of everybody by chance, or in the slow sweep everybody."""
    who = random.Random(SEED).sample(sorted(everybody), request.param or len(everybody))
    return {each: everybody[each] for each in who}


@pytest.fixture(params=LAYERS)
def layer(request, database) -> Iterator[str]:
    """Both layers, and each of them with the other taken away."""
    off: dict[str, AbstractContextManager[None]] = {
        "both": nullcontext(),
        "row security alone": layers.without_the_application(),
        "application alone": layers.without_row_security(database.owner),
    }
    with off[request.param]:
        yield request.param


def expected(said: answers.World, account_id: UUID) -> dict[str, set[UUID]]:
    return answers.rows(said, account_id, layers.TABLES)


def test_the_oracle_and_the_product_know_of_the_same_tables(database):
    with psycopg.connect(database.owner) as owner:
        assert set(facts.protected(owner.cursor())) == set(layers.TABLES)


def test_the_web_role_finds_in_each_table_what_the_oracle_says_and_no_row_more(
    asked, said, database
):
    """As somebody finds it who has the web role's connection and no part of the product."""
    differing = {}
    with psycopg.connect(database.url("gt_web")) as web:
        for who, account_id in asked.items():
            told = [str(account_id), NOW.isoformat()]
            web.execute(
                "select set_config('app.account', %s, true), set_config('app.now', %s, true)", told
            )
            for table, ids in expected(said, account_id).items():
                found = {row_id for (row_id,) in web.execute(f"select id from {table}")}
                if found != ids:
                    differing[who, table] = found ^ ids
            web.rollback()
    assert differing == {}


def test_every_list_and_every_count_is_what_the_oracle_says(asked, said, layer):
    differing = {}
    for who, account_id in asked.items():
        ids = expected(said, account_id)
        with casework.working(account_id) as viewer:
            for model in layers.MODELS:
                table = model._meta.db_table
                listed = rows.visible(viewer=viewer, rows=model.objects.all())
                if {row.pk for row in listed} != ids[table] or listed.count() != len(ids[table]):
                    differing[who, table] = listed.count(), len(ids[table])
    assert differing == {}


def _every(model: type[Protected]) -> list[Protected]:
    found = model.objects.all()
    if model in (Entry, ClockRun):
        found = found.select_related("episode")
    return list(found)


def _differences(viewer: Viewer, said: answers.World) -> Iterator[str]:
    """Yield each record of which the product says something else than the oracle."""
    actor = said.actors[viewer.account_id]
    by_id = {(record.table, record.id): record for record in said.records}
    for model in layers.MODELS:
        for row in _every(model):
            record = by_id[model._meta.db_table, row.pk]
            answer = said.of(actor, record)
            where = f"{record.table}, desk {record.desk!r}, seal {record.seal!r}"
            for verb in OF_A_RECORD:
                decided = decision.decide(viewer=viewer, verb=verb, record=row)
                if decided.allowed is not (verb in answer.verbs):
                    yield f"{where}: {verb} is {decided.reason}, not at level {answer.level}"
                elif decided.allowed and _of(decided) != (answer.level, answer.shown):
                    masks = sorted(decided.mask), sorted(signed.table().classes - answer.shown)
                    yield f"{where}: {verb}: level {decided.level} {answer.level}, masks {masks}"


def _of(decided: decision.Decision) -> tuple[int, frozenset[str]]:
    return decided.level, signed.table().classes - decided.mask


def test_every_decision_about_every_record_is_the_signed_tables(asked, said, layer):
    """Each verb of each account on each record: allowed or not, its level, its field classes."""
    differing = {}
    for who, account_id in asked.items():
        with casework.working(account_id) as viewer:
            if found := list(_differences(viewer, said)):
                differing[who] = found[:5]
    assert differing == {}, f"seed {SEED}"


def test_whatever_no_verb_opens_is_said_not_to_be_there_or_to_be_another_roles(asked, said, layer):
    """Nobody learns by a refusal that a record is there whose place is not open to them."""
    for who, account_id in asked.items():
        actor = said.actors[account_id]
        with casework.working(account_id) as viewer:
            for row in _every(Person):
                (record,) = (r for r in said.records if (r.table, r.id) == ("gt_person", row.pk))
                for verb in viewer.may & OF_A_RECORD:
                    reason = decision.decide(viewer=viewer, verb=verb, record=row).reason
                    if not said.of(actor, record).level:
                        assert reason in decision.HIDDEN, (who, verb, reason)


def test_a_role_may_ask_what_the_signed_table_lists_and_nothing_else(everybody):
    differing = {}
    for who, account_id in everybody.items():
        with casework.working(account_id) as viewer:
            may = {v for v in verbs.NEEDS if decision.decide(viewer=viewer, verb=v).allowed}
            if differs := may ^ signed.table().may(viewer.role, viewer.agency_kind):
                differing[who] = sorted(differs)
    assert differing == {}


def test_a_search_finds_whoever_is_not_sealed_and_opens_whom_the_oracle_says(asked, said, layer):
    """By their number, which is nobody else's: whoever is asked for, or an empty answer."""
    people = [record for record in said.records if record.table == "gt_person"]
    numbered = {r.person_id: r for r in said.records if r.table == "gt_identifier"}
    searched = 0
    for who, account_id in asked.items():
        actor = said.actors[account_id]
        with casework.working(account_id) as viewer:
            for person in people:
                told = _found(viewer, person.id)
                number = numbered.get(person.id)
                kept = actor.kept_from & {person.id, person.scope}
                findable = number and number.seal in {"", *actor.seals} and not kept
                if told is None:
                    assert (
                        SEARCH not in signed.table().may(actor.role, actor.agency_kind)
                        or not actor.desks
                    ), who
                    break
                searched += 1
                opens = {person.id: answers.is_open(actor, person)} if findable else {}
                assert told == opens, (who, person)
    assert searched or len(asked) < len(said.actors)


def _found(viewer: Viewer, person_id: UUID) -> dict[UUID, bool] | None:
    """Return whom a search by number finds and whether each may be opened; None if refused."""
    try:
        found = register.search(viewer=viewer, sought=register.Sought(number=str(person_id)))
    except decision.Denied:
        return None
    return {match.person_id: match.may_open for match in found.matches}
