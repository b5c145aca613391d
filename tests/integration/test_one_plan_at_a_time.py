"""The database itself refuses two plans of one child on one day, whoever writes them and how."""

from uuid import uuid4

import psycopg
import pytest

from tests.made import protection

COPY = (
    "insert into gt_episode (id, pathway, subject_person_id, reference, agency_id, opened_at, sole,"
    " state, last_step, lane, due_clock, version, scope, desk, seal, one_of, began_on, ended_on)"
    " select %(id)s, %(pathway)s, subject_person_id, %(reference)s, agency_id, opened_at, false,"
    " '', '', '', '', 1, scope, '', %(seal)s, %(one_of)s, %(began)s, %(ended)s"
    " from gt_episode where id = %(of)s"
)


@pytest.fixture
def plan(sent, loader_cursor):
    """A protection plan from Thursday 26 March 2020, still open."""
    case = protection.referred(loader_cursor, sent.people, sent.amir)
    return protection.planned(case)


def put(cursor, plan, *, began, ended=None, one_of="plan", seal=""):
    asked = {
        "id": uuid4(),
        "pathway": "child-in-need-plan",
        "reference": f"X-{uuid4()}",
        "of": plan,
        "one_of": one_of,
        "began": began,
        "ended": ended,
        "seal": seal,
    }
    cursor.execute(COPY, asked)


@pytest.mark.parametrize(
    ("began", "ended"),
    [
        ("2020-03-26", None),
        ("2020-05-01", None),
        ("2020-05-01", "2020-06-01"),
        ("2020-01-01", "2020-03-27"),
        ("2020-01-01", None),
    ],
)
def test_a_plan_that_shares_a_day_with_it_is_refused(plan, loader_cursor, began, ended):
    with pytest.raises(psycopg.errors.ExclusionViolation, match="gt_episode_alone"):
        put(loader_cursor, plan, began=began, ended=ended)


@pytest.mark.parametrize(
    ("began", "ended", "more"),
    [
        # One may begin on the day the other ends.
        ("2020-01-01", "2020-03-26", {}),
        ("2020-05-01", None, {"one_of": "assessment"}),
        ("2020-05-01", None, {"one_of": ""}),
        # Or a refusal would tell that there is a sealed one.
        ("2020-05-01", None, {"seal": "restricted:another"}),
    ],
)
def test_what_shares_no_day_or_is_no_plan_is_kept(plan, loader_cursor, began, ended, more):
    put(loader_cursor, plan, began=began, ended=ended, **more)


def test_no_plan_ends_before_it_began(plan, loader_cursor):
    with pytest.raises(psycopg.errors.CheckViolation, match="gt_episode_ended_after_began"):
        put(loader_cursor, plan, began="2020-03-01", ended="2020-02-28")
