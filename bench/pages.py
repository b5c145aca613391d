"""Queue and thread at 1.6 million contacts against 16,000: time, CPU and questions asked.

Run: python -m bench.pages [contacts]. One database is measured small, grown a hundredfold and
measured again in the same process, as the web role and through the whole stack by the WSGI
callable: middleware, session, access, row security, trail and template. CPU is this process's and,
beside it, that of every PostgreSQL on the machine. The empty page is the frame with its trail row.
"""

import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROUNDS, TURNS_TO_WARM = 60, 5
COMMAND = str(Path(sys.executable).parent / "goldenthread")
NOW = datetime.fromisoformat("2020-03-04T09:00+00:00")


def main(contacts: int = 1_600_000) -> None:
    """Make a home of its own and measure in a process that serves only it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "GOLDENTHREAD_HOME": folder,
            "GOLDENTHREAD_MODE": "demonstration",
            "GOLDENTHREAD_DATABASE_POOL": "on",
            "DJANGO_SETTINGS_MODULE": "goldenthread.project.settings",
        }
        subprocess.run(
            [COMMAND, "setup", "--demonstration"], env=environment, check=True, capture_output=True
        )
        here = [sys.executable, "-m", "bench.pages", "served", str(int(contacts))]
        subprocess.run(here, env=environment, check=True)


def served(contacts: int) -> None:
    """Measure the home the environment names at a hundredth of the contacts and at all."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django
        import psycopg

        django.setup()
        from bench import volume

        owner = address.changed(databases.url("gt_web"), role="postgres")
        with psycopg.connect(owner, autocommit=True) as connection:
            cursor = connection.cursor()
            agency, account = _manager(cursor)
            ask, few = _asker(account), max(contacts // 100, volume.OPEN_EVERY * 4)
            who = {"agency": agency, "account": account}
            volume.grow(cursor, start=0, end=few, **who)
            volume.lengthen(cursor, contact=volume.OPEN_EVERY, entries=19, **who)
            volume.lengthen(cursor, contact=volume.OPEN_EVERY * 2, entries=1_999, **who)
            small = _measured(cursor, ask)
            began = time.perf_counter()
            volume.grow(cursor, start=few, end=contacts, **who)
            print(f"grew to {contacts:,} contacts in {time.perf_counter() - began:.0f} s")
            large = _measured(cursor, ask)
            _print(small, large, few=few, contacts=contacts)


def _manager(cursor: Any) -> tuple[Any, Any]:
    from goldenthread.actions import establish

    establish.all_services(cursor)
    agency = establish.agency(cursor, key="council", name="The council", kind="council")
    account = establish.account(
        cursor,
        email="manager@example.invalid",
        full_name="Carol Whitaker",
        job_title="Team manager",
        role="front-door-manager",
        agency_id=agency,
        password="!",
        at=datetime.fromisoformat("2019-01-01T09:00+00:00"),
    )
    return agency, account


def _asker(account: Any) -> Callable[[str], bytes]:
    """Return what asks for a page as the manager, through the WSGI callable alone."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import Client

    from goldenthread.project import present
    from goldenthread.records.account import Account

    present.now = lambda: NOW
    settings.ROOT_URLCONF, settings.ALLOWED_HOSTS = _addresses(), ["testserver"]
    client = Client()
    client.force_login(
        Account.objects.get(pk=account), backend=settings.AUTHENTICATION_BACKENDS[-1]
    )
    name = settings.SESSION_COOKIE_NAME
    cookie, served_by = f"{name}={client.cookies[name].value}", WSGIHandler()

    def ask(path: str) -> bytes:
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "testserver", "HTTP_COOKIE": cookie, "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
        }  # fmt: skip
        status: list[str] = []
        answer = served_by(environ, lambda said, _: status.append(said))
        body = b"".join(answer)
        answer.close()
        if not status[0].startswith("200"):
            raise SystemExit(f"{path} answered {status[0]}.")
        return body

    return ask


def _measured(cursor: Any, ask: Callable[[str], bytes]) -> dict[str, dict[str, float]]:
    import hashlib
    import uuid

    from bench import volume

    def child(contact: int) -> str:
        return str(uuid.UUID(hashlib.md5(f"child {contact}".encode()).hexdigest()))

    cursor.execute("vacuum analyze")
    pages = {
        "empty page": "/empty/",
        "queue": "/queue/",
        "thread of 20": f"/children/{child(volume.OPEN_EVERY)}/",
        "thread of 2,000": f"/children/{child(volume.OPEN_EVERY * 2)}/",
    }
    return {name: _page(ask, path) for name, path in pages.items()}


def _page(ask: Callable[[str], bytes], path: str) -> dict[str, float]:
    from django.db import connection

    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    for _ in range(TURNS_TO_WARM):
        body = ask(path)
    with connection.execute_wrapper(count):
        ask(path)
    taken = []
    before, beneath = time.process_time(), _postgres()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask(path)
        taken.append(time.perf_counter() - began)
    return {
        "p50": statistics.median(taken) * 1000,
        "p95": statistics.quantiles(taken, n=20)[-1] * 1000,
        "cpu": (time.process_time() - before) / ROUNDS * 1000,
        "postgres": (_postgres() - beneath) / ROUNDS * 1000,
        "asked": len(asked),
        "rows": body.count(b"<tr role") - 1 if b"gt-queue" in body else body.count(b"<article"),
    }


def _postgres() -> float:
    """Return the CPU seconds the servers of PostgreSQL on this machine have used."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().rpartition(")")
        except OSError:
            continue
        if "(postgres" in name:
            ticks += sum(int(each) for each in rest.split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def _print(small: Any, large: Any, *, few: int, contacts: int) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"page, at {few:,} and at {contacts:,} contacts (peak {peak} MB)")
    for name, at_few in small.items():
        for size, found in ((few, at_few), (contacts, large[name])):
            print(
                f"{name:16} {size:>9,}  p50 {found['p50']:6.1f} ms  p95 {found['p95']:6.1f} ms"
                f"  CPU {found['cpu']:5.1f} ms + PostgreSQL {found['postgres']:5.1f} ms"
                f"  {found['asked']:.0f} questions  {found['rows']:.0f} rows"
            )
        print(f"{name:16} p95 {large[name]['p95'] / at_few['p95']:.2f} times as long")


def _addresses() -> type:
    """Return the product's addresses and one more, an empty page served as every other is."""
    from django.shortcuts import render
    from django.urls import path

    from goldenthread.project import urls
    from goldenthread.web.serving import page

    @page(verb="queue.read")
    def empty(request: Any, *_: Any) -> Any:
        return render(request, "layout.html", {"title": "Empty"})

    class Addresses:
        urlpatterns = [path("empty/", empty, name="empty"), *urls.urlpatterns]

    return Addresses


if __name__ == "__main__":
    if sys.argv[1:2] == ["served"]:
        served(int(sys.argv[2]))
    else:
        main(*(int(number) for number in sys.argv[1:]))
