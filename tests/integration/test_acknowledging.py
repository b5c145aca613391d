"""Acknowledging what was sent, once, and never after it has ended."""

from datetime import timedelta

import pytest
from django.core import mail

from goldenthread.records.entry import Entry
from tests.integration.test_other_forms import BY_PROFESSIONAL, CALL, sent
from tests.made import casework
from tests.made.casework import NOW

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


def acknowledged(people, contact) -> int:
    with casework.working(people["manager"]):
        return Entry.objects.filter(episode_id=contact, step="contact-acknowledged").count()


def test_what_was_sent_is_acknowledged_once(people):
    occasion = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion, people=people)
    assert casework.acknowledge(occasion, at=LATER)
    assert not casework.acknowledge(occasion, at=LATER)
    assert [letter.subject for letter in mail.outbox] == ["Received by the front door"]
    assert acknowledged(people, amir) == 1


def test_a_contact_decided_before_the_message_left_is_still_acknowledged(people):
    occasion = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion, people=people)
    casework.screen(people, amir)
    casework.decide(people, amir, casework.ADVISE)
    assert casework.acknowledge(occasion, at=LATER)
    assert acknowledged(people, amir) == 1


def test_a_contact_closed_before_the_message_left_needs_none_and_the_job_is_done(people):
    occasion = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion, people=people)
    casework.screen(people, amir)
    casework.decide(people, amir, casework.ADVISE)
    casework.tell(people, amir)
    assert not casework.acknowledge(occasion, at=LATER)
    assert mail.outbox == []


def test_of_brothers_and_sisters_only_whoever_is_still_open_is_acknowledged(people):
    occasion = casework.send(people["lead"], "Amir", "Sara")
    amir, sara = casework.contacts_of(occasion, people=people)
    casework.screen(people, amir)
    casework.decide(people, amir, casework.ADVISE)
    casework.tell(people, amir)
    assert casework.acknowledge(occasion, at=LATER)
    assert len(mail.outbox) == 1
    assert acknowledged(people, sara) == 1


@pytest.mark.parametrize(
    ("call", "written_to"),
    [
        (BY_PROFESSIONAL | {"caller_email": ["priya.shah@example.invalid"]}, True),
        (BY_PROFESSIONAL, False),
        (CALL, False),
    ],
)
def test_a_caller_is_written_to_only_where_a_professional_gave_an_address(people, call, written_to):
    occasion = sent(people["screener"], "telephone-form", call)
    (amir,) = casework.contacts_of(occasion, people=people)
    assert casework.acknowledge(occasion, at=LATER)
    assert acknowledged(people, amir) == 1
    addressed = [letter.to for letter in mail.outbox]
    assert addressed == ([["priya.shah@example.invalid"]] if written_to else [])
    assert all("Canary" not in letter.body and "Amir" not in letter.body for letter in mail.outbox)
