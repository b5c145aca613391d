"""An import killed at any moment leaves the old snapshot or the new, whole, and never less."""

import multiprocessing
import random
import time
from datetime import timedelta
from pathlib import Path

import pytest

from goldenthread.actions import datasets
from goldenthread.insight import dataset, schema
from tests.made import cin
from tests.made import dataset as made
from tests.made.cin import Child

TIMES = 50


def load(path: Path, home: Path, which: int) -> None:
    """Load a file, in a process that will be killed."""
    datasets.load(files=[path], home=home, now=made.NOW + timedelta(minutes=which))


@pytest.mark.slow
def test_an_import_killed_fifty_times_leaves_the_old_snapshot_or_the_new(tmp_path):
    chance = random.Random(4)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__, "goldenthread.actions.datasets"])
    path = tmp_path / "return.xml"
    shelf = tmp_path / "dataset" / "snapshots"
    ids = returned(path, 0)
    load(path, tmp_path, 0)
    lasts, outcomes = 0.4, {"old": 0, "new": 0}
    for which in range(1, TIMES + 1):
        before = dataset.newest(home=tmp_path, kind="imported")
        wanted = returned(path, which)
        process = processes.Process(target=load, args=(path, tmp_path, which))
        process.start()
        time.sleep(chance.uniform(0, lasts))
        process.kill()
        process.join()
        now = dataset.newest(home=tmp_path, kind="imported")
        assert ids_of(now) == (ids if now == before else wanted), which
        outcomes["old" if now == before else "new"] += 1
        # As many of each kind as chance gives: a machine that is slow today is not slow for ever.
        lasts *= 1.15 if now == before else 0.87
        ids = ids_of(now)
    assert min(outcomes.values()) > 5, outcomes
    returned(path, TIMES + 1)
    load(path, tmp_path, TIMES + 1)
    assert not list(shelf.glob(".*"))
    for folder in shelf.iterdir():
        assert {each.stem for each in folder.glob("*.parquet")} == set(schema.TABLES)


def returned(path: Path, which: int) -> list[str]:
    """Write a return of other children than before; return their ids."""
    ids = [f"C{which}-{number}" for number in range(1500)]
    path.write_text(cin.written([Child(id=each) for each in ids]), encoding="utf-8")
    return ids


def ids_of(snapshot: dataset.Snapshot) -> list[str]:
    """Who is in a snapshot, every table of which must be whole."""
    for name in schema.TABLES:
        assert snapshot.table(name).num_rows == snapshot.rows(name)
    return snapshot.table("children")["pers_person_id"].to_pylist()
