"""What somebody who may do everything in the database did to the trail, and whether it is found.

SECURITY P6: edited, deleted, inserted, moved, a tail cut off; seals too. Each as a superuser.
"""

import pytest

from goldenthread.cli import selfcheck, shell
from tests.made import sealed

pytestmark = pytest.mark.postgresql

ROW = """
insert into gt_trail (id, at, verb, decision, object_ids, person_ids, role, resource, purpose,
  reason, request_id, session_hash, address, xid)
values ('00000000-0000-4000-8000-0000000000ff', {at}, 'thread.read', 'served', '{{}}', '{{}}', '',
  '', '', '', '', '', '', {xid})
"""
INSERTED = "00000000-0000-4000-8000-0000000000ff"


@pytest.fixture
def trail(database, transactional_db, tmp_path):
    for found in sealed.opened(
        owner=database.owner, url=database.url("gt_sealer"), folder=tmp_path
    ):
        for _ in range(4):
            found.seal()
        found.anchored()
        assert found.found(anchor=True) == []
        yield found


@pytest.mark.parametrize(
    "change",
    [
        "account_id = gen_random_uuid()",
        "account_id = null",
        "at = at + interval '1 microsecond'",
        "person_ids = array[gen_random_uuid()]",
        "object_ids = '{}'",
        "verb = 'thread.read'",
        "decision = 'denied'",
        "reason = ''",
        "purpose = purpose || ' '",
        "address = ''",
    ],
)
def test_an_edited_row_is_found_and_named(trail, change):
    row = trail.row(2)
    trail.tamper(f"update gt_trail set {change} where id = '{row}'")
    assert trail.found() == [f"Batch 2, row {row}: it was edited after it was sealed."]


@pytest.mark.parametrize("batch", [1, 2, 4])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_deleted_row_is_found_and_named(trail, batch, place):
    row = trail.row(batch, place)
    trail.tamper(f"delete from gt_trail where id = '{row}'")
    assert trail.found() == [f"Batch {batch}, row {row}: it was deleted."]


def test_every_row_of_the_last_batch_deleted_is_found(trail):
    rows = {str(trail.row(4, place)) for place in range(5)}
    trail.tamper(
        "delete from gt_trail t using gt_trail_batch b where b.batch = 4 and t.xid >= b.first_xid"
    )
    assert set(trail.found()) == {f"Batch 4, row {row}: it was deleted." for row in rows}


@pytest.mark.parametrize("batch", [1, 3])
def test_a_row_inserted_among_others_is_found_and_named(trail, batch):
    place = f"(select first_xid from gt_trail_batch where batch = {batch})"
    trail.tamper(ROW.format(at="now()", xid=place))
    (said,) = trail.found()
    assert said.startswith((f"Batch {batch}, row {INSERTED}", f"Batch {batch + 1}, row {INSERTED}"))
    assert said.endswith("it was inserted among the rows of this batch after they were sealed.")


def test_a_row_that_says_it_is_from_long_ago_is_found_once_it_is_sealed(trail):
    """Added at the end as any request does, but for its time."""
    trail.tamper(ROW.format(at="now() - interval '1 day'", xid="pg_current_xact_id()"))
    trail.settle()
    says = "it says that it is older than the batch before: it was inserted afterwards."
    assert trail.found() == [f"Batch 5, row {INSERTED}: {says}"]


def test_rows_put_in_another_order_are_found(trail):
    """Two rows of different batches change places."""
    one, other = trail.row(1), trail.row(3)
    xids = trail.owner.execute(
        "select xid::text from gt_trail where id in (%s, %s) order by xid", [one, other]
    ).fetchall()
    (first,), (second,) = xids
    trail.tamper(
        f"update gt_trail set xid = '{second}'::xid8 where id = '{one}'",
        f"update gt_trail set xid = '{first}'::xid8 where id = '{other}'",
    )
    assert set(trail.found()) == {
        f"Batch 1, row {one}: it was moved out of its place.",
        f"Batch 3, row {other}: it was moved out of its place.",
    }


def test_a_row_moved_behind_everything_is_found(trail):
    row = trail.row(2)
    trail.tamper(f"update gt_trail set xid = pg_current_xact_id() where id = '{row}'")
    assert trail.found() == [f"Batch 2, row {row}: it was moved out of its place."]


def test_two_rows_that_exchanged_their_ids_are_found(trail):
    one, other = sorted((trail.row(2), trail.row(2, 1)))
    spare = "00000000-0000-4000-8000-000000000001"
    trail.tamper(
        f"update gt_trail set id = '{spare}' where id = '{one}'",
        f"update gt_trail set id = '{one}' where id = '{other}'",
        f"update gt_trail set id = '{other}' where id = '{spare}'",
    )
    assert trail.found() == [
        f"Batch 2, row {row}: it was edited after it was sealed." for row in (one, other)
    ]


@pytest.mark.parametrize(
    "change",
    [
        "count = 6",
        "entries = set_byte(entries, 20, 255 - get_byte(entries, 20))",
        "sealed_at = sealed_at + interval '1 second'",
        "last_xid = '1'::xid8",
        "shape = 7",
        "hash = sha256('another')",
    ],
)
def test_an_edited_seal_is_found_and_named(trail, change):
    trail.tamper(f"update gt_trail_batch set {change} where batch = 2")
    assert "Batch 2: its seal was edited." in trail.found()


def test_a_seal_edited_with_its_hash_is_found_by_the_one_after_it(trail, database):
    """Whoever knows how the hash is made makes it anew; the next batch has the old one."""
    row = trail.row(2)
    trail.tamper(f"update gt_trail set reason = 'changed' where id = '{row}'")
    reseal(trail, batch=2)
    assert trail.found() == [
        "Batch 3: it does not follow from batch 2: one of the two was sealed anew."
    ]


def test_a_whole_chain_made_anew_is_found_by_the_anchor_alone(trail):
    row = trail.row(2)
    trail.tamper(f"update gt_trail set reason = 'changed' where id = '{row}'")
    for batch in (2, 3, 4):
        reseal(trail, batch=batch)
    assert trail.found() == []
    assert trail.found(anchor=True) == [
        f"Batch {batch}: it is not the batch that was anchored: it was sealed anew."
        for batch in (2, 3, 4)
    ]


def reseal(trail, *, batch: int) -> None:
    """Make the entries and the hash of one batch anew, over the rows and the hash before it."""
    from dataclasses import replace

    from goldenthread.records.postgresql import chain

    with trail.owner.transaction(), trail.owner.cursor() as cursor:
        cursor.execute(chain.SETTINGS)
        cursor.execute(chain.BATCHES + "where batch in (%s, %s) order by batch", [batch - 1, batch])
        before, old = map(chain.batch, cursor.fetchall())
        rows = list(chain.read(cursor, after=before.last, until=old.last, shape=1))
        entries = b"".join(row.entry for row in rows)
        made = replace(old, entries=entries, previous=before.hash)
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(
            "update gt_trail_batch set entries = %s, previous = %s, hash = %s where batch = %s",
            [entries, before.hash, made.hashed(), batch],
        )


def test_a_seal_deleted_from_the_middle_is_found_and_its_rows_are_not_called_inserted(trail):
    trail.tamper("delete from gt_trail_batch where batch = 2")
    assert trail.found() == ["Batch 2: its seal was deleted."]
    assert trail.verified().rows == 20


def test_the_last_batch_cut_off_with_its_seal_is_found_by_the_anchor_alone(trail):
    cut(trail)
    assert trail.found() == []
    assert trail.found(anchor=True) == [
        "Batch 4: the anchor has it, with 5 rows, and the trail has not: it was cut."
    ]


def test_a_tail_cut_off_and_written_over_is_found_by_the_anchor(trail):
    cut(trail)
    trail.seal(5)
    assert trail.found() == []
    assert trail.found(anchor=True) == [
        "Batch 4: it is not the batch that was anchored: it was sealed anew."
    ]


def cut(trail) -> None:
    trail.tamper(
        "delete from gt_trail t using gt_trail_batch b where b.batch = 4 and t.xid >= b.first_xid",
        "delete from gt_trail_batch where batch = 4",
    )


def test_the_whole_trail_emptied_is_found_by_the_anchor(trail):
    trail.tamper("delete from gt_trail", "delete from gt_trail_batch")
    assert trail.found() == []
    assert len(trail.found(anchor=True)) == 4


def test_a_line_of_the_anchor_that_cannot_be_read_is_told(trail):
    first, *rest = trail.anchor.read_text().splitlines()
    trail.anchor.write_text("\n".join([first, "not a head", *rest, ""]))
    assert trail.found(anchor=True) == [
        "Batch 0: line 2 of the anchor cannot be read: the anchor itself was changed."
    ]


@pytest.fixture
def commanded(trail, database, monkeypatch):
    """The trail of the database the command is told of."""
    monkeypatch.setenv("DATABASE_URL", database.url("gt_web"))
    monkeypatch.setenv("SEALER_DATABASE_URL", trail.url)
    monkeypatch.setenv("GOLDENTHREAD_ANCHOR", str(trail.anchor))
    return trail


def test_the_command_exits_0_where_nothing_was_done_and_2_with_a_sentence_for_each(
    commanded, capsys
):
    assert shell.run(["trail", "verify"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Rows verified: 20, in batches: 4. Not sealed yet: 0.",
        "The trail is as it was written.",
    ]
    row = commanded.row(3)
    commanded.tamper(f"delete from gt_trail where id = '{row}'")
    assert shell.run(["trail", "verify", "--anchor", str(commanded.anchor)]) == 2
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"Batch 3, row {row}: it was deleted."
    assert said[-1] == "Found: 1. The trail is not as it was written."


def test_the_command_reads_the_anchor_it_is_given_and_says_when_there_is_none(
    commanded, capsys, tmp_path, monkeypatch
):
    cut(commanded)
    assert shell.run(["trail", "verify"]) == 2
    monkeypatch.setenv("GOLDENTHREAD_ANCHOR", str(tmp_path / "none"))
    assert shell.run(["trail", "verify"]) == 0
    assert "Without an anchor" in capsys.readouterr().out
    copy = tmp_path / "copy"
    copy.write_text(commanded.anchor.read_text())
    assert shell.run(["trail", "verify", "--anchor", str(copy)]) == 2
    assert shell.run(["trail", "verify", "--anchor", str(tmp_path / "nowhere")]) == 2


def test_the_self_check_says_that_the_anchor_knows_another_trail(commanded):
    def trail():
        return next(each for each in selfcheck.results() if each.what == "trail")

    assert trail().well
    cut(commanded)
    assert not trail().well and "run goldenthread trail verify" in trail().says
