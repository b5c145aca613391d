"""CLK-03: a professional's call is confirmed in writing within 24 hours; the public's never is."""

import pytest

from goldenthread.content.front_door.call_confirmed import call_confirmation, call_confirmed_form
from goldenthread.language import answers as reading
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

TABLE = """
| why | rang | confirmed | status |
|---|---|---|---|
| the same time next day | Mon 2 March 2020 09:10 | Tue 3 March 2020 09:10 | met |
| a minute later | Mon 2 March 2020 09:10 | Tue 3 March 2020 09:11 | breached |
| hours run through a weekend | Fri 6 March 2020 09:10 | Mon 9 March 2020 09:00 | breached |
"""
NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_the_confirmation_in_time(case):
    said = {"caller_kind": "professional"}
    events = [
        Event("contact-received", tables.point(case["rang"]), said),
        Event("call-confirmed", tables.point(case["confirmed"]), said),
    ]

    (reading_of,) = clocks.read(call_confirmation, events, NOW)

    assert str(reading_of.status) == case["status"]


@pytest.mark.parametrize("answers", [{"caller_kind": "public"}, {}])
def test_nobody_else_owes_one(answers):
    rang = Event("contact-received", tables.point("Mon 2 March 2020 09:10"), answers)

    assert clocks.read(call_confirmation, [rang], NOW) == ()


def test_how_it_was_confirmed_is_said():
    assert reading.check(call_confirmed_form, {"confirmed_by": "form"}) == ()
    assert [each.field for each in reading.check(call_confirmed_form, {})] == ["confirmed_by"]
