"""What a family help plan asks, from its agreement to its end."""

import pytest

from goldenthread.content.protection import family_help_forms as declared
from tests.spec import recording, tables

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
