"""What a family help plan asks, from its agreement to its end."""

import pytest

from goldenthread.content.protection import family_help_forms as declared
from goldenthread.language.instrument import Instrument
from tests.spec import recording, tables

FORMS = [value for value in vars(declared).values() if isinstance(value, Instrument)]

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| nobody leads | family_help_lead_form | family_help_lead=- | family_help_lead |
| the child said nothing | family_help_plan_form | family_help_child_said=- | family_help_child_said |
| stepped up, and nobody says why | family_help_ended_form | family_help_ended_as=stepped-up; worried_about=- | worried_about |
| not stepped up | family_help_ended_form | family_help_ended_as=outcomes-met | |
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
