"""Rows in batches: the same rows however they came, and no more of them held than a batch."""

import gc
import random
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest

from goldenthread.insight import batches, passes
from goldenthread.insight.aside import Aside
from goldenthread.insight.batches import Made
from goldenthread.insight.importers import once
from goldenthread.insight.importers.listing import Listing
from goldenthread.insight.importers.piece import Unreadable

OF = pa.schema({"id": pa.string(), "number": pa.int64()})


def numbered(first: int, last: int) -> pa.RecordBatch:
    numbers = range(first, last)
    return pa.record_batch([[f"C{n}" for n in numbers], list(numbers)], schema=OF)


def in_pieces(size: int, *cuts: int) -> list[pa.RecordBatch]:
    ends = [0, *cuts, size]
    return [numbered(a, b) for a, b in pairwise(ends)]


@pytest.mark.parametrize(
    ("size", "cuts"), [(0, ()), (1, ()), (10, ()), (10, (10,)), (23, (1, 1, 2, 17)), (20, (5, 15))]
)
def test_rows_come_in_batches_of_one_size_however_they_came(monkeypatch, size, cuts):
    monkeypatch.setattr(batches, "_SIZE", 10)
    found = list(batches.even(in_pieces(size, *cuts)))

    assert [batch.num_rows for batch in found[:-1]] == [10] * len(found[:-1])
    assert [n for batch in found for n in batch["number"].to_pylist()] == list(range(size))


def test_equal_rows_make_equal_files_however_they_came(tmp_path):
    size = 30_000
    for name, cuts in {"one": (), "other": (1, 999, 12_345)}.items():
        rows = Made(schema=OF, through=lambda cuts=cuts: in_pieces(size, *cuts))
        assert batches.written(rows, tmp_path / name, OF) == size

    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert batches.same(
        batches.stored(tmp_path / "one", OF).to_batches(), in_pieces(size, 7, 29_999)
    )


@pytest.mark.parametrize("other", [[numbered(0, 9)], [numbered(0, 11)], [numbered(1, 11)], []])
def test_one_row_more_or_fewer_or_another_is_not_the_same(other):
    assert batches.same([numbered(0, 10)], [numbered(0, 4), numbered(4, 10)])
    assert not batches.same([numbered(0, 10)], other)
    assert not batches.same(other, [numbered(0, 10)])


def test_a_column_that_was_not_written_is_empty(tmp_path):
    batches.written(pa.Table.from_batches([numbered(0, 3)]), tmp_path / "rows", OF)
    wider = pa.schema([*OF, pa.field("day", pa.date32())])
    (found,) = batches.stored(tmp_path / "rows", wider).to_batches()

    assert found.schema.equals(wider)
    assert found["day"].to_pylist() == [None] * 3


def test_rows_put_aside_are_gone_through_twice_and_leave_nothing_open():
    def open_files() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    gc.collect()
    before = open_files()
    aside = Aside(OF)
    for first in range(0, 100, 30):
        aside.add(pa.Table.from_batches([numbered(first, min(first + 30, 100))]))
    one, other = aside.to_batches(), aside.to_batches()

    assert aside.num_rows == 100
    assert batches.same(one, [numbered(0, 100)])
    assert batches.same(other, [numbered(0, 100)])
    assert open_files() == before + 1
    del aside, one, other
    gc.collect()
    assert open_files() == before


def test_nothing_put_aside_is_nothing():
    assert list(Aside(OF).to_batches()) == []
    assert list(Listing()) == []


def test_what_could_not_be_read_is_listed_as_it_stands_in_the_file():
    listing = Listing()
    for lines in ((3, 1, 2), (), (5, 4, 4)):
        listing.add(value(line, place) for place, line in enumerate(lines))
        listing.settle()

    assert len(listing) == 6
    assert [(each.line, each.field) for each in listing] == [
        (1, "1"), (2, "2"), (3, "0"), (4, "1"), (4, "2"), (5, "0"),
    ]  # fmt: skip
    assert listing and not Listing()


def value(line: int, place: int) -> Unreadable:
    return Unreadable(row="row", line=line, field=str(place), value="x", problem="Expected y")


@pytest.mark.parametrize("at_once", [3, 1000])
def test_every_row_is_in_one_pass_with_those_of_its_key(monkeypatch, at_once):
    monkeypatch.setattr(passes, "AT_ONCE", at_once)
    rows = pa.Table.from_batches([numbered(0, 50), numbered(0, 50)])
    asked = "select id, count(*) from held where hash(id) % $passes = $turn group by id"

    assert sorted(passes.asked(asked, rows)) == sorted((f"C{n}", 2) for n in range(50))


@pytest.mark.parametrize("at_once", [5, 1000])
def test_the_first_id_given_again_is_told_with_where_it_was_first(monkeypatch, at_once):
    monkeypatch.setattr(passes, "AT_ONCE", at_once)
    chance = random.Random(4)
    for _ in range(20):
        ids = [chance.choice([None, *(f"C{n}" for n in range(60))]) for _ in range(30)]
        aside = Aside(once.OF)
        aside.add(pa.table([ids, list(range(2, 32))], schema=once.OF))
        again = next(
            (n for n, each in enumerate(ids) if each is not None and each in ids[:n]), None
        )
        expected = None if again is None else (again + 2, ids.index(ids[again]) + 2, ids[again])

        assert once.given_again(aside) == expected
