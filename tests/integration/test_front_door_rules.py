"""The rules of the front door, asked of the one write path (DOMAIN section 1: R1.1 to R1.3)."""

from uuid import UUID

import pytest

from goldenthread.access import grants
from goldenthread.access.decision import Denied
from goldenthread.actions import contacts, entries
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


def untouched(sent, contact: UUID) -> tuple:
    """What must be the same after a refusal: the head, the entries, the open referrals."""
    with casework.working(sent.people["manager"]):
        found = Episode.objects.get(pk=contact)
        steps = sorted(Entry.objects.filter(episode=contact).values_list("step", flat=True))
        opened = Episode.objects.filter(opened_from=contact).count()
    return found.version, found.state, found.claimed_by_id, steps, opened


@pytest.mark.parametrize("purpose", ["concern", "early-help-request", "transfer-in", "other"])
def test_a_screener_does_not_decide_what_needs_a_manager(sent, purpose):
    casework.screen(sent.people, sent.amir, purpose=purpose)
    before = untouched(sent, sent.amir)
    with pytest.raises(Denied) as denied:
        casework.record(sent.people["screener"], "contact-decided", sent.amir, casework.ADVISE)
    assert (denied.value.reason, denied.value.hidden) == ("needs-another-role", False)
    assert untouched(sent, sent.amir) == before
    casework.decide(sent.people, sent.amir, casework.ADVISE)


@pytest.mark.parametrize("purpose", ["notification", "advice-request", "information-request"])
def test_a_screener_decides_what_is_delegated(sent, purpose):
    casework.screen(sent.people, sent.amir, purpose=purpose)
    casework.record(sent.people["screener"], "contact-decided", sent.amir, casework.ADVISE)
    assert untouched(sent, sent.amir)[1] == "Waiting to tell the referrer"


def test_a_screener_cannot_make_a_concern_delegated_by_saying_so_with_the_decision(sent):
    casework.screen(sent.people, sent.amir)
    before = untouched(sent, sent.amir)
    smuggled = {**casework.ADVISE, "purpose": "advice-request"}
    with pytest.raises((Denied, Refused)):
        casework.record(sent.people["screener"], "contact-decided", sent.amir, smuggled)
    assert untouched(sent, sent.amir) == before


def test_no_further_action_needs_a_reason(sent):
    casework.screen(sent.people, sent.amir)
    before = untouched(sent, sent.amir)
    without = {key: value for key, value in casework.NO_ACTION.items() if key != "nfa_reason"}
    with pytest.raises(Refused) as refused:
        casework.decide(sent.people, sent.amir, without)
    assert [problem.field for problem in refused.value.problems] == ["nfa_reason"]
    assert untouched(sent, sent.amir) == before


def test_no_further_action_is_barred_when_help_was_given(sent):
    casework.screen(sent.people, sent.amir)
    before = untouched(sent, sent.amir)
    with pytest.raises(Refused) as refused:
        casework.decide(sent.people, sent.amir, {**casework.NO_ACTION, "help_given": "yes"})
    (problem,) = refused.value.problems
    assert problem.field == "outcome" and "help you gave" in problem.message
    assert untouched(sent, sent.amir) == before
    casework.decide(sent.people, sent.amir, casework.NO_ACTION)


@pytest.mark.parametrize("out_of_sight", [False, True])
def test_a_second_referral_is_refused_while_one_is_open_even_out_of_sight(
    sent, loader_cursor, out_of_sight
):
    second = casework.second_contact(loader_cursor, sent.amir)
    for contact in (sent.amir, second):
        casework.screen(sent.people, contact)
    casework.decide(sent.people, sent.amir, casework.REFER)
    if out_of_sight:
        loader_cursor.execute(
            "update gt_episode set desk = '', scope = gen_random_uuid() where pathway = 'referral'"
        )
        with casework.working(sent.people["manager"]):
            assert not Episode.objects.filter(pathway="referral").exists()
    before = untouched(sent, second)
    for answers in (casework.REFER, {**casework.REFER, "outcome": "strategy-discussion"}):
        with pytest.raises(Refused) as refused:
            casework.decide(sent.people, second, answers)
        (problem,) = refused.value.problems
        assert problem.field == "outcome" and "already open" in problem.message
    assert untouched(sent, second) == before
    casework.decide(sent.people, second, {**casework.ADVISE, "outcome": "allocated-worker"})


def test_there_may_be_another_referral_once_the_first_is_closed(sent, loader_cursor):
    second = casework.second_contact(loader_cursor, sent.amir)
    for contact in (sent.amir, second):
        casework.screen(sent.people, contact)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.close_referral(sent.people, sent.amir)
    casework.decide(sent.people, second, casework.REFER)


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("contact-decided", casework.ADVISE),
        ("contact-outcome-told", casework.LETTER),
        ("contact-received", {}),
    ],
)
def test_no_step_is_recorded_out_of_its_turn(sent, step, answers):
    before = untouched(sent, sent.amir)
    with pytest.raises((Conflict, Denied)):
        casework.record(sent.people["manager"], step, sent.amir, answers)
    assert untouched(sent, sent.amir) == before


def test_nothing_is_recorded_after_it_has_closed(sent):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir)
    before = untouched(sent, sent.amir)
    for step, answers in (
        ("contact-screened", casework.SCREENED),
        ("contact-outcome-told", casework.LETTER),
    ):
        with pytest.raises(Conflict):
            casework.record(sent.people["manager"], step, sent.amir, answers)
    assert untouched(sent, sent.amir) == before


@pytest.mark.parametrize("who", ["lead", "analyst", "administrator", "intake"])
def test_who_may_not_record_records_nothing(sent, who):
    before = untouched(sent, sent.amir)
    with pytest.raises(Denied) as denied:
        casework.record(sent.people[who], "contact-screened", sent.amir, casework.SCREENED)
    assert denied.value.reason == "role-may-not"
    assert untouched(sent, sent.amir) == before


def test_the_service_that_acknowledges_may_screen_nothing(sent):
    with pytest.raises(Denied) as denied:
        casework.record(
            sent.people["correspondence"], "contact-screened", sent.amir, casework.SCREENED
        )
    assert denied.value.reason == "role-may-not-record-this-step"


@pytest.mark.parametrize("step", ["no-such-step", "referral-opened"])
def test_a_step_of_no_or_another_pathway_is_not_recorded(sent, step):
    with pytest.raises(Denied) as denied:
        casework.record(sent.people["manager"], step, sent.amir, {})
    assert denied.value.reason == "no-such-step"


def test_a_form_made_from_an_older_version_is_a_conflict(sent):
    with casework.working(sent.people["manager"]) as by:
        version = Episode.objects.get(pk=sent.amir).version
    casework.screen(sent.people, sent.amir)
    before = untouched(sent, sent.amir)
    with casework.working(sent.people["manager"]) as by:
        with pytest.raises(Conflict, match="Your words are kept"):
            entries.record(
                by=by, step="contact-decided", on=sent.amir, answers=casework.ADVISE, at=NOW,
                version=version,
            )  # fmt: skip
        with pytest.raises(Conflict, match="moved on"):
            contacts.claim(by=by, episode_id=sent.amir, version=version, at=NOW)
    assert untouched(sent, sent.amir) == before


def test_what_somebody_holds_is_not_taken_from_them(sent):
    casework.claim(sent.people["screener"], sent.amir)
    before = untouched(sent, sent.amir)
    with casework.working(sent.people["manager"]) as by:
        with pytest.raises(Conflict, match="Screener took this before you"):
            contacts.claim(by=by, episode_id=sent.amir, version=before[0], at=NOW)
        with pytest.raises(Conflict, match="do not hold"):
            contacts.hand_back(by=by, episode_id=sent.amir, at=NOW)
    assert untouched(sent, sent.amir) == before
    with casework.working(sent.people["screener"]) as by:
        again = contacts.claim(by=by, episode_id=sent.amir, version=1, at=NOW)
        assert again.version == before[0], "taking what one holds already changes nothing"
        contacts.hand_back(by=by, episode_id=sent.amir, at=NOW)
    casework.claim(sent.people["manager"], sent.amir)


def test_nobody_holds_so_many_grants_that_reading_slows_for_everybody(sent, monkeypatch):
    """SECURITY 2.4: the cap is what keeps the policies quick; what would pass it is not begun."""
    monkeypatch.setattr(grants, "MOST_PERSONAL_GRANTS", 1)
    before = untouched(sent, sent.amir)
    with pytest.raises(Conflict, match="too much at once"):
        casework.claim(sent.people["screener"], sent.amir)
    assert untouched(sent, sent.amir) == before
