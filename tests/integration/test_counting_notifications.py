"""From notifications and disagreements as they are recorded to the numbers of the year."""

from datetime import datetime, timedelta

import pytest

from goldenthread.actions import datasets
from goldenthread.actions import disagreements as raising
from goldenthread.insight import signs
from goldenthread.kernel.calendar import LONDON
from tests.integration.test_disagreements import SAID, SETTLED, pass_on
from tests.integration.test_notifications import both_views, decide, held, people, send  # noqa: F401
from tests.made import casework
from tests.made import notifications as made
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

DAY = timedelta(days=1)


@pytest.fixture
def printed(database, home):
    """The signs of 2019-20 as the command prints them, by their number, after an extract."""

    def take(*, period="2019-20", at=NOW + 10 * DAY):
        datasets.extract(home=home, url=database.url("gt_extract"), now=at)
        rows = signs.rows(home=home, period=period, source="live")
        return {row.indicator.id: row.observation for row in rows}

    return take


def test_notifications_are_counted_as_they_were_triaged(people, printed):  # noqa: F811
    again = made.child(given_name="Isla", family_name="Osman")
    for number, (child, outcome, at) in enumerate(
        (
            (made.child(), "no-role-record", NOW),
            (made.child(given_name="Zain"), "mash-enquiry", NOW + DAY),
            (again, "early-help-offer", NOW + 3 * DAY),
            (again, "", NOW),
        )
    ):
        send(people, made.answers(child, police_reference=f"T/{number}"))
        if not outcome:
            continue
        episode = next(each for each in held(people, "screener") if each.lane == "domestic-abuse")
        both_views(people, episode.pk, outcome, at=at)
        decide(people, episode.pk, outcome, at=at)

    found = printed()

    assert found["IND-DV-01"].numerator == 4
    # Two in time, one late, one that nobody has triaged.
    assert (found["IND-DV-02"].numerator, found["IND-DV-02"].denominator) == (2, 4)
    assert (found["IND-DV-03"].numerator, found["IND-DV-03"].denominator) == (1, 4)
    assert (found["IND-DV-04"].numerator, found["IND-DV-04"].denominator) == (1, 4)


def test_disagreements_are_counted_by_the_stage_they_were_at(sent, printed):
    def begin(contact):
        with casework.working(sent.people["lead"]) as by:
            return raising.begin(by=by, contact_id=contact, answers=SAID, at=NOW).pk

    quick, slow = begin(sent.amir), begin(sent.zain)
    casework.record(sent.people["screener"], "disagreement-settled", quick, SETTLED, at=NOW)
    pass_on(sent.people["screener"], slow, 2)

    found = printed()

    assert (found["IND-LN-07-1"].numerator, found["IND-LN-07-1"].denominator) == (2, 2)
    assert (found["IND-LN-07-2"].numerator, found["IND-LN-07-2"].denominator) == (0, 1)
    assert found["IND-LN-07-3"].denominator == 0


def test_what_the_records_were_not_asked_about_is_not_nought(sent, printed):
    found = printed(at=datetime(2020, 3, 9, 9, tzinfo=LONDON))["IND-LN-07-1"]

    assert (found.value, found.reason) == (
        None,
        "Nothing is held about disagreements in 2019-20.",
    )
