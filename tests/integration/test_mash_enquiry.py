"""A MASH enquiry on real rows: who is asked, what comes back, who may read it, and the decision."""

from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest
from django.db import connection

from goldenthread.access.decision import Denied
from goldenthread.actions import settlements
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.kernel.calendar import LONDON
from goldenthread.queries import episode, mash, queue, thread
from goldenthread.queries.chronology import Only
from goldenthread.records.episode import Episode
from tests.made import casework, layers

LATER = casework.NOW + timedelta(hours=1)


@pytest.fixture
def enquired(sent):
    """Amir's contact, screened and with an amber enquiry of police and health."""
    casework.screen(sent.people, sent.amir)
    casework.record(sent.people["screener"], "mash-opened", sent.amir, casework.ENQUIRE)
    return sent


def asked_of(who):
    with casework.working(who, at=LATER) as viewer:
        return mash.asked_of(viewer=viewer, now=LATER)


def enquiry(who, contact):
    with casework.working(who, at=LATER) as viewer:
        return mash.enquiry(viewer=viewer, episode_id=contact)


def test_a_partner_sees_what_its_agency_is_asked_and_nothing_else_of_the_front_door(enquired):
    (row,) = asked_of(enquired.people["police partner"])

    assert (row.episode_id, row.priority, row.standing) == (enquired.amir, "Amber", "")
    assert row.due.at == datetime(2020, 3, 6, 10, 0, tzinfo=LONDON)
    with casework.working(enquired.people["police partner"]) as viewer:
        # The brother's contact is the front door's, and no desk of a partner.
        with pytest.raises(Denied):
            episode.one(viewer=viewer, episode_id=enquired.zain, now=LATER)
        with pytest.raises(Denied):
            queue.waiting(viewer=viewer, now=LATER)


def test_an_agency_that_is_not_asked_is_not_shown_the_enquiry_as_its_own(sent):
    casework.screen(sent.people, sent.amir)
    only_police = {**casework.ENQUIRE, "mash_agencies": ["police"]}
    casework.record(sent.people["screener"], "mash-opened", sent.amir, only_police)

    assert asked_of(sent.people["health partner"]) == ()


def test_each_agency_answers_for_itself_and_the_rest_are_waited_for(enquired):
    give = "mash-information-given"
    casework.record(enquired.people["police partner"], give, enquired.amir, casework.KNOWN)

    found = enquiry(enquired.people["manager"], enquired.amir)

    assert [(each.agency, each.standing) for each in found.contributions] == [
        ("District police", "Given")
    ]
    assert found.waiting_for == ("Health",)
    (row,) = asked_of(enquired.people["police partner"])
    assert row.standing == "Given"
    declined = {"declined_reason": "no-lawful-basis", "declined_why": "No basis yet"}
    casework.record(
        enquired.people["health partner"], "mash-information-declined", enquired.amir, declined
    )
    assert enquiry(enquired.people["manager"], enquired.amir).waiting_for == ()


def test_what_must_not_be_passed_to_an_agency_is_not_read_by_it_anywhere(enquired):
    kept = {
        **casework.KNOWN,
        "share_restriction": ["agencies"],
        "restricted_agencies": ["health"],
        "restriction_why": "Canary: a source at risk",
    }
    casework.record(
        enquired.people["police partner"], "mash-information-given", enquired.amir, kept
    )

    for who, reads in (("health partner", False), ("police partner", True), ("manager", True)):
        (one,) = enquiry(enquired.people[who], enquired.amir).contributions
        assert (bool(one.said), one.withheld) == (reads, not reads)
        with casework.working(enquired.people[who], at=LATER) as viewer:
            page = episode.one(viewer=viewer, episode_id=enquired.amir, now=LATER)
        given = next(each for each in page.entries if each.step == "mash-information-given")
        assert bool(given.said) is reads


KEPT = {
    **casework.KNOWN,
    "agency_information": "Canary: kept from health",
    "share_restriction": ["agencies"],
    "restricted_agencies": ["health"],
    "restriction_why": "Canary: a source at risk",
}
READ_BY = {"health partner": False, "police partner": True, "manager": True, "screener": True}


def give_on_condition(enquired):
    casework.record(
        enquired.people["police partner"], "mash-information-given", enquired.amir, KEPT
    )


@pytest.mark.parametrize("layer", ["both", "row security alone", "application alone"])
def test_the_condition_is_held_by_each_layer_alone(enquired, database, layer):
    give_on_condition(enquired)
    off = {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[layer]
    with off():
        for who, reads in READ_BY.items():
            (one,) = enquiry(enquired.people[who], enquired.amir).contributions
            assert (bool(one.said), one.withheld) == (reads, not reads), who
            assert ("Canary: kept from health" in repr(one)) is reads, who


def test_the_bare_tables_hold_it_from_who_must_not_have_it(enquired):
    give_on_condition(enquired)
    for who, reads in READ_BY.items():
        with casework.working(enquired.people[who], at=LATER), connection.cursor() as cursor:
            cursor.execute(
                "select string_agg(answers::text, ' ') from (select answers from gt_entry"
                " union all select answers from gt_kept_apart) said"
            )
            (said,) = cursor.fetchone()
        assert ("Canary: kept from health" in said) is reads, who
        assert ("Canary: a source at risk" in said) is reads, who


def test_who_may_read_it_finds_it_by_its_words(enquired):
    give_on_condition(enquired)
    with casework.working(enquired.people["manager"], at=LATER) as viewer:
        child = Episode.objects.get(pk=enquired.amir).subject_person_id
        found = thread.of(
            viewer=viewer, person_id=child, now=LATER, only=Only(words="kept from health")
        )
    assert [each.step for each in found.entries] == ["mash-information-given"]


def test_a_partner_it_is_kept_from_still_answers_for_its_own_agency(enquired):
    give_on_condition(enquired)
    casework.record(
        enquired.people["health partner"], "mash-information-given", enquired.amir, casework.KNOWN
    )
    given = enquiry(enquired.people["manager"], enquired.amir).contributions
    assert {each.agency for each in given} == {"District police", "District hospital"}


def test_what_was_kept_apart_leaves_the_desk_with_its_entry(enquired, owner_cursor):
    give_on_condition(enquired)
    casework.record(enquired.people["screener"], "mash-analysed", enquired.amir, casework.ANALYSED)
    casework.decide(enquired.people, enquired.amir, casework.ADVISE)
    open_still = "select count(*) from gt_grant where source like 'apart:%' and ends_at is null"
    owner_cursor.execute(open_still)
    assert owner_cursor.fetchone() == (0,)
    casework.tell(enquired.people, enquired.amir)
    owner_cursor.execute("select desk from gt_kept_apart")
    assert owner_cursor.fetchall() == [("",), ("",)]


def test_what_was_kept_apart_goes_into_quarantine_and_back(enquired, owner_cursor):
    give_on_condition(enquired)
    places = "select id, scope, desk, seal from gt_kept_apart order by id"
    owner_cursor.execute(places)
    before = owner_cursor.fetchall()
    casework.withdraw(enquired.people["manager"], enquired.amir, at=LATER)
    owner_cursor.execute("select id from gt_quarantine")
    (held,) = owner_cursor.fetchone()
    owner_cursor.execute(places)
    assert {row[1:] for row in owner_cursor.fetchall()} == {(held, "privacy", "quarantine")}
    with casework.working(enquired.people["privacy officer"], at=LATER) as by:
        settlements.settle(by=by, quarantine_id=held, decided="released", why="Right", at=LATER)
    owner_cursor.execute(places)
    assert owner_cursor.fetchall() == before


def test_decided_it_leaves_the_mash_and_the_partner_s_sight(enquired):
    with pytest.raises(Refused, match="analysis"):
        casework.decide(enquired.people, enquired.amir, casework.REFER)
    casework.record(enquired.people["screener"], "mash-analysed", enquired.amir, casework.ANALYSED)
    casework.decide(enquired.people, enquired.amir, casework.REFER)

    assert asked_of(enquired.people["police partner"]) == ()
    with casework.working(enquired.people["police partner"]) as viewer, pytest.raises(Denied):
        episode.one(viewer=viewer, episode_id=enquired.amir, now=LATER)
    with casework.working(enquired.people["manager"]):
        assert Episode.objects.get(pk=enquired.amir).desk == "front-door"


def test_raising_the_priority_begins_the_time_again(enquired):
    raised = {"mash_priority": "red", "mash_priority_why": "A new injury"}
    casework.record(
        enquired.people["manager"], "mash-priority-raised", enquired.amir, raised, at=LATER
    )

    (row,) = asked_of(enquired.people["police partner"])
    assert (row.priority, row.due.at) == ("Red", LATER + timedelta(hours=4))
    with pytest.raises(Refused, match="higher"):
        casework.record(
            enquired.people["manager"], "mash-priority-raised", enquired.amir, raised, at=LATER
        )


def test_a_request_for_early_help_stays_out(sent):
    casework.screen(sent.people, sent.amir, purpose="early-help-request")

    with pytest.raises(Refused, match="does not enter the MASH"):
        casework.record(sent.people["screener"], "mash-opened", sent.amir, casework.ENQUIRE)


def test_a_partner_gives_nothing_where_nobody_asked(sent):
    casework.screen(sent.people, sent.amir)

    with pytest.raises((Denied, Conflict)):
        casework.record(
            sent.people["police partner"], "mash-information-given", sent.amir, casework.KNOWN
        )
