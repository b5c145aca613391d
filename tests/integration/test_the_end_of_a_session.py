"""A session ends by itself, and what was being written is found again (SECURITY P16)."""

import time
from uuid import UUID, uuid4

import pytest

from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.web.sign_in import session
from tests.made import visit

pytestmark = pytest.mark.postgresql

PAGE = "/referrals/"


@pytest.fixture
def clock(monkeypatch):
    """The seconds the service sees; `clock[0] += 1` lets one pass."""
    now = [time.time()]
    for module in ("session", "leaving", "idle"):
        target = f"goldenthread.web.sign_in.{module}.time"
        monkeypatch.setattr(target, _Clock(now), raising=False)
    monkeypatch.setattr("goldenthread.web.frame.time", _Clock(now))
    return now


class _Clock:
    def __init__(self, now):
        self._now = now

    def time(self):
        return self._now[0]


@pytest.fixture
def lead(made):
    return visit.signed_in(made.accounts["lead"])


def is_in(client):
    answer = client.get(PAGE)
    if answer.status_code == 302:
        assert answer.headers["Location"] == f"/sign-in/?next={PAGE}"
        assert "Clear-Site-Data" in answer.headers
    return answer.status_code == 200


def test_half_an_hour_after_the_last_request_it_is_over(lead, clock):
    assert is_in(lead)
    clock[0] += 1_800
    assert is_in(lead)
    clock[0] += 1_801
    assert not is_in(lead)


def test_twelve_hours_after_signing_in_it_is_over_however_busy(lead, clock):
    for _ in range(43_200 // 1_200):
        assert is_in(lead)
        clock[0] += 1_200
    clock[0] += 1
    assert not is_in(lead)


def test_those_with_most_reach_are_given_a_quarter_of_an_hour():
    roles = [role for role in catalogue.declared(Role).values() if not role.service]
    far = [role for role in roles if role.seals or role.keeps_accounts]
    assert {role.key for role in far} >= {
        "system-administrator",
        "privacy-officer",
        "account-administrator",
    }
    assert {session.allowed(role=role.key) for role in far} == {900}
    assert {session.allowed(role=role.key) for role in roles if role not in far} == {1_800}
    assert session.allowed(role="a role nobody declared") == 900


@pytest.mark.parametrize(
    "wrong", [{"idle_minutes": 31}, {"idle_minutes": 0}, {"seals": ("x",), "idle_minutes": 16}]
)
def test_no_role_may_be_declared_with_more(wrong):
    with pytest.raises(ValueError, match="minutes at most"):
        Role(key="a", title="", question="", agency_kinds=(), may=frozenset(), home="", **wrong)


def test_asking_how_long_is_left_is_not_being_here_and_staying_is(lead, clock):
    asks = {"headers": {"accept": "application/json"}}
    assert is_in(lead)
    clock[0] += 1_700
    assert lead.get("/session/time/", **asks).json() == {"left": 100}
    clock[0] += 50
    assert lead.get("/session/time/", **asks).json() == {"left": 50}
    assert lead.post("/session/stay/").status_code == 302
    assert lead.get("/session/time/", **asks).json() == {"left": 1_800}


def test_without_scripts_a_small_page_says_it_and_asks_for_itself_again(lead, clock):
    assert is_in(lead)
    early = lead.get("/session/time/")
    assert early.headers["Refresh"] == "1680" and "30 minutes" in early.content.decode()
    assert "frame-ancestors 'self'" in early.headers["Content-Security-Policy"]
    assert early.headers["X-Frame-Options"] == "SAMEORIGIN"
    clock[0] += 1_700
    late = lead.get("/session/time/")
    assert "Stay signed in" in late.content.decode() and late.headers["Refresh"] == "101"
    clock[0] += 102
    over = lead.get("/session/time/").content.decode()
    assert "You have been signed out" in over
    assert "'none'" in lead.get("/sign-in/").headers["Content-Security-Policy"]


def test_what_was_sent_too_late_is_found_again_by_its_writer_alone(lead, made, clock):
    assert is_in(lead)
    clock[0] += 1_801
    words = {"words": "He said <b>nothing</b> today", "more": ["one", "two"], "empty": ""}
    late = lead.post("/concern/", words)
    assert late.status_code == 302
    where = late.headers["Location"].removeprefix("/sign-in/?next=")
    assert where.startswith("/session/words/")
    lead.force_login(Account.objects.get(pk=made.accounts["lead"]), backend=visit.BACKEND)
    found = lead.get(where)
    said = found.content.decode()
    assert "He said &lt;b&gt;nothing&lt;/b&gt; today" in said
    assert 'action="/concern/"' in said and said.count('name="more"') == 2
    other = visit.signed_in(made.accounts["other lead"])
    assert other.get(where).status_code == 404
    # It is no draft of a form, so no page for drafts takes it for one.
    kept = UUID(where.split("/")[3])
    assert lead.get(f"/concern/{kept}/").status_code == 404
    assert str(kept) not in lead.get(PAGE).content.decode()
    assert lead.post(where).status_code == 302
    assert lead.get(where).status_code == 404


def test_signing_out_keeps_the_words_it_is_given_and_clears_the_browser(lead):
    given = {"gt-address": "/register/?x=1", "words": "half a sentence"}
    left = lead.post("/session/end/", given)
    assert left.headers["Location"].startswith("/sign-in/?next=/session/words/")
    assert left.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'


@pytest.mark.parametrize("address", ["https://evil.invalid/", "//evil.invalid", "x", "data:1"])
def test_words_are_never_sent_on_to_another_site(lead, address):
    left = lead.post("/session/end/", {"gt-address": address, "words": "words"})
    where = left.headers["Location"].removeprefix("/sign-in/?next=")
    assert Account.objects.exists() and "evil" not in left.headers["Location"]
    assert where.startswith("/session/words/")


def test_a_session_without_words_leaves_none(lead):
    left = lead.post("/session/end/", {"gt-address": PAGE})
    assert left.headers["Location"] == f"/sign-in/?next={PAGE}"
    assert lead.get(f"/session/words/{uuid4()}/").status_code == 302
