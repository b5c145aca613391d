"""What a child in need plan asks, from its agreement to its end."""

import pytest

from goldenthread.content.protection import need_plan_forms as declared
from tests.spec import recording, tables

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
