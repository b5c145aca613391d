"""Professionals without an account: received at once, verified afterwards, shown only theirs."""

import re
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.access import rows, viewer
from goldenthread.actions import guests, tallies
from goldenthread.content.front_door import guest_allowances
from goldenthread.project import present
from goldenthread.records.draft import Draft
from goldenthread.records.guest import Guest
from goldenthread.records.guest_pass import GuestPass
from goldenthread.records.occasion import Occasion
from goldenthread.records.postgresql.identity import acting
from tests.made import casework, layers, visit

pytestmark = pytest.mark.postgresql

WHO = {
    "sender_name": "Priya O'Brien",
    "sender_job": "Health visitor",
    "sender_agency": "another-organisation",
    "sender_organisation": "Hill Health Trust",
    "sender_kind": "health",
    "sender_email": "Priya@hill.invalid",
    "sender_telephone": "01632 960 001",
}
LINK = re.compile(r"/tell-us/link/[^/\s]+/")


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


@pytest.fixture
def trail(database):
    found = visit.Trail(database.owner)
    yield found
    found.close()


def run_jobs():
    """Run what waits, as the worker would, each once."""
    waiting = list(ProcrastinateJob.objects.filter(status="todo").order_by("id"))
    for job in waiting:
        app.tasks[job.task_name].func(**job.args)
    return [job.task_name for job in waiting]


def mailed():
    """Return the newest message."""
    return mail.outbox[-1]


def begun(who=WHO, form="referral-form", *names):
    """Begin as a guest in a browser of their own; return it and the guest."""
    mail.outbox = []
    browser = Client()
    answer = browser.post("/tell-us/about-you/", {**who, "form": form})
    assert answer.status_code == 302, answer.content.decode()
    with acting(_id(browser), now=present.now(), purpose="test"):
        draft = Draft.objects.get(scope=_id(browser))
        Draft.objects.filter(pk=draft.pk).update(typed=casework.form(*(names or ("Amir", "Zain"))))
    return browser, draft.pk


def _id(browser):
    return UUID(browser.session["guest"]["id"])


def sent(*names):
    browser, draft_id = begun(WHO, "referral-form", *names)
    answer = browser.post(f"/concern/{draft_id}/")
    assert answer.status_code == 302 and answer.headers["Location"].endswith("/sent/")
    return browser, _id(browser)


def test_it_is_in_the_queue_at_once_and_marked_until_the_link_is_opened(people):
    _, guest_id = sent()
    screener = visit.signed_in(people["screener"])
    queue = visit.text(screener.get("/queue/"))
    assert "Amir" in queue and "Not verified yet" in queue and "Hill Health Trust" in queue
    (amir, _) = casework.contacts_of(guest_id, people=people)
    page = visit.text(screener.get(f"/contacts/{amir}/"))
    assert "Not verified yet: sent without an account by Priya O&#39;Brien, Health visitor" in page
    run_jobs()
    (found,) = {LINK.search(each.body)[0] for each in mail.outbox[-2:] if LINK.search(each.body)}
    elsewhere = Client()
    assert elsewhere.get(found).status_code == 200
    assert elsewhere.post(found).status_code == 302
    page = visit.text(screener.get(f"/contacts/{amir}/"))
    assert "Verified: sent without an account" in page and "Not verified" not in page


def test_it_counts_as_from_the_sort_of_place_they_work(people):
    _, guest_id = sent()
    with casework.working(people["manager"]):
        occasion = Occasion.objects.get(pk=guest_id)
        assert occasion.answers["source_code"] == "3F"
        assert occasion.scope == guest_id


def test_what_they_are_sent_says_nothing_of_a_child(people):
    sent()
    run_jobs()
    assert len(mail.outbox) >= 2
    for message in mail.outbox:
        assert message.to == ["Priya@hill.invalid"]
        assert "Amir" not in message.body and "Canary" not in message.body
        assert "Priya" not in message.body


def test_two_guests_see_nothing_of_each_other_with_either_layer_off(people, database):
    mine, my_draft = begun()
    other, _ = sent("Isla")
    their_id = _id(other)
    for off in (
        layers.without_the_application,
        lambda: layers.without_row_security(database.owner),
    ):
        with off():
            assert mine.get(f"/concern/{my_draft}/").status_code == 200
            assert mine.get(f"/referrals/{their_id}/copy/").status_code == 404
            assert mine.get(f"/referrals/{their_id}/sent/").status_code == 404
            assert other.get(f"/concern/{my_draft}/").status_code == 404
    with acting(_id(mine), now=present.now(), purpose="test"):
        me = viewer.guest(Guest.objects.get())
        assert rows.visible(viewer=me, rows=Occasion.objects.all()).count() == 0


def test_a_guest_opens_no_page_of_an_account(people):
    browser, guest_id = sent()
    for page in ("/queue/", "/", "/referrals/", f"/referrals/{guest_id}/", "/tell-us/answer/"):
        answer = browser.get(page)
        assert answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")


def test_the_answer_is_read_by_a_link_and_a_code_and_nothing_else_is(people, trail):
    _, guest_id = sent("Amir")
    (amir,) = casework.contacts_of(guest_id, people=people)
    at = present.now()
    casework.acknowledge(guest_id, at=at)
    casework.screen(people, amir, at=at)
    casework.decide(people, amir, casework.ADVISE, at=at)
    casework.tell(people, amir, at=at)
    run_jobs()
    browser = Client()
    assert browser.post(LINK.search(mailed().body)[0]).headers["Location"] == "/tell-us/code/"
    assert browser.get("/tell-us/answer/").status_code == 302
    assert browser.get(f"/referrals/{guest_id}/copy/").status_code == 302
    assert "send_guest_code" in run_jobs()
    code = re.search(r"\d{6}", mailed().body)[0]
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert browser.post("/tell-us/code/", {"code": wrong}).status_code == 422
    assert browser.post("/tell-us/code/", {"code": code}).headers["Location"] == "/tell-us/answer/"
    trail.new()
    page = visit.text(browser.get("/tell-us/answer/"))
    (row,) = trail.new()
    assert (row["verb"], row["decision"], row["role"]) == (
        "referral.follow", "served", "guest-desk",
    )  # fmt: skip
    assert guest_id in row["object_ids"]
    assert "Canary: the words for the referrer" in page
    for canary in ("Canary: the worry", "Canary: screened", "Canary: rationale"):
        assert canary not in page
    assert "Canary: the worry" in visit.text(browser.get(f"/referrals/{guest_id}/copy/"))


def test_a_link_works_once_and_a_newer_one_ends_it(people):
    browser, _ = begun()
    run_jobs()
    first = LINK.search(mailed().body)[0]
    browser.post("/tell-us/come-back/", {"email": "priya@HILL.invalid"})
    run_jobs()
    second = LINK.search(mailed().body)[0]
    assert Client().post(first).status_code == 404
    elsewhere = Client()
    opened = elsewhere.post(second).headers["Location"]
    assert opened == f"/concern/{_draft(browser)}/" and "Amir" in visit.text(elsewhere.get(opened))
    assert Client().post(second).status_code == 404


def _draft(browser):
    with acting(_id(browser), now=present.now(), purpose="test"):
        return Draft.objects.get(scope=_id(browser)).pk


def test_five_wrong_codes_spend_it(people):
    _, guest_id = sent("Amir")
    now = present.now()
    code = guests.mint(guest_id=guest_id, purpose=guests.CODE, at=now)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _ in range(guest_allowances.code.most):
        assert not guests.use_code(guest_id=guest_id, code=wrong, at=now)
    assert not guests.use_code(guest_id=guest_id, code=code, at=now)


def test_an_old_link_and_an_old_code_open_nothing(people):
    _, guest_id = sent("Amir")
    now = present.now()
    token = guests.mint(guest_id=guest_id, purpose=guests.LINK, at=now)
    code = guests.mint(guest_id=guest_id, purpose=guests.CODE, at=now)
    assert guests.is_good(token=token, at=now)
    assert guests.use_link(token=token, at=now + guests.LASTS[guests.LINK]) is None
    late = now + guests.LASTS[guests.CODE]
    assert not guests.use_code(guest_id=guest_id, code=code, at=late)


@pytest.mark.parametrize("allowed", [guest_allowances.letters, guest_allowances.codes])
def test_what_is_counted_is_what_is_declared(people, allowed):
    now = present.now()
    tried = [tallies.within(allowed, who="a", at=now) for _ in range(allowed.most + 1)]
    assert tried == [True] * allowed.most + [False]
    assert tallies.within(allowed, who="b", at=now)
    assert tallies.within(allowed, who="a", at=now + allowed.within)


def test_neither_links_nor_codes_are_kept_as_they_are(people):
    _, guest_id = sent("Amir")
    token = guests.mint(guest_id=guest_id, purpose=guests.LINK, at=present.now())
    assert token not in str(list(GuestPass.objects.values_list("hashed", flat=True)))


def test_a_letter_box_nothing_came_from_is_answered_the_same(people):
    begun()
    asked = [
        Client().post("/tell-us/come-back/", {"email": email})
        for email in ("priya@hill.invalid", "nobody@hill.invalid")
    ]
    assert visit.words(asked[0]) == visit.words(asked[1])
    assert [each.status_code for each in asked] == [200, 200]


def test_one_letter_box_is_not_written_to_without_end_and_one_place_not_answered(people):
    begun()
    before = ProcrastinateJob.objects.filter(task_name="invite_guest").count()
    for _ in range(8):
        Client().post("/tell-us/come-back/", {"email": "priya@hill.invalid"})
    after = ProcrastinateJob.objects.filter(task_name="invite_guest").count()
    assert after - before == 5
    tries = [
        Client(REMOTE_ADDR="192.0.2.7").get("/tell-us/link/nothing/").status_code
        for _ in range(121)
    ]
    assert tries == [404] * 120 + [429]
    assert Client(REMOTE_ADDR="192.0.2.8").get("/tell-us/link/nothing/").status_code == 404


def test_what_they_typed_wrong_is_kept_with_one_message_beside_each(people):
    said = {**WHO, "sender_email": "priya", "sender_name": "<b>\x00"}
    answer = Client().post("/tell-us/about-you/", {**said, "sender_telephone": ""})
    page = visit.text(answer)
    assert answer.status_code == 422 and "&lt;b&gt;" in page and "Hill Health Trust" in page
    assert page.count("govuk-error-message") == 2


def test_what_is_deleted_before_it_is_sent_leaves_nobody(people):
    browser, draft_id = begun()
    guest_id = _id(browser)
    assert browser.post(f"/concern/{draft_id}/delete/").headers["Location"] == "/tell-us/"
    with acting(guest_id, now=present.now(), purpose="test"):
        assert not Guest.objects.exists()
    run_jobs()
    assert mail.outbox == []


def test_sending_twice_is_one_contact(people):
    browser, guest_id = sent("Amir")
    draft_id = _draft(browser)
    assert browser.post(f"/concern/{draft_id}/").status_code == 302
    assert len(casework.contacts_of(guest_id, people=people)) == 1
