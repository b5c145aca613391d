"""Who the embedded server runs as: PostgreSQL refuses root, so under root it needs another user."""

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import Any

NAME = "goldenthread_db"


def choose(folder: Path) -> str | None:
    """Return the system user to run as, made if need be; None when we are not root ourselves.

    A data folder that exists already decides: its owner must not change under it.
    """
    if os.geteuid() != 0:
        return None
    if folder.exists() and folder.stat().st_uid != 0:
        return pwd.getpwuid(folder.stat().st_uid).pw_name
    try:
        return pwd.getpwnam(NAME).pw_name
    except KeyError:
        made = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
        subprocess.run(made, check=True, capture_output=True)
        return NAME


def give(folder: Path, *, user: str | None) -> None:
    """Make a folder that only the server's user may enter."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if user is not None:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        let_through(folder, user=user)


def let_through(path: Path, *, user: str | None) -> None:
    """Let the server's user pass through the folders above a path, without letting it list them."""
    if user is None:
        return
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def run(
    programs: Path, command: list[str], *, user: str | None
) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs as the server's user, with a plain environment.

    Output goes to pg_ctl's own `-l` file: a pipe would stay open as long as the server runs.
    """
    program, *rest = command
    # Under root the groups of root must go too, not only its name.
    owner: dict[str, Any] = {}
    if user is not None:
        owner = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
    return subprocess.run(
        [str(programs / program), *rest],
        check=False,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "Europe/London"},
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
        **owner,
    )
