"""What a conference asks: the threshold, the category, dissent, and how the child took part."""

import pytest

from goldenthread.content.protection import conference_forms as declared
from goldenthread.language.instrument import Instrument
from tests.spec import recording, tables

FORMS = [value for value in vars(declared).values() if isinstance(value, Instrument)]

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


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_filled_as_shortly_as_it_may_be_is_taken(form):
    assert recording.asked_for(form, "") == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_that_is_needed_may_be_left_out(form):
    needed = recording.filled(form, "")

    for key in needed:
        assert key in recording.asked_for(form, f"{key}=-"), key
