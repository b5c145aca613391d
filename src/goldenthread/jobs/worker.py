"""The worker process: takes jobs as they are committed, signed in as `gt_worker`."""

import asyncio
import os
from typing import Any

import django

from goldenthread.jobs.queues import SEALING
from goldenthread.project import databases


def main() -> None:
    """Run jobs until told to stop, finishing those under way; refuses an unsafe database."""
    os.environ["GOLDENTHREAD_DATABASE_ROLE"] = "gt_worker"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    django.setup()
    _refuse_if_unsafe()
    asyncio.run(_work())


def _refuse_if_unsafe() -> None:
    from django.conf import settings
    from django.db import connection

    from goldenthread.records.postgresql import safety

    with connection.cursor() as cursor:
        safety.refuse(
            cursor,
            demonstration=settings.GOLDENTHREAD_DEMONSTRATION,
            url=databases.url("gt_worker"),
        )
    connection.close()


async def _work() -> None:
    from procrastinate.contrib.django import app

    # Django's own connection serves deferring; a worker listens, and needs one of its own for that.
    with app.replace_connector(app.connector.get_worker_connector()) as listening:
        listening.perform_import_paths()
        async with listening.open_async():
            await _all(listening)


async def _all(listening: Any) -> None:
    """Run what takes every job, and what only seals, until told to stop or one of them fails."""
    every = asyncio.create_task(_run(listening, queues=None, signals=True))
    # A long job must not keep the trail waiting, so it is sealed beside them.
    sealing = asyncio.create_task(_run(listening, queues=[SEALING], signals=False))
    await asyncio.wait({every, sealing}, return_when=asyncio.FIRST_COMPLETED)
    for each in (every, sealing):
        each.cancel()
    for ended in await asyncio.gather(every, sealing, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended


async def _run(listening: Any, *, queues: list[str] | None, signals: bool) -> None:
    await listening.run_worker_async(
        queues=queues,
        concurrency=2,
        delete_jobs="successful",
        shutdown_graceful_timeout=10,
        install_signal_handlers=signals,
    )


if __name__ == "__main__":
    main()
