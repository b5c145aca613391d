"""What a protection plan asks of core groups and reviews, and how it ends."""

import pytest

from goldenthread.content.protection import plan_forms as declared
from goldenthread.language.instrument import Instrument
from tests.spec import recording, tables

FORMS = [value for value in vars(declared).values() if isinstance(value, Instrument)]

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| it goes on without a category | review_form | review_decision=continue; plan_latest_category=- | plan_latest_category |
| it ends and nobody says what follows | review_form | review_decision=end; plan_steps_down_to=- | plan_steps_down_to |
| R7.4 early help without who leads it | review_form | review_decision=end; plan_steps_down_to=early-help; plan_lead_practitioner=- | plan_lead_practitioner |
| a core group nobody else came to | core_group_form | core_group_agencies=nobody |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_filled_as_shortly_as_it_may_be_is_taken(form):
    assert recording.asked_for(form, "") == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_that_is_needed_may_be_left_out(form):
    needed = recording.filled(form, "")

    for key in needed:
        assert key in recording.asked_for(form, f"{key}=-"), key
