"""A disagreement: who may raise it, who must answer at each stage, and what the raiser sees."""

from datetime import timedelta
from uuid import uuid4

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import disagreements as raising
from goldenthread.actions.conflict import Refused
from goldenthread.queries import disagreements
from goldenthread.records.entry import Entry
from tests.made import casework

LATER = casework.NOW + timedelta(hours=1)
SAID = {
    "child_safe_meanwhile": "yes",
    "theme": "threshold",
    "issue": "Canary: I do not agree",
    "wanted": "Canary: look again",
}
SETTLED = {"settled": "changed", "settled_theme": "threshold", "settled_why": "Canary: changed"}


def begin(who, contact):
    with casework.working(who) as by:
        return raising.begin(by=by, contact_id=contact, answers=SAID, at=casework.NOW).pk


def read(ask, who, **given):
    with casework.working(who, at=LATER) as viewer:
        return ask(viewer=viewer, now=LATER, **given)


def pass_on(who, raised, stage):
    casework.record(who, f"disagreement-stage-{stage}", raised, {f"why_stage_{stage}": "Tried"})


def test_the_sender_raises_it_also_when_the_contact_has_closed(sent):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.NO_ACTION)
    casework.tell(sent.people, sent.amir)

    raised = begin(sent.people["lead"], sent.amir)

    (waiting,) = read(disagreements.to_answer, sent.people["screener"])
    assert (waiting.episode_id, waiting.state) == (raised, "Stage 1: between the practitioners")


def test_the_raiser_sees_how_far_it_is_and_no_word(sent):
    raised = begin(sent.people["lead"], sent.amir)
    pass_on(sent.people["screener"], raised, 2)

    (mine,) = read(disagreements.mine, sent.people["lead"])
    one = read(disagreements.one, sent.people["lead"], episode_id=raised)

    assert mine.state == one.state == "Stage 2: with the managers"
    assert mine.due is not None
    assert one.entries == one.next_steps == ()
    with casework.working(sent.people["lead"]):
        assert not Entry.objects.filter(episode_id=raised).exists()


@pytest.mark.parametrize("who", ["other lead", "colleague", "social worker", "police partner"])
def test_nobody_raises_it_of_a_contact_they_neither_sent_nor_see(sent, who):
    with pytest.raises(Denied):
        begin(sent.people[who], sent.amir)


def test_of_a_contact_that_is_not_there_it_is_refused_alike(sent):
    with pytest.raises(Denied):
        begin(sent.people["lead"], uuid4())


def test_another_s_disagreement_is_not_there(sent):
    raised = begin(sent.people["lead"], sent.amir)

    with pytest.raises(Denied):
        read(disagreements.one, sent.people["colleague"], episode_id=raised)
    assert read(disagreements.mine, sent.people["colleague"]) == ()


def test_each_stage_waits_for_those_who_must_answer_it(sent):
    people = sent.people
    raised = begin(people["lead"], sent.amir)
    pass_on(people["screener"], raised, 2)

    assert read(disagreements.to_answer, people["screener"]) == ()
    assert len(read(disagreements.to_answer, people["manager"])) == 1
    with pytest.raises(Denied):
        casework.record(people["screener"], "disagreement-settled", raised, SETTLED)
    pass_on(people["manager"], raised, 3)
    assert read(disagreements.to_answer, people["manager"]) == ()


def test_settled_it_is_closed_with_its_outcome_and_theme(sent):
    raised = begin(sent.people["lead"], sent.amir)
    with pytest.raises(Refused):
        casework.record(sent.people["screener"], "disagreement-settled", raised, {})

    casework.record(sent.people["screener"], "disagreement-settled", raised, SETTLED)

    (mine,) = read(disagreements.mine, sent.people["lead"])
    assert (mine.state, mine.settled_at) == ("Settled", casework.NOW)
    assert read(disagreements.to_answer, sent.people["screener"]) == ()
