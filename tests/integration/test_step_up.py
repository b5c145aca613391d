"""What asks somebody to show again that it is them cannot be done without (SECURITY P16)."""

import re
import time
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from goldenthread.access import decision
from goldenthread.access import viewer as viewers
from goldenthread.cli import routes
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import verbs
from goldenthread.project import present
from goldenthread.records.account import Account
from goldenthread.records.postgresql.identity import acting
from tests.made import visit

pytestmark = pytest.mark.postgresql

SECRET = "JBSWY3DPEHPK3PXP"
WORDS = "Same date of birth <and> the same school"
METHODS, WHOSE = "account_authentication_methods", "account_authentication_methods_user"


def code() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


@pytest.fixture
def screener(made, settings):
    """A screener of a live service who has an app, and showed it an hour ago."""
    settings.GOLDENTHREAD_DEMONSTRATION = False
    account = Account.objects.get(pk=made.accounts["screener"])
    if not account.authenticator_set.exists():
        TOTP.activate(account, SECRET)
    client = visit.signed_in(account.pk)
    proved_at(client, account, time.time() - 3_600)
    yield client
    account.authenticator_set.all().delete()


def proved_at(client, account, moment: float) -> None:
    session = client.session
    session[METHODS], session[WHOSE] = [{"method": "mfa", "at": moment}], str(account.pk)
    session.save()


@pytest.fixture
def trail(database, made):
    found = visit.Trail(database.owner)
    yield found
    found.close()


@pytest.fixture
def address(made) -> str:
    return f"/contacts/{made.open_contact}/who-is-this/"


def decided(database) -> int:
    with psycopg.connect(database.owner) as owner:
        return owner.execute("select count(*) from gt_identification").fetchone()[0]


def test_every_act_declared_so_is_refused_without_a_fresh_proof_whoever_asks(made):
    assert {"identification.decide", "quarantine.settle"} <= verbs.STEP_UP <= verbs.WORDS.keys()
    roles = catalogue.declared(catalogue.Role)
    for account in Account.objects.filter(is_service=False):
        now = present.now()
        with acting(account.pk, now=now, purpose="test"):
            viewer = viewers.of(account, now=now)
        for verb in verbs.STEP_UP & roles[account.role].may:
            assert decision.decide(viewer=viewer, verb=verb).allowed
            old = decision.decide(viewer=replace(viewer, proved=False), verb=verb)
            assert (old.allowed, old.reason) == (False, decision.PROVE_AGAIN)


def test_whoever_may_not_anyway_is_told_that_and_not_asked(made):
    analyst = Account.objects.get(pk=made.accounts["analyst"])
    now = present.now()
    with acting(analyst.pk, now=now, purpose="test"):
        viewer = replace(viewers.of(analyst, now=now), proved=False)
    assert decision.decide(viewer=viewer, verb="quarantine.settle").reason == "role-may-not"


def test_every_page_that_acts_so_asks_and_does_nothing(screener, made, trail, database):
    before, asked = decided(database), 0
    for route in routes.every():
        if route["verb"] not in verbs.STEP_UP or "POST" not in route["methods"]:
            continue
        path = re.sub(r"<uuid:episode_id>", str(made.open_contact), route["path"])
        path = re.sub(r"<uuid:\w+>", str(uuid4()), path)
        trail.new()
        answer = screener.post(path, {"why": WORDS})
        assert answer.status_code == 403, route
        (row,) = trail.new()
        may = route["verb"] in catalogue.role("front-door-screener").may
        assert row["reason"] == (decision.PROVE_AGAIN if may else "role-may-not"), route
        asked += may
    assert asked >= 2 and decided(database) == before


def test_the_page_that_asks_keeps_the_words_and_the_code_does_the_act(screener, address, database):
    before = decided(database)
    asked = screener.post(address, {"go": "undo", "why": WORDS, "again": ["a", "b"]})
    said = asked.content.decode()
    assert "Show again that it is you" in said and asked.status_code == 403
    sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', said))
    assert sent["why"] == WORDS.replace("<", "&lt;").replace(">", "&gt;")
    assert said.count('name="again"') == 2
    wrong = screener.post(address, {"go": "undo", "why": WORDS, "gt-proof": "yes", "code": "1"})
    assert wrong.status_code == 403 and "That code is not right" in wrong.content.decode()
    key = screener.session.session_key
    done = screener.post(address, {"go": "undo", "why": WORDS, "gt-proof": "yes", "code": code()})
    assert done.status_code == 302
    assert screener.session.session_key != key
    assert decided(database) == before + 1


def test_to_look_again_with_other_words_asks_nothing_and_does_nothing(screener, address, database):
    before = decided(database)
    looked = screener.post(address, {"go": "search", "given_name": "Amir", "why": WORDS})
    assert looked.status_code == 200 and "Look again" in looked.content.decode()
    for go in ("undo", "not-known", "search ", ""):
        assert screener.post(address, {"go": go, "why": WORDS}).status_code == 403, go
    assert decided(database) == before


def test_a_proof_lasts_five_minutes(screener, address, made):
    account = Account.objects.get(pk=made.accounts["screener"])
    for ago, asks in ((290, False), (310, True)):
        proved_at(screener, account, time.time() - ago)
        answer = screener.post(address, {})
        assert ("Show again that it is you" in answer.content.decode()) is asks


def test_a_password_given_again_is_no_proof(screener, address, made):
    account = Account.objects.get(pk=made.accounts["screener"])
    session = screener.session
    session[METHODS] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session.save()
    assert account.pk and screener.post(address, {}).status_code == 403


def test_reading_the_page_asks_nothing(screener, address):
    assert screener.get(address).status_code == 200
