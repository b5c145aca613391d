"""The same seed gives the same bytes, in whatever process and however many tell of it."""

import os
import subprocess
import sys

import pytest

from goldenthread.actions import side_processes
from goldenthread.actions.demonstration import blocks, telling
from goldenthread.actions.demonstration.people import People

SCALE = 0.005
HASHED = f"""
import hashlib, sys
import django
django.setup()
from goldenthread.actions.demonstration import blocks, telling
from goldenthread.actions.demonstration.people import People
people = People(scale={SCALE}, seed=int(sys.argv[1]))
found = hashlib.sha256()
for block in (blocks.packed(people.rows()), *telling.of(people=people, seed=int(sys.argv[1]))):
    for place, text in block.text:
        found.update(b"%d %d " % (place, len(text)) + text)
print(found.hexdigest())
"""


def hashed(*, seed: int, hash_seed: str) -> str:
    """Return a hash of every byte a process of its own would write."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "DJANGO_SETTINGS_MODULE": "goldenthread.project.settings",
    }
    asked = [sys.executable, "-c", HASHED, str(seed)]
    ran = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    one = hashed(seed=1, hash_seed="0")

    assert len(one) == 64
    assert hashed(seed=1, hash_seed="1") == one
    assert hashed(seed=2, hash_seed="0") != one


def test_two_tellers_tell_what_one_tells(monkeypatch):
    monkeypatch.setattr(telling, "FAMILIES", 40)
    people = People(scale=SCALE, seed=1)
    alone = list(telling.of(people=people, seed=1))
    apart = [list(telling.years(scale=SCALE, seed=1, first=first, every=2)) for first in range(2)]

    assert len(alone) > 4
    assert [block for block in alone[1:] if block in apart[0]] == apart[0]
    assert len(apart[0]) + len(apart[1]) == len(alone) - 1
    assert all(block in alone for block in apart[1])


def test_processes_side_by_side_are_taken_in_turn(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    alone = list(telling.years(scale=SCALE, seed=1))
    name = f"{telling.__name__}:years"
    shares = [{"scale": SCALE, "seed": 1, "first": first, "every": 2} for first in range(2)]

    with side_processes.made_by(name, shares) as made:
        assert list(made) == alone


def test_a_process_that_breaks_is_told_of(monkeypatch, capfd):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    with (
        side_processes.made_by(f"{telling.__name__}:years", [{"scale": "large"}]) as made,
        pytest.raises(side_processes.Ended),
    ):
        list(made)
    assert "TypeError" in capfd.readouterr().err


def test_one_whose_reader_has_enough_ends(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    share = {"scale": SCALE, "seed": 1}

    with side_processes.made_by(f"{telling.__name__}:years", [share, share]) as made:
        assert isinstance(next(made), blocks.Block)
