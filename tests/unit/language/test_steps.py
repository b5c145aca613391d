"""Steps and pathways: who may record what, after what, and what the rules refuse."""

from datetime import date

import pytest

from goldenthread.kernel.citation import Citation
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Lane, Pathway
from goldenthread.language.step import By, Opens, Rule, Step

CONCERN = answer("purpose").equals("concern")
NOTHING_DONE = answer("outcome").equals("no-further-action")
REFERRED = answer("outcome").equals("referral")

received = Step(key="received", title="Received", state="Waiting", by=(By(role="dsl"),), first=True)
acknowledged = Step(
    key="acknowledged",
    title="Acknowledged",
    state="Waiting",
    by=(By(role="service"),),
    follows=("received",),
    automatic=True,
)
decided = Step(
    key="decided",
    title="Decided",
    state="Decided",
    by=(By(role="manager"), By(role="screener", only_if=~CONCERN)),
    follows=("received",),
    rules=(
        Rule(
            refuses_if=NOTHING_DONE & answer("help_given").equals("yes"),
            says="Choose the help that was given: it was more than no further action",
            field="outcome",
            law=Citation("Front door procedure", status="LOCAL"),
        ),
    ),
    opens=(
        Opens(pathway="referral", step="opened", only_if=REFERRED),
        Opens(pathway="feedback", step="owed"),
    ),
    closes=NOTHING_DONE,
)
told = Step(
    key="told",
    title="Told",
    state="Closed",
    by=(By(role="manager"),),
    follows=("decided",),
    closes=True,
    until=date(2026, 3, 31),
)
note = Step(key="note", title="Note", state="As before", by=(By(role="dsl"),), repeatable=True)
fed = Step(key="fed", title="Fed", state="Waiting", by=(By(role="service"),), first=True)
contact = Pathway(
    key="contact",
    title="Contact",
    steps=(received, fed, acknowledged, decided, told, note),
    reference_prefix="C",
    lanes=(
        Lane(key="immediate", title="Immediate", only_if=answer("in_danger").equals("yes")),
        Lane(key="concern", title="Concern", only_if=CONCERN),
        Lane(key="other", title="Other"),
    ),
)


def test_a_role_may_record_a_step_always_or_on_a_condition():
    assert steps.may_record(decided, "manager", {"purpose": "concern"})
    assert steps.may_record(decided, "screener", {"purpose": "advice-request"})
    assert not steps.may_record(decided, "screener", {"purpose": "concern"})
    assert not steps.may_record(decided, "dsl", {"purpose": "advice-request"})


def test_a_rule_refuses_beside_its_question():
    answers = {"outcome": "no-further-action", "help_given": "yes"}
    assert steps.refusals(decided, answers) == (
        Problem("outcome", "Choose the help that was given: it was more than no further action"),
    )
    assert steps.refusals(decided, {"outcome": "no-further-action", "help_given": "no"}) == ()


def test_a_step_opens_what_its_answers_call_for():
    assert [each.pathway for each in steps.opened(decided, {"outcome": "referral"})] == [
        "referral",
        "feedback",
    ]
    assert [each.pathway for each in steps.opened(decided, {})] == ["feedback"]


def test_a_step_closes_always_or_on_a_condition():
    assert steps.closes(told, {})
    assert steps.closes(decided, {"outcome": "no-further-action"})
    assert not steps.closes(decided, {"outcome": "referral"})
    assert not steps.closes(received, {})


def following(*recorded, **given):
    return [step.key for step in pathways.may_follow(contact, recorded, **given)]


def test_an_episode_begins_with_a_first_step():
    assert following() == ["received", "fed"]


def test_a_first_step_comes_only_first():
    assert "fed" not in following("received")


def test_what_follows_is_what_names_a_recorded_step():
    assert following("received") == ["acknowledged", "decided", "note"]
    assert following("received", "acknowledged") == ["decided", "note"]
    assert following("received", "decided") == ["acknowledged", "told", "note"]


def test_a_repeatable_step_may_come_again():
    assert "note" in following("received", "note")


def test_nothing_follows_a_step_that_closed_the_episode():
    assert following("received", "decided", "told") == []
    assert following("received", "decided", answers={"outcome": "no-further-action"}) == []


def test_a_step_follows_only_while_it_is_in_force():
    assert "told" in following("received", "decided", on=date(2026, 3, 31))
    assert "told" not in following("received", "decided", on=date(2026, 4, 1))


def test_a_pathway_finds_its_steps_by_key():
    assert contact.step("decided") is decided


@pytest.mark.parametrize(
    ("given", "lane"),
    [
        ({"in_danger": "yes", "purpose": "concern"}, "immediate"),
        ({"purpose": "concern"}, "concern"),
        ({"purpose": "advice-request"}, "other"),
        ({}, "other"),
    ],
)
def test_the_first_lane_whose_condition_holds_is_the_episodes(given, lane):
    assert contact.lane(given).key == lane


def test_a_pathway_without_lanes_has_none():
    plain = Pathway(key="plain", title="Plain", steps=(received,), reference_prefix="P")
    assert plain.lane({}) is None
