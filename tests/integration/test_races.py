"""Two people at one thing in the same moment: one wins, the other is told, nothing is half kept.

SECURITY P12. Real threads, real connections, real commits; both wait at one line before they start.
"""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from goldenthread.access.decision import Denied
from goldenthread.actions import contacts, corrections, entries, referrals, withdrawals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.referrals import Sent
from goldenthread.records.episode import Episode
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

ROUNDS = 25


def at_once(*doings: Callable[[], Any]) -> list[Any]:
    """Do each in a thread of its own, all let go together; return what each returned or raised."""
    ended: list[Any] = [None] * len(doings)
    line = threading.Barrier(len(doings), timeout=20)

    def run(place: int) -> None:
        try:
            line.wait()
            ended[place] = doings[place]()
        except Exception as problem:  # noqa: BLE001  # what it raised is what is looked at
            ended[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(doings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=40)
    return ended


def many_contacts(people: casework.People, number: int) -> list[UUID]:
    """Return so many contacts waiting to be screened."""
    found: list[UUID] = []
    while len(found) < number:
        names = [f"Child{place}" for place in range(min(12, number - len(found)))]
        occasion_id = casework.send(people["lead"], *names)
        found += casework.contacts_of(occasion_id, people=people)
    return found


def counted(cursor: Any, query: str, *values: object) -> int:
    cursor.execute(query, values)
    return int(cursor.fetchone()[0])


def won_and_lost(ended: list[Any]) -> tuple[Any, Exception]:
    """Return what the winner has and what the loser was told; fail unless there is one of each."""
    lost = [each for each in ended if isinstance(each, Exception)]
    won = [each for each in ended if not isinstance(each, Exception)]
    assert len(won) == len(lost) == 1, ended
    return won[0], lost[0]


def test_two_people_deciding_one_contact(people, owner_cursor):
    """Each chooses another outcome; the loser's words, referral and trail are nowhere."""
    for contact in many_contacts(people, ROUNDS):
        casework.screen(people, contact)
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def decide(who: str, answers: dict, *, contact=contact, version=version) -> UUID:
            with casework.working(people[who]) as by:
                return entries.record(
                    by=by, step="contact-decided", on=contact, answers=answers, at=NOW,
                    version=version,
                ).pk  # fmt: skip

        won, lost = won_and_lost(
            ended := at_once(
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
        assert counted(owner_cursor, opened, contact) == int(referred)
        done = "select count(*) from gt_trail where resource = %s and %s = any(object_ids)"
        assert counted(owner_cursor, done, "contact-decided", contact) == 1


def test_two_people_deciding_with_no_version_still_decide_once(people, owner_cursor):
    """The API may send none: then the step itself cannot follow twice."""
    for contact in many_contacts(people, 6):
        casework.screen(people, contact)
        _, lost = won_and_lost(
            at_once(
                lambda c=contact: casework.decide(people, c, casework.REFER),
                lambda c=contact: casework.record(
                    people["second manager"], "contact-decided", c, casework.ADVISE
                ),
            )
        )
        assert isinstance(lost, Conflict) and "cannot be recorded now" in lost.says


def test_two_people_taking_one_contact(people, owner_cursor):
    for contact in many_contacts(people, ROUNDS):
        with casework.working(people["screener"]):
            version = Episode.objects.get(pk=contact).version

        def take(who: str, *, contact=contact, version=version) -> Episode:
            with casework.working(people[who]) as by:
                return contacts.claim(by=by, episode_id=contact, version=version, at=NOW)

        won, lost = won_and_lost(at_once(lambda: take("screener"), lambda: take("second screener")))
        assert isinstance(lost, Conflict) and "took this before you" in lost.says
        owner_cursor.execute(
            "select distinct account_id from gt_grant where source = %s", [f"claim:{contact}"]
        )
        assert owner_cursor.fetchall() == [(won.claimed_by_id,)]


def test_one_draft_sent_twice_in_the_same_moment_is_one_contact(people, owner_cursor):
    """A double click: both are answered with the one reference."""
    for _ in range(8):
        draft_id = casework.drafted(people["lead"], "Amir", "Zain")

        def send(*, draft_id=draft_id) -> Sent:
            with casework.working(people["lead"]) as by:
                return referrals.send(by=by, draft_id=draft_id, at=NOW)

        first, second = at_once(send, send)
        assert isinstance(first, Sent), first
        assert first == second
    assert counted(owner_cursor, "select count(*) from gt_occasion") == 8
    assert counted(owner_cursor, "select count(*) from gt_episode") == 16
    assert counted(owner_cursor, "select count(*) from procrastinate_jobs") == 8
    sent = "select count(*) from gt_trail where verb = 'referral.send'"
    assert counted(owner_cursor, sent) == 8


def test_two_contacts_of_one_child_open_one_referral(people, owner_cursor, loader_cursor):
    for contact in many_contacts(people, 6):
        other = casework.second_contact(loader_cursor, contact)
        for each in (contact, other):
            casework.screen(people, each)
        _, lost = won_and_lost(
            at_once(
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
        assert counted(owner_cursor, held, [contact, other]) == 1


def test_one_entry_corrected_by_two_people_is_corrected_once(people, owner_cursor):
    for contact in many_contacts(people, 6):
        entry_id = casework.screen(people, contact)

        def correct(who: str, *, entry_id=entry_id) -> UUID:
            with casework.working(people[who]) as by:
                return corrections.correct(
                    by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
                ).pk

        _, lost = won_and_lost(at_once(lambda: correct("screener"), lambda: correct("manager")))
        assert isinstance(lost, Conflict) and "corrected already" in lost.says
        again = "select count(*) from gt_entry where supersedes_id = %s"
        assert counted(owner_cursor, again, entry_id) == 1


def test_an_acknowledgement_asked_for_twice_in_the_same_moment_is_sent_once(
    people, owner_cursor, mailoutbox
):
    for _ in range(4):
        occasion_id = casework.send(people["lead"], "Amir", "Zain")
        ended = at_once(
            lambda o=occasion_id: casework.acknowledge(o),
            lambda o=occasion_id: casework.acknowledge(o),
        )
        assert True in ended, ended
        assert all(each in (True, False) or isinstance(each, Conflict) for each in ended), ended
        written = (
            "select count(*) from gt_entry where step = 'contact-acknowledged' and occasion_id = %s"
        )
        assert counted(owner_cursor, written, occasion_id) == 2
    assert len(mailoutbox) == 4


def test_a_contact_withdrawn_while_somebody_decides_it(people, owner_cursor):
    """Either it was decided, or it is gone and was never decided: never both, never neither."""
    for contact in many_contacts(people, ROUNDS):
        casework.screen(people, contact)
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def decide(*, contact=contact, version=version) -> UUID:
            with casework.working(people["second manager"]) as by:
                return entries.record(
                    by=by, step="contact-decided", on=contact, answers=casework.ADVISE, at=NOW,
                    version=version,
                ).pk  # fmt: skip

        def withdraw(*, contact=contact, version=version) -> UUID:
            with casework.working(people["manager"]) as by:
                return withdrawals.withdraw(
                    by=by, episode_id=contact, version=version, why="Another child", at=NOW,
                    right=withdrawals.Right(given_name="Rightly", family_name="Whitfield"),
                ).pk  # fmt: skip

        _, lost = won_and_lost(at_once(decide, withdraw))
        assert isinstance(lost, Conflict | Denied), lost
        decided = "select count(*) from gt_entry where episode_id = %s and step = 'contact-decided'"
        gone = "select count(*) from gt_quarantine where episode_id = %s"
        one_of_both = counted(owner_cursor, decided, contact) + counted(owner_cursor, gone, contact)
        assert one_of_both == 1


def test_a_contact_withdrawn_by_two_people_is_entered_anew_once(people, owner_cursor):
    for contact in many_contacts(people, 8):
        _, lost = won_and_lost(
            at_once(
                lambda c=contact: casework.withdraw(people["manager"], c),
                lambda c=contact: casework.withdraw(people["second manager"], c),
            )
        )
        assert isinstance(lost, Conflict | Denied), lost
        anew = "select count(*) from gt_quarantine where episode_id = %s"
        assert counted(owner_cursor, anew, contact) == 1


def test_a_contact_handed_over_while_somebody_takes_it(people, owner_cursor):
    """One holds it: whoever was given it, or whoever took it first and is told."""
    for contact in many_contacts(people, ROUNDS):
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

        won, lost = won_and_lost(at_once(take, give))
        assert isinstance(lost, Conflict), lost
        owner_cursor.execute(
            "select distinct account_id from gt_grant where source = %s and ends_at is null",
            [f"claim:{contact}"],
        )
        assert owner_cursor.fetchall() == [(won,)]


def test_a_withdrawal_settled_by_two_is_settled_once(people, owner_cursor):
    for contact in many_contacts(people, 6):
        casework.withdraw(people["manager"], contact)
        owner_cursor.execute("select id from gt_quarantine where episode_id = %s", [contact])
        (held,) = owner_cursor.fetchone()

        def settle(decided: str, *, held=held) -> str:
            with casework.working(people["privacy officer"]) as by:
                withdrawals.settle(
                    by=by, quarantine_id=held, decided=decided, why="Looked at", at=NOW
                )
            return decided

        won, lost = won_and_lost(at_once(lambda: settle("upheld"), lambda: settle("released")))
        assert isinstance(lost, Conflict) and "settled already" in lost.says
        owner_cursor.execute("select decision from gt_quarantine where id = %s", [held])
        assert owner_cursor.fetchone() == (won,)


def test_the_loser_of_a_race_on_a_page_is_answered_409_with_their_words(people, owner_cursor):
    """Through the pages themselves, so that no deadlock or fault is shown as one of ours."""
    for contact in many_contacts(people, 8):
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

        ended = at_once(lambda: decide("manager"), lambda: decide("second manager"))
        assert sorted(status for status, _ in ended) == [302, 409], ended
        (lost,) = (place for place, (status, _) in enumerate(ended) if status == 409)
        who = ("manager", "second manager")[lost]
        assert f"The words of the {who}" in ended[lost][1]
