"""Nobody has taken an immediate contact in hand: who is paged, when, and with no word of it."""

from datetime import datetime, timedelta

import pytest

from goldenthread.actions import paging
from goldenthread.jobs import tasks
from goldenthread.kernel.calendar import LONDON
from goldenthread.records.entry import Entry
from tests.made import casework

ADDRESSES = {
    "duty-manager": "manager@paging.example",
    "emergency-duty-team": "night@paging.example",
    "next-in-line": "head@paging.example",
}
NIGHT = datetime(2020, 3, 3, 23, 0, tzinfo=LONDON)


def minutes(n: int, since: datetime = casework.NOW) -> datetime:
    return since + timedelta(minutes=n)


def sweep(at: datetime) -> int:
    return paging.sweep(now=at, addresses=ADDRESSES)


@pytest.fixture
def in_danger(people):
    """A referral about two children in danger now, sent at ten in the morning."""
    return casework.send(people["lead"], "Amir", "Zain", in_danger_now="yes")


def test_the_duty_manager_is_paged_after_fifteen_minutes_and_not_before(in_danger, mailoutbox):
    assert sweep(minutes(14)) == 0
    assert mailoutbox == []

    assert sweep(minutes(15)) == 1

    (message,) = mailoutbox
    assert message.to == ["manager@paging.example"]


def test_one_message_for_the_family_and_an_entry_on_each_child(in_danger, people, mailoutbox):
    sweep(minutes(15))
    sweep(minutes(16))

    assert len(mailoutbox) == 1
    with casework.working(people["manager"]):
        paged = Entry.objects.filter(step="contact-paged")
        assert [each.answers for each in paged] == [{"paged": "duty-manager"}] * 2


def test_the_next_in_line_is_paged_at_thirty_minutes_once(in_danger, mailoutbox):
    for n in (15, 29, 30, 31, 90):
        sweep(minutes(n))

    assert [message.to for message in mailoutbox] == [
        ["manager@paging.example"],
        ["head@paging.example"],
    ]


def test_at_night_it_is_the_emergency_duty_team(people, mailoutbox):
    casework.send(people["lead"], "Amir", at=NIGHT, in_danger_now="yes")

    sweep(minutes(15, NIGHT))

    assert [message.to for message in mailoutbox] == [["night@paging.example"]]


def test_the_message_says_nothing_of_what_was_sent(in_danger, people, mailoutbox):
    sweep(minutes(15))

    (message,) = mailoutbox
    words = f"{message.subject} {message.body}"
    for told in ("Amir", "Zain", "Akhtar", "Canary", "Beck Lane", "C-"):
        assert told not in words


@pytest.mark.parametrize("taken", ["claimed", "screened"])
def test_nobody_is_paged_about_what_is_in_hand(people, mailoutbox, taken):
    occasion = casework.send(people["lead"], "Amir", in_danger_now="yes")
    (amir,) = casework.contacts_of(occasion, people=people)
    if taken == "claimed":
        casework.claim(people["screener"], amir)
    else:
        casework.screen(people, amir)

    assert sweep(minutes(40)) == 0
    assert mailoutbox == []


def test_nobody_is_paged_about_a_contact_that_is_not_immediate(sent, mailoutbox):
    assert sweep(minutes(600)) == 0


def test_nobody_to_page_is_loud_and_records_nothing(in_danger, people):
    with pytest.raises(paging.NobodyToPage, match="duty-manager"):
        paging.sweep(now=minutes(15), addresses={})

    with casework.working(people["manager"]):
        assert not Entry.objects.filter(step="contact-paged").exists()


def test_receiving_one_asks_to_be_reminded_at_each_stage(in_danger, owner_cursor):
    found = owner_cursor.execute(
        "select count(*), max(scheduled_at) - min(scheduled_at) from procrastinate_jobs"
        " where task_name = 'page_duty'"
    ).fetchone()

    assert found[0] == 2
    assert timedelta(minutes=14) < found[1] < timedelta(minutes=16)


def test_the_worker_sweeps_with_the_addresses_it_was_given(in_danger, mailoutbox, monkeypatch):
    monkeypatch.setattr(tasks.present, "now", lambda: minutes(15))

    tasks.page_waiting(0)
    tasks.page_duty(str(in_danger))

    assert [message.to for message in mailoutbox] == [["duty-manager@paging.example"]]
