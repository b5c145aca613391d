"""An agency that leaves is out at the next click, all of it (SECURITY 2.2), by two people."""

import re
from uuid import UUID

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from typer.testing import CliRunner

from goldenthread.access import feed_keys as keys
from goldenthread.actions import agencies, feed_keys, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.cli import agencies as command
from goldenthread.project import present
from goldenthread.queries import access_changes as asked_for
from goldenthread.records.access_change import AccessChange
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

WHY = "The school closes; Moor Edge takes up what is in hand"
FIRST, SECOND = "administrator", "second administrator"


@pytest.fixture
def people(owner_cursor):
    found = casework.people(owner_cursor)
    casework.send(found["lead"], "Amir")
    casework.send(found["other lead"], "Isla")
    return found


def agency_of(people, who: str) -> UUID:
    return Account.objects.get(pk=people[who]).agency_id


def ask(people, about="lead", who=FIRST) -> UUID:
    with casework.working(people[who], at=present.now()) as by:
        agency_id = agency_of(people, about)
        return agencies.ask_to_end(by=by, agency_id=agency_id, why=WHY, at=present.now()).pk


def settle(people, asked_id, who=SECOND, agreed="agreed") -> bool:
    with casework.working(people[who], at=present.now()) as by:
        found = asked_for.one(viewer=by, asked_id=asked_id)
        now_is = asked_for.standing(act="agency.leave", change=found, at=present.now())
        return agencies.settle(
            by=by, asked_id=asked_id, agreed=agreed, why="No", at=present.now(),
            shown=second_person.fingerprint(now_is),
        )  # fmt: skip


def test_everything_of_it_ends_at_the_next_click_and_nothing_of_anybody_elses(people, owner_cursor):
    lead, colleague = visit.signed_in(people["lead"]), visit.signed_in(people["colleague"])
    other = visit.signed_in(people["other lead"])
    asked = ask(people)
    for browser in (lead, colleague, other):
        assert browser.get(reverse("my-referrals")).status_code == 200
    assert settle(people, asked) is True
    for browser in (lead, colleague):
        assert browser.get(reverse("my-referrals")).status_code == 302
    assert other.get(reverse("my-referrals")).status_code == 200
    theirs = agency_of(people, "lead")
    owner_cursor.execute(
        "select count(*) filter (where g.ends_at is null and a.agency_id = %s),"
        " count(*) filter (where g.ends_at is null and a.agency_id <> %s)"
        " from gt_grant g join gt_account a on a.id = g.account_id", [theirs, theirs],
    )  # fmt: skip
    gone, kept = owner_cursor.fetchone()
    assert gone == 0 and kept > 0
    assert not Account.objects.filter(agency_id=theirs, is_active=True).exists()
    assert Agency.objects.get(pk=theirs).left_at is not None
    assert "Accounts that are open: 2" in AccessChange.objects.get(pk=asked).left
    owner_cursor.execute("select object_ids from gt_trail where reason = 'ended'")
    ((objects,),) = owner_cursor.fetchall()
    assert {people["lead"], people["colleague"], theirs} <= set(objects)


def test_what_is_in_hand_is_counted_and_kept_and_the_desks_end(people, owner_cursor):
    occasion = casework.send(people["other lead"], "Zain")
    (contact,) = casework.contacts_of(occasion, people=people)
    casework.claim(people["screener"], contact)
    administrator = ask(people, about="screener", who=SECOND)
    with pytest.raises(Conflict, match="your own agency"):
        settle(people, administrator, FIRST)
    assert AccessChange.objects.get(pk=administrator).asked_id
    with casework.working(people[SECOND], at=present.now()):
        held = asked_for.held(agency_id=agency_of(people, "screener"), at=present.now())
    assert held["Contacts and referrals in hand"] == "1"
    assert held["Duties delegated to them"] == "2"


def test_the_keys_of_its_systems_stop(people, owner_cursor):
    key = feed_keys.give(
        owner_cursor, agency="police", name="Niche", starts_at=present.now(), ends_at=None
    )
    assert keys.holder(key=key, now=present.now()) is not None
    settle(people, ask(people, about="officer"))
    assert keys.holder(key=key, now=present.now()) is None


def test_it_takes_two_of_other_agencies(people):
    with pytest.raises(Refused) as refused:
        ask(people, about=FIRST)
    assert [each.field for each in refused.value.problems] == ["why"]
    asked = ask(people)
    with pytest.raises(Conflict, match="yourself"):
        settle(people, asked, FIRST)
    with pytest.raises(Conflict, match="already"):
        ask(people, who=SECOND)
    for who in (FIRST, SECOND, "lead"):
        with (
            pytest.raises(DatabaseError, match="two people"),
            casework.working(people[who], at=present.now()),
            connection.cursor() as cursor,
        ):
            cursor.execute("select gt_end_agency(%s, '', now())", [asked])
    assert settle(people, asked, agreed="refused") is False
    assert Account.objects.get(pk=people["lead"]).is_active


def test_nobody_is_given_an_account_there_afterwards_and_none_is_opened_again(people):
    settle(people, ask(people))
    first = visit.signed_in(people[FIRST])
    theirs = agency_of(people, "lead")
    assert str(theirs) not in visit.words(first.get(reverse("account-give")))
    assert first.get(reverse("account-give"), {"agency": str(theirs)}).status_code == 404
    assert first.get(reverse("account-change", args=[people["lead"]])).status_code == 404


def test_by_page_from_asking_to_agreeing(people):
    first, second = visit.signed_in(people[FIRST]), visit.signed_in(people[SECOND])
    where = reverse("agency-leave", args=[agency_of(people, "lead")])
    assert where in visit.words(first.get(reverse("agencies")))
    assert "Accounts that are open" in visit.words(first.get(where))
    assert first.post(where, {"why": "short"}).status_code == 422
    asked = first.post(where, {"why": WHY}).headers["Location"]
    assert first.post(where, {"why": WHY}).status_code == 409
    page = visit.words(second.get(asked))
    shown = re.search(r'name="shown" value="(\w+)"', page)[1]
    assert second.post(asked, {"decision": "agreed", "shown": shown}).status_code == 302
    assert "Left behind" in visit.words(second.get(asked))
    keeper = visit.signed_in(people["accounts keeper"])
    assert keeper.get(reverse("agencies")).status_code == 403


def test_by_command_one_asks_and_a_page_agrees(people, monkeypatch):
    monkeypatch.setattr("goldenthread.cli.session.opened", _as_it_is)
    run = CliRunner().invoke
    listed = run(command.app, ["list"])
    assert "beck-lane: Beck Lane Primary School, school." in listed.output
    by = Account.objects.get(pk=people[FIRST]).email
    done = run(command.app, ["leave", "beck-lane", "--by", by, "--why", WHY])
    assert done.exit_code == 0 and "Once another administrator agrees" in done.output
    for wrong in (
        ["leave", "nowhere", "--by", by, "--why", WHY],
        ["leave", "beck-lane", "--by", "nobody@x.invalid", "--why", WHY],
        ["leave", "beck-lane", "--by", "screener@example.invalid", "--why", WHY],
        ["leave", "beck-lane", "--by", by, "--why", WHY],
        ["leave", "health", "--by", by, "--why", "short"],
    ):
        assert type(run(command.app, wrong).exception).__name__ == "Refusal", wrong
    assert settle(people, AccessChange.objects.get().pk) is True
    assert ", left " in run(command.app, ["list"]).output


class _AsItIs:
    def __enter__(self) -> None: ...

    def __exit__(self, *error: object) -> None: ...


def _as_it_is() -> _AsItIs:
    return _AsItIs()
