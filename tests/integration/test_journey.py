"""One worry from the form to the words told, through the product's own doors.

The referrer sends, the front door receives, acknowledges, screens, decides and tells; each of them
sees at each stage what is theirs to see (DESIGN sections 4 and 7; DOMAIN section 1).
"""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from goldenthread.access.decision import Denied
from goldenthread.actions import drafts, outcomes, referrals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import episode, queue, thread
from goldenthread.queries import referrals as followed
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.occasion import Occasion
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


def state_for(sent, who: str) -> str:
    with casework.working(sent.people[who]) as viewer:
        return followed.one(viewer=viewer, occasion_id=sent.occasion_id).state


def jobs_waiting() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name from procrastinate_jobs order by id")
        return [name for (name,) in cursor.fetchall()]


def test_a_worry_about_two_siblings_from_the_form_to_the_words_told(sent):
    p = sent.people
    assert state_for(sent, "lead") == "Sent"
    assert jobs_waiting() == ["acknowledge_occasion"]

    assert casework.acknowledge(sent.occasion_id) is True
    assert state_for(sent, "lead") == "Received: the front door is deciding"

    with casework.working(p["screener"]) as viewer:
        waiting = queue.waiting(viewer=viewer, now=NOW)
        assert {row.episode_id for row in waiting.rows} == {sent.amir, sent.zain}
        assert {row.siblings for row in waiting.rows} == {1}
    casework.claim(p["screener"], sent.amir)
    casework.screen(p, sent.amir)
    casework.decide(p, sent.amir, casework.REFER)
    casework.tell(p, sent.amir)
    assert state_for(sent, "lead") == "Answered for some of the children"
    casework.screen(p, sent.zain, purpose="advice-request")
    casework.record(p["screener"], "contact-decided", sent.zain, casework.ADVISE)
    casework.tell(p, sent.zain)
    assert state_for(sent, "lead") == "Answered"
    assert jobs_waiting().count("tell_referrer") == 2

    with casework.working(p["lead"]) as viewer:
        told = followed.one(viewer=viewer, occasion_id=sent.occasion_id)
        assert [child.told for child in told.children] == [casework.LETTER["told_referrer"]] * 2
    with casework.working(p["manager"]) as viewer:
        page = episode.one(viewer=viewer, episode_id=sent.amir, now=NOW)
        story = thread.of(viewer=viewer, person_id=page.person_id, now=NOW)
    assert [entry.step for entry in story.entries] == [
        "contact-received",
        "contact-acknowledged",
        "contact-screened",
        "contact-decided",
        "contact-outcome-told",
        "referral-opened",
    ]


def test_an_acknowledgement_is_one_message_without_a_word_of_what_was_sent(sent):
    assert casework.acknowledge(sent.occasion_id) is True
    assert casework.acknowledge(sent.occasion_id) is False
    (message,) = mail.outbox
    assert message.to == ["lead@example.invalid"]
    for word in ("Canary", "Amir", "Zain", "Akhtar", "Beck Lane"):
        assert word not in message.subject + message.body


def test_the_message_that_an_outcome_waits_says_nothing_of_it(sent):
    assert outcomes.notify(account_id=sent.people["lead"]) is True
    (message,) = mail.outbox
    for word in ("Canary", "Amir", "Akhtar", "referral-to-social-care"):
        assert word not in message.subject + message.body


def test_sending_a_draft_twice_is_one_contact(people):
    draft_id = casework.drafted(people["lead"], "Amir")
    with casework.working(people["lead"]) as by:
        first = referrals.send(by=by, draft_id=draft_id, at=NOW)
    with casework.working(people["lead"]) as by:
        assert referrals.send(by=by, draft_id=draft_id, at=NOW) == first
    with casework.working(people["manager"]):
        assert Episode.objects.count() == Occasion.objects.count() == 1
    assert jobs_waiting() == ["acknowledge_occasion"]


def test_what_was_typed_is_not_kept_a_second_time_once_it_is_sent(people):
    draft_id = casework.drafted(people["lead"], "Amir")
    with casework.working(people["lead"]) as by:
        referrals.send(by=by, draft_id=draft_id, at=NOW)
        kept = Draft.objects.get(pk=draft_id)
        assert kept.typed == {} and kept.sent_occasion_id is not None
        with pytest.raises(Conflict, match="has been sent"):
            drafts.save(
                by=by, instrument="referral-form", typed={"a": ["b"]}, at=NOW, draft_id=draft_id
            )
        with pytest.raises(Conflict, match="has been sent"):
            drafts.discard(by=by, draft_id=draft_id)


def test_a_form_that_is_not_finished_is_refused_beside_its_fields_and_nothing_is_sent(people):
    draft_id = casework.drafted(people["lead"], "Amir", told_family="no", reach_me="")
    with casework.working(people["lead"]) as by, pytest.raises(Refused) as refused:
        referrals.send(by=by, draft_id=draft_id, at=NOW)
    assert {problem.field for problem in refused.value.problems} == {"why_not_told", "reach_me"}
    with casework.working(people["manager"]):
        assert Occasion.objects.count() == Episode.objects.count() == Entry.objects.count() == 0
    with casework.working(people["lead"]):
        assert Draft.objects.get(pk=draft_id).typed["worried_about"] == ["Canary: the worry"]
        assert Grant.objects.filter(account_id=people["lead"]).count() == 0


def test_a_draft_is_its_writers_alone(people):
    draft_id = casework.drafted(people["lead"], "Amir")
    for who in ("other lead", "colleague"):
        with casework.working(people[who]) as by:
            for attempt in (
                lambda by=by: referrals.send(by=by, draft_id=draft_id, at=NOW),
                lambda by=by: drafts.discard(by=by, draft_id=draft_id),
                lambda by=by: followed.draft(viewer=by, draft_id=draft_id),
            ):
                with pytest.raises(Denied) as denied:
                    attempt()
                assert denied.value.hidden


def test_a_draft_open_in_two_windows_keeps_the_newer_words(people):
    draft_id = casework.drafted(people["lead"], "Amir")
    with casework.working(people["lead"]) as by:
        version = Draft.objects.get(pk=draft_id).version
        save = {"by": by, "instrument": "referral-form", "draft_id": draft_id, "at": NOW}
        drafts.save(typed={"worried_about": ["newer"]}, version=version, **save)
        with pytest.raises(Conflict, match="another window"):
            drafts.save(typed={"worried_about": ["older"]}, version=version, **save)
        assert Draft.objects.get(pk=draft_id).typed["worried_about"] == ["newer"]


def test_a_referrer_never_sees_another_schools_or_a_colleagues_referral(sent):
    for who in ("other lead", "colleague"):
        with casework.working(sent.people[who]) as viewer:
            assert followed.mine(viewer=viewer) == ()
            with pytest.raises(Denied) as denied:
                followed.one(viewer=viewer, occasion_id=sent.occasion_id)
            assert denied.value.hidden


def test_a_closed_contact_leaves_the_desk_and_its_siblings_stay(sent, loader_cursor):
    p = sent.people
    loader_cursor.execute(
        "insert into gt_identifier (id, person_id, kind, value, scope, desk, seal)"
        " select gen_random_uuid(), id, 'nhs', id::text, scope, desk, seal from gt_person"
    )
    casework.claim(p["screener"], sent.amir)
    casework.screen(p, sent.amir, purpose="advice-request")
    casework.decide(p, sent.amir, casework.ADVISE)
    casework.tell(p, sent.amir, at=NOW + timedelta(hours=1))
    for who in ("screener", "manager"):
        with casework.working(p[who], at=NOW + timedelta(hours=1)) as viewer:
            assert {e.pk for e in Episode.objects.all()} == {sent.zain}
            with pytest.raises(Denied):
                episode.one(viewer=viewer, episode_id=sent.amir, now=NOW)
    loader_cursor.execute("select ends_at from gt_grant where source = %s", [f"claim:{sent.amir}"])
    ends = loader_cursor.fetchall()
    assert ends == [(NOW + timedelta(hours=1),)] * 2
    for table in ("gt_person", "gt_identifier", "gt_episode", "gt_clock_run"):
        loader_cursor.execute(
            f"select distinct desk from {table} where scope ="
            " (select subject_person_id from gt_episode where id = %s)", [sent.amir],
        )  # fmt: skip
        assert loader_cursor.fetchall() == [("",)], table
    loader_cursor.execute("select desk from gt_occasion")
    assert loader_cursor.fetchall() == [("front-door",)], "Zain's contact still needs it"


def test_the_occasion_leaves_the_desk_with_the_last_of_its_contacts(sent, loader_cursor):
    for contact in (sent.amir, sent.zain):
        casework.screen(sent.people, contact, purpose="advice-request")
        casework.decide(sent.people, contact, casework.ADVISE)
        casework.tell(sent.people, contact)
    loader_cursor.execute(
        "select desk from gt_occasion union select desk from gt_entry"
        " union select desk from gt_person union select desk from gt_episode"
    )
    assert loader_cursor.fetchall() == [("",)]


def test_a_contact_leaves_with_the_referral_it_opened_when_that_closes(sent, loader_cursor):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir)
    casework.close_referral(sent.people, sent.amir)
    with casework.working(sent.people["manager"]):
        assert {each.pk for each in Episode.objects.all()} == {sent.zain}
    loader_cursor.execute("select desk, count(*) from gt_episode group by 1 order by 1")
    assert loader_cursor.fetchall() == [("", 2), ("front-door", 1)]


def test_a_contact_stays_while_the_referral_it_opened_is_held(sent):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir)
    with casework.working(sent.people["screener"]) as viewer:
        page = episode.one(viewer=viewer, episode_id=sent.amir, now=NOW)
        assert page.state == "Closed" and page.next_steps == ()
        assert len(queue.waiting(viewer=viewer, now=NOW).rows) == 1, "closed, so not waiting"
