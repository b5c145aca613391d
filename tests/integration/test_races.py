"""Two people at one thing in the same moment: one wins, the other is told, nothing is half kept.

SECURITY P12. A few rounds of each in every run, and a hundred in the slow one.
"""

from uuid import UUID

import pytest

from goldenthread.actions import contacts, corrections, entries, referrals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.referrals import Sent
from goldenthread.records.episode import Episode
from tests.made import casework, races, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


def test_two_people_deciding_one_contact(rounds, people, owner_cursor):
    """Each chooses another outcome; the loser's words, referral and trail are nowhere."""
    for contact in races.many_contacts(people, rounds):
        casework.screen(people, contact)
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def decide(who: str, answers: dict, *, contact=contact, version=version) -> UUID:
            with casework.working(people[who]) as by:
                return entries.record(
                    by=by, step="contact-decided", on=contact, answers=answers, at=NOW,
                    version=version,
                ).pk  # fmt: skip

        won, lost = races.won_and_lost(
            ended := races.at_once(
                lambda: decide("manager", casework.REFER),
                lambda: decide("second manager", casework.ADVISE),
            )
        )
        assert isinstance(lost, Conflict)
        referred = ended[0] == won
        owner_cursor.execute(
            "select id from gt_entry where episode_id = %s and step = 'contact-decided'", [contact]
        )
        assert owner_cursor.fetchall() == [(won,)]
        opened = "select count(*) from gt_episode where opened_from_id = %s"
        assert races.counted(owner_cursor, opened, contact) == int(referred)
        done = "select count(*) from gt_trail where resource = %s and %s = any(object_ids)"
        assert races.counted(owner_cursor, done, "contact-decided", contact) == 1


def test_two_people_deciding_with_no_version_still_decide_once(rounds, people, owner_cursor):
    """The API may send none: then the step itself cannot follow twice."""
    for contact in races.many_contacts(people, rounds):
        casework.screen(people, contact)
        _, lost = races.won_and_lost(
            races.at_once(
                lambda c=contact: casework.decide(people, c, casework.REFER),
                lambda c=contact: casework.record(
                    people["second manager"], "contact-decided", c, casework.ADVISE
                ),
            )
        )
        assert isinstance(lost, Conflict) and "cannot be recorded now" in lost.says


def test_two_people_taking_one_contact(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        with casework.working(people["screener"]):
            version = Episode.objects.get(pk=contact).version

        def take(who: str, *, contact=contact, version=version) -> Episode:
            with casework.working(people[who]) as by:
                return contacts.claim(by=by, episode_id=contact, version=version, at=NOW)

        won, lost = races.won_and_lost(
            races.at_once(lambda: take("screener"), lambda: take("second screener"))
        )
        assert isinstance(lost, Conflict) and "took this before you" in lost.says
        owner_cursor.execute(
            "select distinct account_id from gt_grant where source = %s", [f"claim:{contact}"]
        )
        assert owner_cursor.fetchall() == [(won.claimed_by_id,)]


def test_one_draft_sent_twice_in_the_same_moment_is_one_contact(rounds, people, owner_cursor):
    """A double click: both are answered with the one reference."""
    for _ in range(rounds):
        draft_id = casework.drafted(people["lead"], "Amir", "Zain")

        def send(*, draft_id=draft_id) -> Sent:
            with casework.working(people["lead"]) as by:
                return referrals.send(by=by, draft_id=draft_id, at=NOW)

        first, second = races.at_once(send, send)
        assert isinstance(first, Sent), first
        assert first == second
    assert races.counted(owner_cursor, "select count(*) from gt_occasion") == rounds
    assert races.counted(owner_cursor, "select count(*) from gt_episode") == 2 * rounds
    assert races.counted(owner_cursor, "select count(*) from procrastinate_jobs") == rounds
    sent = "select count(*) from gt_trail where verb = 'referral.send'"
    assert races.counted(owner_cursor, sent) == rounds


def test_two_contacts_of_one_child_open_one_referral(rounds, people, owner_cursor, loader_cursor):
    for contact in races.many_contacts(people, rounds):
        other = casework.second_contact(loader_cursor, contact)
        for each in (contact, other):
            casework.screen(people, each)
        _, lost = races.won_and_lost(
            races.at_once(
                lambda c=contact: casework.decide(people, c, casework.REFER),
                lambda c=other: casework.record(
                    people["second manager"], "contact-decided", c, casework.REFER
                ),
            )
        )
        assert isinstance(lost, Refused)
        assert "already open" in lost.problems[0].message
        held = (
            "select count(*) from gt_entry where step = 'contact-decided' and episode_id = any(%s)"
        )
        assert races.counted(owner_cursor, held, [contact, other]) == 1


def test_one_entry_corrected_by_two_people_is_corrected_once(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        entry_id = casework.screen(people, contact)

        def correct(who: str, *, entry_id=entry_id) -> UUID:
            with casework.working(people[who]) as by:
                return corrections.correct(
                    by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
                ).pk

        _, lost = races.won_and_lost(
            races.at_once(lambda: correct("screener"), lambda: correct("manager"))
        )
        assert isinstance(lost, Conflict) and "corrected already" in lost.says
        again = "select count(*) from gt_entry where supersedes_id = %s"
        assert races.counted(owner_cursor, again, entry_id) == 1


def test_an_acknowledgement_asked_for_twice_in_the_same_moment_is_sent_once(
    rounds, people, owner_cursor, mailoutbox
):
    for _ in range(rounds):
        occasion_id = casework.send(people["lead"], "Amir", "Zain")
        ended = races.at_once(
            lambda o=occasion_id: casework.acknowledge(o),
            lambda o=occasion_id: casework.acknowledge(o),
        )
        assert True in ended, ended
        assert all(each in (True, False) or isinstance(each, Conflict) for each in ended), ended
        written = (
            "select count(*) from gt_entry where step = 'contact-acknowledged' and occasion_id = %s"
        )
        assert races.counted(owner_cursor, written, occasion_id) == 2
    assert len(mailoutbox) == rounds


def test_a_contact_handed_over_while_somebody_takes_it(rounds, people, owner_cursor):
    """One holds it: whoever was given it, or whoever took it first and is told."""
    for contact in races.many_contacts(people, rounds):
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def take(*, contact=contact, version=version) -> UUID:
            with casework.working(people["screener"]) as by:
                return contacts.claim(
                    by=by, episode_id=contact, version=version, at=NOW
                ).claimed_by_id

        def give(*, contact=contact, version=version) -> UUID:
            with casework.working(people["manager"]) as by:
                return contacts.hand_over(
                    by=by, episode_id=contact, to=people["second screener"],
                    why="Yours since Monday", version=version, at=NOW,
                ).claimed_by_id  # fmt: skip

        won, lost = races.won_and_lost(races.at_once(take, give))
        assert isinstance(lost, Conflict), lost
        owner_cursor.execute(
            "select distinct account_id from gt_grant where source = %s and ends_at is null",
            [f"claim:{contact}"],
        )
        assert owner_cursor.fetchall() == [(won,)]


def test_the_loser_of_a_race_on_a_page_is_answered_409_with_their_words(
    rounds, people, owner_cursor
):
    """Through the pages themselves, so that no deadlock or fault is shown as one of ours."""
    for contact in races.many_contacts(people, rounds):
        casework.screen(people, contact)
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def decide(who: str, *, contact=contact, version=version) -> tuple[int, str]:
            answer = visit.signed_in(people[who]).post(
                f"/contacts/{contact}/contact-decided/",
                {"version": str(version), "outcome": "advice-to-professional",
                 "rationale": f"The words of the {who}"},
            )  # fmt: skip
            return answer.status_code, answer.content.decode()

        ended = races.at_once(lambda: decide("manager"), lambda: decide("second manager"))
        assert sorted(status for status, _ in ended) == [302, 409], ended
        (lost,) = (place for place, (status, _) in enumerate(ended) if status == 409)
        who = ("manager", "second manager")[lost]
        assert f"The words of the {who}" in ended[lost][1]
