"""Two at once on what decides who may see: one of them does it, and the other is told so.

SECURITY P12 and P17. A restriction lifted, an account given, and what was shared taken back.
"""

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import restricting, second_person, shares
from goldenthread.actions.conflict import Conflict
from goldenthread.project import present
from goldenthread.queries import access_changes as asked_for
from goldenthread.queries import restricted
from goldenthread.records.episode import Episode
from tests.integration import test_access_changes as giving
from tests.integration.test_shares import give
from tests.made import casework, races
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

ENDED = Conflict | Denied


def _restrict(people: casework.People, contact) -> object:
    with casework.working(people["manager"]) as by:
        child = Episode.objects.get(pk=contact).subject_person_id
        return restricting.restrict(
            by=by, person_id=child, custodian=people["second manager"],
            telephone="01632 960 999", why="Threatened at home by somebody", named=(), at=NOW,
        )  # fmt: skip


def _ask(people: casework.People, who: str, restriction_id) -> str:
    with casework.working(people[who]) as by:
        why = "The threat is over, police say"
        restricting.ask_to_lift(by=by, restriction_id=restriction_id, why=why, at=NOW)
    return who


def _settle(people: casework.People, restriction_id, agreed: str) -> bool:
    with casework.working(people["second manager"]) as by:
        row = restricted.record(viewer=by, restriction_id=restriction_id)
        shown = second_person.fingerprint(restricted.standing(viewer=by, restriction=row))
        return restricting.settle(
            by=by, restriction_id=restriction_id, agreed=agreed, why="Not yet", shown=shown, at=NOW
        )


def test_a_child_is_restricted_once(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        _, lost = races.won_and_lost(
            races.at_once(
                lambda c=contact: _restrict(people, c), lambda c=contact: _restrict(people, c)
            )
        )
        assert isinstance(lost, ENDED), lost
        with pytest.raises(Conflict, match="sealed already"):
            _restrict(people, contact)
        kept = "select count(*) from gt_restriction r join gt_episode e on e.id = %s"
        about = f"{kept} where r.person_id = e.subject_person_id"
        assert races.counted(owner_cursor, about, contact) == 1


def test_a_restriction_is_asked_to_be_lifted_once_and_settled_once(rounds, people, owner_cursor):
    for contact in races.many_contacts(people, rounds):
        kept = _restrict(people, contact)
        _, lost = races.won_and_lost(
            races.at_once(
                lambda r=kept: _ask(people, "manager", r),
                lambda r=kept: _ask(people, "manager", r),
            )
        )
        assert isinstance(lost, ENDED), lost
        lifted, lost = races.won_and_lost(
            races.at_once(
                lambda r=kept: _settle(people, r, "agreed"),
                lambda r=kept: _settle(people, r, "refused"),
            )
        )
        assert isinstance(lost, ENDED), lost
        still = "select count(*) from gt_restriction where id = %s and lifted_at is null"
        assert races.counted(owner_cursor, still, kept) == (0 if lifted else 1)


def test_an_account_two_agree_to_at_once_is_given_once(rounds, people, owner_cursor):
    there = "select count(*) from gt_account where email = %s"
    for place in range(rounds):
        email = f"amina{place}@council.invalid"
        asked = giving.ask_to_give(people, email=email)
        with giving.working(people, giving.SECOND) as by:
            found = asked_for.one(viewer=by, asked_id=asked)
            now_is = asked_for.standing(act=found.asked.act, change=found, at=present.now())
            shown = second_person.fingerprint(now_is)

        def settle(agreed: str, *, asked=asked, shown=shown) -> bool:
            return giving.settle(people, asked, agreed=agreed, shown=shown)

        given, lost = races.won_and_lost(
            races.at_once(lambda s=settle: s("agreed"), lambda s=settle: s("refused"))
        )
        assert isinstance(lost, ENDED), lost
        assert races.counted(owner_cursor, there, email) == (1 if given else 0)


def test_what_was_shared_is_taken_back_once(rounds, sent, bare, owner_cursor):
    casework.screen(sent.people, sent.amir)

    def recall(share_id, who: str) -> str:
        with casework.working(sent.people[who]) as by:
            shares.recall(by=by, share_id=share_id, why=f"Sent in error, says {who}", at=NOW)
        return who

    for _ in range(rounds):
        share = give(sent, bare)
        won, lost = races.won_and_lost(
            races.at_once(
                lambda s=share.pk: recall(s, "manager"),
                lambda s=share.pk: recall(s, "second manager"),
            )
        )
        assert isinstance(lost, ENDED), lost
        why = "select count(*) from gt_share where id = %s and recalled_why like %s"
        assert races.counted(owner_cursor, why, share.pk, f"%says {won}") == 1
