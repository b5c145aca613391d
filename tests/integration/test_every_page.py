"""Every address, asked for by every kind of account: served, refused or missing, and logged.

SECURITY P1, P3, P5 and 2.5. A page that is added is swept without a word here; one whose address
takes something new makes `values_of` fail until it is told what to put there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
import pytest

from goldenthread.cli import routes
from goldenthread.content import catalogue
from goldenthread.project import present
from goldenthread.records.account import Account
from tests.made import layers, visit, world
from tests.oracle import answers, facts, signed

pytestmark = pytest.mark.postgresql

# Addresses that need no decision about casework: who may open them is everybody, or whoever has
# signed in. Nothing about a child is behind any of them.
PUBLIC = {
    "healthz",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "openid-begin",
    "openid-back",
    "sign-in-as",
    "session-time",
    "tell-us",
    "guest-begin",
    "guest-come-back",
    "guest-link",
    "places",
}
# Opened by an account or by a guest's session, within their own submission: test_guests.
FOR_GUESTS = {
    "concern-check",
    "concern-discard",
    "concern-section",
    "concern-keep",
    "concern-sent",
    "referral-copy",
    "guest-left",
    "guest-leave",
    "guest-code",
    "guest-followed",
}
# These ask for a feed key and know no session: held by test_receiving_notifications.
KEYED = {"receive-notifications", "notifications-openapi"}
ONES_OWN = {
    "home",
    "session-stay",
    "session-end",
    "account_reauthenticate",
    "account_change_password",
    "mfa_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "second-factor",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "openid-join",
}
# These give the names of others as stubs, on purpose: what a stub holds is tested with the search.
# Each is marked where it stands, and beside those nobody is named whom the viewer may not see.
STUBS = {
    "contact", "who-is-this", "compare", "thread", "concern-check", "concern-section", "looks",
    "looks-at", "looks-by", "look-report-make", "look-report", "look-report-pdf",
    "signals", "signal", "conflict", "exclusions", "exclusion", "exclude",
    "broken-glass", "broken-glass-one",
}  # fmt: skip
STUB = re.compile(r"<span\b[^>]*\bdata-stub\b[^>]*>[^<]*</span>")
CHILDREN = ("Amir", "Zain", "Isla", "Noor", "Sealia", "Bexley", "Corin", "Deneb", "Wrongly")
PAGES = [route for route in routes.every() if route["verb"]]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One address of one page, and the id in it, if any."""

    path: str
    route: str
    verb: str
    methods: tuple[str, ...]
    object_id: UUID | None

    @property
    def method(self) -> str:
        """How it is read, or else sent."""
        return "get" if "GET" in self.methods else "post"


def values_of(made: world.World, nowhere: UUID) -> dict[str, list[str]]:
    """Return what may stand in each place of an address."""
    contacts = [
        made.open_contact, made.claimed_contact, made.referred_contact, made.closed_contact,
        made.sealed_contact,
    ]  # fmt: skip
    return {
        "<uuid:episode_id>": [*map(str, contacts), str(nowhere)],
        "<uuid:person_id>": [*(str(made.person_of[each]) for each in contacts), str(nowhere)],
        "<uuid:occasion_id>": [
            *map(str, (made.occasion, made.other_occasion, made.sealed_occasion)), str(nowhere),
        ],
        # What each may see of these is held by test_disagreements: who sent a contact may disagree
        # with it, though its episode is out of their sight.
        "<uuid:contact_id>": [str(nowhere)],
        "<uuid:disagreement_id>": [str(nowhere)],
        # A privacy officer looks at the trail of whoever it is: test_looks.
        "<uuid:child_id>": [str(nowhere)],
        "<uuid:account_id>": [str(nowhere)],
        "<uuid:report_id>": [str(nowhere)],
        "<uuid:signal_id>": [str(nowhere)],
        "<uuid:drawn_id>": [str(nowhere)],
        "<uuid:draft_id>": [*map(str, (made.draft, made.other_draft)), str(nowhere)],
        # A draft that a session left behind, and no other: held by test_the_end_of_a_session.
        "<uuid:words_id>": [str(nowhere)],
        "<uuid:delegation_id>": [str(nowhere)],
        "<uuid:listed_id>": [str(nowhere)],
        "<uuid:sample_id>": [*map(str, made.samples), str(nowhere)],
        "<uuid:share_id>": [*map(str, made.shares), str(nowhere)],
        "<uuid:copy_id>": [*map(str, made.copies), str(nowhere)],
        "<uuid:to_id>": [str(made.accounts["other lead"])],
        "<uuid:entry_id>": [*map(str, made.entries), str(nowhere)],
        "<uuid:exclusion_id>": [str(nowhere)],
        "<uuid:glass_id>": [str(nowhere)],
        # Never refused before, so that nothing is offered: test_break_glass.
        "<uuid:sought_id>": [str(uuid4())],
        "<uuid:restriction_id>": [str(nowhere)],
        "<uuid:sealed_id>": [*map(str, made.sealed), str(nowhere)],
        "<uuid:asked_id>": [str(nowhere)],
        "<uuid:agency_id>": [str(nowhere)],
        "<uuid:quarantine_id>": [str(made.quarantine), str(nowhere)],
        "<uuid:upload_id>": [str(made.upload), str(nowhere)],
        # Of each child there is a meeting of the same id, held where the child is held.
        "<uuid:meeting_id>": [*(str(made.person_of[each]) for each in contacts), str(nowhere)],
        "<uuid:about_id>": [str(made.person_of[made.referred_contact])],
        "<slug:meeting_kind>": ["strategy-discussion"],
        "<slug:step>": ["contact-screened"],
        "<slug:form>": ["neglect-toolkit"],
        # Few entries are tools: who sees which is held by test_tools.
        "<uuid:tool_id>": [str(nowhere)],
        # Who sees which, and what each may do with it, is held by test_tracked.
        "<uuid:action_id>": [str(nowhere)],
        "<slug:move>": ["accept"],
        "<slug:section>": ["worry"],
        "<slug:what>": ["address"],
        "<slug:key>": ["referrals"],
        "<slug:kind>": ["school"],
    }  # fmt: skip


def every_address(made: world.World, nowhere: UUID) -> Iterator[Asked]:
    values = values_of(made, nowhere)
    for route in PAGES:
        path, *more = re.findall(r"<[^>]+>", route["path"]) or [""]
        for value in values[path] if path else [""]:
            address = route["path"].replace(path, value) if path else route["path"]
            for place in more:
                # Of a meeting, the child it is about.
                of_it = value if place == "<uuid:about_id>" else values[place][0]
                address = address.replace(place, of_it)
            yield Asked(
                path=address,
                route=route["name"],
                verb=route["verb"],
                methods=tuple(route["methods"]),
                object_id=UUID(value) if path.startswith("<uuid:") else None,
            )


def test_every_address_asks_for_a_verb_or_is_known_not_to():
    without = {route["name"] for route in routes.every() if not route["verb"]}
    assert without == PUBLIC | KEYED | ONES_OWN
    signed_out = {route["name"] for route in routes.every() if not route["sign_in"]}
    assert signed_out == PUBLIC | KEYED | FOR_GUESTS
    assert {route["name"] for route in routes.every() if route["guests"]} == FOR_GUESTS


def test_every_verb_of_a_page_is_some_roles_and_no_service_opens_a_page_it_may_not_act_on():
    roles = catalogue.declared(catalogue.Role).values()
    for route in PAGES:
        assert any(route["verb"] in role.may for role in roles if not role.service), route


def test_who_has_not_signed_in_is_sent_to_sign_in_from_every_page(made):
    from django.test import Client

    for asked in every_address(made, uuid4()):
        answer = getattr(Client(), asked.method)(asked.path)
        assert answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")


@pytest.fixture(scope="module")
def nowhere() -> UUID:
    """An id that is nobody's."""
    return uuid4()


@pytest.fixture
def trail(database, made) -> Iterator[visit.Trail]:
    found = visit.Trail(database.owner)
    yield found
    found.close()


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


@pytest.mark.parametrize("method", ["get", "post"])
def test_each_page_refuses_every_role_without_its_verb_whatever_is_asked_for(
    made, nowhere, trail, database, method
):
    """The matrix: each address by each role, allowed where the signed table has the verb alone."""
    roles = catalogue.declared(catalogue.Role)
    one_of_each = {role: _somebody(made, role) for role in roles if not roles[role].service}
    for role, account_id in one_of_each.items():
        client, may_ask = visit.signed_in(account_id), _may_ask(database, account_id)
        # The last address of a page is about nobody: to send there changes nothing.
        for asked in {each.route: each for each in every_address(made, nowhere)}.values():
            may, given = asked.verb in may_ask, method.upper() in asked.methods
            if may and method == "post" and asked.object_id is None:
                continue
            trail.new()
            status = getattr(client, method)(asked.path).status_code
            assert (status == 405) is not given, (role, asked, status)
            assert (status == 403) is (given and not may), (role, asked, status)
            if status == 403:
                (row,) = trail.new()
                denied = (row["decision"], row["reason"], row["verb"], row["role"])
                assert denied == ("denied", "role-may-not", asked.verb, role)


def _somebody(made: world.World, role: str) -> UUID:
    return next(
        account_id
        for account_id in made.accounts.values()
        if Account.objects.get(pk=account_id).role == role
    )


def _may_ask(database, account_id: UUID) -> frozenset[str]:
    """Return what an account may ask to do at all, by the table that is signed."""
    with psycopg.connect(database.owner) as owner:
        actor = facts.actor(owner.cursor(), account_id=account_id, at=present.now())
    return signed.table().may(actor.role, actor.agency_kind)


def sweep(made: world.World, nowhere: UUID, trail: visit.Trail, database, who: str) -> None:
    """Ask for every page that is read, as one account, and hold each answer to the oracle."""
    account_id = made.accounts[who]
    with psycopg.connect(database.owner) as owner:
        oracle = answers.visible(owner.cursor(), account_id=account_id, at=present.now())
        names, people = names_in(owner, oracle), _people(owner, oracle)
    seen = set().union(*oracle.values())
    client, missing = visit.signed_in(account_id), {}
    may = _may_ask(database, account_id)
    for asked in reversed(list(every_address(made, nowhere))):
        if asked.method != "get" or asked.verb not in may:
            continue
        trail.new()
        answer = client.get(asked.path)
        left = trail.new()
        where = (who, asked, answer.status_code)
        hidden = asked.object_id is not None and asked.object_id not in seen
        assert (answer.status_code == 404) is hidden, where
        _hold_names(answer, asked, names, where)
        _hold_trail(answer, asked, account_id, left, where)
        _hold_people(answer, people, left, where)
        if asked.object_id == nowhere:
            missing[asked.route] = answer
        elif hidden and asked.route != "break-glass":
            assert visit.words(answer) == visit.words(missing[asked.route]), where
            assert _headers(answer) == _headers(missing[asked.route]), where


def names_in(owner: psycopg.Connection, oracle: Mapping[str, set[UUID]]) -> set[str]:
    """Return the names somebody may read: of people, in what they sent, and in their drafts."""
    people = owner.execute(
        "select given_name from gt_person where id = any(%s)", [list(oracle["gt_person"])]
    )
    sent = owner.execute(
        "select answers->>'given_name' from gt_entry where id = any(%s)", [list(oracle["gt_entry"])]
    )
    drafted = owner.execute(
        "select typed->'children-0-given_name'->>0 from gt_draft where id = any(%s)",
        [list(oracle["gt_draft"])],
    )
    return {name for rows in (people, sent, drafted) for (name,) in rows if name}


def _people(owner: psycopg.Connection, oracle: Mapping[str, set[UUID]]) -> dict[str, UUID]:
    """Return the people somebody may see, by name."""
    found = owner.execute(
        "select given_name, id from gt_person where id = any(%s)", [list(oracle["gt_person"])]
    )
    return dict(found.fetchall())


def _hold_people(answer, people: Mapping[str, UUID], left: list, where: object) -> None:
    """Whoever is named to somebody who may see them is on the trail as a person."""
    # A token drawn at random may spell a name of four letters.
    text = visit.words(answer)
    logged = {person_id for row in left for person_id in row["person_ids"]}
    assert {people[name] for name in people if name in text} <= logged, where


def _hold_names(answer, asked: Asked, names: set[str], where: object) -> None:
    # A token drawn at random may spell a name of four letters.
    text = visit.words(answer)
    assert asked.route in STUBS or "data-stub" not in text, where
    text = STUB.sub("", text)
    for child in CHILDREN:
        assert child in names or child not in text, (child, where)


def _hold_trail(answer, asked: Asked, account_id: UUID, left: list, where: object) -> None:
    """Served or denied, there is one row, and it has every id the page gave away."""
    if answer.status_code == 302:
        assert left == [], where
        return
    # The search of the register logs what it found by itself, before it gives it.
    left = [row for row in left if not row["resource"].startswith("gt_")]
    assert len(left) == 1, where
    (row,) = left
    denied = answer.status_code in (403, 404)
    assert row["decision"] == ("denied" if denied else "served"), where
    assert row["account_id"] == account_id, where
    # A page may ask several queries: what is denied is the one that was refused.
    assert denied or row["verb"] == asked.verb, where
    logged = {*row["object_ids"], *row["person_ids"]}
    assert visit.ids_in(answer) - {account_id} <= logged, where
    assert asked.object_id is None or asked.object_id in logged, where


def _headers(answer) -> dict[str, str]:
    """Return what the headers say, less what is new in every answer."""
    fresh = {"Content-Security-Policy", "Content-Length"}
    return {name: value for name, value in answer.headers.items() if name not in fresh}


TELLING = (
    "lead", "screener", "analyst", "administrator", "child only", "occasion only",
    "inside the seal", "left the desk", "privacy officer",
)  # fmt: skip


def test_a_page_shows_a_hidden_record_as_one_that_is_not_there_and_logs_what_it_shows(
    made, nowhere, trail, database
):
    for who in TELLING:
        sweep(made, nowhere, trail, database, who)


@pytest.mark.slow
@pytest.mark.parametrize("layer", ["row security alone", "application alone"])
def test_every_account_on_every_page_with_either_layer_off(made, nowhere, trail, database, layer):
    off = {
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[layer]
    with off():
        for who in made.accounts:
            if not Account.objects.get(pk=made.accounts[who]).is_service:
                sweep(made, nowhere, trail, database, who)
