"""What a child in need plan asks, from its agreement to its end."""

import pytest

from goldenthread.content.protection import need_plan_forms as declared
from goldenthread.language.instrument import Instrument
from tests.spec import recording, tables

FORMS = [value for value in vars(declared).values() if isinstance(value, Instrument)]

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| nobody asked whether they agree | need_plan_form | need_plan_parents_agree=- | need_plan_parents_agree |
| R7.4 early help without who leads it | need_plan_ended_form | need_plan_ended_as=early-help; plan_lead_practitioner=- | plan_lead_practitioner |
| no early help and somebody to lead it | need_plan_ended_form | need_plan_ended_as=moved; plan_lead_practitioner=x | plan_lead_practitioner |
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
