"""The sealer: every settled row once, in order, in a chain; killed anywhere, nothing is lost.

SECURITY P6 and 2.6. The rows are written as requests write them, several at once.
"""

import os
import signal
import subprocess
import sys
import threading
import time

import psycopg
import pytest

from goldenthread.actions import anchors, seals
from goldenthread.kernel import head
from goldenthread.records.postgresql import chain
from tests.made import sealed

pytestmark = pytest.mark.postgresql

SERVING = ("gt_web", "gt_worker", "gt_loader", "gt_extract", "gt_sealer")
FOREVER = """
import sys
from goldenthread.actions import seals
while True:
    seals.seal(url=sys.argv[1], most=3)
    print("sealed", flush=True)
"""


@pytest.fixture
def trail(database, transactional_db, tmp_path):
    yield from sealed.opened(owner=database.owner, url=database.url("gt_sealer"), folder=tmp_path)


def test_what_is_sealed_holds_and_what_is_not_yet_is_counted(trail):
    trail.seal(5)
    trail.seal(7)
    trail.write(2)
    assert trail.batches() == [(1, 5), (2, 7)]
    told = trail.verified()
    assert (told.rows, told.batches, told.waiting) == (12, 2, 2)
    assert told.waiting_since and trail.found() == []


def test_a_batch_has_no_more_rows_than_asked_and_the_next_goes_on_from_there(trail):
    trail.write(10)
    give_up = time.monotonic() + 30
    while trail.verified().waiting and time.monotonic() < give_up:
        seals.seal(url=trail.url, most=4)
    assert trail.batches() == [(1, 4), (2, 4), (3, 2)]
    assert trail.found() == []


def test_a_row_of_a_transaction_under_way_waits_and_is_not_passed_by(trail, database):
    """It began before what is written meanwhile, so it comes before that in the order."""
    with psycopg.connect(database.owner) as slow:
        slow.execute(sealed.WRITE, [1])
        trail.write(3)
        seals.seal(url=trail.url)
        assert trail.verified().rows == 0, "nothing may be sealed before the older one has ended"
    trail.settle()
    assert trail.verified().rows == 4 and trail.found() == []


def test_an_undone_transaction_holds_nothing_up(trail, database):
    with psycopg.connect(database.owner) as slow:
        slow.execute(sealed.WRITE, [1])
        trail.write(3)
        slow.rollback()
    trail.settle()
    assert trail.verified().rows == 3 and trail.found() == []


def test_a_request_waits_for_no_sealer_and_no_sealer_for_another(trail, database):
    """While one has its turn a row is written at once, and another finds nothing to do."""
    trail.write(3)
    with psycopg.connect(trail.url) as turn:
        turn.execute(seals.TURN, [seals.LOCK])
        assert seals.seal(url=trail.url) == 0
        with psycopg.connect(database.owner) as request:
            request.execute("set statement_timeout = '2s'")
            request.execute(sealed.WRITE, [1])
    trail.settle()
    assert trail.verified().rows == 4


def test_rows_written_by_many_while_it_is_sealed_are_each_sealed_once(trail, database):
    stop = threading.Event()

    def write() -> None:
        with psycopg.connect(database.owner) as connection:
            while not stop.is_set():
                connection.execute(sealed.WRITE, [2])
                connection.commit()

    writers = [threading.Thread(target=write) for _ in range(3)]
    for each in writers:
        each.start()
    for _ in range(20):
        seals.seal(url=trail.url, most=50)
    stop.set()
    for each in writers:
        each.join()
    trail.settle()
    (count,) = trail.owner.execute("select count(*) from gt_trail").fetchone()
    assert trail.verified().rows == count > 20
    assert sum(each for _, each in trail.batches()) == count
    assert trail.found() == []


def test_a_sealer_killed_at_any_point_leaves_no_batch_twice_and_no_row_out(trail):
    """Each is killed a little later than the one before, so that every point is come upon."""
    for tries in range(12):
        trail.write(40)
        sealer = subprocess.Popen(
            [sys.executable, "-c", FOREVER, trail.url], stdout=subprocess.PIPE, text=True
        )
        sealer.stdout.readline()
        time.sleep(tries * 0.004)
        os.kill(sealer.pid, signal.SIGKILL)
        sealer.wait()
        assert trail.found() == []
    trail.settle()
    (count,) = trail.owner.execute("select count(*) from gt_trail").fetchone()
    numbers = [batch for batch, _ in trail.batches()]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 12
    assert trail.verified().rows == count == 12 * 40
    assert trail.found() == []


@pytest.mark.parametrize("role", SERVING)
@pytest.mark.parametrize("table", ["gt_trail", "gt_trail_batch"])
def test_no_role_that_signs_in_changes_the_trail_or_its_seals(trail, database, role, table):
    trail.seal()
    for statement in (
        f"update {table} set {'reason' if table == 'gt_trail' else 'count'} = null",
        f"delete from {table}",
        f"truncate {table}",
    ):
        with psycopg.connect(database.url(role)) as connection:
            with pytest.raises(
                (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
            ):
                connection.execute(statement)
    assert trail.found() == []


def test_not_even_a_superuser_changes_them_by_mistake(trail):
    trail.seal()
    for table in ("gt_trail", "gt_trail_batch"):
        for statement in (f"delete from {table}", f"truncate {table}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="never edited"):
                trail.owner.execute(statement)


def test_the_sealer_reads_nothing_but_the_trail_and_its_seals(trail, database):
    may = trail.owner.execute(
        "select table_name, privilege_type from information_schema.role_table_grants"
        " where grantee = 'gt_sealer' and table_schema = 'public' order by 1, 2"
    ).fetchall()
    assert may == [
        ("gt_setup", "SELECT"),
        ("gt_stamp", "SELECT"),
        ("gt_trail", "SELECT"),
        ("gt_trail_batch", "INSERT"),
        ("gt_trail_batch", "SELECT"),
    ]
    for role in ("gt_web", "gt_worker", "gt_extract"):
        with psycopg.connect(database.url(role)) as connection:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("select * from gt_trail_batch")


def test_every_column_of_the_trail_is_hashed(trail):
    """A column that is added needs a shape of its own, with every column in it."""
    columns = trail.owner.execute(
        "select column_name from information_schema.columns where table_name = 'gt_trail'"
    ).fetchall()
    assert {name for (name,) in columns} == set(chain.SHAPES[chain.SHAPE])


def test_the_heads_are_appended_once_and_survive_a_writer_that_was_killed(trail):
    trail.seal()
    assert trail.anchored() == 1
    trail.seal()
    trail.seal()
    whole = trail.anchor.read_text()
    assert trail.anchored() == 2 and trail.anchored() == 0
    lines = trail.anchor.read_text().splitlines()
    # Killed in the middle of a line: it is ended, and written whole after it.
    trail.anchor.write_text(whole + lines[1][:20])
    assert trail.anchored() == 2
    heads, unreadable = head.read(trail.anchor.read_text())
    assert [str(each) for each in heads] == lines and unreadable == []
    assert trail.found(anchor=True) == []


def test_nothing_is_appended_to_an_anchor_that_knows_another_trail(trail):
    trail.seal()
    trail.anchored()
    kept = trail.anchor.read_text()
    trail.anchor.write_text(kept.replace(kept[-10:-2], "0" * 8))
    before = trail.anchor.read_text()
    trail.seal()
    with pytest.raises(anchors.Broken, match="trail verify"):
        trail.anchored()
    assert trail.anchor.read_text() == before
