"""Running the service: web and worker together, watched until somebody asks them to stop."""

import http.client
import os
import socket
import sys
import time
from collections.abc import Callable

import typer

from goldenthread.cli import processes
from goldenthread.cli.processes import Child
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import address, fingerprint, stamp

HOST = "127.0.0.1"
PORT = 8000
PORTS_TRIED = 100
START_SECONDS = 60.0


def refuse_second() -> None:
    """Refuse to start where something is running already; clear what a killed one left."""
    running = processes.running()
    if running:
        raise Refusal(f"It is running already at {running}. Stop it with goldenthread stop.")
    processes.stop_all()


def free_port(*, host: str, port: int | None) -> int:
    """Return the port asked for, or without one the first that is free from 8000 on."""
    if port is not None:
        if not _is_free(host, port):
            raise Refusal(f"Something else listens on port {port}: choose another with --port.")
        return port
    for candidate in range(PORT, PORT + PORTS_TRIED):
        if _is_free(host, candidate):
            return candidate
    raise Refusal(f"No port from {PORT} on is free: choose one with --port.")


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def run(*, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until told to stop, then stop everything started here; `ready` is given the address.

    The database must be up. Raises Refusal when it was set up by another version, or when web or
    worker ends by itself.
    """
    if home.mode() == stamp.DEMONSTRATION and host not in address.LOOPBACK:
        raise Refusal("A demonstration listens on this machine only: leave --host out.")
    if not fingerprint.is_current(databases.url("gt_web")):
        raise Refusal("The database is not set up for this version: run goldenthread setup.")
    served = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    children: list[Child] = []
    try:
        children.append(_web(host=host, port=port))
        children.append(_worker())
        processes.remember(address=served, children=children)
        _wait_until_healthy(served, children)
        ready(served)
        _watch(children)
    finally:
        processes.stop(children)
        processes.forget()


def _web(*, host: str, port: int) -> Child:
    """Start the web server: one process in a demonstration, one for each core of a live service."""
    workers = 1 if home.mode() == stamp.DEMONSTRATION else os.cpu_count() or 1
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1"]
    command += ["--host", host, "--port", str(port), "--workers", str(workers)]
    command += ["--blocking-threads", "4", "--workers-kill-timeout", "10", "--log-level", "warning"]
    command += ["goldenthread.project.wsgi:application"]
    return processes.start(
        name="web",
        command=command,
        environment={
            "GOLDENTHREAD_DATABASE_ROLE": "gt_web",
            "GOLDENTHREAD_DATABASE_POOL": "on",
            "GOLDENTHREAD_BIND": host,
        },
    )


def _worker() -> Child:
    command = [sys.executable, "-m", "goldenthread.jobs.worker"]
    return processes.start(name="worker", command=command, environment={})


def _wait_until_healthy(served: str, children: list[Child]) -> None:
    """Return when the service answers; raises Refusal when it ends or takes more than a minute."""
    give_up = time.monotonic() + START_SECONDS
    while not _is_healthy(served):
        _refuse_if_ended(children)
        if time.monotonic() > give_up:
            raise Refusal(f"The service did not answer within a minute: see {children[0].log}.")
        time.sleep(0.05)


def _is_healthy(served: str) -> bool:
    # A live service answers to its own names only, so it is asked by the first of them.
    name = os.environ.get("ALLOWED_HOSTS", "").split(",")[0]
    host, port = served.removeprefix("http://").rsplit(":", 1)
    asking = http.client.HTTPConnection(host.strip("[]"), int(port), timeout=5)
    try:
        asking.request("GET", "/healthz", headers={"Host": name} if name else {})
        return asking.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()


def _watch(children: list[Child]) -> None:
    """Wait, without being busy, until told to stop or a child ends by itself."""
    while True:
        time.sleep(0.5)
        _refuse_if_ended(children)


def _refuse_if_ended(children: list[Child]) -> None:
    gone = processes.ended(children)
    if gone is not None:
        raise Refusal(f"The {gone.name} process ended by itself. {_last_line(gone)}")


def _last_line(child: Child) -> str:
    """Return the last thing a process said, which is why it ended, and where the rest is."""
    lines = child.log.read_text(errors="replace").strip().splitlines()
    said = lines[-1].split(": ", 1)[-1] if lines else ""
    return f"{said} The rest is in {child.log}."


def announce(served: str) -> None:
    """Print where the service is, at once even into a pipe."""
    typer.echo(f"Golden Thread is at {served}")
    typer.echo("Press Ctrl-C to stop it.")
    sys.stdout.flush()
