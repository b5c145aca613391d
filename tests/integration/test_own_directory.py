"""Signing in with an agency's own directory, against a provider that runs here (SECURITY P15).

Whoever signs in is known by issuer and subject alone, and no forged, old or mixed-up answer is
taken; whatever goes wrong is said in a sentence.
"""

import base64
import hmac
import html
import json
import re
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from goldenthread.actions import outside_identities
from goldenthread.project import present
from goldenthread.records.account import Account
from goldenthread.records.outside_identity import OutsideIdentity
from goldenthread.web.sign_in.openid import asking
from goldenthread.web.sign_in.openid.provider import Provider as Declared
from tests.made import casework, openid_provider, visit
from tests.made.openid_provider import CLIENT, SECRET

pytestmark = pytest.mark.postgresql

BEGIN, BACK = "/sign-in/with/council/", "/sign-in/with/council/back/"
MFA = {"amr": ["pwd", "mfa"]}
SIGNED_IN, ASKED_CODE = "/queue/", "/sign-in/code/"


@pytest.fixture
def people(owner_cursor):
    return casework.people(owner_cursor)


@pytest.fixture
def there():
    provider = openid_provider.Provider()
    yield provider
    provider.close()


@pytest.fixture
def declared(there, tmp_path, settings):
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    declared = Declared(
        agency="council", issuer=there.issuer, client_id=CLIENT, secret_file=tmp_path / "secret",
        amr=frozenset({"mfa"}), acr=frozenset({"urn:two"}),
    )  # fmt: skip
    settings.GOLDENTHREAD_DEMONSTRATION = False
    settings.SECURE_SSL_REDIRECT = False
    settings.GOLDENTHREAD_SIGN_INS = {"council": declared}
    asking._known.clear()
    return declared


@pytest.fixture
def joined(people, there, declared, owner_cursor):
    """The screener, whose account is joined beforehand to who they are there."""
    account = Account.objects.get(pk=people["screener"])
    outside_identities.join_beforehand(
        owner_cursor, email=account.email, issuer=there.issuer, subject=there.who["sub"],
        agency="council", at=present.now(),
    )  # fmt: skip
    return account


def gone(client, address=BEGIN) -> str:
    """Return where the directory is asked."""
    begun = client.get(address)
    assert begun.status_code == 302, begun.content.decode()
    return begun.headers["Location"]


def come_back(client, there, **changed):
    """Sign in there and come back, with parts of the answer changed."""
    back = urlsplit(there.authorize(gone(client)))
    said = {name: each[0] for name, each in parse_qs(back.query).items()}
    said = {name: each for name, each in {**said, **changed}.items() if each is not None}
    return client.get(f"{back.path}?{urlencode(said)}")


def is_in(client) -> bool:
    return client.get("/queue/").status_code == 200


def test_whoever_is_joined_is_signed_in_by_issuer_and_subject(joined, there):
    there.who |= MFA
    client = Client()
    done = come_back(client, there)
    assert (done.status_code, done.headers["Location"]) == (302, "/")
    assert is_in(client)
    assert client.get("/queue/").wsgi_request.user == joined


def test_it_goes_on_where_it_began_and_nowhere_else(joined, there):
    there.who |= MFA
    for goes_on, ends in (("/queue/", "/queue/"), ("https://evil.invalid/", "/")):
        client = Client()
        back = there.authorize(gone(client, f"{BEGIN}?{urlencode({'next': goes_on})}"))
        assert client.get(urlsplit(back).path + "?" + urlsplit(back).query).headers[
            "Location"
        ] == ends  # fmt: skip


def test_our_second_factor_is_asked_where_the_token_does_not_say_what_was_declared(
    joined, there, declared, settings
):
    TOTP.activate(joined, "JBSWY3DPEHPK3PXP")
    for says, in_at_once in (
        ({}, False), ({"amr": ["pwd"]}, False), ({"amr": ["hwk"]}, False), (MFA, True),
        ({"acr": "urn:two"}, True), ({"acr": "urn:one"}, False),
    ):  # fmt: skip
        there.who = {"sub": there.who["sub"], **says}
        client = Client()
        done = come_back(client, there)
        assert done.headers["Location"].startswith(ASKED_CODE) is not in_at_once, says
        assert is_in(client) is in_at_once
    settings.GOLDENTHREAD_SIGN_INS = {"council": replace(declared, amr=frozenset())}
    there.who = {"sub": there.who["sub"], **MFA}
    assert come_back(Client(), there).headers["Location"].startswith(ASKED_CODE)


def test_whoever_has_no_second_factor_anywhere_sets_one_up_first(joined, there):
    client = Client()
    come_back(client, there)
    assert client.get("/queue/").headers["Location"] == reverse("second-factor")


def test_a_second_factor_shown_there_just_now_is_a_proof_and_an_old_one_is_not(
    joined, there, people
):
    there.who |= MFA
    client = Client()
    come_back(client, there)
    casework.send(people["lead"], "Amir")
    (contact,) = casework.contacts_of(
        casework.send(people["other lead"], "Isla"), people=people
    )  # fmt: skip
    where = f"/contacts/{contact}/who-is-this/"
    assert client.post(where, {}).status_code != 403
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 400
    session.save()
    asked = client.post(where, {})
    assert asked.status_code == 403 and "Show again that it is you" in asked.content.decode()


WRONG = {
    "for another client": lambda claims: {**claims, "aud": "somebody-else"},
    "for others too": lambda claims: {**claims, "aud": [CLIENT, "somebody-else"], "azp": CLIENT},
    "used by another party": lambda claims: {**claims, "azp": "somebody-else"},
    "of another issuer": lambda claims: {**claims, "iss": "https://other.invalid"},
    "with another nonce": lambda claims: {**claims, "nonce": "another"},
    "without a nonce": lambda claims: {k: v for k, v in claims.items() if k != "nonce"},
    "over": lambda claims: {**claims, "exp": int(time.time()) - 120},
    "without an end": lambda claims: {k: v for k, v in claims.items() if k != "exp"},
    "made tomorrow": lambda claims: {**claims, "iat": int(time.time()) + 86_400},
    "not to be used yet": lambda claims: {**claims, "nbf": int(time.time()) + 600},
    "without a subject": lambda claims: {k: v for k, v in claims.items() if k != "sub"},
    "with a subject that is none": lambda claims: {**claims, "sub": ["8c1f-council-leanne"]},
    "with a hash of another access token": lambda claims: {**claims, "at_hash": "AAAA"},
}


@pytest.mark.parametrize("claims", WRONG.values(), ids=WRONG.keys())
def test_a_token_is_refused_that_is(joined, there, claims):
    there.who |= MFA
    there.claims = claims
    _refused(there)


def test_clocks_may_differ_by_a_little(joined, there):
    there.who |= MFA
    there.claims = lambda claims: {**claims, "exp": int(time.time()) - 30}
    assert come_back(Client(), there).status_code == 302


def _part(said: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()


def _by_another_key(there):
    stranger = RSAKey.generate_key(2048, parameters={"kid": there.key.kid})
    return lambda claims: jwt.encode({"alg": "RS256", "kid": there.key.kid}, claims, stranger)


def _changed_after_it_was_signed(there):
    def sign(claims):
        head, _, signature = there.signed(claims).split(".")
        return ".".join([head, _part({**claims, "sub": "somebody-else"}), signature])

    return sign


def _by_our_secret(there):
    secret = OctKey.import_key(SECRET.encode() * 4)
    return lambda claims: jwt.encode({"alg": "HS256"}, claims, secret)


def _by_the_public_key_as_a_secret(there):
    public = there.key.as_pem(private=False)

    def sign(claims):
        said = f"{_part({'alg': 'HS256', 'kid': there.key.kid})}.{_part(claims)}"
        mac = hmac.digest(public, said.encode(), "sha256")
        return f"{said}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"

    return sign


FORGED = {
    "by another key": _by_another_key,
    "changed after it was signed": _changed_after_it_was_signed,
    "with no algorithm": lambda there: lambda claims: f"{_part({'alg': 'none'})}.{_part(claims)}.",
    "with no algorithm, in capitals": lambda there: lambda claims: (
        f"{_part({'alg': 'NONE', 'kid': there.key.kid})}.{_part(claims)}."
    ),
    "by our own secret": _by_our_secret,
    "by the public key as a secret": _by_the_public_key_as_a_secret,
    "no token at all": lambda there: lambda claims: "not a token",
    "empty": lambda there: lambda claims: "",
}  # fmt: skip


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_token_is_refused_that_is_signed(joined, there, forge):
    there.who |= MFA
    there.signs = forge(there)
    _refused(there)


def _refused(there, says="cannot be trusted", **changed) -> None:
    client = Client()
    answer = come_back(client, there, **changed)
    assert answer.status_code == 400, answer.headers
    assert says in answer.content.decode().replace("&#39;", "'")
    assert not is_in(client)


def test_a_code_or_a_state_is_used_once(joined, there):
    there.who |= MFA
    client = Client()
    back = there.authorize(gone(client))
    again = urlsplit(back).path + "?" + urlsplit(back).query
    assert client.get(again).status_code == 302
    client.post("/sign-out/")
    replayed = client.get(again)
    assert replayed.status_code == 400 and "used already" in replayed.content.decode()
    assert not is_in(client)


def test_an_answer_begun_in_another_browser_is_nobodys(joined, there):
    there.who |= MFA
    back = urlsplit(there.authorize(gone(Client())))
    victim = Client()
    assert victim.get(f"{back.path}?{back.query}").status_code == 400
    assert not is_in(victim)


@pytest.mark.parametrize("iss", ["https://other.invalid", None])
def test_an_answer_of_another_issuer_is_refused(joined, there, iss):
    there.who |= MFA
    _refused(there, iss=iss)


def test_an_answer_of_one_directory_is_not_taken_as_anothers(joined, there, declared, settings):
    there.who |= MFA
    elsewhere = openid_provider.Provider()
    settings.GOLDENTHREAD_SIGN_INS["health"] = replace(
        declared, agency="health", issuer=elsewhere.issuer
    )
    client = Client()
    back = urlsplit(there.authorize(gone(client)))
    mixed = client.get(f"/sign-in/with/health/back/?{back.query}")
    assert mixed.status_code == 400 and not is_in(client)
    # The same subject of another agency's directory is somebody else.
    elsewhere.who = dict(there.who)
    back = urlsplit(elsewhere.authorize(gone(client, "/sign-in/with/health/")))
    other = client.get(f"{back.path}?{back.query}")
    assert other.status_code == 400 and "no account here is joined" in other.content.decode()
    elsewhere.close()


def test_an_e_mail_address_joins_nobody(people, there, declared):
    account = Account.objects.get(pk=people["screener"])
    there.who |= {**MFA, "email": account.email, "email_verified": True}
    _refused(there, says="no account here is joined")
    assert not OutsideIdentity.objects.exists()


def test_a_closed_account_stays_closed_and_one_of_another_agency_is_not_opened(
    joined, there, owner_cursor, people
):
    there.who |= MFA
    owner_cursor.execute("update gt_account set is_active = false where id = %s", [joined.pk])
    client = Client()
    assert come_back(client, there).headers["Location"] == reverse("account_inactive")
    assert not is_in(client)
    owner_cursor.execute(
        "update gt_account set is_active = true, agency_id = (select agency_id from gt_account"
        " where id = %s) where id = %s", [people["lead"], joined.pk],
    )  # fmt: skip
    _refused(there, says="no account here is joined")


def test_whatever_is_wrong_with_the_directory_is_said_in_a_sentence(joined, there, declared):
    there.down = True
    asking._known.clear()
    answer = Client().get(BEGIN)
    assert answer.status_code == 400 and "did not answer" in answer.content.decode()
    there.down = False
    for says in (
        {"issuer": "https://other.invalid"},
        {"token_endpoint": "http://elsewhere.invalid/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ):
        there.says = says
        asking._known.clear()
        answer = Client().get(BEGIN)
        assert answer.status_code == 400 and "cannot be trusted" in answer.content.decode(), says


def test_it_may_go_down_in_the_middle_and_the_secret_may_be_wrong(joined, there, declared):
    there.who |= MFA
    client = Client()
    back = urlsplit(there.authorize(gone(client)))
    there.down = True
    answer = client.get(f"{back.path}?{back.query}")
    assert answer.status_code == 400 and not is_in(client)
    there.down = False
    declared.secret_file.write_text("another secret")
    _refused(there)
    declared.secret_file.unlink()
    _refused(there, says="did not answer")


def test_a_refusal_there_is_said_and_hostile_words_are_not_repeated(joined, there):
    _refused(there, says="did not sign you in", code=None, error="<script>access_denied")
    for path in (f"{BACK}?state=%00&code=%ED%A0%80", BACK, f"{BACK}?state={'x' * 9000}"):
        assert Client().get(path).status_code == 400
    assert Client().get("/sign-in/with/nobody/").status_code == 404
    assert Client().get("/sign-in/with/nobody/back/").status_code == 404


def test_a_directory_may_change_its_keys(joined, there, monkeypatch):
    there.who |= MFA
    assert come_back(Client(), there).status_code == 302
    there.key = RSAKey.generate_key(2048, parameters={"kid": "newer"})
    there.signs = there.signed
    _refused(there)
    monkeypatch.setattr(asking, "AGAIN", 0.0)
    assert come_back(Client(), there).status_code == 302


def test_the_holder_joins_it_when_signed_in_and_another_cannot(people, there, declared):
    there.who |= MFA
    account = Account.objects.get(pk=people["screener"])
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    client = _proved(account)
    assert "Not joined" in client.get(reverse("mfa_index")).content.decode()
    back = urlsplit(there.authorize(leads(client)))
    assert client.get(f"{back.path}?{back.query}").headers["Location"] == reverse("mfa_index")
    assert "Joined to your account" in client.get(reverse("mfa_index")).content.decode()
    assert come_back(Client(), there).status_code == 302
    second = Account.objects.get(pk=people["second screener"])
    TOTP.activate(second, "JBSWY3DPEHPK3PXP")
    other = _proved(second)
    back = urlsplit(there.authorize(leads(other)))
    refused = other.get(f"{back.path}?{back.query}")
    assert refused.status_code == 400 and "joined to another account" in refused.content.decode()
    elsewhere = _proved(Account.objects.get(pk=people["lead"]))
    assert elsewhere.post(reverse("openid-join", args=["council"])).status_code in (302, 404)
    assert OutsideIdentity.objects.count() == 1


def leads(client) -> str:
    """Return where the page to join by leads."""
    page = client.post(reverse("openid-join", args=["council"])).content.decode()
    return html.unescape(re.search(r'href="(http[^"]+/authorize[^"]+)"', page)[1])


def _proved(account) -> Client:
    client = visit.signed_in(account.pk)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time()}, {"method": "mfa", "at": time.time()},
    ]  # fmt: skip
    session["account_authentication_methods_user"] = str(account.pk)
    session.save()
    return client


def test_the_sign_in_page_offers_it_by_the_agencys_name(people, declared):
    page = Client().get("/sign-in/?next=/queue/").content.decode()
    assert "Council children&#39;s services" in page and f"{BEGIN}?next=/queue/" in page


def test_joining_beforehand_is_of_one_account_and_can_be_ended(joined, there, owner_cursor, people):
    there.who |= MFA
    second = Account.objects.get(pk=people["second screener"])
    with pytest.raises(outside_identities.NotJoined, match="another account"):
        outside_identities.join_beforehand(
            owner_cursor, email=second.email, issuer=there.issuer, subject=there.who["sub"],
            agency="council", at=present.now(),
        )  # fmt: skip
    with pytest.raises(outside_identities.NotJoined, match="no open account"):
        outside_identities.join_beforehand(
            owner_cursor, email=second.email, issuer=there.issuer, subject="x", agency="police",
            at=present.now(),
        )  # fmt: skip
    outside_identities.end_beforehand(owner_cursor, email=joined.email, at=present.now())
    _refused(there, says="no account here is joined")
    with pytest.raises(outside_identities.NotJoined, match="no directory"):
        outside_identities.end_beforehand(owner_cursor, email=joined.email, at=present.now())
