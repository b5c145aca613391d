"""Jobs commit with the record that asked for them, or not at all."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import transaction

from goldenthread.actions import jobs
from goldenthread.jobs import tasks

pytestmark = pytest.mark.postgresql

WAITING = "SELECT task_name, args FROM procrastinate_jobs ORDER BY id"


def waiting(owner_cursor):
    return owner_cursor.execute(WAITING).fetchall()


def test_a_job_is_there_once_the_transaction_commits_and_carries_an_opaque_id_only(owner_cursor):
    occasion = uuid4()
    with transaction.atomic():
        jobs.defer("acknowledge_occasion", occasion_id=occasion)
        assert waiting(owner_cursor) == []
    assert waiting(owner_cursor) == [("acknowledge_occasion", {"occasion_id": str(occasion)})]


def test_a_job_of_a_transaction_that_is_undone_never_was(owner_cursor):
    def undone() -> None:
        with transaction.atomic():
            jobs.defer("tell_referrer", account_id=uuid4())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undone()
    assert waiting(owner_cursor) == []


def test_every_job_an_action_defers_is_one_the_worker_knows():
    from procrastinate.contrib.django import app

    app.perform_import_paths()
    assert {"acknowledge_occasion", "tell_referrer", "extract"} <= set(app.tasks)


def test_a_job_runs_as_the_action_it_names_with_the_id_it_was_given(owner_cursor, monkeypatch):
    from procrastinate.contrib.django import app

    told = []
    monkeypatch.setattr(tasks.outcomes, "notify", lambda **given: told.append(given["account_id"]))
    monkeypatch.setattr(tasks.present, "now", lambda: None)
    account = uuid4()
    jobs.defer("tell_referrer", account_id=account)

    async def run_once() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as listening:
            async with listening.open_async():
                await listening.run_worker_async(wait=False, install_signal_handlers=False)

    # In a thread of its own: a browser another test opened keeps an event loop in this one.
    with ThreadPoolExecutor(1) as worker:
        worker.submit(asyncio.run, run_once()).result(timeout=30)
    assert told == [account]
    owner_cursor.execute("SELECT status FROM procrastinate_jobs WHERE task_name = 'tell_referrer'")
    assert owner_cursor.fetchall() == [("succeeded",)]
