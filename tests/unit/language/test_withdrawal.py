"""Whether one entry can be taken out of its episode, asked of the front door's own pathways."""

import pytest

from goldenthread.content import catalogue
from goldenthread.language import withdrawal
from goldenthread.language.withdrawal import Standing

RECEIVED = ("contact-received", {})
SCREENED = ("contact-screened", {"purpose": "concern"})
POLICE = ("domestic-abuse-police-view", {})
SOCIAL_WORK = ("domestic-abuse-social-work-view", {})
TRIAGED = ("domestic-abuse-triaged", {"triage_outcome": "no-further-action"})
OPENED = ("mash-opened", {})
GIVEN = ("mash-information-given", {"known_to_agency": "no"})
ADVISED = ("contact-decided", {"outcome": "advice-to-professional"})
REFERRED = ("contact-decided", {"outcome": "referral-to-social-care"})
PASSED = ("contact-decided", {"outcome": "allocated-worker"})
TOLD = ("contact-outcome-told", {})


def hindrance(place, *entries):
    standing = [Standing(step=step, answers=answers) for step, answers in entries]
    return withdrawal.hindrance(catalogue.pathway("contact"), standing, place, beneath={})


@pytest.mark.parametrize(
    ("place", "entries"),
    [
        (1, (RECEIVED, SCREENED)),
        (2, (RECEIVED, SCREENED, ADVISED)),
        # One agency's information of two, and the only one: nothing rests on either.
        (3, (RECEIVED, SCREENED, OPENED, GIVEN, GIVEN)),
        (3, (RECEIVED, SCREENED, OPENED, GIVEN, REFERRED, TOLD)),
        (2, (RECEIVED, POLICE, SOCIAL_WORK)),
    ],
)
def test_it_can_be_where_the_rest_stands_without_it(place, entries):
    assert hindrance(place, *entries) == ""


@pytest.mark.parametrize(
    ("place", "entries", "says"),
    [
        (1, (RECEIVED, SCREENED, ADVISED), "recorded after it and rests on it"),
        (2, (RECEIVED, SCREENED, OPENED, GIVEN), "rests on it"),
        (1, (RECEIVED, POLICE, SOCIAL_WORK, TRIAGED), "rests on it"),
        (2, (RECEIVED, SCREENED, REFERRED), "opened by it"),
        (2, (RECEIVED, SCREENED, PASSED), "passed to whoever holds"),
        (3, (RECEIVED, SCREENED, ADVISED, TOLD), "It closed this"),
    ],
)
def test_what_hinders_it_is_said_with_what_to_do_instead(place, entries, says):
    found = hindrance(place, *entries)
    assert says in found and "withdraw all of it instead" in found
