"""How long the queue of 50 rows and a child's thread take, against an empty page of the same stack.

Run: python -m bench.pages [scale]. All three go in turn through the whole stack, as the web role:
middleware, session, access, row security, trail and template, over a demonstration of 0.3 of a city
(about 9,600 contacts; 1 is 32,038). The empty page shows the frame alone and leaves its trail row.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

ROUNDS = 40
COMMAND = str(Path(sys.executable).parent / "goldenthread")


def main(scale: float = 0.3) -> None:
    """Make a home of its own, fill it, and time the pages in a process that serves only it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "GOLDENTHREAD_HOME": folder,
            "GOLDENTHREAD_MODE": "demonstration",
            "DJANGO_SETTINGS_MODULE": "goldenthread.project.settings",
        }
        subprocess.run(
            [COMMAND, "setup", "--demonstration"], env=environment, check=True, capture_output=True
        )
        here = [sys.executable, "-m", "bench.pages", "served", str(scale)]
        subprocess.run(here, env=environment, check=True)


def served(scale: float) -> None:
    """Fill the home the environment names and time each page, interleaved."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import server

    with server.held(home.folder()):
        import django

        django.setup()
        from goldenthread.actions import demonstration

        demonstration.load(
            url=databases.url("gt_loader"),
            home=home.folder(),
            scale=scale,
            seed=demonstration.SEED,
            extract_url=databases.url("gt_extract"),
        )
        _report(scale)


def _report(scale: float) -> None:
    from django.conf import settings
    from django.test import Client

    from goldenthread.records.account import Account
    from goldenthread.records.episode import Episode
    from goldenthread.records.postgresql.identity import acting

    settings.ROOT_URLCONF, settings.ALLOWED_HOSTS = _addresses(), ["testserver"]
    manager = Account.objects.filter(role="front-door-manager").order_by("email").first()
    now = datetime.fromisoformat("2020-03-04T09:00+00:00")
    with acting(manager.pk, now=now, purpose="bench"):
        child = Episode.objects.filter(pathway="contact").first().subject_person_id
        open_now = Episode.objects.filter(pathway="contact", closed_at__isnull=True).count()
    client = Client()
    client.force_login(manager, backend=settings.AUTHENTICATION_BACKENDS[-1])
    pages = {"empty page": "/empty/", "queue": "/queue/", "thread": f"/children/{child}/"}
    taken = _timed(client, pages)
    rows = client.get("/queue/").content.count(b"<tr") - 1
    print(f"scale {scale:g}: {open_now} contacts open, {rows} rows on the queue's page")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        ratio = middle / statistics.median(taken["empty page"])
        print(f"{name:11} {middle * 1000:7.1f} ms  {ratio:5.2f} times the empty page")


def _timed(client: Any, pages: dict[str, str]) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for turn in range(ROUNDS + 3):
        for name, address in pages.items():
            began = time.perf_counter()
            status = client.get(address).status_code
            seconds = time.perf_counter() - began
            if status != 200:
                raise SystemExit(f"{address} answered {status}.")
            # The first turns fill caches of templates and of the database.
            if turn >= 3:
                taken[name].append(seconds)
    return taken


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
        served(float(sys.argv[2]))
    else:
        main(*(float(number) for number in sys.argv[1:]))
