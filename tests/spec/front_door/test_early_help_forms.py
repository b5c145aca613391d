"""What early help asks of a family and of those who work with them."""

import pytest

from goldenthread.content.front_door import early_help_forms as declared
from goldenthread.language.instrument import Instrument
from tests.spec import recording, tables

FORMS = [value for value in vars(declared).values() if isinstance(value, Instrument)]

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| nobody says who leads | lead_form | early_help_lead=- | early_help_lead |
| the family still agree | team_form | team_still_agreed=- | team_still_agreed |
| the child said nothing | early_help_assessment | early_help_child_said=- | early_help_child_said |
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
