"""Whether an installation is fit to serve: each thing that must be true, asked one by one."""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from django.conf import settings
from django.core import checks
from django.db import connection

from goldenthread.project import databases, home
from goldenthread.records.postgresql import fingerprint, roles, safety, stamp


@dataclass(frozen=True, kw_only=True)
class Result:
    """One thing that was looked at, and what was found."""

    what: str
    well: bool
    says: str


def results() -> list[Result]:
    """Return every check's result; none stops the others."""
    asked: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("database", _database),
        ("version", _version),
        ("roles", _roles),
        ("home folder", _home),
        ("trail", _trail),
        ("assets", _assets),
        ("settings", _settings),
    )
    return [_result(what, problems()) for what, problems in asked]


def _result(what: str, problems: list[str]) -> Result:
    return Result(what=what, well=not problems, says=" ".join(problems) or "as it should be")


def _database() -> list[str]:
    with connection.cursor() as cursor:
        return safety.problems(
            cursor,
            demonstration=settings.GOLDENTHREAD_DEMONSTRATION,
            url=databases.url("gt_web"),
        )


def _version() -> list[str]:
    if fingerprint.is_current(databases.url("gt_web")):
        return []
    return ["The database was set up by another version: run goldenthread setup."]


def _roles() -> list[str]:
    found = []
    for role in roles.SIGN_IN:
        try:
            psycopg.connect(databases.url(role.name), connect_timeout=5).close()
        except (psycopg.OperationalError, databases.Missing):
            found.append(f"Nothing can sign in as {role.name}: check {role.variable}.")
    return found


def _home() -> list[str]:
    probe = home.run() / "probe"
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        probe.write_text("")
        probe.unlink()
    except OSError:
        return [f"{home.folder()} cannot be written to."]
    return []


def _trail() -> list[str]:
    from goldenthread.actions import anchors

    file = home.anchor()
    found = []
    if home.mode() == stamp.LIVE and file.is_relative_to(home.folder()):
        found.append("Its heads are anchored on this machine only: set GOLDENTHREAD_ANCHOR.")
    try:
        anchors.behind(url=databases.url("gt_sealer"), file=file)
    except anchors.Broken as broken:
        found.append(str(broken))
    except OSError as refused:
        found.append(f"The anchor {file} cannot be read: {refused.strerror}.")
    return found


def _assets() -> list[str]:
    if (settings.STATIC_ROOT / "manifest.json").exists():
        return []
    return ["The styles and scripts are not compiled: run make setup."]


def _settings() -> list[str]:
    found = [str(problem.msg) for problem in checks.run_checks() if problem.is_serious()]
    if not settings.GOLDENTHREAD_DEMONSTRATION and not settings.MAILERS:
        found.append("No mail server is named: set EMAIL_URL.")
    if not settings.ALLOWED_HOSTS:
        found.append("No host name is answered to: set ALLOWED_HOSTS.")
    return found
