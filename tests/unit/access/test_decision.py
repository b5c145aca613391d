"""One decision, in the order of SECURITY 2.1: the account, then the role, then the relationship."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from goldenthread.access import decision, exclusions, need_to_know, rows
from goldenthread.access.decision import Decision, Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass
from goldenthread.language.role import Role
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql import identity
from goldenthread.records.postgresql.identity import NobodyActing

ROLES = catalogue.declared(Role)
VERBS = sorted(set().union(*(role.may for role in ROLES.values())))
CASEWORK = {
    "queue.read", "contact.read", "contact.claim", "entry.record", "thread.read", "referral.send",
    "referral.follow", "referral.receive", "draft.keep",
}  # fmt: skip
ACCOUNT = uuid4()
RECORD = Occasion(id=uuid4(), scope=uuid4())


def viewer(role: str, **changed: object) -> Viewer:
    declared = ROLES[role]
    return replace(
        Viewer(
            account_id=ACCOUNT,
            name="Somebody",
            role=role,
            role_title=declared.title,
            agency_id=None,
            agency_name="",
            agency_kind="",
            desks=declared.desks,
            may=declared.may,
            home=declared.home,
            active=True,
        ),
        **changed,
    )


@pytest.fixture
def related(monkeypatch):
    """Say whether the viewer's desks and grants open the record, without asking a database."""

    def say(sees: bool, by: str = "front-door-desk", most: int = 5) -> None:
        kinds = {by: most} if sees else {}
        monkeypatch.setattr(rows, "sees", lambda *, viewer, record: sees)
        monkeypatch.setattr(rows, "relationships", lambda *, viewer, record: kinds)

    now = datetime(2020, 3, 3, tzinfo=UTC)
    token = identity._acting.set(identity.Identity(account_id=ACCOUNT, now=now, purpose="test"))
    yield say
    identity._acting.reset(token)


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("verb", VERBS)
def test_a_role_may_what_it_declares_and_nothing_else(role, verb):
    allowed = decision.decide(viewer=viewer(role), verb=verb).allowed
    assert allowed is (verb in ROLES[role].may)


@pytest.mark.parametrize("role", ["analyst", "system-administrator"])
def test_who_counts_and_who_administers_may_do_nothing_with_casework(role):
    assert not ROLES[role].may & CASEWORK
    assert not ROLES[role].desks


def test_an_account_that_is_closed_may_do_nothing_whatever_its_role(related):
    related(True)
    for role in ROLES:
        for verb in VERBS:
            found = decision.decide(viewer=viewer(role, active=False), verb=verb, record=RECORD)
            assert found == Decision(allowed=False, reason="account-not-active")


def test_a_verb_nobody_declared_is_refused():
    assert not decision.decide(viewer=viewer("front-door-manager"), verb="record.delete").allowed


def test_a_role_alone_opens_no_record(related):
    related(False)
    found = decision.decide(viewer=viewer("front-door-manager"), verb="contact.read", record=RECORD)
    assert found == Decision(allowed=False, reason="no-relationship", may_break_glass=True)
    found = decision.decide(
        viewer=viewer("early-help-coordinator"), verb="contact.read", record=RECORD
    )
    assert found == Decision(allowed=False, reason="no-relationship")


def test_a_relationship_alone_opens_no_record(related):
    related(True)
    found = decision.decide(viewer=viewer("analyst"), verb="contact.read", record=RECORD)
    assert found == Decision(allowed=False, reason="role-may-not")


def test_a_role_and_a_relationship_open_it(related):
    related(True)
    found = decision.decide(viewer=viewer("front-door-manager"), verb="contact.read", record=RECORD)
    assert (found.allowed, found.reason) == (True, "role-and-relationship")
    assert (found.level, found.mask, found.purposes) == (Level.FULL, frozenset(), {"front-door"})


@pytest.mark.parametrize(
    ("role", "sees", "reason", "hidden"),
    [
        ("analyst", True, "role-may-not", False),
        ("analyst", False, "role-may-not", False),
        ("front-door-manager", False, "no-relationship", True),
        # A desk its role sees nothing through opens nothing, whatever row security lets by.
        ("social-worker", True, "nothing-opened", True),
    ],
)
def test_a_refusal_says_whether_the_record_may_be_known_to_exist(
    related, role, sees, reason, hidden
):
    related(sees)
    with pytest.raises(Denied) as denied:
        decision.require(viewer=viewer(role), verb="contact.read", record=RECORD)
    assert (denied.value.reason, denied.value.hidden) == (reason, hidden)
    assert denied.value.verb == "contact.read"


def test_who_is_excluded_is_refused_before_anything_else_is_asked(related, monkeypatch):
    related(True)
    monkeypatch.setattr(exclusions, "scopes", lambda *, viewer: frozenset({RECORD.scope}))
    for role in ("front-door-manager", "analyst"):
        found = decision.decide(viewer=viewer(role), verb="contact.read", record=RECORD)
        assert found == Decision(allowed=False, reason="excluded")


def test_a_sealed_record_is_refused_as_missing_before_the_role_is_asked(related):
    related(False)
    sealed = Occasion(id=uuid4(), scope=uuid4(), seal="restricted:one")
    for role in ("front-door-manager", "analyst"):
        with pytest.raises(Denied) as denied:
            decision.require(viewer=viewer(role), verb="contact.read", record=sealed)
        assert (denied.value.reason, denied.value.hidden) == ("sealed", True)


def test_a_grant_opens_no_more_than_it_was_given_for(related):
    related(True, most=Level.SUMMARY)
    may = decision.decide(viewer=viewer("front-door-manager"), verb="contact.read", record=RECORD)
    assert may.level is Level.SUMMARY
    claim = decision.decide(
        viewer=viewer("front-door-manager"), verb="contact.claim", record=RECORD
    )
    assert claim == Decision(allowed=False, reason="level-too-low")


def test_the_mask_of_every_relationship_is_what_the_signed_table_says(related):
    """Each role through each relationship, by the table and by the decision, of an open contact."""
    classes = set(catalogue.declared(FieldClass))
    for role in ROLES.values():
        for sight in role.sees:
            related(True, by=sight.by)
            opened = decision.seen.of(viewer=viewer(role.key), record=RECORD)
            shown = {
                row.field_class
                for row in need_to_know.of(role)
                if (row.relationship, row.record_state) == (sight.by, "contact")
                and row.shown == "shown"
            }
            assert opened.shown == shown, (role.key, sight.by)
            assert opened.masked == classes - shown


def test_no_row_is_asked_for_as_nobody():
    with pytest.raises(NobodyActing):
        rows.sees(viewer=viewer("front-door-manager"), record=RECORD)


@pytest.fixture
def granted(monkeypatch):
    """Act, and hold these grants: pairs of scope and seal."""

    def hold(*grants: tuple[UUID, str]) -> None:
        held = rows.Held(
            scopes={scope: {"access-list": 5} for scope in (*dict(grants), ACCOUNT)},
            seals={seal: {"access-list": 5} for _, seal in grants if seal},
        )
        monkeypatch.setattr(rows, "_held", lambda *, viewer: held)

    now = datetime(2020, 3, 3, tzinfo=UTC)
    token = identity._acting.set(identity.Identity(account_id=ACCOUNT, now=now, purpose="test"))
    yield hold
    identity._acting.reset(token)


SCOPE = uuid4()
SEES = [
    # scope, desk, seal of the row; desks of the viewer; grants; seen
    (SCOPE, "", "", (), (), False),
    (SCOPE, "", "", ("front-door",), (), False),
    (SCOPE, "front-door", "", ("front-door",), (), True),
    (SCOPE, "front-door", "", ("another",), (), False),
    (SCOPE, "", "", ("",), (), False),
    (SCOPE, "", "", (), ((SCOPE, ""),), True),
    (SCOPE, "", "", (), ((uuid4(), ""),), False),
    (ACCOUNT, "", "", (), (), True),
    (SCOPE, "front-door", "lado", ("front-door",), (), False),
    (SCOPE, "", "lado", (), ((SCOPE, ""),), False),
    (SCOPE, "", "lado", (), ((SCOPE, "lado"),), True),
    (SCOPE, "", "lado", (), ((SCOPE, "adoption"),), False),
    (SCOPE, "front-door", "lado", ("front-door",), ((uuid4(), "lado"),), True),
    (ACCOUNT, "", "lado", (), (), False),
]


@pytest.mark.parametrize(("scope", "desk", "seal", "desks", "grants", "seen"), SEES)
def test_a_row_is_opened_by_its_desk_or_its_scope_and_its_seal_besides(
    granted, scope, desk, seal, desks, grants, seen
):
    granted(*grants)
    record = Occasion(id=uuid4(), scope=scope, desk=desk, seal=seal)
    who = viewer("front-door-manager", desks=desks)
    assert rows.sees(viewer=who, record=record) is seen
