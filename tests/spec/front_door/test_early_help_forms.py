"""What early help asks of a family and of those who work with them."""

import pytest

from goldenthread.content.front_door import early_help_forms as declared
from tests.spec import recording, tables

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
