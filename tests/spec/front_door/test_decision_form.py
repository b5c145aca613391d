"""The decision on a contact: an outcome, and why; no further action has a coded reason (R1.3)."""

import pytest

from goldenthread.content.front_door.decision_form import decision_form
from goldenthread.language import answers as reading
from tests.spec import tables

TABLE = """
| case | outcome | help_given | nfa_reason | rationale | asked for |
|---|---|---|---|---|---|
| a referral, and why | referral-to-social-care | | | Two bruises | |
| a referral without a reason | referral-to-social-care | | | | rationale |
| no outcome | | | | Two bruises | outcome |
| R1.3 no further action, with its reason | no-further-action | no | duplicate | Same call as C-7KQD | |
| R1.3 no further action without a reason | no-further-action | no | | Nothing more | nfa_reason |
| R1.3 was help given? | no-further-action | | duplicate | Nothing more | help_given |
| a reason for no further action, where there is action | signposted | | duplicate | Told of the centre | nfa_reason |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["case"])
def test_what_a_decision_must_say(case):
    keys = ("outcome", "help_given", "nfa_reason", "rationale")
    answers = {key: case[key] for key in keys if case[key]}

    problems = reading.check(decision_form, answers)

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))
