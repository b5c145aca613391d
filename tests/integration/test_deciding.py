"""Who decides and for whom: delegation, dip sample, handing over, brothers and sisters at once."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail

from goldenthread.access.decision import Denied
from goldenthread.actions import contacts, delegations, groups, samples
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.groups import ForOne
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.queries import my_children
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.sample import Sample
from tests.made import casework
from tests.made.casework import NOW

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


def contact(people, name="Amir", **shared):
    occasion = casework.send(people["lead"], name, **shared)
    return casework.contacts_of(occasion, people=people)[0]


def version(people, episode_id, who="manager"):
    with casework.working(people[who]):
        return Episode.objects.get(pk=episode_id).version


def hand_over(people, episode_id, *, by, to, why="Canary: she knows the family", at=LATER):
    held = version(people, episode_id)
    with casework.working(people[by], at=at) as viewer:
        return contacts.hand_over(
            by=viewer, episode_id=episode_id, to=people[to], why=why, version=held, at=at
        )


def test_a_practitioner_decides_advice_only_while_it_is_delegated_to_them(people):
    amir = contact(people)
    casework.screen(people, amir, purpose="advice-request")
    with casework.working(people["manager"]) as manager:
        (given,) = [
            each.delegation_id
            for each in delegations_of(manager)
            if each.name == "Screener" and each.ends_at is None
        ]
        delegations.end(by=manager, delegation_id=given, at=NOW)

    with pytest.raises(Denied, match="needs-another-role"):
        casework.record(people["screener"], "contact-decided", amir, casework.ADVISE, at=LATER)
    with casework.working(people["manager"], at=LATER) as manager:
        delegations.give(
            by=manager,
            account_id=people["screener"],
            duty="contact-decision",
            words="Scheme of delegation 4.2",
            at=LATER,
        )
    casework.record(
        people["screener"],
        "contact-decided",
        amir,
        casework.ADVISE,
        at=LATER + timedelta(minutes=1),
    )


def delegations_of(viewer):
    from goldenthread.queries import delegations as asked

    return asked.page(viewer=viewer).given


def test_nobody_delegates_to_themselves_to_the_wrong_role_or_without_saying_where_it_is_written(
    people,
):
    with casework.working(people["manager"]) as manager:
        for account, words in (("manager", "4.2"), ("analyst", "4.2"), ("lead", "4.2")):
            with pytest.raises(Refused):
                delegations.give(
                    by=manager,
                    account_id=people[account],
                    duty="contact-decision",
                    words=words,
                    at=NOW,
                )
        with pytest.raises(Conflict, match="has this already"):
            delegations.give(
                by=manager,
                account_id=people["screener"],
                duty="contact-decision",
                words="4.2",
                at=NOW,
            )
    with casework.working(people["screener"]) as screener, pytest.raises(Denied):
        delegations.give(
            by=screener, account_id=people["second screener"], duty="x", words="x", at=NOW
        )


def test_one_in_ten_numbers_is_drawn_and_always_the_same_ones():
    drawn = [number for number in range(1000) if delegated_decision.draws(number)]

    assert len(drawn) == 100
    assert drawn == [number for number in range(1000) if delegated_decision.draws(number)]


@pytest.fixture
def drawn(people, monkeypatch):
    """A decision made under delegation whose number came up, closed since."""
    amir = contact(people)
    casework.screen(people, amir, purpose="advice-request")
    monkeypatch.setattr("goldenthread.actions.entries.uuid4", lambda: UUID(int=10))
    entry = casework.record(people["screener"], "contact-decided", amir, casework.ADVISE)
    monkeypatch.undo()
    casework.tell(people, amir)
    assert entry == UUID(int=10)
    with casework.working(people["manager"]):
        return Sample.objects.get(entry_id=entry).pk


def test_a_manager_reads_what_was_drawn_only_between_opening_and_reviewing_it(people, drawn):
    with casework.working(people["manager"]) as manager:
        assert not Entry.objects.exists()
        samples.open_(by=manager, sample_id=drawn, at=NOW)
    with casework.working(people["manager"]) as manager:
        assert Entry.objects.filter(step="contact-decided").exists()
        with pytest.raises(Refused) as refused:
            samples.review(by=manager, sample_id=drawn, view="disagrees", words=" ", at=NOW)
        assert refused.value.problems[0].field == "words"
        samples.review(by=manager, sample_id=drawn, view="agrees", words="", at=LATER)
    with casework.working(people["manager"], at=LATER) as manager:
        assert not Entry.objects.exists()
        with pytest.raises(Conflict, match="has read this one already"):
            samples.review(by=manager, sample_id=drawn, view="agrees", words="", at=LATER)


def test_a_managers_own_decision_is_never_drawn(people, monkeypatch):
    amir = contact(people)
    casework.screen(people, amir, purpose="advice-request")
    monkeypatch.setattr("goldenthread.actions.entries.uuid4", lambda: UUID(int=10))
    casework.decide(people, amir, casework.ADVISE)
    with casework.working(people["manager"]):
        assert not Sample.objects.exists()


def test_a_contact_is_handed_over_with_its_reason_and_the_first_holder_lets_go(people):
    amir = contact(people)
    casework.claim(people["screener"], amir)
    person = hand_over(people, amir, by="screener", to="second screener").subject_person_id

    with casework.working(people["manager"], at=LATER):
        episode = Episode.objects.get(pk=amir)
        assert episode.claimed_by_id == people["second screener"]
        said = Entry.objects.get(step="contact-handed-over")
        assert said.answers == {"handed_over_because": "Canary: she knows the family"}
        assert said.scope == person
    with casework.working(people["screener"], at=LATER) as screener:
        with pytest.raises(Conflict):
            contacts.hand_back(by=screener, episode_id=amir, at=LATER)


def test_only_the_holder_or_a_manager_hands_over_and_only_to_whoever_may_hold_it(people):
    amir = contact(people)
    casework.claim(people["screener"], amir)
    with pytest.raises(Denied):
        hand_over(people, amir, by="second screener", to="second screener")
    for nobody in ("lead", "analyst", "social worker", "screener"):
        with pytest.raises(Refused) as refused:
            hand_over(people, amir, by="manager", to=nobody)
        assert refused.value.problems[0].field == "to"
    with pytest.raises(Refused) as refused:
        hand_over(people, amir, by="manager", to="second screener", why="  ")
    assert refused.value.problems[0].field == "handed_over_because"
    with casework.working(people["manager"]) as manager, pytest.raises(Conflict):
        contacts.hand_over(
            by=manager, episode_id=amir, to=people["manager"], why="x", version=1, at=LATER
        )
    hand_over(people, amir, by="manager", to="second screener")


def case_of(people, contact_id):
    with casework.working(people["manager"]):
        return Episode.objects.get(opened_from_id=contact_id).pk


def test_a_referral_is_given_to_a_social_worker_who_then_has_the_child(people):
    amir = contact(people)
    casework.screen(people, amir)
    casework.decide(people, amir, casework.REFER)
    case = case_of(people, amir)
    with casework.working(people["social worker"]) as worker:
        assert my_children.mine(viewer=worker, now=NOW) == ()
        assert not Entry.objects.exists()

    hand_over(people, case, by="manager", to="social worker")

    with casework.working(people["social worker"], at=LATER) as worker:
        (mine,) = my_children.mine(viewer=worker, now=LATER)
        assert (mine.child, mine.state) == ("Amir Akhtar", "With a social worker")
        assert Entry.objects.filter(step="contact-received").exists()


def test_what_comes_in_about_an_open_case_goes_to_its_worker_and_opens_none(people, loader_cursor):
    amir = contact(people)
    second = casework.second_contact(loader_cursor, amir)
    for each in (amir, second):
        casework.screen(people, each)
    casework.decide(people, amir, casework.REFER)
    hand_over(people, case_of(people, amir), by="manager", to="social worker")
    mail.outbox.clear()

    passed_on = {**casework.ADVISE, "outcome": "allocated-worker"}
    casework.record(people["manager"], "contact-decided", second, passed_on, at=LATER)

    with casework.working(people["social worker"], at=LATER):
        assert Entry.objects.filter(episode_id=second, step="contact-received").exists()
    with casework.working(people["manager"], at=LATER):
        assert Episode.objects.filter(pathway="referral").count() == 1


def test_nothing_is_passed_to_a_worker_where_no_case_is_open(people):
    amir = contact(people)
    casework.screen(people, amir)
    with pytest.raises(Refused) as refused:
        casework.decide(people, amir, {**casework.ADVISE, "outcome": "allocated-worker"})
    (problem,) = refused.value.problems
    assert problem.field == "outcome"
    assert "is open for this child" in problem.message


def three(people):
    occasion = casework.send(people["lead"], "Amir", "Zain", "Noor")
    each = casework.contacts_of(occasion, people=people)
    for one in each:
        casework.screen(people, one)
    return each


def decisions(people, each, *answers):
    return [
        ForOne(episode_id=one, version=version(people, one), answers=said)
        for one, said in zip(each, answers, strict=True)
    ]


def test_brothers_and_sisters_are_decided_at_once_differing_where_they_differ(people):
    each = three(people)
    wanted = decisions(people, each, casework.REFER, casework.REFER, casework.NO_ACTION)
    with casework.working(people["manager"]) as manager:
        groups.record(by=manager, step="contact-decided", each=wanted, at=NOW)
    with casework.working(people["manager"]):
        decided = Entry.objects.filter(step="contact-decided")
        assert sorted(entry.answers["outcome"] for entry in decided) == [
            "no-further-action",
            "referral-to-social-care",
            "referral-to-social-care",
        ]
        assert Episode.objects.filter(pathway="referral").count() == 2


def test_one_that_will_not_do_leaves_none_of_them_decided(people):
    each = three(people)
    barred = {**casework.NO_ACTION, "help_given": "yes"}
    wanted = decisions(people, each, casework.REFER, casework.REFER, barred)
    with casework.working(people["manager"]) as manager, pytest.raises(Refused) as refused:
        groups.record(by=manager, step="contact-decided", each=wanted, at=NOW)
    assert [problem.field for problem in refused.value.problems] == ["2:outcome"]

    wanted = decisions(people, each, casework.REFER, casework.REFER, casework.NO_ACTION)
    casework.decide(people, each[1], casework.REFER)
    with casework.working(people["manager"]) as manager, pytest.raises(Conflict):
        groups.record(by=manager, step="contact-decided", each=wanted, at=NOW)
    with casework.working(people["manager"]):
        assert Entry.objects.filter(step="contact-decided").count() == 1


def test_what_is_nobodys_is_missing_and_not_an_error(people):
    with casework.working(people["manager"]) as manager:
        for act in (
            lambda: samples.open_(by=manager, sample_id=uuid4(), at=NOW),
            lambda: delegations.end(by=manager, delegation_id=uuid4(), at=NOW),
        ):
            with pytest.raises(Denied) as denied:
                act()
            assert denied.value.hidden
