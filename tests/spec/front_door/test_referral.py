"""A referral to children's social care: opened by a decision, one open at a time for a child.

Children Act 1989, sections 17 and 47. R1.1: a referral is not made while the child's case is open.
"""

from goldenthread.content import catalogue
from goldenthread.content.front_door.referral import referral
from goldenthread.language import pathway as pathways


def test_r1_1_a_child_has_one_open_referral():
    assert referral.one_open_per_subject


def test_it_begins_with_being_opened_and_waits_for_a_social_worker():
    (first,) = pathways.may_follow(referral, [])

    assert first.key == "referral-opened"
    assert first.state == "Waiting for a social worker"


def test_nobody_opens_it_by_hand():
    assert referral.step("referral-opened").automatic


def test_only_a_decision_on_a_contact_opens_it():
    opening = [
        step.key
        for pathway in catalogue.pathways().values()
        for step in pathway.steps
        for opens in step.opens
        if opens.pathway == referral.key
    ]

    assert opening == ["contact-decided"]


def test_it_is_held_by_the_front_door_until_a_social_worker_takes_it():
    assert referral.desk == "front-door"
