"""The service as a person runs it: started, found healthy, refused twice, stopped whole."""

import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import psutil
import psycopg
import pytest

from goldenthread.records.postgresql import server
from tests.made.service import COMMAND, Service


@pytest.fixture(scope="module")
def installed():
    """One installation, in a folder the database's own user can reach: pytest's are closed."""
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        service = Service(Path(folder))
        done = service.run("setup", "--demonstration")
        assert done.returncode == 0, done.stderr
        yield service
        service.run("stop")


@pytest.fixture
def service(installed):
    yield installed
    installed.run("stop")
    assert not server.is_running(installed.folder)


def health(address: str) -> tuple[int, bytes]:
    asking = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    asking.request("GET", "/healthz")
    answer = asking.getresponse()
    return answer.status, answer.read()


def test_ctrl_c_stops_all_it_started_and_leaves_no_orphan(service):
    address = service.start("serve")
    assert health(address) == (200, b"ok")
    started = service.everything()
    assert len(started) > 6
    service.process.send_signal(signal.SIGINT)
    assert service.process.wait(timeout=30) == 0
    _, alive = psutil.wait_procs(started, timeout=5)
    assert alive == []
    assert service.process.stderr.read() == ""


def test_a_second_start_is_refused_and_stop_stops_the_first(service):
    address = service.start("serve")
    refused = service.run("serve")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert (
        refused.stderr == f"It is running already at {address}. Stop it with goldenthread stop.\n"
    )
    started = service.everything()
    assert service.run("stop").stdout == "Stopped.\n"
    _, alive = psutil.wait_procs(started, timeout=5)
    assert alive == []
    assert service.run("stop").stdout == "Nothing was running here.\n"


def test_a_web_process_that_dies_takes_the_rest_down_and_says_so(service):
    service.start("serve")
    started = service.everything()
    web = json.loads((service.folder / "run" / "service.json").read_text())["children"][0]
    os.killpg(web["pid"], signal.SIGKILL)
    assert service.process.wait(timeout=30) == 2
    said = service.process.stderr.read()
    assert said.startswith("The web process ended by itself.") and len(said.splitlines()) == 1
    _, alive = psutil.wait_procs(started, timeout=5)
    assert alive == []


def test_what_a_killed_parent_left_behind_is_cleared_by_the_next_start(service):
    service.start("serve")
    left = service.everything()
    service.process.kill()
    service.process.wait()
    address = service.start("serve")
    assert health(address) == (200, b"ok")
    _, alive = psutil.wait_procs(left, timeout=1)
    assert [each.name() for each in alive if each.name() != "postgres"] == []


def test_a_busy_port_is_refused_when_asked_for_and_stepped_over_when_not(service):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        refused = service.run("serve", "--port", str(port))
    assert refused.returncode == 2
    assert refused.stderr == (
        f"Something else listens on port {port}: choose another with --port.\n"
    )


def test_a_demonstration_is_not_shown_to_the_network(service):
    refused = service.run("serve", "--host", "0.0.0.0")
    assert refused.returncode == 2
    assert "listens on this machine only" in refused.stderr


def test_the_worker_takes_a_job_as_its_own_role_soon_after_it_commits(service):
    service.start("serve")
    with psycopg.connect(server.url(service.folder), autocommit=True) as owner:
        owner.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) "
            "VALUES ('default', 'tell_referrer', jsonb_build_object('account_id', %s::text))",
            [str(uuid4())],
        )
        left = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'tell_referrer'"
        give_up = time.monotonic() + 10
        while owner.execute(left).fetchone() != (0,) and time.monotonic() < give_up:
            time.sleep(0.05)
        assert owner.execute(left).fetchone() == (0,)
        workers = owner.execute(
            "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = %s", ["goldenthread"]
        )
        assert {"gt_web", "gt_worker"} <= {name for (name,) in workers}


def test_live_settings_on_this_demonstration_serve_nothing(service):
    service_environment = {
        **service.environment,
        "GOLDENTHREAD_MODE": "live",
        "SECRET_KEY": "x" * 50,
    }
    done = subprocess.run(
        [COMMAND, "serve"],
        env=service_environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 2
    assert "the database is a demonstration" in done.stderr


def test_selfcheck_and_routes_answer_for_a_machine_to_read(service):
    routes = json.loads(service.run("routes", "--json").stdout)
    assert {
        "path": "/healthz",
        "name": "healthz",
        "methods": ["GET", "HEAD"],
        "verb": None,
        "sign_in": False,
        "guests": [],
    } in routes
    assert all(route["verb"] or not route["path"].startswith("/contacts/") for route in routes)
    checked = service.run("selfcheck")
    assert checked.returncode == 0, checked.stdout
