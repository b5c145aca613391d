"""Paging: after fifteen minutes, then after thirty, each once, by a service alone."""

from datetime import timedelta

from goldenthread.content import catalogue
from goldenthread.content.front_door import paging
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways


def test_fifteen_minutes_then_thirty():
    assert (
        timedelta(minutes=15),
        timedelta(minutes=30),
    ) == (paging.FIRST_AFTER, paging.AGAIN_AFTER)


def test_each_stage_is_recorded_once_and_in_order():
    contact = catalogue.pathway("contact")

    def may(*recorded: str) -> set[str]:
        return {step.key for step in pathways.may_follow(contact, recorded)} & {
            "contact-paged",
            "contact-paged-again",
        }

    assert may("contact-received") == {"contact-paged"}
    assert may("contact-received", "contact-paged") == {"contact-paged-again"}
    assert may("contact-received", "contact-paged", "contact-paged-again") == set()


def test_it_says_who_was_paged():
    assert not reading.check(paging.paging_form, {"paged": "duty-manager"})
    assert [each.field for each in reading.check(paging.paging_form, {})] == ["paged"]
