"""A strategy discussion: who took part, and why where not all of the three did (R9.1)."""

import pytest

from goldenthread.content.protection import strategy_forms as declared
from tests.spec import recording, tables

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| all three | strategy_form | strategy_took_part=social-care, police, health |  |
| no health, and why | strategy_form | strategy_took_part=social-care, police |  |
| no health, and no reason | strategy_form | strategy_took_part=social-care, police; strategy_incomplete_because=- | strategy_incomplete_because |
| no health, and no day to make it good | strategy_form | strategy_took_part=social-care, police; strategy_follow_up_on=- | strategy_follow_up_on |
| all three, and a reason why not | strategy_form | strategy_took_part=social-care, police, health; strategy_incomplete_because=x | strategy_incomplete_because |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))
