"""Under which scope an entry is kept, and which accounts only act."""

from uuid import uuid4

import pytest

from goldenthread.access import scopes, services
from goldenthread.content import catalogue
from goldenthread.language.step import Step

CHILD, OCCASION = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("step", "with_occasion"),
    [
        ("contact-received", True),
        ("contact-acknowledged", True),
        ("contact-outcome-told", True),
        ("contact-screened", False),
        ("contact-decided", False),
        ("referral-opened", False),
    ],
)
def test_a_referrer_is_given_what_they_sent_and_were_told_and_no_step_besides(step, with_occasion):
    """SECURITY 2.2: their own referral and the outcome told, nothing else."""
    kept = scopes.of_entry(step=catalogue.step(step), person_id=CHILD, occasion_id=OCCASION)
    assert kept == (OCCASION if with_occasion else CHILD)


def test_every_step_is_kept_with_the_child_where_there_was_no_occasion():
    for step in catalogue.declared(Step).values():
        assert scopes.of_entry(step=step, person_id=CHILD, occasion_id=None) == CHILD


def test_a_service_has_the_same_id_in_every_database_and_no_other_has_it():
    ids = {role.key: services.account_id(role.key) for role in services.roles()}
    assert ids["intake"] == services.account_id("intake")
    assert len(set(ids.values())) == len(ids) >= 2


def test_a_service_is_a_machine_and_belongs_to_no_agency():
    for role in services.roles():
        assert role.service and role.agency_kinds == () and role.home == ""
