"""The worker process: takes jobs as they are committed, signed in as `gt_worker`."""

import asyncio
import os

import django

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
            await listening.run_worker_async(
                concurrency=2, delete_jobs="successful", shutdown_graceful_timeout=10
            )


if __name__ == "__main__":
    main()
