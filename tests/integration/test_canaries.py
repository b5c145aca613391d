"""No word of a child reaches anybody who is not entitled to it, by any byte of any answer.

SECURITY P3 and P26. Everybody signs in to a running service with a password and a code, as they
would from anywhere, and opens every page of every record: what they are served, in its body, its
headers and its address, in a PDF's text and its metadata, holds no canary that is not theirs.
"""

import json
import os
import random
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from dataclasses import dataclass
from http.cookiejar import CookieJar
from io import BytesIO
from uuid import UUID, uuid4

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from pypdf import PdfReader

from goldenthread.actions import acceptance
from goldenthread.cli import routes, seeding
from goldenthread.project import present
from tests.integration.test_every_page import STUB
from tests.oracle import answers

pytestmark = pytest.mark.postgresql

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PLACE = re.compile(r"<uuid:([a-z_]+)>")
# Which table what stands in an address is of.
OF = {
    "episode_id": "gt_episode", "person_id": "gt_person", "occasion_id": "gt_occasion",
    "child_id": "gt_person", "draft_id": "gt_draft", "entry_id": "gt_entry",
    "restriction_id": "gt_restriction", "contact_id": "gt_episode",
}  # fmt: skip
SEED = random.Random().randrange(10**6)


@dataclass
class Visitor:
    """Somebody with a browser and nothing else of the product."""

    site: str

    def __post_init__(self) -> None:
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def open(self, path: str, typed: dict[str, str] | None = None) -> tuple[int, str]:
        """Open an address; return the status, and every byte of the answer as words."""
        asked = urllib.request.Request(urllib.parse.urljoin(self.site, path))
        if typed is not None:
            asked.data = urllib.parse.urlencode(typed).encode()
        try:
            answer = self._opener.open(asked, timeout=30)
        except urllib.error.HTTPError as refused:
            answer = refused
        body = answer.read()
        head = f"{answer.geturl()}\n{answer.headers}"
        return answer.status, f"{head}\n{_words(body, answer.headers['Content-Type'] or '')}"

    def send(self, path: str, **typed: str) -> str:
        """Send the form of a page."""
        _, page = self.open(path)
        (token, *_) = CSRF.findall(page)
        return self.open(path, {"csrfmiddlewaretoken": token, **typed})[1]

    def sign_in(self, actor: acceptance.Actor) -> None:
        """Sign in as anybody does: a password, then a code from an app."""
        page = self.send("/sign-in/", login=actor.email, password=actor.password)
        assert "Enter your code" in page, actor.email
        code = format_hotp_value(hotp_value(actor.totp, int(time.time()) // 30))
        where = page.split("\n", 1)[0]
        page = self.send(urllib.parse.urlsplit(where).path, code=code)
        assert "Sign out" in page, (actor.email, page)


def _words(body: bytes, kind: str) -> str:
    if not kind.startswith("application/pdf"):
        return body.decode(errors="replace")
    read = PdfReader(BytesIO(body))
    said = [page.extract_text() for page in read.pages]
    return "\n".join([*said, str(read.metadata), str(read.xmp_metadata), body.decode("latin-1")])


@pytest.fixture
def seeded(live_server, loader_cursor, settings, home) -> acceptance.Seeded:
    """The fixture of acceptance, in a running service with live settings."""
    settings.PASSWORD_HASHERS = QUICK
    made = acceptance.seed(loader_cursor, credentials=seeding.credentials(), at=present.now())
    settings.GOLDENTHREAD_DEMONSTRATION = False
    return made


def addresses(seeded: acceptance.Seeded) -> list[str]:
    """Every address that is read: of each record where it names one, and of one that is nowhere."""
    found = []
    for route in routes.every():
        if "GET" not in route["methods"] or not route["verb"]:
            continue
        path = re.sub(r"<slug:[a-z_]+>", "address", route["path"])
        places = PLACE.findall(path)
        ids = seeded.objects.get(OF.get(places[0], ""), ()) if places else ()
        for value in (*ids, uuid4()) if places else ("",):
            found.append(PLACE.sub(str(value), path))
    return found


def entitled(
    said: answers.World, seeded: acceptance.Seeded, account_id: UUID, wrote: dict[UUID, UUID]
) -> set[str]:
    """Return the tokens somebody may read, by the oracle: by place, level and field class."""
    actor, by_id = said.actors[account_id], {(r.table, r.id): r for r in said.records}
    found = set()
    for canary in seeded.canaries:
        for table, row_id in canary.kept:
            answer = said.of(actor, by_id[table, row_id])
            own = answer.level and wrote.get(row_id) == account_id
            if own or canary.holds in answer.shown:
                found.add(canary.token)
    return found


def test_every_field_of_the_fixture_is_a_canary_that_is_kept_somewhere(seeded):
    assert len(seeded.canaries) > 60
    kept = [canary for canary in seeded.canaries if canary.kept]
    tables = {table for canary in kept for table, _ in canary.kept}
    assert {"gt_entry", "gt_person", "gt_address", "gt_person_name", "gt_draft",
            "gt_restriction"} <= tables  # fmt: skip
    assert {canary.holds for canary in kept} == {
        "identity", "narrative", "third-party", "contact", "safe-address", "health", "admin"
    } & {canary.holds for canary in seeded.canaries}  # fmt: skip
    assert len({canary.token for canary in seeded.canaries}) == len(seeded.canaries)


# How many people, and how many addresses each: by chance, unless the whole is asked for.
@pytest.mark.parametrize(
    ("people", "each"), [(3, 40), pytest.param(None, 60, marks=pytest.mark.slow)]
)
def test_nobody_is_served_a_canary_that_is_not_theirs(
    seeded, live_server, database, home, mailoutbox, caplog, people, each
):
    chance, every = random.Random(SEED), addresses(seeded)
    each = len(every) if os.environ.get("GOLDENTHREAD_SWEEP") == "whole" else each
    asked = chance.sample(seeded.actors, people or len(seeded.actors))
    with psycopg.connect(database.owner) as owner:
        ids = [actor.account_id for actor in seeded.actors]
        said = answers.world(owner.cursor(), accounts=ids, at=present.now())
        wrote = dict(owner.execute("select id, by_id from gt_entry").fetchall())
    tokens = {canary.token.lower(): canary for canary in seeded.canaries}
    leaked, seen, statuses = {}, set(), Counter()
    for actor in asked:
        may_read = {t.lower() for t in entitled(said, seeded, actor.account_id, wrote)}
        visitor = Visitor(live_server.url)
        visitor.sign_in(actor)
        for path in chance.sample(every, each):
            status, page = visitor.open(path)
            statuses[status] += 1
            text = STUB.sub("", page).lower()
            found = {token for token in tokens if token in text}
            seen |= found
            for token in found - may_read:
                where = actor.email, re.sub(r"[0-9a-f-]{36}", "*", path)
                leaked.setdefault(where, set()).add((tokens[token].holds, tokens[token].kept))
    assert leaked == {}, f"seed {SEED}"
    assert not any(status >= 500 for status in statuses), (statuses, SEED)
    assert people or (len(seen) > 20 and min(statuses[each] for each in (200, 403, 404)) > 50)
    out_of_sight = [caplog.text, *(str(mail.message()) for mail in mailoutbox)]
    out_of_sight += [file.read_text(errors="replace") for file in home.rglob("*") if file.is_file()]
    assert not [token for token in tokens if token in "\n".join(out_of_sight).lower()]


def test_the_command_tells_all_of_it_once_and_adds_nothing_to_what_is_used(
    database, transactional_db, settings, monkeypatch, capsys, home
):
    from goldenthread.cli import session, shell

    settings.PASSWORD_HASHERS = QUICK
    monkeypatch.setenv("DATABASE_URL", database.url("gt_web"))
    monkeypatch.setenv("LOADER_DATABASE_URL", database.url("gt_loader"))
    monkeypatch.setattr(session, "load", lambda **_: None)
    assert shell.run(["seed", "acceptance", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"email", "password", "totp", "role"} <= set(told["actors"][0])
    assert {canary["token"] for canary in told["canaries"]} and told["objects"]["gt_episode"]

    assert shell.run(["seed", "acceptance", "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "acceptance is for a database nobody uses" in said.err
