"""An urgent form, a call and a full form become contacts on the form they were told on."""

import re
from contextlib import nullcontext
from datetime import timedelta

import psycopg
import pytest

from goldenthread.access import rows
from goldenthread.access.decision import Denied
from goldenthread.actions import drafts, referrals
from goldenthread.actions.conflict import Refused
from goldenthread.queries import thread
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from tests.made import casework, layers, visit

NOW = casework.NOW
CHILD = {
    "children-0-given_name": ["Amir"],
    "children-0-family_name": ["Akhtar"],
    "children-0-date_of_birth-not_known": ["yes"],
    "children-0-sex": ["U"],
    "in_danger_now": ["no"],
    "worried_about": ["Canary: the worry"],
}
CALL = CHILD | {
    "caller_kind": ["public"],
    "caller_source": ["9"],
    "level_of_need": ["not-sure"],
}
BY_PROFESSIONAL = CALL | {
    "caller_kind": ["professional"],
    "caller_name": ["Priya Shah"],
    "caller_works": ["Health visitor"],
    "caller_number": ["01632 960 001"],
    "caller_source": ["3b"],
}


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


def sent(account_id, form, typed, at=NOW, minutes=0):
    with casework.working(account_id, at=at) as by:
        draft_id = drafts.save(by=by, instrument=form, typed=typed, at=at).pk
    later = at + timedelta(minutes=minutes)
    with casework.working(account_id, at=later) as by:
        return referrals.send(by=by, draft_id=draft_id, at=later).occasion_id


def test_an_urgent_form_is_received_as_what_it_is(people):
    occasion_id = sent(people["lead"], "urgent-form", CHILD | {"reach_me": ["01632 960 001"]})

    with casework.working(people["manager"]):
        received = Entry.objects.get(occasion_id=occasion_id)
        assert (received.form, received.form_version) == ("urgent-form", 1)


def test_a_call_from_somebody_without_a_name_is_received_when_it_was_answered(people):
    occasion_id = sent(people["screener"], "telephone-form", CALL, minutes=25)

    with casework.working(people["manager"]):
        occasion = Occasion.objects.get(pk=occasion_id)
        assert occasion.submitted_at == NOW
        assert occasion.answers["source_code"] == "9"
        assert not ClockRun.objects.filter(clock="call-confirmation").exists()
        received = Entry.objects.get(occasion_id=occasion_id)
        assert (received.happened_at, received.recorded_at) == (NOW, NOW + timedelta(minutes=25))


NEIGHBOUR = CALL | {
    "caller_name": ["Zzneighbour Next Door"],
    "caller_number": ["01632 960 555"],
}


@pytest.mark.parametrize("layer", ["both", "row security alone", "application alone"])
def test_who_a_member_of_the_public_is_is_sealed_from_all_but_those_named(
    people, home, database, layer
):
    """SECURITY 2.1: whoever answered and the managers of the desk; not another screener."""
    off = {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[layer]
    occasion_id = sent(people["screener"], "telephone-form", NEIGHBOUR)
    with psycopg.connect(database.owner) as owner:
        plain = owner.execute(
            "select answers::text from gt_occasion union all"
            " select answers::text from gt_entry where seal = '' union all"
            " select answers::text || counted::text from gt_entry where seal = ''"
        ).fetchall()
        (contact,) = owner.execute(
            "select id from gt_episode where occasion_id = %s", [occasion_id]
        ).fetchone()
    assert "Zzneighbour" not in repr(plain) and "960 555" not in repr(plain)
    with off():
        for who, told in (
            ("screener", True), ("manager", True), ("second manager", True),
            ("second screener", False), ("emergency duty", False), ("police partner", False),
            ("privacy officer", False),
        ):  # fmt: skip
            with casework.working(people[who]) as viewer:
                seen = rows.visible(viewer=viewer, rows=Entry.objects.all())
                assert ("Zzneighbour" in repr([each.answers for each in seen])) is told, who
    page = f"/contacts/{contact}/"
    manager = visit.signed_in(people["manager"])
    first = visit.words(manager.get(page))
    assert "open to you by name" in first and "Zzneighbour" not in first
    assert "A member of the public" in first
    (sealed,) = re.findall(r'href="(/sealed/[^"]+)"', first)
    assert "Zzneighbour Next Door" in visit.words(manager.get(sealed))
    other = visit.signed_in(people["second screener"])
    assert "open to you by name" not in visit.words(other.get(page))
    assert other.get(sealed).status_code == 404


def test_a_professionals_call_waits_for_its_confirmation(people):
    sent(people["screener"], "telephone-form", BY_PROFESSIONAL)

    with casework.working(people["manager"]):
        run = ClockRun.objects.get(clock="call-confirmation")
        assert run.due_at == NOW + timedelta(hours=24)


def test_a_professional_cannot_be_anonymous(people):
    with pytest.raises(Refused):
        sent(people["screener"], "telephone-form", BY_PROFESSIONAL | {"caller_source": ["9"]})


def test_only_those_who_answer_the_telephone_write_a_call_down(people):
    with pytest.raises(Denied):
        sent(people["lead"], "telephone-form", CALL)


def test_a_baby_not_born_yet_and_a_household_are_kept_and_shown(people):
    typed = casework.form("Baby") | {
        "children-0-date_of_birth-not_known": ["yes"],
        "children-0-expected_on-day": ["1"],
        "children-0-expected_on-month": ["7"],
        "children-0-expected_on-year": ["2020"],
        "household-0-adult_name": ["Canary: an aunt"],
        "household-0-adult_is": ["other-relative"],
    }
    for part in ("day", "month", "year"):
        typed.pop(f"children-0-date_of_birth-{part}")
    occasion_id = sent(people["lead"], "referral-form", typed)

    with casework.working(people["manager"]) as by:
        person = Person.objects.get()
        assert (person.kind, str(person.expected_date_of_birth)) == ("unborn", "2020-07-01")
        received = Entry.objects.get(occasion_id=occasion_id)
        said = {each.asked: each.answer for each in thread.shown(entry=received, viewer=by).said}
        assert "Canary: an aunt" in said["Who matters to the children (1)"]
