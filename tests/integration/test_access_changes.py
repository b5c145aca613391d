"""Giving an account or another role takes two (SECURITY P17), and bites at the next click."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from goldenthread.access.decision import Denied
from goldenthread.actions import access_changes, account_letters, accounts, second_person
from goldenthread.actions.access_changes import Wanted
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.project import present
from goldenthread.queries import access_changes as asked_for
from goldenthread.records.account import Account
from goldenthread.records.second_person import SecondPerson
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

WHY = "Starts at the front door on Monday"
FIRST, SECOND, KEEPER = "administrator", "second administrator", "accounts keeper"
SCREENER = Wanted(role="front-door-screener", job_title="Social worker", team_id=None)


@pytest.fixture
def people(owner_cursor):
    return casework.people(owner_cursor)


def working(people, who):
    return casework.working(people[who], at=present.now())


def ask_to_give(people, who=FIRST, *, agency="screener", wanted=SCREENER, **said) -> UUID:
    said = {"full_name": "Amina Begum", "email": "amina@council.invalid", "why": WHY, **said}
    with working(people, who) as by:
        agency_id = Account.objects.get(pk=people[agency]).agency_id
        return access_changes.ask_to_give(
            by=by, agency_id=agency_id, wanted=wanted, came_by="https://gt.invalid/",
            at=present.now(), **said,
        ).pk  # fmt: skip


def ask_to_change(people, about, who=FIRST, *, role="front-door-manager", why=WHY) -> UUID:
    with working(people, who) as by:
        return access_changes.ask_to_change(
            by=by, account_id=people[about], wanted=Wanted(role=role, job_title="", team_id=None),
            why=why, came_by="https://gt.invalid/", at=present.now(),
        ).pk  # fmt: skip


def settle(people, asked_id, who=SECOND, agreed="agreed", *, shown="") -> bool:
    with working(people, who) as by:
        found = asked_for.one(viewer=by, asked_id=asked_id)
        now_is = asked_for.standing(act=found.asked.act, change=found, at=present.now())
        return access_changes.settle(
            by=by, asked_id=asked_id, agreed=agreed, why="No", at=present.now(),
            shown=shown or second_person.fingerprint(now_is),
        )  # fmt: skip


def test_an_account_is_there_once_two_have_agreed_and_not_before(people):
    asked = ask_to_give(people)
    there = Account.objects.filter(email="amina@council.invalid")
    with pytest.raises(Conflict, match="yourself"):
        settle(people, asked, FIRST)
    assert not there.exists()
    assert settle(people, asked) is True
    made = there.get()
    assert (made.full_name, made.role, made.is_active) == ("Amina Begum", "front-door-screener", 1)
    assert not made.has_usable_password()
    assert visit.signed_in(made.pk).get("/queue/").status_code == 200
    with pytest.raises(Conflict, match="already"):
        settle(people, asked)


def test_one_who_does_not_agree_leaves_nobody(people):
    asked = ask_to_give(people)
    assert settle(people, asked, agreed="refused") is False
    assert not Account.objects.filter(email="amina@council.invalid").exists()


def test_the_letter_has_a_link_that_works_once_and_no_page_opens_without_a_second_factor(
    people, settings
):
    settings.GOLDENTHREAD_DEMONSTRATION = False
    asked = ask_to_give(people)
    settle(people, asked)
    made = Account.objects.get(email="amina@council.invalid")
    assert account_letters.invite(asked_id=asked, account_id=made.pk)
    (letter,) = mail.outbox
    assert letter.to == ["amina@council.invalid"]
    link = re.search(r"https://gt.invalid(/password/new/\S+)", letter.body)[1]
    browser = Client()
    form = browser.get(link, follow=True, secure=True)
    chosen = {"password1": "three unlikely words", "password2": "three unlikely words"}
    done = browser.post(form.redirect_chain[-1][0], chosen, secure=True)
    assert done.status_code == 302
    again = Client().get(link, follow=True, secure=True).content.decode()
    assert "This link no longer works" in again
    made.refresh_from_db()
    assert made.check_password("three unlikely words")
    signed_in = visit.signed_in(made.pk)
    assert signed_in.get("/queue/", secure=True).headers["Location"] == reverse("second-factor")


def test_another_role_closes_what_the_old_one_opened_at_the_next_click(people, owner_cursor):
    occasion = casework.send(people["lead"], "Amir")
    (contact,) = casework.contacts_of(occasion, people=people)
    casework.claim(people["screener"], contact)
    screener = visit.signed_in(people["screener"])
    assert screener.get(reverse("contact", args=[contact])).status_code == 200
    asked = ask_to_change(people, "screener", role="analyst")
    assert screener.get(reverse("contact", args=[contact])).status_code == 200
    settle(people, asked)
    assert screener.get(reverse("contact", args=[contact])).status_code == 403
    assert screener.get("/queue/").status_code == 403
    assert screener.get("/vital-signs/").status_code == 200
    for table in ("gt_grant", "gt_desk_seat", "gt_delegation"):
        owner_cursor.execute(
            f"select count(*) from {table} where account_id = %s and ends_at is null",
            [people["screener"]],
        )
        assert owner_cursor.fetchone() == (0,), table


def test_a_role_with_a_store_and_desks_is_seated_and_one_without_is_let_out(people):
    settle(people, ask_to_change(people, "screener", role="privacy-officer"))
    browser = visit.signed_in(people["screener"])
    assert browser.get(reverse("quarantine")).status_code == 200
    settle(people, ask_to_change(people, "screener", role="front-door-screener"))
    assert browser.get(reverse("quarantine")).status_code == 403
    assert browser.get("/queue/").status_code == 200


def test_a_closed_account_is_opened_again_by_two_with_its_desks_alone(people):
    with working(people, FIRST) as by:
        accounts.close(by=by, account_id=people["screener"], why="leave", at=present.now())
    asked = ask_to_change(people, "screener", role="front-door-screener")
    assert visit.signed_in(people["screener"]).get("/queue/").status_code == 302
    settle(people, asked)
    assert visit.signed_in(people["screener"]).get("/queue/").status_code == 200
    opened = Account.objects.get(pk=people["screener"])
    assert opened.last_login is None or opened.last_login >= opened.opened_at
    assert present.now() - opened.opened_at < timedelta(minutes=5)


def test_nobody_changes_or_agrees_to_their_own(people):
    with pytest.raises(Refused) as refused:
        ask_to_change(people, FIRST, role="analyst")
    assert "another administrator" in refused.value.problems[0].message
    asked = ask_to_change(people, SECOND, role="register-keeper")
    with pytest.raises(Conflict, match="your own account"):
        settle(people, asked, SECOND)
    with working(people, SECOND), pytest.raises(DatabaseError, match="two people"):
        _do(asked)


def _do(asked_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(access_changes.DO, [asked_id, [], [], ["council"], "", present.now()])


def test_postgresql_does_nothing_that_two_have_not_agreed_to(people):
    asked = ask_to_give(people)
    for who in (FIRST, SECOND, KEEPER, "screener"):
        with pytest.raises(DatabaseError, match="two people"), working(people, who):
            _do(asked)
    with working(people, SECOND):
        SecondPerson.objects.filter(pk=asked).update(
            decision="agreed", decided_by_id=people[SECOND], decided_at=present.now()
        )
    for who in (FIRST, KEEPER, "screener"):
        with pytest.raises(DatabaseError, match="two people"), working(people, who):
            _do(asked)


def test_the_web_role_writes_no_account_and_no_seat_by_itself(people, database):
    for statement in (
        "insert into gt_account (id) values (gen_random_uuid())",
        "update gt_account set role = 'privacy-officer'",
        "insert into gt_desk_seat (id) values (gen_random_uuid())",
        "update gt_access_change set role = 'privacy-officer'",
        "select gt_seat(gen_random_uuid(), '', '{}', '{}', 'every', now())",
    ):
        with psycopg.connect(database.url("gt_web")) as web:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(statement)


def test_whoever_asked_and_was_closed_since_asked_for_nothing(people):
    asked = ask_to_give(people)
    with working(people, SECOND) as by:
        accounts.close(by=by, account_id=people[FIRST], why="left", at=present.now())
    with pytest.raises(Conflict, match="may not ask"):
        settle(people, asked)
    assert settle(people, asked, agreed="refused") is False


def test_the_second_is_shown_what_changed_and_agrees_to_nothing_they_did_not_see(people):
    asked = ask_to_change(people, "screener")
    with working(people, SECOND) as by:
        found = asked_for.one(viewer=by, asked_id=asked)
        now_is = asked_for.standing(act="account.change", change=found, at=present.now())
        before = second_person.fingerprint(now_is)
    with working(people, FIRST) as by:
        accounts.close(by=by, account_id=people["screener"], why="left", at=present.now())
    page = visit.words(visit.signed_in(people[SECOND]).get(reverse("access-asked", args=[asked])))
    assert "Changed since they asked" in page and "Account: Open, now Closed" in page
    with pytest.raises(Conflict, match="changed since you opened"):
        settle(people, asked, shown=before)


def test_an_agencys_own_administrator_knows_their_own_and_gives_nothing_that_reaches_far(people):
    keeper = visit.signed_in(people[KEEPER])
    page = visit.words(keeper.get("/accounts/"))
    assert "Health Partner" in page and "Front Door" not in page and "Screener" not in page
    for name in ("account-close", "account-change"):
        assert keeper.get(reverse(name, args=[people["screener"]])).status_code == 404
        assert keeper.get(reverse(name, args=[people["health partner"]])).status_code == 200
    theirs = ask_to_give(people, agency="screener")
    assert keeper.get(reverse("access-asked", args=[theirs])).status_code == 404
    with pytest.raises(Denied):
        ask_to_give(people, KEEPER, agency="screener", email="other@council.invalid")
    with pytest.raises(Refused) as refused:
        ask_to_change(people, "health partner", KEEPER, role="account-administrator")
    assert [each.field for each in refused.value.problems] == ["role"]
    asked = ask_to_change(people, "health partner", KEEPER, role="named-nurse")
    assert settle(people, asked, FIRST) is True
    far = ask_to_change(people, "health partner", FIRST, role="account-administrator")
    with pytest.raises(Conflict, match="every agency"):
        settle(people, far, KEEPER)
    assert settle(people, far, SECOND) is True


def test_postgresql_closes_no_account_of_another_agency(people):
    closing = "select gt_close_account(%s, %s)"
    for who in (KEEPER, "screener", "lead"):
        with pytest.raises(DatabaseError), working(people, who), connection.cursor() as cursor:
            cursor.execute(closing, [people["manager"], present.now()])
    with working(people, KEEPER), connection.cursor() as cursor:
        cursor.execute(closing, [people["named nurse"], present.now()])
        assert cursor.fetchone() == (True,)


def test_a_look_after_accounts_opens_no_search(people):
    with pytest.raises(DatabaseError, match="no desk and no child"), working(people, FIRST):
        with connection.cursor() as cursor:
            cursor.execute("select * from gt_search_register('Amir', '', null, '', '', 10)")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"full_name": " "}, "full_name"),
        ({"email": "amina"}, "email"),
        ({"email": "SCREENER@example.invalid"}, "email"),
        ({"wanted": replace(SCREENER, role="designated-safeguarding-lead")}, "role"),
        ({"wanted": replace(SCREENER, role="intake")}, "role"),
        ({"wanted": replace(SCREENER, job_title="x" * 201)}, "job_title"),
        ({"wanted": replace(SCREENER, team_id=uuid4())}, "team"),
        ({"why": "because"}, "why"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_asked(people, said, field):
    with pytest.raises(Refused) as refused:
        ask_to_give(people, **said)
    assert [each.field for each in refused.value.problems] == [field]
    with working(people, FIRST):
        assert SecondPerson.objects.count() == 0


def test_it_is_asked_once_and_an_address_is_given_once(people):
    ask_to_change(people, "screener")
    with pytest.raises(Conflict, match="already"):
        ask_to_change(people, "screener", role="analyst")
    first, second = ask_to_give(people), ask_to_give(people, full_name="Another Amina")
    settle(people, first)
    with pytest.raises(Conflict, match="this address already"):
        settle(people, second)


def test_by_page_from_asking_to_agreeing_and_each_is_on_the_trail(people, owner_cursor):
    first, second = visit.signed_in(people[FIRST]), visit.signed_in(people[SECOND])
    agency = str(Account.objects.get(pk=people["screener"]).agency_id)
    assert agency in visit.words(first.get(reverse("account-give")))
    typed = {"agency": agency, "full_name": "Amina Begum", "email": "amina", "why": WHY,
             "role": "front-door-screener", "job_title": ""}  # fmt: skip
    wrong = first.post(reverse("account-give"), typed)
    assert wrong.status_code == 422 and "Enter their work e-mail" in visit.words(wrong)
    assert "Amina Begum" in visit.words(wrong)
    asked = first.post(reverse("account-give"), {**typed, "email": "amina@council.invalid"})
    assert asked.status_code == 302
    where = asked.headers["Location"]
    assert "Another administrator must agree" in visit.words(first.get(where))
    assert "An account for Amina Begum" in visit.words(second.get("/accounts/"))
    page = visit.words(second.get(where))
    shown = re.search(r'name="shown" value="(\w+)"', page)[1]
    assert second.post(where, {"shown": shown}).status_code == 422
    assert first.post(where, {"decision": "agreed", "shown": shown}).status_code == 409
    assert second.post(where, {"decision": "agreed", "shown": shown}).status_code == 302
    assert "Second Administrator agreed" in visit.words(second.get(where))
    owner_cursor.execute(
        "select account_id, resource, reason from gt_trail where verb = 'account.give'"
        " and decision = 'done' order by at"
    )
    assert owner_cursor.fetchall() == [
        (people[FIRST], "account.give", "asked"),
        (people[SECOND], "account.give", "agreed"),
    ]


def test_a_year_later_it_is_still_the_one_that_was_agreed(people):
    asked = ask_to_give(people)
    with working(people, SECOND) as by:
        found = asked_for.one(viewer=by, asked_id=asked)
        later = present.now() + timedelta(days=365)
        assert asked_for.standing(act="account.give", change=found, at=later) == found.asked.seen
