"""`goldenthread demo`: made on its first start, there at once on the second, and only ever one."""

import http.client
import tempfile
import time
from pathlib import Path

import pytest

from goldenthread.records.postgresql import server
from tests.made.service import Service

# The promise is ten seconds on a machine doing nothing else; here every core is busy with tests.
SECOND_START_SECONDS = 30


@pytest.fixture(scope="module")
def demonstration():
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        service = Service(Path(folder))
        yield service
        service.run("stop")


@pytest.fixture(scope="module")
def made(demonstration):
    demonstration.start("demo", "--scale", "0.005")
    demonstration.run("stop")
    assert not server.is_running(demonstration.folder)
    return demonstration


def test_the_first_start_says_who_was_made_up(demonstration, made):
    said = made.process.stderr.read()
    assert "an invented city" in said
    assert "waiting at the front door" in said


def test_the_second_start_is_quick_makes_nothing_and_shows_the_people(made):
    before = made.run("dbhash").stdout
    began = time.monotonic()
    address = made.start("demo")
    assert time.monotonic() - began < SECOND_START_SECONDS
    asking = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    asking.request("GET", "/sign-in/")
    page = asking.getresponse().read().decode()
    assert "1 April 2020" in page
    assert page.count("/sign-in/as/") >= 5
    made.run("stop")
    assert made.process.stderr.read() == ""
    assert made.run("dbhash").stdout == before


@pytest.mark.parametrize("other", [("--scale", "0.01"), ("--seed", "2")])
def test_another_demonstration_in_the_same_folder_is_refused(made, other):
    refused = made.run("demo", *other)
    assert refused.returncode == 2
    assert "holds the demonstration of scale 0.005 and seed 1" in refused.stderr


def test_the_signs_are_there_to_read(made):
    printed = made.run("signs", "--as", "csv").stdout
    assert {"IND-FD-04", "IND-RF-01", "IND-RF-02"} <= {
        line.split(",")[0] for line in printed.splitlines()
    }


def test_a_live_folder_is_never_made_a_demonstration(tmp_path):
    (tmp_path / "mode").write_text("live\n")
    refused = Service(tmp_path).run("demo")
    assert refused.returncode == 2
    assert "is a live service: it cannot be made a demonstration" in refused.stderr


def test_a_scale_that_is_out_of_range_is_refused_and_leaves_nothing_running():
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        refused = Service(Path(folder)).run("demo", "--scale", "900")
        assert refused.returncode == 2
        assert refused.stderr.splitlines()[-1].startswith("The scale must be from")
        assert not server.is_running(Path(folder))
