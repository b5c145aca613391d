"""Meetings that other systems need cost a declaration: a board, MACE, a planning panel."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.content.protection.meetings.core_group import core_group
from goldenthread.content.protection.meetings.strategy_discussion import strategy_discussion
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Outcome, Records
from goldenthread.language.quorum import others, present
from tests.spec import meeting_tables


def panel(quorum, *kinds: str) -> MeetingKind:
    asked = tuple(Invites(kinds=(kind,), brings="What they know") for kind in kinds)
    return replace(core_group, key="made-for-a-test", invites=asked, quorum=quorum)


@pytest.mark.parametrize(
    ("quorum", "came", "met"),
    [
        # A board needs all three partners; MACE either of two with police; a panel any three.
        (present("council") & present("health") & present("police"), "council, health", False),
        (present("police") & (present("health") | present("education")), "police, school", False),
        (present("police") & (present("health") | present("education")), "police, health", True),
        (present("health", "education") & others(1, than="health"), "education", True),
        (others(3), "police, health", False),
        (others(3), "police, health, school", True),
    ],
)
def test_a_quorum_is_put_together_of_its_parts(quorum, came, met):
    assert quorum.met(meeting_tables.came(came)) is met


def test_a_quorum_reads_as_it_is_said():
    quorum = present("police") & (present("health") | others(2, than="police"))

    assert quorum.in_words() == "police and either health, or 2 other agencies"
    assert quorum.missing(meeting_tables.came("police, school")) == (
        "either health, or 2 other agencies",
    )


def test_a_kind_cannot_contradict_itself():
    with pytest.raises(ValueError, match="does not ask"):
        panel(present("police"), "council")
    with pytest.raises(ValueError, match="who calls it"):
        replace(core_group, called_by=())
    with pytest.raises(ValueError, match="about no child"):
        replace(core_group, subject="partnership", records=(Records(pathway="a", step="b"),))
    with pytest.raises(ValueError, match="fills in what"):
        replace(core_group, fills=Fills(held_on="no_such_question"))
    with pytest.raises(ValueError, match="before its minutes"):
        replace(core_group, read_for_days=-1)
    with pytest.raises(ValueError, match="is to be present"):
        present()
    with pytest.raises(ValueError, match="one at the least"):
        others(0)


OUTCOME = Outcome(held_on=date(2020, 3, 10), came=frozenset({"council", "school"}), enough=True)


def test_nobody_is_asked_what_the_meeting_says_by_itself():
    assert core_group.filled(OUTCOME) == {
        "core_group_on": "2020-03-10",
        "core_group_agencies": ["education"],
    }
    alone = replace(OUTCOME, came=frozenset({"council"}))
    assert core_group.filled(alone)["core_group_agencies"] == ["nobody"]
    asked = {each.key for each in core_group.asks.questions}
    assert asked == {each.key for each in core_group.decides.questions} - core_group.fills.keys
    assert "core_group_on" not in asked and "core_group_next" in asked


def test_short_of_its_quorum_it_says_why_and_when_it_is_made_good():
    short = replace(OUTCOME, enough=False, why="Snow", again_on=date(2020, 3, 12))
    said = strategy_discussion.filled(short)

    assert said["strategy_incomplete_because"] == "Snow"
    assert said["strategy_follow_up_on"] == "2020-03-12"
    assert "strategy_incomplete_because" not in strategy_discussion.filled(OUTCOME)


def test_two_kinds_of_the_same_agency_answer_one_need():
    school = Invites(kinds=("school", "education"), brings="The school")
    kind = replace(strategy_discussion, invites=(*strategy_discussion.invites, school))

    assert kind.not_asked(["council", "police", "health", "education"]) == ()
