"""A contact: who may record what, after what, and what a decision may and may not say.

Working Together to Safeguard Children, chapter 1, referrals, and the partnership's own rules for
its front door. R1.2 and R1.3 are numbered as in the partnership's rules.
"""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.contact import DELEGATED, contact
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.content.front_door.outcome import OUTCOMES
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from tests.spec import tables

NEXT_TABLE = """
| recorded so far | what it is | role | may record next |
|---|---|---|---|
|  |  | intake | contact-received |
|  |  | front-door-screener |  |
|  |  | designated-safeguarding-lead |  |
| contact-received |  | correspondence | contact-acknowledged |
| contact-received |  | front-door-screener | contact-screened |
| contact-received |  | front-door-manager | contact-screened |
| contact-received |  | designated-safeguarding-lead |  |
| contact-received |  | analyst |  |
| contact-received |  | system-administrator |  |
| contact-received, contact-acknowledged |  | correspondence |  |
| contact-received, contact-screened | concern | front-door-manager | contact-decided |
| contact-received, contact-screened | concern | front-door-screener |  |
| contact-received, contact-screened | early-help-request | front-door-screener |  |
| contact-received, contact-screened | transfer-in | front-door-screener |  |
| contact-received, contact-screened | notification | front-door-screener | contact-decided |
| contact-received, contact-screened | advice-request | front-door-screener | contact-decided |
| contact-received, contact-screened | information-request | front-door-screener | contact-decided |
| contact-received, contact-screened | concern | correspondence | contact-acknowledged |
| contact-received, contact-screened, contact-decided | concern | front-door-screener | contact-outcome-told |
| contact-received, contact-screened, contact-decided | concern | front-door-manager | contact-outcome-told |
| contact-received, contact-screened, contact-decided | concern | designated-safeguarding-lead |  |
| contact-received, contact-screened, contact-decided, contact-outcome-told | concern | front-door-manager |  |
"""

OUTCOME_TABLE = """
| outcome | advice, signposting or early help given | refused | opens |
|---|---|---|---|
| referral-to-social-care |  | no | referral |
| strategy-discussion |  | no | referral |
| allocated-worker |  | no |  |
| early-help |  | no |  |
| early-help-existing |  | no |  |
| advice-to-professional |  | no |  |
| advice-to-family |  | no |  |
| signposted |  | no |  |
| notification-recorded |  | no |  |
| transfer-to-other-area |  | no |  |
| lado-transfer |  | no |  |
| no-further-action | no | no |  |
| no-further-action | yes | yes |  |
"""

LANE_TABLE = """
| in danger now | what it is | lane |
|---|---|---|
| yes |  | Immediate |
| yes | advice-request | Immediate |
| no |  | Concern |
| no | concern | Concern |
| no | early-help-request | Early help |
| no | advice-request | Advice and information |
| no | information-request | Advice and information |
| no | notification | Advice and information |
"""

decided = contact.step("contact-decided")
# What the table says of a practitioner is of one to whom deciding has been delegated.
UNDER = {delegated_decision.key}


def answered(**answers: str) -> dict[str, object]:
    """The answers given: a blank cell is a question nobody has answered."""
    return {key: value for key, value in answers.items() if value}


@pytest.mark.parametrize(
    "case", tables.rows(NEXT_TABLE), ids=lambda case: f"{case['role']}: {case['recorded so far']}"
)
def test_who_may_record_what_next(case):
    answers = answered(purpose=case["what it is"])

    following = pathways.may_follow(contact, tables.words(case["recorded so far"]), answers=answers)

    offered = [
        step.key
        for step in following
        if steps.may_record(step, case["role"], answers, under=UNDER) and not step.allocates
    ]
    assert offered == list(tables.words(case["may record next"]))


def test_r1_2_no_concern_has_a_final_outcome_without_a_managers_decision():
    for purpose in ("concern", "early-help-request", "transfer-in", "other"):
        assert steps.may_record(decided, "front-door-manager", {"purpose": purpose})
        assert not steps.may_record(decided, "front-door-screener", {"purpose": purpose})


def test_r1_2_a_decision_says_why():
    rationale = next(q for q in decided.asks.questions if q.key == "rationale")

    assert rationale.required is True
    assert rationale.only_if is None


def test_r1_2_advice_information_and_notifications_are_decided_under_delegation():
    asked = catalogue.instrument("screening-form").questions
    purposes = next(q for q in asked if q.key == "purpose").options
    delegated = {option.key for option in purposes if DELEGATED.holds({"purpose": option.key})}

    assert delegated == {"notification", "advice-request", "information-request"}


@pytest.mark.parametrize("case", tables.rows(OUTCOME_TABLE), ids=lambda case: case["outcome"])
def test_r1_3_help_that_was_given_is_never_no_further_action(case):
    given = case["advice, signposting or early help given"]
    answers = answered(outcome=case["outcome"], help_given=given)

    refused = steps.refusals(decided, answers)

    assert bool(refused) == (case["refused"] == "yes")
    assert all(problem.field == "outcome" for problem in refused)
    assert [opens.pathway for opens in steps.opened(decided, answers)] == list(
        tables.words(case["opens"])
    )


def test_every_outcome_is_in_the_table_of_outcomes():
    cases = {case["outcome"] for case in tables.rows(OUTCOME_TABLE)}

    assert cases == {outcome.option.key for outcome in OUTCOMES}


@pytest.mark.parametrize("case", tables.rows(LANE_TABLE), ids=str)
def test_the_lane_is_the_first_that_holds(case):
    answers = answered(in_danger_now=case["in danger now"], purpose=case["what it is"])

    assert contact.lane(answers).title == case["lane"]


def test_telling_the_referrer_closes_the_contact_and_nothing_else_does():
    closing = [step.key for step in contact.steps if steps.closes(step, {})]

    assert closing == ["contact-outcome-told"]


def test_what_the_referrer_sent_and_was_told_is_kept_with_the_occasion():
    with_occasion = {step.key for step in contact.steps if step.kept_with == "occasion"}

    assert with_occasion == {"contact-received", "contact-acknowledged", "contact-outcome-told"}


def test_a_service_receives_and_acknowledges_and_no_person_does():
    services = {role.key for role in catalogue.declared(catalogue.Role).values() if role.service}

    for step in contact.steps:
        assert step.automatic == ({by.role for by in step.by} <= services)
