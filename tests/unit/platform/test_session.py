"""A session ends by itself when nobody is there."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse

from goldenthread.project import session


class Kept(dict):
    """A session that knows whether it was wiped."""

    wiped = False

    def flush(self):
        self.clear()
        self.wiped = True


@pytest.fixture
def visit(monkeypatch):
    def at(seconds, *, kept, role="front-door-screener"):
        monkeypatch.setattr(session.time, "time", lambda: seconds)
        request = SimpleNamespace(
            user=SimpleNamespace(is_authenticated=True, role=role), session=kept
        )
        session.IdleMiddleware(lambda _request: HttpResponse())(request)
        return request.user.is_authenticated

    return at


def test_half_an_hour_idle_is_signed_in_and_a_second_more_is_not(visit):
    kept = Kept()
    assert visit(1_000_000, kept=kept)
    assert visit(1_000_000 + 1_800, kept=kept)
    assert not visit(1_000_000 + 1_800 + 1_801, kept=kept)
    assert kept.wiped


def test_whoever_has_most_reach_has_half_as_long(visit):
    kept = Kept()
    assert visit(1_000_000, kept=kept, role="system-administrator")
    assert not visit(1_000_000 + 901, kept=kept, role="system-administrator")


def test_the_session_is_written_once_a_minute_not_at_every_request(visit):
    kept = Kept()
    visit(1_000_000, kept=kept)
    visit(1_000_030, kept=kept)
    assert kept[session.LAST_SEEN] == 1_000_000
    visit(1_000_061, kept=kept)
    assert kept[session.LAST_SEEN] == 1_000_061
