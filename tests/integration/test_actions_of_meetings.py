"""What a meeting agreed, tracked for one of its children or for an agency."""

import pytest

from goldenthread.access.decision import Denied
from goldenthread.queries import tracked, tracked_origins
from tests.made import casework, visit
from tests.made.met import call, child_of

pytestmark = pytest.mark.postgresql

DAY = {"due_on-day": "30", "due_on-month": "4", "due_on-year": "2020"}
SAID = {
    "what": "Canary: read with him at breakfast",
    "why": "The conference asked for it",
    "owner_agency": "Council children's services",
}


def test_an_action_of_a_conference_is_the_childs_and_says_where_it_came_from(case, bare):
    meeting = call(case, bare)
    child = child_of(bare, case.amir)
    client = visit.signed_in(case.people["social worker"])

    made = client.post(f"/meetings/{meeting.pk}/action/{child}/", {**SAID, **DAY})
    wide = client.post(f"/meetings/{meeting.pk}/action/", {**SAID, **DAY})

    assert (made.status_code, wide.status_code) == (302, 302)
    with casework.working(case.people["social worker"]) as viewer:
        found = tracked.of_origin(viewer=viewer, origin_id=meeting.pk, on=casework.NOW.date())
    assert sorted((each.child, each.origin) for each in found) == [
        ("", "A meeting"),
        ("Amir Akhtar", "A meeting"),
    ]


def test_of_a_child_the_meeting_was_not_about_none_is_added(case, bare):
    meeting = call(case, bare)
    other = child_of(bare, case.zain)
    with pytest.raises(Denied), casework.working(case.people["social worker"]) as viewer:
        tracked_origins.meeting(viewer=viewer, meeting_id=meeting.pk, person_id=other)


@pytest.mark.parametrize("who", ["lead", "screener", "police partner"])
def test_nobody_adds_one_to_a_meeting_they_do_not_see(case, bare, who):
    meeting = call(case, bare)
    with pytest.raises(Denied), casework.working(case.people[who]) as viewer:
        tracked_origins.meeting(viewer=viewer, meeting_id=meeting.pk, person_id=None)
