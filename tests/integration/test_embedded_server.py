"""The embedded server: side by side, shared, killed, and never left behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from goldenthread.records.postgresql import server


def ask(home, question="SELECT 1"):
    with psycopg.connect(server.url(home, database="postgres")) as connection:
        return connection.execute(question).fetchone()[0]


def postmaster(home) -> int:
    return int((server.data(home) / "postmaster.pid").read_text().split()[0])


@pytest.fixture
def folder():
    """A folder the server's own user can reach: pytest's own are closed to all but ourselves."""
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as made:
        yield Path(made)


@pytest.fixture
def place(folder):
    """A home folder whose name has a space in it, as folders have."""
    home = folder / "a folder"
    home.mkdir()
    yield home
    server.stop(home)


def test_it_runs_while_held_and_stops_with_the_last_holder(place):
    with server.held(place):
        assert ask(place) == 1
        with server.held(place):
            assert ask(place) == 1
        assert server.is_running(place)
    assert not server.is_running(place)


def test_it_is_durable_checksummed_and_reached_by_socket_alone(place):
    with server.held(place):
        assert ask(place, "SELECT current_setting('fsync')") == "on"
        assert ask(place, "SELECT current_setting('data_checksums')") == "on"
        assert ask(place, "SELECT current_setting('listen_addresses')") == ""
        assert ask(place, "SELECT lower('ÉLODIE') = 'élodie'")
        assert server.data(place).stat().st_mode & 0o077 == 0


def test_two_homes_run_side_by_side(place, folder):
    other = folder / "other"
    with server.held(place), server.held(other):
        assert ask(place, "SELECT current_setting('data_directory')") != ask(
            other, "SELECT current_setting('data_directory')"
        )
    assert not server.is_running(other)


def test_a_path_too_long_for_a_socket_is_no_obstacle(folder):
    home = folder / ("a" * 60) / ("b" * 60)
    home.mkdir(parents=True)
    with server.held(home):
        assert ask(home) == 1
        assert server.socket_folder(home) != server.data(home)
    assert not server.is_running(home)


def test_what_was_committed_is_there_after_a_kill(place):
    with server.held(place):
        with psycopg.connect(server.url(place, database="postgres")) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS seven")
        os.kill(postmaster(place), signal.SIGKILL)
    with server.held(place):
        assert ask(place, "SELECT seven FROM kept") == 7


def test_a_stale_lock_file_naming_somebody_elses_process_is_cleared(place):
    with server.held(place):
        pass
    stale = server.data(place) / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{server.data(place)}\n{int(time.time())}\n5432\n")
    with server.held(place):
        assert ask(place) == 1


def test_a_killed_holder_no_longer_counts(place):
    """Somebody else's kill -9 must not keep the server up for ever after us."""
    holding = (
        "import sys, time; from pathlib import Path;"
        "from goldenthread.records.postgresql import server\n"
        "with server.held(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holding, str(place)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "held\n"
    other.kill()
    other.wait()
    assert server.is_running(place)
    with server.held(place):
        assert ask(place) == 1
    assert not server.is_running(place)
