"""What a conference asks: the threshold, the category, dissent, and how the child took part."""

import pytest

from goldenthread.content.protection import conference_forms as declared
from tests.spec import recording, tables

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| a plan without a category | conference_form | threshold_met=yes; plan_category=- | plan_category |
| no plan and a category | conference_form | threshold_met=no; plan_category=NEG | plan_category |
| R11.4 how many plans before | conference_form | threshold_met=yes; previous_plans=- | previous_plans |
| nobody asked how the child took part | conference_form | conference_participation=- | conference_participation |
| scheduled for a day gone by | scheduled_form | conference_planned_on=2020-03-30 | conference_planned_on |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))
