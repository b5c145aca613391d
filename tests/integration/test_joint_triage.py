"""The desk of joint triage: two people, one after another, and what is below it closes."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.content import catalogue
from goldenthread.language.level import Level
from goldenthread.language.role import Role
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.integration.test_notifications import people, send  # noqa: F401
from tests.made import casework, visit
from tests.made import notifications as made

POLICE = {"police_outcome": "no-role-record", "police_reason": "Canary: police"}
SOCIAL = {"social_work_outcome": "no-role-record", "social_work_reason": "Canary: social work"}
JOINT = {"triage_outcome": "no-role-record", "both_agree": "yes", "marac": "no"}


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


def occasions(people):  # noqa: F811
    with casework.working(people["manager"]):
        return list(Episode.objects.order_by("reference").values_list("occasion_id", flat=True))


def address(people):  # noqa: F811
    return f"/joint-triage/{occasions(people)[0]}/"


def state(people):  # noqa: F811
    with casework.working(people["intake"]):
        return list(Episode.objects.values_list("state", "desk"))


def test_the_officer_then_social_work_and_it_is_closed_as_a_notification(people):  # noqa: F811
    send(people, made.answers(made.child(school_name=None)))
    officer, screener = visit.signed_in(people["officer"]), visit.signed_in(people["screener"])
    page = address(people)

    assert officer.post(page, POLICE).headers["Location"].startswith("/joint-triage/?done=")
    assert "Canary: police" in visit.words(screener.get(page))
    assert screener.post(page, {**SOCIAL, **JOINT}).status_code == 302

    assert state(people) == []
    assert screener.get(page).status_code == 404


MASKED = {
    "criminal": ("Suspect arrested",), "third-party": ("Nadia Akhtar",),
    "safe-address": ("Is it safe to write",),
}  # fmt: skip


@pytest.mark.parametrize("masked", MASKED)
def test_what_is_masked_of_a_notification_is_not_on_the_desk(people, masked, monkeypatch):  # noqa: F811
    """Class by class as the table says, to an officer of a force that did not send it."""
    send(
        people,
        made.answers(police_action="Suspect arrested", victim_name="Nadia Akhtar"),
    )
    page = address(people)
    officer = visit.signed_in(people["other officer"])
    before = visit.words(officer.get(page))
    assert all(word in before for word in MASKED[masked])
    role = catalogue.role("domestic-abuse-officer")
    lessened = tuple(
        replace(each, shows=tuple(s for s in each.shows if s != masked),
                hides=(masked,) if each.level > Level.STUB else ())
        for each in role.sees
    )  # fmt: skip
    declared = catalogue.declared(Role) | {role.key: replace(role, sees=lessened)}
    monkeypatch.setattr(catalogue, "role", lambda key: declared[key])
    after = visit.words(officer.get(page))
    assert not any(word in after for word in MASKED[masked])


def test_it_stays_open_while_a_school_is_to_be_told(people):  # noqa: F811
    send(people, made.answers())
    page = address(people)
    visit.signed_in(people["officer"]).post(page, POLICE)
    visit.signed_in(people["screener"]).post(page, {**SOCIAL, **JOINT})

    assert state(people) == [("Waiting to tell the referrer", "front-door")]


def test_a_refusal_keeps_neither_the_view_nor_the_decision(people):  # noqa: F811
    send(people, made.answers(dash_risk="high"))
    page = address(people)
    visit.signed_in(people["officer"]).post(page, POLICE)
    screener = visit.signed_in(people["screener"])

    answer = screener.post(page, {**SOCIAL, **JOINT})

    assert answer.status_code == 422 and "This goes on" in visit.words(answer)
    assert "Canary: social work" in visit.words(answer)
    with casework.working(people["screener"]):
        assert not Entry.objects.filter(step="domestic-abuse-social-work-view").exists()


def test_what_was_decided_meanwhile_gives_the_words_back(people):  # noqa: F811
    send(people, made.answers())
    page = address(people)
    visit.signed_in(people["officer"]).post(page, POLICE)
    visit.signed_in(people["screener"]).post(page, {**SOCIAL, **JOINT})

    late = {**SOCIAL, **JOINT, "social_work_reason": "Canary: my words"}
    answer = visit.signed_in(people["second screener"]).post(page, late)

    assert answer.status_code == 409 and "Canary: my words" in visit.words(answer)


def test_all_the_children_of_one_notification_are_decided_at_once(people):  # noqa: F811
    children = [made.child(given_name=name, school_name=None) for name in ("Amir", "Sara", "Zain")]
    send(people, made.answers(*children))
    page = address(people)
    visit.signed_in(people["officer"]).post(page, POLICE)
    visit.signed_in(people["screener"]).post(page, {**SOCIAL, **JOINT})

    assert state(people) == []


def test_the_list_costs_the_same_queries_however_many_wait(people):  # noqa: F811
    counts = []
    for number in range(1, 7):
        children = made.child(), made.child(given_name="Sara")
        send(people, made.answers(*children, police_reference=f"{number}"))
        if number in (1, 6):
            client = visit.signed_in(people["officer"])
            client.get("/joint-triage/")
            with CaptureQueriesContext(connection) as seen:
                assert client.get("/joint-triage/").status_code == 200
            counts.append(len(seen))

    assert counts[0] == counts[1]


def test_others_see_nothing_of_it(people):  # noqa: F811
    send(people, made.answers())
    page = address(people)

    assert visit.signed_in(people["lead"]).get(page).status_code == 403
    assert visit.signed_in(people["early help"]).get(page).status_code == 404
