"""Whether the service is up, said without saying anything else."""

import pytest
from django.db import OperationalError
from django.test import Client

pytestmark = pytest.mark.postgresql


def test_it_answers_ok_to_anybody(db):
    answer = Client().get("/healthz", headers={"host": "localhost"})
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "set-cookie" not in {name.lower() for name in answer.headers}


def test_it_says_unavailable_and_no_more_when_the_database_does_not_answer(db, monkeypatch):
    class Gone:
        def cursor(self):
            raise OperationalError("server closed the connection: gt_web@secret-host")

    monkeypatch.setattr("goldenthread.api.health.connection", Gone())
    answer = Client().get("/healthz", headers={"host": "localhost"})
    assert (answer.status_code, answer.content) == (503, b"unavailable")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_looked_at(db, method):
    assert getattr(Client(), method)("/healthz", headers={"host": "localhost"}).status_code == 405
