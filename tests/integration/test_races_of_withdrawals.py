"""Withdrawing and settling in the same moment as somebody else: done once, or not at all.

SECURITY P12. A few rounds of each in every run, and a hundred in the slow one.
"""

from uuid import UUID

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import corrections, entries, settlements, withdrawals
from goldenthread.actions.conflict import Conflict
from goldenthread.records.episode import Episode
from tests.made import casework, races, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


def test_a_contact_withdrawn_while_somebody_decides_it(rounds, people, owner_cursor):
    """Either it was decided, or it is gone and was never decided: never both, never neither."""
    for contact in races.many_contacts(people, rounds):
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

        _, lost = races.won_and_lost(races.at_once(decide, withdraw))
        assert isinstance(lost, Conflict | Denied), lost
        decided = "select count(*) from gt_entry where episode_id = %s and step = 'contact-decided'"
        gone = "select count(*) from gt_quarantine where episode_id = %s"
        one_of_both = races.counted(owner_cursor, decided, contact) + races.counted(
            owner_cursor, gone, contact
        )
        assert one_of_both == 1


def test_a_contact_withdrawn_by_two_people_is_entered_anew_once(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        _, lost = races.won_and_lost(
            races.at_once(
                lambda c=contact: casework.withdraw(people["manager"], c),
                lambda c=contact: casework.withdraw(people["second manager"], c),
            )
        )
        assert isinstance(lost, Conflict | Denied), lost
        anew = "select count(*) from gt_quarantine where episode_id = %s"
        assert races.counted(owner_cursor, anew, contact) == 1


def test_a_withdrawal_settled_by_two_is_settled_once(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        casework.withdraw(people["manager"], contact)
        owner_cursor.execute("select id from gt_quarantine where episode_id = %s", [contact])
        (held,) = owner_cursor.fetchone()

        def settle(decided: str, *, held=held) -> str:
            with casework.working(people["privacy officer"]) as by:
                settlements.settle(
                    by=by, quarantine_id=held, decided=decided, why="Looked at", at=NOW
                )
            return decided

        won, lost = races.won_and_lost(
            races.at_once(lambda: settle("upheld"), lambda: settle("released"))
        )
        assert isinstance(lost, Conflict) and "settled already" in lost.says
        owner_cursor.execute("select decision from gt_quarantine where id = %s", [held])
        assert owner_cursor.fetchone() == (won,)


def test_an_entry_withdrawn_by_two_people_is_entered_anew_once(rounds, people, owner_cursor):
    (spare,) = races.many_contacts(people, 1)
    for contact in races.many_contacts(people, rounds):
        entry_id = casework.screen(people, contact)
        _, lost = races.won_and_lost(
            races.at_once(
                lambda e=entry_id: casework.withdraw_entry(people["manager"], e),
                lambda e=entry_id: casework.withdraw_entry(people["screener"], e),
            )
        )
        assert isinstance(lost, Conflict | Denied), lost
        held = "select count(*) from gt_quarantine where entry_id = %s"
        assert races.counted(owner_cursor, held, entry_id) == 1
    assert casework.screen(people, spare), "and nothing else was touched"


def test_two_entries_that_change_places_never_wait_for_each_other(rounds, people):
    """Each was about the child of the other's contact: both locks are taken in one order."""
    pairs = races.many_contacts(people, 2 * rounds)
    for first, second in zip(pairs[::2], pairs[1::2], strict=True):
        here, there = (_left_for_the_night(people, contact) for contact in (first, second))
        ended = races.at_once(
            lambda e=here, to=second: casework.withdraw_entry(people["screener"], e, to=to),
            lambda e=there, to=first: casework.withdraw_entry(people["manager"], e, to=to),
        )
        assert all(isinstance(each, UUID | Conflict) for each in ended), ended
        assert any(isinstance(each, UUID) for each in ended), ended


def _left_for_the_night(people, contact: UUID) -> UUID:
    answers = {"watch_for": "The door", "do_if": "Ring her nan"}
    return casework.record(people["screener"], "night-handed-over", contact, answers)


def test_an_entry_corrected_while_somebody_withdraws_it(rounds, people, owner_cursor):
    """It goes with its correction, or it was gone before: never a correction of what is gone."""
    for contact in races.many_contacts(people, rounds):
        entry_id = casework.screen(people, contact)

        def correct(*, entry_id=entry_id) -> UUID:
            with casework.working(people["screener"]) as by:
                return corrections.correct(
                    by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
                ).pk

        _, lost = races.won_and_lost(
            races.at_once(correct, lambda e=entry_id: casework.withdraw_entry(people["manager"], e))
        )
        assert isinstance(lost, Conflict | Denied), lost
        apart = (
            "select count(*) from gt_entry n join gt_entry o on n.supersedes_id = o.id"
            " where o.id = %s and n.seal <> o.seal"
        )
        assert races.counted(owner_cursor, apart, entry_id) == 0


def test_who_loses_an_entry_to_another_on_a_page_keeps_their_words(rounds, people, owner_cursor):
    manager = visit.signed_in(people["manager"])
    for contact in races.many_contacts(people, rounds):
        entry_id = casework.screen(people, contact)
        with casework.working(people["manager"]):
            version = Episode.objects.get(pk=contact).version

        def withdraw(*, e=entry_id, version=version) -> tuple[int, str]:
            said = {"why": "My own words", "belongs": "nowhere", "checked": "yes"}
            answer = manager.post(f"/entries/{e}/another-child/", {**said, "version": str(version)})
            return answer.status_code, answer.content.decode()

        def decide(*, c=contact) -> UUID:
            return casework.decide(people, c, casework.ADVISE)

        status, words = next(
            each for each in races.at_once(withdraw, decide) if isinstance(each, tuple)
        )
        decided = "select count(*) from gt_entry where episode_id = %s and step = 'contact-decided'"
        gone = "select count(*) from gt_quarantine where entry_id = %s"
        assert (
            races.counted(owner_cursor, decided, contact)
            + races.counted(owner_cursor, gone, entry_id)
            == 1
        )
        assert status == 302 or (status == 409 and "My own words" in words), status
