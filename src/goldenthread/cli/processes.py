"""The processes of a running service: started in groups of their own, watched, and all stopped.

`<home>/run/service.json` says what runs for this home, so that another command can stop it. A
process is known by its pid and the moment it began: a pid alone may be somebody else's by now.
"""

import json
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from goldenthread.project import home
from goldenthread.records.postgresql import server

PATIENCE = 15.0


class Told(BaseException):
    """Somebody asked this process to stop."""


@dataclass(frozen=True, kw_only=True)
class Child:
    """One process we started: its name, itself, and the file its output goes to."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path


def listen_for_stop() -> None:
    """Have Ctrl-C, a closed terminal and SIGTERM all raise Told, so that everything is undone."""

    def told(_number: int, _frame: Any) -> None:
        # Once is enough: a second Ctrl-C must not interrupt the stopping.
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Told

    for number in _SIGNALS:
        signal.signal(number, told)


_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def start(*, name: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Start a process in a group of its own, its output kept in the home folder."""
    log = home.folder() / "log" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        process = subprocess.Popen(
            list(command),
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    return Child(name=name, process=process, log=log)


def stop(children: Sequence[Child]) -> None:
    """Stop every child and whatever it started, asking first."""
    for child in children:
        _signal_group(child.process.pid, signal.SIGTERM)
    give_up = time.monotonic() + PATIENCE
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(timeout=max(0.1, give_up - time.monotonic()))
        _signal_group(child.process.pid, signal.SIGKILL)
        child.process.wait()


def ended(children: Sequence[Child]) -> Child | None:
    """Return a child that has ended by itself, if one has."""
    return next((child for child in children if child.process.poll() is not None), None)


def remember(*, address: str, children: Sequence[Child]) -> None:
    """Write down what runs for this home."""
    told = {
        "address": address,
        "parent": _identity(os.getpid()),
        "children": [_identity(child.process.pid) for child in children],
    }
    home.run().mkdir(parents=True, exist_ok=True)
    _file().write_text(json.dumps(told))


def forget() -> None:
    """Nothing runs for this home any more."""
    _file().unlink(missing_ok=True)


def running() -> str | None:
    """Return the address served for this home, None when nothing is."""
    told = _told()
    return str(told["address"]) if told and _lives(told["parent"]) else None


def stop_all() -> bool:
    """Stop what runs for this home, leftovers of a killed parent too; True when anything did."""
    told = _told()
    if told is None:
        return False
    parent, children = told["parent"], [each for each in told["children"] if _lives(each)]
    was_running = _lives(parent) or bool(children)
    if _lives(parent):
        os.kill(parent["pid"], signal.SIGTERM)
        _wait(parent)
    for child in children:
        if _lives(child):
            _signal_group(child["pid"], signal.SIGTERM)
            _wait(child)
            _signal_group(child["pid"], signal.SIGKILL)
    forget()
    return was_running


def _wait(process: Mapping[str, Any]) -> None:
    """Wait for a process that is not our child, for as long as stopping may take."""
    give_up = time.monotonic() + PATIENCE + 5
    while _lives(process) and time.monotonic() < give_up:
        time.sleep(0.1)


def _signal_group(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, number)


def _identity(pid: int) -> dict[str, Any]:
    return {"pid": pid, "began": psutil.Process(pid).create_time()}


def _lives(process: Mapping[str, Any]) -> bool:
    return server.is_alive(pid=process["pid"], began=process["began"])


def _file() -> Path:
    return home.run() / "service.json"


def _told() -> dict[str, Any] | None:
    try:
        told: dict[str, Any] = json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        return None
    return told
