"""A held meeting records its step on the child's own episode, and asks nothing it knows itself."""

from datetime import datetime

import pytest

from goldenthread.actions import held_meetings, invitations, meeting_decisions, meetings
from goldenthread.actions.conflict import Refused
from goldenthread.actions.held_meetings import Came
from goldenthread.kernel.calendar import LONDON
from goldenthread.language.attendance import Attendance
from goldenthread.records.episode import Episode
from goldenthread.records.meeting_child import MeetingChild
from tests.made import casework, protection
from tests.made.protection import CHAIR, MANAGER, WORDS, WORKER

pytestmark = pytest.mark.postgresql

CAME, ABSENT = Came(how=Attendance.CAME), Came(how=Attendance.DID_NOT_COME)
CALLED = datetime(2020, 3, 16, 10, tzinfo=LONDON)
# Eleven working days after a strategy discussion of 10 March.
HELD = datetime(2020, 3, 25, 10, tzinfo=LONDON)
LATE = datetime(2020, 4, 20, 10, tzinfo=LONDON)
FILLED = {"conference_on", "conference_agencies", "conference_inquorate_because"}
DECIDED = {key: said for key, said in protection.CONFERENCE.items() if key not in FILLED}


@pytest.fixture
def case(sent, loader_cursor):
    """Amir's referral, held by the social worker, and an enquiry that asks for a conference."""
    found = protection.referred(loader_cursor, sent.people, sent.amir)
    protection.enquired(found)
    return found


def meeting(case, *, held: datetime, came: dict[str, Came], why: str = "") -> MeetingChild:
    """Call a conference about Amir, ask those who came, and record that it was held."""
    with casework.working(case.people[WORKER], at=CALLED) as by:
        called = meetings.call(
            by=by, kind="initial-conference", about=[case.child], chair=case.people[CHAIR],
            planned_at=held, at=CALLED,
        )  # fmt: skip
        asked = {
            who: invitations.invite(
                by=by, meeting_id=called.pk, account=case.people[who], at=CALLED
            ).pk
            for who in came
        }
    after = held.replace(hour=15)
    with casework.working(case.people[CHAIR], at=after) as by:
        held_meetings.hold(
            by=by, meeting_id=called.pk, held_at=held, at=after, why=why,
            came={asked[who]: how for who, how in came.items()},
            taken_up_on=after.date() if why else None,
        )  # fmt: skip
        return MeetingChild.objects.get(meeting=called)


def decide(case, child: MeetingChild, answers, *, at: datetime) -> MeetingChild:
    with casework.working(case.people[CHAIR], at=at) as by:
        meeting_decisions.decide(
            by=by, meeting_id=child.meeting_id, children=[child.pk], answers=answers, at=at
        )
        return MeetingChild.objects.select_related("entry").get(pk=child.pk)


ALL = {WORKER: CAME, "health visitor": CAME, "protection officer": CAME}


def test_a_conference_records_itself_and_opens_the_plan(case):
    child = decide(case, meeting(case, held=HELD, came=ALL), DECIDED, at=HELD.replace(hour=16))

    assert child.entry.step == "conference-held"
    assert child.entry.answers["conference_on"] == "2020-03-25"
    assert child.entry.answers["conference_agencies"] == ["police", "health"]
    assert child.entry.happened_at == HELD
    plan = case.open("protection-plan", who=MANAGER, day="2020-03-26")
    with casework.working(case.people[MANAGER], at=HELD.replace(day=26)):
        assert Episode.objects.get(pk=plan).opened_at.date() >= HELD.date()


def test_short_of_its_quorum_the_record_says_why(case):
    came = {WORKER: CAME, "health visitor": ABSENT, "protection officer": ABSENT}
    held = meeting(case, held=HELD, came=came, why="Canary: snow")
    child = decide(case, held, DECIDED, at=HELD.replace(hour=16))

    assert child.entry.answers["conference_agencies"] == ["nobody"]
    assert child.entry.answers["conference_inquorate_because"] == "Canary: snow"


def test_what_the_record_wants_besides_is_asked_on_the_same_form(case):
    held = meeting(case, held=LATE, came=ALL)
    at = LATE.replace(hour=16)
    with pytest.raises(Refused) as refused:
        decide(case, held, DECIDED, at=at)
    assert [each.field for each in refused.value.problems] == ["conference_late_because"]

    child = decide(case, held, {**DECIDED, "conference_late_because": WORDS}, at=at)
    assert child.entry.step == "conference-held"
