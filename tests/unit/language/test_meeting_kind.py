"""Meetings that other systems need cost a declaration: a board, MACE, a planning panel."""

from dataclasses import replace

import pytest

from goldenthread.content.protection.meetings.core_group import core_group
from goldenthread.content.protection.meetings.strategy_discussion import strategy_discussion
from goldenthread.language.meeting_kind import Invites, MeetingKind, Records
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
    with pytest.raises(ValueError, match="before its minutes"):
        replace(core_group, read_for_days=-1)
    with pytest.raises(ValueError, match="is to be present"):
        present()
    with pytest.raises(ValueError, match="one at the least"):
        others(0)


def test_two_kinds_of_the_same_agency_answer_one_need():
    school = Invites(kinds=("school", "education"), brings="The school")
    kind = replace(strategy_discussion, invites=(*strategy_discussion.invites, school))

    assert kind.not_asked(["council", "police", "health", "education"]) == ()
