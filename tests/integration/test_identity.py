"""Who is acting: named, put back, and never left on a connection somebody else will use.

DESIGN section 7: a missing identity raises, because a silent "no record" is dangerous here.
"""

import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction

from goldenthread.access import rows
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql import identity
from goldenthread.records.postgresql.identity import NobodyActing, acting
from tests.made import casework, layers, world
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

NOBODY = "nobody is acting"


def whose() -> str | None:
    """Return whom PostgreSQL takes to be acting."""
    with connection.cursor() as cursor:
        cursor.execute("select nullif(current_setting('app.account', true), '')")
        return cursor.fetchone()[0]


def occasions_seen() -> set[UUID]:
    return set(Occasion.objects.values_list("pk", flat=True))


def test_asking_for_any_record_as_nobody_raises_and_is_never_an_empty_list(sent):
    """Not even for one that is not there, which PostgreSQL by itself would answer with nothing."""
    for model in layers.MODELS:
        for ask in (
            lambda model=model: list(model.objects.all()),
            lambda model=model: model.objects.count(),
            lambda model=model: model.objects.filter(pk=uuid4()).exists(),
        ):
            with pytest.raises(NobodyActing):
                ask()


def test_a_question_put_together_by_somebody_and_asked_by_nobody_raises(sent):
    with casework.working(sent.people["lead"]):
        later = Occasion.objects.filter(pk=sent.occasion_id)
    with pytest.raises(DatabaseError, match=NOBODY):
        list(later)


@pytest.mark.parametrize("set_to", [None, "", "not-a-uuid"])
def test_raw_sql_as_nobody_raises_too(database, sent, set_to):
    loud = (psycopg.errors.InsufficientPrivilege, psycopg.errors.DataError)
    with psycopg.connect(database.owner, autocommit=True) as owner:
        world.fill(owner.cursor())
        world.restrict(owner.cursor(), those="")
        owner.execute(
            "insert into gt_upload (id, account_id, uploaded_at, state, files, reading, percent,"
            " snapshot, says, scope, desk, seal) select gen_random_uuid(), id, now(), 'waiting',"
            " '[]', '', 0, '', '', id, '', '' from gt_account"
        )
        for table in layers.TABLES:
            # A policy is asked only of rows, so each table must have one; and the plan must not
            # hang on whether the server happened to gather its figures already.
            assert owner.execute(f"select count(*) from {table}").fetchone()[0] > 0, table
            owner.execute(f"analyze {table}")
    for table in layers.TABLES:
        with psycopg.connect(database.url("gt_web")) as web:
            if set_to is not None:
                web.execute("select set_config('app.account', %s, true)", [set_to])
            with pytest.raises(loud, match=r"identity|uuid"):
                web.execute(f"select count(*) from {table}")


def test_the_application_asks_who_is_acting_before_the_database_does(sent):
    with casework.working(sent.people["lead"]) as viewer:
        pass
    with pytest.raises(NobodyActing):
        rows.visible(viewer=viewer, rows=Occasion.objects.all())
    with pytest.raises(NobodyActing):
        identity.current()


def test_nested_acting_restores_the_one_outside(sent):
    lead, other = sent.people["lead"], sent.people["other lead"]
    with acting(lead, now=NOW, purpose="outer"):
        with acting(other, now=NOW + timedelta(hours=1), purpose="inner"):
            assert whose() == str(other) == str(identity.current().account_id)
            assert occasions_seen() == set()
        assert whose() == str(lead) == str(identity.current().account_id)
        assert identity.current().now == NOW
        assert occasions_seen() == {sent.occasion_id}
    assert whose() is None


class Broken(Exception):
    """What goes wrong at random."""


def _draft_and_break(account_id: UUID) -> None:
    casework.drafted(account_id, "Undone")
    raise Broken


def _break(account_id: UUID) -> None:
    raise Broken


def _break_in_the_database(account_id: UUID) -> None:
    connection.cursor().execute("select 1 / 0")


def test_nested_acting_restores_after_an_error_and_undoes_what_was_done_inside(sent):
    lead, other = sent.people["lead"], sent.people["other lead"]
    with acting(lead, now=NOW, purpose="outer"):
        for go_wrong in (_draft_and_break, _break_in_the_database):
            with pytest.raises((Broken, DatabaseError)), acting(other, now=NOW, purpose="inner"):
                go_wrong(other)
        assert whose() == str(lead) == str(identity.current().account_id)
        assert occasions_seen() == {sent.occasion_id}
    with acting(other, now=NOW, purpose="after"), connection.cursor() as cursor:
        cursor.execute("select count(*) from gt_draft")
        assert cursor.fetchone() == (0,)


def test_nobody_is_acting_in_what_is_left_of_a_transaction_that_was_open_already(sent):
    with transaction.atomic():
        with acting(sent.people["lead"], now=NOW, purpose="inside"):
            assert occasions_seen() == {sent.occasion_id}
        assert whose() is None
        with pytest.raises(NobodyActing):
            occasions_seen()


def test_a_seat_and_a_grant_count_from_their_first_moment_to_before_their_last(sent, loader_cursor):
    """As of the moment that is acted at, which a demonstration sets."""
    lead = sent.people["lead"]
    loader_cursor.execute("update gt_grant set ends_at = %s", [NOW + timedelta(hours=2)])
    seen = {}
    for minutes in (-1, 0, 119, 120):
        with acting(lead, now=NOW + timedelta(minutes=minutes), purpose="then"):
            seen[minutes] = len(occasions_seen())
    assert seen == {-1: 0, 0: 1, 119: 1, 120: 0}


@pytest.fixture
def pooled(transactional_db) -> Iterator[None]:
    """Django's default connection with the pool the service runs with, of two connections."""
    options = connections["default"].settings_dict["OPTIONS"]
    connection.close()
    options["pool"] = {"min_size": 1, "max_size": 2, "timeout": 20}
    try:
        yield
    finally:
        connection.close()
        connection.close_pool()
        del options["pool"]


def test_a_pooled_connection_leaks_nothing_between_two_hundred_identities(sent, pooled):
    """Four threads share two connections; a third of what they do goes wrong half-way."""
    expected = {
        sent.people["lead"]: {sent.occasion_id},
        sent.people["other lead"]: set(),
        sent.people["screener"]: {sent.occasion_id},
        sent.people["analyst"]: set(),
        sent.people["intake"]: {sent.occasion_id},
    }
    leaks: list[str] = []
    backends: set[int] = set()

    def work(seed: int) -> None:
        chance = random.Random(seed)
        try:
            for _ in range(50):
                _turn(chance, expected, leaks, backends)
        except Exception as problem:
            leaks.append(f"{type(problem).__name__}: {problem}")
            raise
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert leaks == []
    assert 1 <= len(backends) <= 2, "the pool was not in use"


def _turn(
    chance: random.Random, expected: dict[UUID, set[UUID]], leaks: list[str], backends: set[int]
) -> None:
    """Act once as somebody, perhaps fail, and hand the connection back."""
    who = chance.choice(sorted(expected))
    go_wrong = {0: _break, 1: _break_in_the_database, 2: lambda _: connection.close()}
    with suppress(Broken, DatabaseError), acting(who, now=NOW, purpose="pool"):
        backends.add(connection.connection.info.backend_pid)
        if occasions_seen() != expected[who]:
            leaks.append(f"{who} saw what is another's")
        go_wrong.get(chance.randrange(9), lambda _: None)(who)
    if chance.random() < 0.5 and not _nobody_is_acting():
        leaks.append("somebody was still acting on the connection")
    connection.close()


def _nobody_is_acting() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from gt_occasion")
    except DatabaseError as refusal:
        return NOBODY in str(refusal)
    return False
