"""The night sheet: all that is immediate, what was handed over, and nothing handed back."""

from datetime import timedelta

import pytest

from goldenthread.access.decision import Denied
from goldenthread.queries import night
from tests.made import casework

EVENING = casework.NOW + timedelta(hours=7)
LEFT = {"watch_for": "Canary: watch for the father", "do_if": "Canary: ring the grandmother"}
BACK = {"night_happened": "Canary: a quiet night"}


def sheet(who):
    with casework.working(who, at=EVENING) as viewer:
        return night.sheet(viewer=viewer, now=EVENING)


def test_what_is_handed_over_is_on_the_sheet_until_it_is_handed_back(sent):
    duty = sent.people["emergency duty"]
    assert sheet(duty) == ()

    casework.record(sent.people["screener"], "night-handed-over", sent.amir, LEFT, at=EVENING)

    (amir,) = sheet(duty)
    assert (amir.episode_id, amir.watch_for, amir.do_if) == (sent.amir, *LEFT.values())
    assert amir.handed_by == "Screener"
    later = EVENING + timedelta(minutes=1)
    casework.record(duty, "night-handed-back", sent.amir, BACK, at=later)
    assert sheet(duty) == ()


def test_everything_immediate_and_open_is_on_it_whether_or_not_it_was_handed_over(people):
    occasion = casework.send(people["lead"], "Amir", "Zain", in_danger_now="yes")
    amir, zain = casework.contacts_of(occasion, people=people)
    casework.record(people["screener"], "night-handed-over", zain, LEFT, at=EVENING)

    found = sheet(people["emergency duty"])

    assert [(each.episode_id, each.handed_at is not None) for each in found] == [
        (zain, True),
        (amir, False),
    ]
    assert found[0].reach == "01274 000000"


def test_the_night_team_screens_and_decides_what_cannot_wait(people):
    occasion = casework.send(people["lead"], "Amir", in_danger_now="yes")
    (amir,) = casework.contacts_of(occasion, people=people)
    duty = people["emergency duty"]

    casework.record(duty, "contact-screened", amir, casework.SCREENED, at=EVENING)
    straight = {"outcome": "strategy-discussion", "rationale": "Canary: cannot wait"}
    casework.record(duty, "contact-decided", amir, straight, at=EVENING)


def test_the_night_team_does_not_decide_what_can_wait(sent):
    duty = sent.people["emergency duty"]
    casework.screen(sent.people, sent.amir)

    with pytest.raises(Denied):
        casework.record(duty, "contact-decided", sent.amir, casework.REFER, at=EVENING)


def test_a_partner_has_no_sheet(people):
    with pytest.raises(Denied):
        sheet(people["police partner"])
