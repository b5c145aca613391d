"""What a family help plan asks, from its agreement to its end."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.content.protection.conference_forms import PARTNERS
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

STEPPED_UP = answer("family_help_ended_as").equals("stepped-up")
LEADS = (
    Option(key="social-care", label="Children's social care"),
    Option(key="council", label="Another service of the council"),
    Option(key="school", label="A school, college or nursery"),
    Option(key="health", label="Health"),
    Option(key="police", label="Police"),
    Option(key="housing", label="Housing"),
    Option(key="voluntary", label="A voluntary organisation"),
    Option(key="other", label="Another agency"),
)

form = partial(one_page, cites=law.family_help)

family_help_due_form = form(
    "family-help-due-form",
    "Due",
    day("referral_on", "Day of the referral", required=False, column="referral_on"),
    Question(key="plan_lead_practitioner", asks="Who leads, and where do they work?",
             kind=Kind.TEXT, holds="admin", required=False),
)  # fmt: skip

family_help_lead_form = form(
    "family-help-lead-form",
    "Name the lead practitioner",
    choice("family_help_lead_agency", "Where do they work?", LEADS,
           column="family_help_lead_agency"),
    Question(key="family_help_lead", asks="Who are they, and how are they reached?",
             kind=Kind.TEXT, holds="admin"),
)  # fmt: skip

family_help_plan_form = form(
    "family-help-plan-form",
    "Agree the family help plan",
    day("family_help_on", "When was the plan agreed?", column="family_help_on"),
    yes_no("family_help_agreed", "Do the family agree to it?", holds="legal"),
    words("family_help_child_said", "What did the child say, in their own words?"),
    words("family_help_changes", "What must change, who does what, and by when?"),
    late("family_help_late_because"),
)

family_help_review_form = form(
    "family-help-review-form",
    "Record the review",
    day("family_help_review_on", "When was it held?"),
    Question(key="family_help_agencies", asks="Which agencies came?", kind=Kind.CHOICES,
             options=PARTNERS, holds="admin"),
    yes_no("family_help_still_agreed", "Do the family still agree to it?", holds="legal"),
    words("family_help_progress", "What has changed for the child, and what happens next?"),
    late("family_help_review_late"),
)  # fmt: skip

family_help_visit_form = form(
    "family-help-visit-form",
    "Record a visit",
    day("family_help_visit_on", "When did you see the child?"),
    yes_no("family_help_visit_alone", "Did you see the child alone?"),
    words("family_help_visit_said", "What did the child say, and what did you find?"),
    late("family_help_visit_late"),
)

family_help_ended_form = form(
    "family-help-ended-form",
    "End family help",
    choice(
        "family_help_ended_as", "Why does it end?",
        (
            Option(key="outcomes-met", label="What had to change has changed"),
            Option(key="stepped-up", label="Stepped up: the child may be suffering harm"),
            Option(key="withdrew", label="The family no longer agree, and a manager decided"),
            Option(key="moved", label="The family moved"),
        ),
        holds="legal", column="family_help_ended_as",
    ),
    words("worried_about", "What has happened?", only_if=STEPPED_UP),
    words("family_help_outcome", "What is different for the child?"),
)  # fmt: skip

family_help_superseded_form = form(
    "family-help-superseded-form",
    "Taken over by a protection plan",
    day("conference_on", "Day of the conference"),
)
