"""What a protection plan asks of core groups and reviews, and how it ends."""

import pytest

from goldenthread.content.protection import plan_forms as declared
from tests.spec import recording, tables

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
