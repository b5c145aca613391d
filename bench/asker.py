"""One database served in a process of its own, a page at a time, to whoever writes on its input.

Through the whole stack by the WSGI callable: middleware, session, access, row security, trail and
template. For each request it answers how long it took, the CPU of this process and of the server
processes of PostgreSQL behind its connections, the questions asked of the database and rows shown.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

NOW = datetime.fromisoformat("2020-03-04T09:00+00:00")
CSRF = "b" * 32
UNTRAILED = "untrailed"


def serve(account: str, *how: str) -> None:
    """Answer each line, a page as JSON, with a line of what it cost.

    Told `UNTRAILED`, no trail is written: a switch that is here and nowhere in the product.
    """
    import django

    django.setup()
    if UNTRAILED in how:
        from goldenthread.access import trail

        trail.write = lambda **_: None
    ask = _asker(account)
    ask("/empty/")
    backends = _backends()
    for line in sys.stdin:
        print(json.dumps(_cost(ask, backends, **json.loads(line))), flush=True)


def _cost(ask: Callable[..., bytes], backends: list[int], *, path: str, posted: Any = None) -> Any:
    with _counted() as asked:
        began, beneath, ours = time.perf_counter(), _cpu_of(backends), time.process_time()
        body = ask(path, posted)
        ours, beneath = time.process_time() - ours, _cpu_of(backends) - beneath
        taken = time.perf_counter() - began
    return {
        "taken": taken * 1000,
        "cpu": ours * 1000,
        "postgres": beneath * 1000,
        "asked": len(asked),
        "rows": _rows(body),
        "bytes": len(body),
    }


@contextmanager
def _counted() -> Iterator[list[str]]:
    """Count the questions, at the cost of one call of Python's each."""
    from django.db import connection

    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        yield asked


def _rows(body: bytes) -> int:
    for mark in (b"<tr role", b"<tr>"):
        if mark in body:
            return body.count(mark) - 1
    return body.count(b"<article") or body.count(b'class="gt-match')


def _cpu_of(processes: list[int]) -> float:
    """Return the CPU seconds processes have used, to the nanosecond the kernel keeps."""
    each = (Path(f"/proc/{process}/schedstat").read_text().split()[0] for process in processes)
    return sum(int(spent) for spent in each) / 1e9


def _backends() -> list[int]:
    """Return the server processes behind this process's connections, of which a pool has some."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select pid from pg_stat_activity where datname = current_database()"
            " and usename = current_user and backend_type = 'client backend'"
        )
        found = [process for (process,) in cursor.fetchall()]
    connection.close()
    return found


def _asker(account: str) -> Callable[..., bytes]:
    """Return what asks for a page as the account, through the WSGI callable alone."""
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
    cookie = f"{name}={client.cookies[name].value}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    served_by = WSGIHandler()

    def ask(path: str, posted: dict[str, str] | None = None) -> bytes:
        sent = urlencode({**(posted or {}), "csrfmiddlewaretoken": CSRF}).encode()
        environ = {
            "REQUEST_METHOD": "GET" if posted is None else "POST",
            "PATH_INFO": path, "QUERY_STRING": "",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "testserver", "HTTP_COOKIE": cookie, "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(0 if posted is None else len(sent)),
            "wsgi.input": io.BytesIO(sent), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
        }  # fmt: skip
        status: list[str] = []
        answer = served_by(environ, lambda said, _: status.append(said))
        body = b"".join(answer)
        answer.close()
        if not status[0].startswith("200"):
            raise SystemExit(f"{path} answered {status[0]}.")
        return body

    return ask


def _addresses() -> type:
    """Return the product's addresses and two more: an empty page, and an ordinary list."""
    from django.shortcuts import render
    from django.urls import path

    from bench import ordinary
    from goldenthread.project import urls
    from goldenthread.web.serving import page

    @page(verb="need-to-know.own")
    def empty(request: Any, *_: Any) -> Any:
        return render(request, "layout.html", {"title": "Empty"})

    class Addresses:
        urlpatterns = [
            path("empty/", empty, name="empty"),
            path("ordinary/", ordinary.listed(now=NOW), name="ordinary"),
            *urls.urlpatterns,
        ]

    return Addresses


if __name__ == "__main__":
    serve(*sys.argv[1:])
