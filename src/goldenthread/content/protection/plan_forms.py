"""What a protection plan asks: core groups, visits, review conferences and how it ends."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.content.protection.conference_forms import (
    CATEGORIES,
    PARTICIPATION,
    PARTNERS,
    REFERRED,
)
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

ENDS = answer("review_decision").equals("end")
STEP_DOWN = answer("plan_steps_down_to")


form = partial(one_page, cites=law.planning)


protection_plan_begun_form = form(
    "protection-plan-begun-form",
    "Begun",
    REFERRED,
    day("conference_on", "Day of the conference", column="conference_on"),
    choice("plan_category", "Category", CATEGORIES, holds="legal", column="plan_category"),
    Question(
        key="previous_plans",
        asks="Protection plans before this",
        kind=Kind.WHOLE_NUMBER,
        holds="admin",
        column="previous_plans",
    ),
)

core_group_form = form(
    "core-group-form",
    "Record the core group",
    day("core_group_on", "When was it held?"),
    Question(
        key="core_group_agencies",
        asks="Which agencies came, besides social care?",
        kind=Kind.CHOICES,
        options=PARTNERS,
        holds="admin",
    ),
    yes_no("core_group_family", "Did the family take part?"),
    words("core_group_progress", "What has changed for the child, and what has not?"),
    words("core_group_next", "What happens next, who does it, and by when?"),
    late("core_group_late_because"),
)

review_form = form(
    "review-conference-form",
    "Record the review conference",
    day("review_on", "When was it held?"),
    Question(
        key="review_agencies",
        asks="Which agencies came, besides social care?",
        kind=Kind.CHOICES,
        options=PARTNERS,
        holds="admin",
    ),
    yes_no("review_quorate", "Was it quorate?"),
    choice("review_participation", "How did the child take part?", PARTICIPATION),
    words("review_heard", "What has changed for the child since the last conference?"),
    choice(
        "review_decision",
        "What was decided?",
        (
            Option(key="continue", label="The plan goes on"),
            Option(key="end", label="The plan ends"),
        ),
        holds="legal",
    ),
    choice(
        "plan_latest_category",
        "Under which category?",
        CATEGORIES,
        holds="legal",
        column="plan_latest_category",
        only_if=answer("review_decision").equals("continue"),
    ),
    choice(
        "plan_steps_down_to",
        "What comes after?",
        (
            Option(key="child-in-need-plan", label="A child in need plan"),
            Option(key="early-help", label="Early help"),
            Option(key="looked-after", label="The child is looked after"),
            Option(key="nothing", label="Services open to everybody"),
        ),
        holds="legal",
        column="plan_steps_down_to",
        only_if=ENDS,
    ),
    Question(
        key="plan_lead_practitioner",
        asks="Who leads the early help, and where do they work?",
        kind=Kind.TEXT,
        holds="admin",
        only_if=ENDS & STEP_DOWN.equals("early-help"),
    ),
    words("review_reason", "Why?"),
    words("review_dissent", "Did anybody disagree? Who, and why?", required=False),
    late("review_late_because"),
    cites=law.reviewing,
)

ended_form = form(
    "protection-plan-ended-form",
    "End the plan without a review",
    choice(
        "plan_ended_because",
        "Why does it end?",
        (
            Option(
                key="moved", label="The child moved, and another council has held its conference"
            ),
            Option(key="eighteen", label="The child is eighteen"),
            Option(key="died", label="The child died"),
        ),
        holds="legal",
        column="plan_ended_because",
    ),
    day("plan_ended_on", "On which day?", column="plan_ended_on"),
    words("plan_ended_more", "What should somebody reading this know?"),
)
