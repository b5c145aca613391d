"""A visit to a child on a plan: seen, seen alone, the bedroom, and what the child said."""

import pytest

from goldenthread.content.protection import plan_visit_forms as declared
from tests.spec import recording, tables

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| nobody says whether alone | visit_form | visit_alone=- | visit_alone |
| nobody says of the bedroom | visit_form | visit_bedroom=- | visit_bedroom |
| not seen, and no reason | attempted_form | visit_failed_because=- | visit_failed_because |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))
