"""What a single assessment asks, and the factors of the census on the day they are asked."""

import pytest

from goldenthread.content.protection import assessment_forms as declared
from tests.spec import recording, tables

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| seen, with when and how | child_seen_form | assessment_child_seen=yes |  |
| seen, and nobody says what the child said | child_seen_form | assessment_child_seen=yes; assessment_child_said=- | assessment_child_said |
| not seen, and no reason | child_seen_form | assessment_child_seen=no; assessment_not_seen_because=- | assessment_not_seen_because |
| none of the factors stands alone | assessment_form | assessment_factors=21, 16A | assessment_factors |
| a factor twice | assessment_form | assessment_factors=16A, 16A | assessment_factors |
| physical abuse as it was counted then | assessment_form | assessment_factors=18A |  |
| criminal exploitation was not counted yet | assessment_form | assessment_factors=24A | assessment_factors |
| abuse by an adult was not told apart yet | assessment_form | assessment_factors=18C | assessment_factors |
| not before five years ago | assessment_starting | assessment_start_on=2014-03-31 | assessment_start_on |
| not after today | assessment_starting | assessment_start_on=2020-04-01 | assessment_start_on |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))
