"""What is masked of a record is out of every page of it, class by class as the signed table says.

SECURITY 2.1 and 2.2, DS-03: a place kept safe, who told us, other people and health reach those who
are entitled to them and nobody else, whatever page they ask for.
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.urls import reverse

from goldenthread.access import grants, need_to_know
from goldenthread.actions import register
from goldenthread.content import catalogue
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import Sight
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

# A word of each class, where it is said: on the form, or on the register.
WORDS = {
    "narrative": "zzworry",
    "health": "zzasthma",
    "third-party": "zzauntie",
    "contact": "zzhouse",
    "safe-address": "zzrefuge",
    "source-identity": "Lead",
}
SAID = {
    "worried_about": f"The worry: {WORDS['narrative']}",
    "reach_me": "01632 960 777",
    "children-0-disability_codes": "mob",
    "children-0-disability": WORDS["health"],
    "household-0-adult_name": WORDS["third-party"],
    "household-0-adult_is": "grandparent",
    "household-0-adult_lives_there": "no",
    "children-0-home_address": f"1 {WORDS['contact']} road",
}
SAFE = {
    "kind": "staying", "lines": WORDS["safe-address"], "is_safe": "yes", "postcode": "BD2 2AA",
}  # fmt: skip
# Who looks, through which relationship.
LOOKS = [
    ("manager", "front-door-desk"),
    ("social worker", "allocated-worker"),
    ("social worker", "previous-worker"),
    ("team manager", "line-manager"),
    ("early help", "contact-holder"),
]
PAGES = ("thread", "thread-print", "who-and-where")


@dataclass(frozen=True, kw_only=True)
class Told:
    people: casework.People
    contact: UUID
    child: UUID


@pytest.fixture
def told(people, home) -> Told:
    """A child of whom something of each class is recorded."""
    occasion = casework.send(people["lead"], "Amir", **SAID)
    (contact,) = casework.contacts_of(occasion, people=people)
    with casework.working(people["screener"]) as by:
        child = Episode.objects.get(pk=contact).subject_person_id
        register.add(by=by, person_id=child, what="address", answers=SAFE, at=NOW)
    return Told(people=people, contact=contact, child=child)


def give(told: Told, who: str, kind: str) -> None:
    with casework.working(told.people["manager"]):
        scopes = [told.child, *Entry.objects.values_list("scope", flat=True)]
        for scope in set(scopes):
            grants.give(account_id=told.people[who], kind=kind, scope=scope, source="test", at=NOW)


def sight_of(people: casework.People, who: str, kind: str) -> Sight:
    role = catalogue.role(casework.PEOPLE[who][1])
    (found,) = (each for each in role.sees if each.by == kind)
    return found


@pytest.mark.parametrize(("who", "kind"), LOOKS)
def test_each_class_is_on_the_pages_of_those_it_is_shown_to_and_of_nobody_else(told, who, kind):
    if kind != "front-door-desk":
        give(told, who, kind)
    browser = visit.signed_in(told.people[who])
    pages = [browser.get(reverse(name, args=[told.child])) for name in PAGES]
    pages.append(browser.get(reverse("contact", args=[told.contact])))
    assert {page.status_code for page in pages} == {200}
    text = "\n".join(visit.words(page) for page in pages)

    sight = sight_of(told.people, who, kind)
    shown = {key for key, each in catalogue.declared(need_to_know.FieldClass).items()
             if sight.shown(each)}  # fmt: skip
    assert {key for key, word in WORDS.items() if word in text} == shown & set(WORDS)
    assert ("01632 960 777" in text) is ("source-identity" in shown)
    assert ("Beck Lane" in text) is ("source-identity" in shown)
    masked = set(WORDS) - shown - {"contact", "safe-address"}
    assert ("Some of what was said is not shown to you" in text) is bool(masked)


def test_a_word_that_is_masked_is_not_found_either(told):
    """Search never matches on hidden fields: finding it would tell that it is there."""
    give(told, "social worker", "previous-worker")
    address = reverse("thread", args=[told.child])
    former = visit.signed_in(told.people["social worker"])
    manager = visit.signed_in(told.people["manager"])
    for word in (WORDS["narrative"], WORDS["health"], WORDS["third-party"], "960 777"):
        entry = 'class="gt-thread__who"'
        assert entry in visit.words(manager.get(address, {"words": word})), word
        assert entry not in visit.words(former.get(address, {"words": word})), word
    chosen = visit.words(former.get(address))
    assert "beck-lane" not in chosen, "the agency that told us is not one to choose by"


def test_a_partner_in_the_mash_is_not_told_who_told_us_and_reads_the_worry(told):
    people = told.people
    casework.screen(people, told.contact)
    casework.record(people["manager"], "mash-opened", told.contact, casework.ENQUIRE)
    page = visit.words(
        visit.signed_in(people["health partner"]).get(reverse("contact", args=[told.contact]))
    )
    assert WORDS["narrative"] in page and WORDS["health"] in page
    assert "Beck Lane" not in page and "01632 960 777" not in page
    assert "Somebody you are not told of" in page


@pytest.mark.parametrize(("who", "kind"), LOOKS)
def test_the_trail_says_why_it_was_looked_at(told, database, who, kind):
    if kind != "front-door-desk":
        give(told, who, kind)
    trail = visit.Trail(database.owner)
    try:
        visit.signed_in(told.people[who]).get(reverse("thread", args=[told.child]))
        (row,) = (each for each in trail.new() if each["verb"] == "thread.read")
    finally:
        trail.close()
    purpose = need_to_know.purpose_of(catalogue.declared(need_to_know.GrantKind)[kind]).key
    assert row["purpose"] == purpose


def test_who_sees_too_little_for_an_act_is_refused_it(told):
    """A previous worker reads a summary and changes nothing (level 2 of the 3 it takes)."""
    give(told, "social worker", "previous-worker")
    worker = visit.signed_in(told.people["social worker"])
    page = reverse("register-add", args=[told.child, "name"])
    typed = {"kind": "also-known-as", "given_name": "X", "family_name": "Y"}
    assert sight_of(told.people, "social worker", "previous-worker").level is Level.SUMMARY
    assert worker.post(page, typed).status_code == 403
