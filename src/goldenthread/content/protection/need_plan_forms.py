"""What a child in need plan asks: agreement, reviews, visits, and what follows a withdrawal."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.content.protection.conference_forms import PARTNERS, REFERRED
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

ENDED_AS = answer("need_plan_ended_as")


form = partial(one_page, cites=law.in_need)


need_plan_due_form = form("need-plan-due-form", "Due", REFERRED)

need_plan_form = form(
    "need-plan-form",
    "Agree the child in need plan",
    day("need_plan_on", "When was the plan agreed?", column="need_plan_on"),
    yes_no("need_plan_parents_agree", "Do the parents agree to it?", holds="legal"),
    words("need_plan_agreement", "What did the parents and the child say about it?"),
    words("need_plan_changes", "What must change, who does what, and by when?"),
    late("need_plan_late_because"),
)

need_review_form = form(
    "need-review-form",
    "Record the review",
    day("need_review_on", "When was it held?"),
    Question(
        key="need_review_agencies",
        asks="Which agencies came, besides social care?",
        kind=Kind.CHOICES,
        options=PARTNERS,
        holds="admin",
    ),
    yes_no("need_review_family", "Did the family take part?"),
    words("need_review_progress", "What has changed for the child, and what has not?"),
    words("need_review_next", "What happens next, who does it, and by when?"),
    late("need_review_late_because"),
)

need_visit_form = form(
    "need-visit-form",
    "Record a visit",
    day("need_visit_on", "When did you see the child?"),
    yes_no("need_visit_alone", "Did you see the child alone?"),
    yes_no("need_visit_bedroom", "Did you see where the child sleeps?"),
    words("need_visit_child_said", "What did the child say, in their own words?"),
    words("need_visit_found", "What did you find?"),
    late("need_visit_late_because"),
)

need_attempted_form = form(
    "need-visit-attempted-form",
    "Record a visit at which you did not see the child",
    day("need_visit_attempted_on", "When?"),
    words("need_visit_failed_because", "Why, and what are you doing about it?"),
)

agreement_withdrawn_form = form(
    "agreement-withdrawn-form",
    "The parents no longer agree",
    words("agreement_withdrawn_because", "Who said so, and what did they say?"),
    words("agreement_withdrawn_means", "What does it mean for the child?"),
)

withdrawal_decided_form = form(
    "withdrawal-decided-form",
    "Decide what follows",
    choice(
        "withdrawal_decision",
        "What follows?",
        (
            Option(key="agreed-again", label="They agree again: the plan goes on"),
            Option(
                key="strategy", label="Call a strategy discussion: the child is not safe without"
            ),
            Option(key="close", label="The plan ends: the child is safe enough without it"),
        ),
        holds="legal",
    ),
    words("withdrawal_reason", "Why is that right for the child?"),
)

need_plan_ended_form = form(
    "need-plan-ended-form",
    "End the child in need plan",
    day("need_plan_ended_on", "On which day?", column="need_plan_ended_on"),
    choice(
        "need_plan_ended_as",
        "Why does it end?",
        (
            Option(key="needs-met", label="What had to change has changed"),
            Option(key="stepped-up", label="Stepped up: a strategy discussion or care"),
            Option(key="early-help", label="Stepped down to early help"),
            Option(key="withdrawn", label="The parents no longer agree, and a manager decided"),
            Option(key="moved", label="The child moved to another council"),
        ),
        holds="legal",
        column="need_plan_ended_as",
    ),
    Question(
        key="plan_lead_practitioner",
        asks="Who leads the early help, and where do they work?",
        kind=Kind.TEXT,
        holds="admin",
        only_if=ENDED_AS.equals("early-help"),
    ),
    words("need_plan_ended_because", "What is different for the child?"),
)

superseded_form = form(
    "need-plan-superseded-form",
    "Taken over by a protection plan",
    day("conference_on", "Day of the conference", column="need_superseded_on"),
)
