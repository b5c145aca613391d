"""The chronology in pages and by choice, and a queue whose questions do not grow with it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.queries import queue, thread
from goldenthread.queries.chronology import Only
from goldenthread.queries.queue import Only as OnlyInQueue
from goldenthread.records.episode import Episode
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


def read(sent, **asked) -> thread.Thread:
    with casework.working(sent.people["manager"]) as viewer:
        person = Episode.objects.get(pk=sent.amir).subject_person_id
        return thread.of(viewer=viewer, person_id=person, now=NOW, **asked)


@pytest.fixture
def worked(sent):
    casework.acknowledge(sent.occasion_id)
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir)
    return sent


def test_pages_of_a_thread_laid_end_to_end_are_the_thread(worked):
    whole = [entry.step for entry in read(worked).entries]
    assert len(whole) == 6
    newest, middle, oldest = (read(worked, most=2, older=back) for back in (0, 1, 2))
    assert [each.more for each in (newest, middle, oldest)] == [True, True, False]
    parts = [entry.step for part in (oldest, middle, newest) for entry in part.entries]
    assert parts == whole
    assert read(worked, most=2, older=9).entries == ()


def test_a_thread_is_chosen_by_part_step_agency_day_and_words(worked):
    def steps(**asked) -> list[str]:
        return [entry.step for entry in read(worked, only=Only(**asked)).entries]

    assert steps(pathway="referral") == ["referral-opened"]
    assert steps(step="contact-screened") == ["contact-screened"]
    assert steps(words="CANARY: SCREENED") == ["contact-screened"]
    assert steps(words="100%") == steps(words="_") == []
    assert steps(since=date(2020, 3, 4)) == steps(until=date(2020, 3, 2)) == []
    assert len(steps(since=NOW.date(), until=NOW.date())) == 6
    assert steps(agency="nobody") == []


def test_the_choices_count_the_whole_thread_whatever_is_chosen(worked):
    found = read(worked, only=Only(step="contact-screened")).choices
    assert found.total == 6 == sum(each.number for each in found.steps)
    assert {each.key: each.number for each in found.pathways} == {"contact": 5, "referral": 1}


def test_the_queue_is_chosen_by_lane_and_by_who_holds_it(sent):
    casework.claim(sent.people["screener"], sent.amir)
    with casework.working(sent.people["screener"]) as viewer:

        def held(**asked) -> set:
            rows = queue.waiting(viewer=viewer, now=NOW, only=OnlyInQueue(**asked))
            return {row.episode_id for row in (*rows.pinned, *rows.rows)}

        assert held() == {sent.amir, sent.zain}
        assert held(held="mine") == {sent.amir}
        assert held(held="unclaimed") == {sent.zain}
        assert held(late=True) == held(lane="advice") == set()
        assert held(lane="concern") == {sent.amir, sent.zain}
        found = queue.waiting(viewer=viewer, now=NOW)
        assert (found.waiting, found.mine, found.unclaimed) == (2, 1, 1)


def test_a_child_in_danger_now_stands_above_what_was_due_before(sent):
    sent_now = casework.send(sent.people["other lead"], "Isla", in_danger_now="yes")
    (isla,) = casework.contacts_of(sent_now, people=sent.people)
    with casework.working(sent.people["screener"]) as viewer:
        found = queue.waiting(viewer=viewer, now=NOW)
    assert [row.episode_id for row in found.pinned] == [isla]
    assert found.pinned[0].minutes == 0
    assert {row.episode_id for row in found.rows} == {sent.amir, sent.zain}


def test_the_questions_asked_do_not_grow_with_the_queue_or_the_thread(worked):
    def asked() -> tuple[int, int]:
        with casework.working(worked.people["manager"]) as viewer:
            with CaptureQueriesContext(connection) as queued:
                queue.waiting(viewer=viewer, now=NOW)
            with CaptureQueriesContext(connection) as told:
                person = Episode.objects.get(pk=worked.zain).subject_person_id
                thread.of(viewer=viewer, person_id=person, now=NOW)
        return len(queued), len(told)

    few = asked()
    for number in range(4):
        casework.send(worked.people["lead"], f"Child{number}", f"Other{number}")
    casework.screen(worked.people, worked.zain)
    assert asked() == few
    assert few[0] <= 4
