"""Hostile text in every field of every page: kept to the letter or refused, and never a fault.

Generated from the declared forms, the addresses served and the names the code asks for: a new form,
page or filter is swept without a word here.
"""

import html as escapes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language import text
from goldenthread.language.instrument import Instrument
from goldenthread.language.question import Kind, Question
from goldenthread.records.account import Account
from tests.integration.test_every_page import Asked, every_address
from tests.made import casework, hostile, visit, world

pytestmark = pytest.mark.postgresql

WORDS = (Kind.TEXT, Kind.LONG_TEXT)
TAKES_TEXT = (*WORDS, Kind.PHONE, Kind.EMAIL, Kind.NHS_NUMBER, Kind.UPN, Kind.POSTCODE)
FORMS = sorted(catalogue.declared(Instrument).values(), key=lambda form: form.key)
QUERY = "application/x-www-form-urlencoded"
ALL = pytest.mark.parametrize("words", hostile.EVERY.values(), ids=hostile.EVERY)


def names(form: Instrument) -> Iterator[tuple[str, Question]]:
    """Every field that takes text, by the name it is posted under."""
    for section in form.sections:
        head = form.rows_of(section)
        for question in section.questions:
            if question.kind in TAKES_TEXT:
                yield f"{head.key}-0-{question.key}" if head.repeats else question.key, question


def kept(form: Instrument, answers: Mapping[str, object], name: str) -> object:
    """What was made of a posted field, wherever in the answers it stands."""
    section, _, rest = name.partition("-0-")
    if not rest:
        return answers.get(name)
    rows = answers.get(section)
    return rows[0].get(rest) if isinstance(rows, list) and rows else None


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@ALL
def test_every_text_question_keeps_it_to_the_letter_or_says_what_to_do(form, words):
    for name, question in names(form):
        read = reading.read(form, {name: [words]})
        problems = {problem.field: problem.message for problem in read.problems}
        found = kept(form, read.answers, name)
        if name not in problems:
            assert found is None or found == text.tidy(words), name
        if found is not None and not text.can_be_kept(words):
            assert "cannot be kept" in problems[name]
        assert read.as_typed == {name: [words]}
        if question.kind not in WORDS and found is not None:
            assert name in problems, (name, words)


@pytest.fixture(scope="module")
def nowhere() -> UUID:
    """An id that is nobody's."""
    return uuid4()


@pytest.fixture
def clients(made, home) -> dict[str, Client]:
    """A browser for one account of each role, by role; a fault is a page, not an exception."""
    found: dict[str, Client] = {}
    for account_id in made.accounts.values():
        account = Account.objects.get(pk=account_id)
        if account.role not in found and not account.is_service:
            found[account.role] = visit.signed_in(account_id)
            found[account.role].raise_request_exception = False
    return found


def addresses(made: world.World, nowhere: UUID) -> list[Asked]:
    """The first and the last address of each page: something that is there, and nothing."""
    by_route: dict[str, list[Asked]] = defaultdict(list)
    for asked in every_address(made, nowhere):
        by_route[asked.route].append(asked)
    return [each for every in by_route.values() for each in dict.fromkeys((every[0], every[-1]))]


def may(role: str, verb: str) -> bool:
    return verb in catalogue.role(role).may


def hold(answer, words: str, what: str) -> None:
    """Hold an answer to what it may be: no fault, nothing run, nothing slipped into its head."""
    assert answer.status_code < 500, (what, answer.status_code, words[:40])
    assert "X-Injected" not in answer.headers, what
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        assert hostile.runs(answer.content) == [], what


@ALL
def test_every_form_on_every_page_takes_it(made, nowhere, clients, words):
    swept: set[tuple[str, tuple[str, ...]]] = set()
    for role, client in clients.items():
        for asked in addresses(made, nowhere):
            if "GET" not in asked.methods or not may(role, asked.verb):
                continue
            page = client.get(asked.path)
            if not page.headers.get("Content-Type", "").startswith("text/html"):
                continue
            for form in hostile.forms(page.content, at=asked.path):
                ways = (visit.ID.sub("id", form.address), form.text)
                if ways in swept:
                    continue
                swept.add(ways)
                what = f"{role} {form.method} {form.address}"
                hold(_send(client, form, words), words, what)
    assert len(swept) > 15


def _send(client: Client, form: hostile.Form, words: str):
    body = hostile.encoded(form.filled(words))
    if form.method == "GET":
        return client.get(f"{form.address}?{body}")
    if form.files and text.can_be_kept(words):
        files = {
            name: SimpleUploadedFile(f"{words[:80]}.csv", words.encode()) for name in form.files
        }
        return client.post(form.address, {**dict(form.fields), **files})
    return client.post(form.address, body, content_type=QUERY)


@ALL
def test_every_address_takes_it_under_every_name_the_code_asks_for(made, nowhere, clients, words):
    asked_for, posted_for = hostile.names_in_code()
    assert {"page", "period"} <= set(asked_for) and {"go", "version"} <= set(posted_for)
    for asked in addresses(made, nowhere):
        role = next(role for role in clients if may(role, asked.verb))
        if "GET" in asked.methods:
            query = hostile.encoded(dict.fromkeys(asked_for, words))
            hold(clients[role].get(f"{asked.path}?{query}"), words, f"GET {asked.path}")
        if "POST" in asked.methods:
            # Whole, it would be more than is taken in one request, and never reach the page.
            body = hostile.encoded(dict.fromkeys(posted_for, words[:100_000]))
            answer = clients[role].post(asked.path, body, content_type=QUERY)
            hold(answer, words, f"POST {asked.path}")


@pytest.mark.parametrize("words", hostile.KEPT.values(), ids=hostile.KEPT)
def test_what_is_sent_is_shown_to_the_letter_and_runs_nothing(people, words):
    shared = {
        name: words[:200]
        for name, question in names(catalogue.instrument("referral-form"))
        if question.kind in WORDS and "-0-" not in name
    }
    draft_id = casework.drafted(people["lead"], words[:100], **shared)
    client = visit.signed_in(people["lead"])
    page = client.get(f"/concern/{draft_id}/worry/")
    assert escapes.unescape(page.content.decode()).count(words[:200]) >= 2
    answer = client.post(f"/concern/{draft_id}/")
    assert answer.status_code == 302, answer.content.decode()
    followed = client.get(answer.headers["Location"].replace("/sent/", "/"))
    said = escapes.unescape(followed.content.decode())
    assert said.count(text.tidy(words[:200])) >= 3
    assert hostile.runs(followed.content) == []


def test_too_long_is_refused_beside_its_field_and_every_word_is_still_there(people):
    words = hostile.REFUSED["very long"].strip()
    draft_id = casework.drafted(people["lead"], "Amir")
    client = visit.signed_in(people["lead"])
    body = {"in_danger_now": "no", "worried_about": words, "reach_me": "01274 000000"}
    answer = client.post(f"/concern/{draft_id}/worry/", body)
    page = escapes.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "must be 20,000 characters or fewer" in page and words in page
    assert client.post(f"/concern/{draft_id}/").status_code == 422


@pytest.mark.parametrize("words", ["a\ud800b", "a\x00b"], ids=["half of a pair", "nothing"])
def test_a_character_nothing_keeps_is_seen_to_be_gone_before_it_is_sent(people, words):
    draft_id = casework.drafted(people["lead"], "Amir")
    client = visit.signed_in(people["lead"])
    body = {"in_danger_now": "no", "worried_about": words, "reach_me": "01274 000000"}
    answer = client.post(f"/concern/{draft_id}/worry/", hostile.encoded(body), content_type=QUERY)
    assert answer.status_code == 302
    page = client.get(f"/concern/{draft_id}/worry/").content.decode()
    assert "a\ufffd" in page and words not in page
