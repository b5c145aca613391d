"""A professional disagreement: five stages, each with those who must answer it.

Raised by whoever sent a contact or works with it; the child's safety comes first, and it is
counted. Who raised it sees how far it is and none of the words.
"""

from goldenthread.content.front_door import disagreement_forms as forms
from goldenthread.content.front_door.disagreement_forms import LOCAL
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Step

# Who answers at each stage, and the words for where it then is.
STAGES = {
    1: (("front-door-screener", "front-door-manager"), "Stage 1: between the practitioners"),
    2: (("front-door-manager",), "Stage 2: with the managers"),
    3: (("service-head",), "Stage 3: with the heads of service"),
    4: (("safeguarding-partner",), "Stage 4: with the safeguarding partners"),
    5: (("independent-scrutineer",), "Stage 5: with the independent scrutineer"),
}


def _at(stage: int) -> Condition:
    """It has reached this stage and no later one."""
    if stage == 5:
        return answer("why_stage_5").given()
    no_later = ~answer(f"why_stage_{stage + 1}").given()
    return no_later if stage == 1 else answer(f"why_stage_{stage}").given() & no_later


def _answering(*stages: int) -> tuple[By, ...]:
    return tuple(By(role=role, only_if=_at(stage)) for stage in stages for role in STAGES[stage][0])


def _passed_on(stage: int, asks: Instrument, after: str) -> Step:
    return Step(
        key=f"disagreement-stage-{stage}",
        title=f"Passed to stage {stage}",
        state=STAGES[stage][1],
        # Whose stage it was: it is passed on once, and the answers that do so end that stage.
        by=tuple(By(role=role) for role in STAGES[stage - 1][0]),
        asks=asks,
        follows=(after,),
        law=LOCAL,
    )


raised = Step(
    key="disagreement-raised",
    title="Disagreement raised",
    state=STAGES[1][1],
    by=(By(role="intake"),),
    asks=forms.disagreement_form,
    first=True,
    automatic=True,
    law=LOCAL,
)
stage_2 = _passed_on(2, forms.disagreement_stage_2_form, "disagreement-raised")
stage_3 = _passed_on(3, forms.disagreement_stage_3_form, "disagreement-stage-2")
stage_4 = _passed_on(4, forms.disagreement_stage_4_form, "disagreement-stage-3")
stage_5 = _passed_on(5, forms.disagreement_stage_5_form, "disagreement-stage-4")

settled = Step(
    key="disagreement-settled",
    title="Disagreement settled",
    state="Settled",
    by=_answering(1, 2, 3, 4, 5),
    asks=forms.disagreement_settled_form,
    follows=("disagreement-raised",),
    closes=True,
    law=LOCAL,
)

disagreement = Pathway(
    key="disagreement",
    title="Professional disagreement",
    steps=(raised, stage_2, stage_3, stage_4, stage_5, settled),
    reference_prefix="D",
    desk="disagreement",
    record_state="contact",
    law=LOCAL,
)
