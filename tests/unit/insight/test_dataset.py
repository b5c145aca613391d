"""Snapshots: written whole or not at all, and never changed once a reader may hold one."""

import json
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pytest

from goldenthread.insight import dataset, schema
from tests.made import dataset as made
from tests.made.dataset import NOW

CONTACT = {"cont_contact_id": "1", "received_on": datetime(2025, 5, 6, tzinfo=UTC).date()}


def published(home, *, kind="imported", at=NOW, **tables):
    with dataset.writing(home=home) as writer:
        return writer.publish(kind=kind, tables=tables, about={"why": "a test"}, made_at=at)


def shelf(home):
    return sorted(path.name for path in (home / "dataset" / "snapshots").iterdir())


def test_a_snapshot_has_every_table_and_what_it_says_of_itself(tmp_path):
    snapshot = published(tmp_path, contacts=made.table("contacts", [CONTACT]))

    assert {path.stem for path in snapshot.folder.glob("*.parquet")} == set(schema.TABLES)
    assert snapshot.table("contacts").to_pylist() == made.table("contacts", [CONTACT]).to_pylist()
    assert snapshot.table("contacts").schema.equals(schema.CONTACTS)
    assert snapshot.rows("contacts") == 1
    assert snapshot.rows("population") == 0
    assert (snapshot.kind, snapshot.made_at) == ("imported", NOW)
    assert snapshot.manifest["about"] == {"why": "a test"}


def test_the_newest_of_each_kind_is_pointed_at_and_older_ones_stay(tmp_path):
    first = published(tmp_path, contacts=made.table("contacts", [CONTACT]))
    second = published(tmp_path, at=NOW + timedelta(days=1))
    live = published(tmp_path, kind="live")

    assert dataset.newest(home=tmp_path, kind="imported") == second
    assert dataset.newest(home=tmp_path, kind="live") == live
    assert dataset.pinned(home=tmp_path, snapshot_id=first.id).rows("contacts") == 1
    current = json.loads((tmp_path / "dataset" / "CURRENT").read_text())
    assert current == {"imported": second.id, "live": live.id}


def test_the_same_content_at_the_same_moment_is_the_same_snapshot(tmp_path):
    assert published(tmp_path) == published(tmp_path)
    assert len(shelf(tmp_path)) == 1


def test_different_content_at_the_same_moment_is_another_snapshot(tmp_path):
    published(tmp_path)
    published(tmp_path, contacts=made.table("contacts", [CONTACT]))

    assert len(shelf(tmp_path)) == 2


@pytest.mark.parametrize("breaks", ["contacts", "population", "loaded"])
def test_a_table_that_cannot_be_written_leaves_everything_as_it_was(tmp_path, breaks):
    before = published(tmp_path)
    wrong = pa.table({"something": ["else"]})

    with pytest.raises(KeyError):
        published(tmp_path, **{breaks: wrong})

    assert shelf(tmp_path) == [before.id]
    assert dataset.newest(home=tmp_path, kind="imported") == before


def test_what_a_crash_left_behind_is_cleared_by_the_next_to_write(tmp_path):
    snapshot = published(tmp_path)
    left = tmp_path / "dataset" / "snapshots" / ".unfinished-abc"
    left.mkdir()
    (left / "contacts.parquet").write_bytes(b"half")

    with dataset.writing(home=tmp_path):
        assert shelf(tmp_path) == [snapshot.id]


def test_a_crash_before_the_pointer_moves_leaves_the_old_snapshot_current(tmp_path, monkeypatch):
    before = published(tmp_path)
    monkeypatch.setattr(dataset, "_point", lambda *_: (_ for _ in ()).throw(OSError("no space")))

    with pytest.raises(OSError, match="no space"):
        published(tmp_path, at=NOW + timedelta(days=1))

    assert dataset.newest(home=tmp_path, kind="imported") == before


def test_only_the_account_that_runs_us_may_look_inside(tmp_path):
    published(tmp_path)

    assert (tmp_path / "dataset").stat().st_mode & 0o077 == 0


def test_casework_is_chosen_where_there_is_any(tmp_path):
    imported = published(tmp_path)
    published(tmp_path, kind="live")
    assert dataset.chosen(home=tmp_path) == imported

    live = published(tmp_path, kind="live", contacts=made.table("contacts", [CONTACT]))
    assert dataset.chosen(home=tmp_path) == live
    assert dataset.chosen(home=tmp_path, source="imported") == imported
    assert dataset.chosen(home=tmp_path, source=imported.id) == imported


def test_records_without_casework_are_chosen_where_nothing_was_imported(tmp_path):
    live = published(tmp_path, kind="live")

    assert dataset.chosen(home=tmp_path) == live
    assert dataset.chosen(home=tmp_path, source="live") == live


@pytest.mark.parametrize(
    ("source", "says"),
    [(None, "no dataset yet"), ("live", "no extract yet"), ("imported", "no import yet")],
)
def test_where_there_is_none_we_say_how_to_make_one(tmp_path, source, says):
    with pytest.raises(dataset.NoSnapshot, match=says):
        dataset.chosen(home=tmp_path, source=source)


@pytest.mark.parametrize(
    "name",
    ["", "..", "../snapshots", "/etc", "live-20260105T090000Z-000000000000", "x" * 500, "\0"],
)
def test_an_id_is_never_a_path(tmp_path, name):
    published(tmp_path)

    with pytest.raises(dataset.NoSnapshot, match="no snapshot called"):
        dataset.chosen(home=tmp_path, source=name)


def test_a_snapshot_older_than_a_table_has_no_rows_of_it(tmp_path):
    snapshot = published(tmp_path)
    del snapshot.manifest["tables"]["enquiries"]
    snapshot.path("enquiries").unlink()

    assert snapshot.rows("enquiries") == snapshot.table("enquiries").num_rows == 0
    assert [each.num_rows for each in snapshot.stored("enquiries").to_batches() if each] == []
    assert snapshot.counted_from("enquiries").num_rows == 0
