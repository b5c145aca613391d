"""The table that is signed: what its lines say, and when a signature no longer holds."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from goldenthread.access import need_to_know
from goldenthread.access.need_to_know import Standing
from goldenthread.cli import developing
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import signed
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass, Sight, Signature
from goldenthread.language.role import Role


def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(need_to_know.as_csv())))


def cell(role: str, relationship: str, state: str, field_class: str) -> list[str]:
    return [
        f"{row['level']} {row['shown']}"
        for row in table()
        if (row["role"], row["relationship"]) == (role, relationship)
        and (row["record_state"], row["field_class"]) == (state, field_class)
    ]


# role, relationship, state of the record, field class, what the table says
SAID = [
    ("front-door-screener", "front-door-desk", "contact", "safe-address", ["4 shown"]),
    ("early-help-coordinator", "early-help-desk", "contact", "safe-address", ["3 masked"]),
    ("early-help-coordinator", "early-help-desk", "contact", "criminal", ["3 masked"]),
    ("mash-partner", "mash-desk", "contact", "source-identity", ["3 masked"]),
    ("mash-partner", "mash-desk", "contact", "health", ["3 shown"]),
    ("service-head", "disagreement-desk", "contact", "health", ["2 masked"]),
    ("service-head", "disagreement-desk", "contact", "narrative", ["2 shown"]),
    ("social-worker", "allocated-worker", "child-in-need", "criminal", ["4 shown"]),
    ("social-worker", "previous-worker", "child-in-need", "narrative", ["2 masked"]),
    ("social-worker", "access-list", "restricted", "safe-address", ["5 shown"]),
    ("front-door-screener", "front-door-desk", "restricted", "identity", []),
    ("health-visitor", "childs-health-visitor", "contact", "identity", []),
    ("system-administrator", "front-door-desk", "contact", "identity", []),
]


@pytest.mark.parametrize(("role", "relationship", "state", "field_class", "says"), SAID)
def test_what_the_table_says(role, relationship, state, field_class, says):
    assert cell(role, relationship, state, field_class) == says


def test_the_table_has_a_line_for_each_class_of_each_state_each_relationship_opens():
    classes = len(catalogue.declared(FieldClass))
    for role in catalogue.declared(Role).values():
        states = sum(len(sight.states) for sight in need_to_know.sees(role))
        of_role = need_to_know.of(role)
        opening = [row for row in of_role if not row.relationship.startswith(need_to_know.NONE)]
        assert len(opening) == states * classes


def test_what_is_kept_to_some_agencies_of_a_role_says_so_in_the_table():
    rows = [row for row in table() if row["verb"] == "register.search"]
    said = {row["role"]: row["relationship"] for row in rows if row["level"] == "0"}
    assert said["mash-partner"] == "none in:police in:health"
    assert said["front-door-screener"] == "none"
    role = catalogue.role("mash-partner")
    assert "register.search" in role.may_in("health") - role.may_in("probation")
    for wrong in ({"no.such": ("police",)}, {"mash.read": role.agency_kinds}):
        with pytest.raises(ValueError, match="kept to some"):
            replace(role, only_for=wrong)


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (Level.NOTHING, 0),
        (Level.STUB, 0),
        (Level.SUMMARY, 3),
        (Level.SHARED, 7),
        (Level.FULL, 10),
        (Level.SEALED, 10),
    ],
)
def test_each_level_shows_what_those_below_it_do_and_more(level, shown):
    sight = Sight(by="own", states=("contact",), level=level)
    assert sum(sight.shown(each) for each in catalogue.declared(FieldClass).values()) == shown


def test_a_class_named_apart_is_shown_or_masked_whatever_the_level():
    classes = catalogue.declared(FieldClass)
    low = Sight(by="own", states=("contact",), level=Level.SUMMARY, shows=("criminal",))
    full = Sight(by="own", states=("contact",), level=Level.FULL, hides=("safe-address",))
    assert low.shown(classes["criminal"]) and not low.shown(classes["narrative"])
    assert full.shown(classes["criminal"]) and not full.shown(classes["safe-address"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": Level.FULL, "shows": ("health",), "hides": ("health",)},
        {"level": Level.STUB, "shows": ("health",)},
        {"level": Level.NOTHING, "hides": ("health",)},
    ],
)
def test_a_sight_that_says_two_things_is_refused(wrong):
    with pytest.raises(ValueError, match=r"shown|masked"):
        Sight(by="own", states=("contact",), **wrong)


AGREED = Signature(
    name="Somebody", role="Caldicott Guardian", on=date(2020, 3, 2), sha256=need_to_know.digest()
)


def test_nothing_is_refused_while_nobody_claims_to_have_signed(monkeypatch):
    monkeypatch.setattr(signed, "SIGNATURE", None)
    assert need_to_know.standing() is Standing.UNSIGNED
    assert "not signed" in developing.signed()


def test_a_signature_of_this_very_table_stands(monkeypatch):
    monkeypatch.setattr(signed, "SIGNATURE", AGREED)
    assert need_to_know.standing() is Standing.SIGNED
    assert "Somebody signed it on 2020-03-02" in developing.signed()


def test_a_table_that_changed_since_is_refused(monkeypatch):
    monkeypatch.setattr(signed, "SIGNATURE", replace(AGREED, sha256="0" * 64))
    assert need_to_know.standing() is Standing.CHANGED
    with pytest.raises(developing.Refusal, match="has changed since"):
        developing.signed()


def test_a_verb_that_opens_a_record_to_some_agencies_alone_says_which():
    role = replace(catalogue.role("mash-partner"), only_for={"contact.read": ("police", "health")})
    said = {verb for row in need_to_know.of(role) for verb in row.verb.split() if row.level}
    assert "contact.read@police@health" in said and "contact.read" not in said
