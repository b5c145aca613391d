"""What a single assessment asks, from its beginning to its authorisation."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.content.protection.assessment_factors import FACTORS
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

SEEN = answer("assessment_child_seen").equals("yes")
FROM_REFERRAL = day("referral_on", "Day of the referral", column="referral_on")
START = day("assessment_start_on", "When did it begin?", column="assessment_start_on")

OUTCOMES = (
    Option(key="no-further-action", label="No further action"),
    Option(key="early-help", label="Early help"),
    Option(key="child-in-need-plan", label="A child in need plan"),
    Option(key="strategy-discussion", label="A strategy discussion"),
    Option(key="look-after", label="To be looked after"),
    Option(key="other", label="Something else"),
)


form = partial(one_page, cites=law.assessing)


assessment_starting = form("assessment-starting", "Begin the assessment", START)
reassessment_starting = form(
    "reassessment-starting",
    "Begin another assessment",
    START,
    words("reassessment_because", "What has changed, that there is to be another?"),
)
assessment_begun_form = form("assessment-begun-form", "Begun", FROM_REFERRAL, START)

child_seen_form = form(
    "assessment-child-seen-form",
    "Say whether the child was seen",
    yes_no("assessment_child_seen", "Was the child seen?", column="assessment_child_seen"),
    day("assessment_seen_on", "When?", only_if=SEEN),
    yes_no("assessment_seen_alone", "Was the child seen alone?", only_if=SEEN),
    words(
        "assessment_child_said",
        "What did the child say, in their own words?",
        only_if=SEEN,
        hint="For a baby or a child who does not speak, what you saw",
    ),
    words("assessment_not_seen_because", "Why not, and when will they be?", only_if=~SEEN),
)

checkpoint_form = form(
    "assessment-checkpoint-form",
    "Check the assessment half-way",
    yes_no("assessment_on_course", "Will it be finished in time?"),
    words("assessment_direction", "What is still to be done, and by whom?"),
)

assessment_form = form(
    "assessment-form",
    "Write the assessment",
    words(
        "assessment_story", "What has happened in this family, and what is it like for the child?"
    ),
    words("assessment_strengths", "What is working well?"),
    words("assessment_risks", "What are you worried about, and how likely and how bad is it?"),
    words("assessment_views", "What do the parents, and others who know the child, think?"),
    Question(
        key="assessment_factors",
        asks="What did you find?",
        kind=Kind.CHOICES,
        options=FACTORS,
        holds="health",
        hint="All that matter to this child. The census counts these",
        column="assessment_factors",
    ),
    words("assessment_analysis", "What does it all mean for the child, and what should happen?"),
    choice("assessment_recommends", "What do you recommend?", OUTCOMES, holds="legal"),
)

returned_form = form(
    "assessment-returned-form",
    "Send it back to the author",
    words("assessment_returned_because", "What is missing?"),
)

authorisation_form = form(
    "assessment-authorisation-form",
    "Authorise the assessment",
    choice(
        "assessment_outcome",
        "What does the child need?",
        OUTCOMES,
        holds="legal",
        column="assessment_outcome",
    ),
    words(
        "assessment_authorised_because",
        "Why is that right for the child?",
        hint="Somebody reading this in ten years should understand it",
    ),
    late("assessment_late_because"),
)

abandoned_form = form(
    "assessment-abandoned-form",
    "Give up the assessment",
    words("assessment_abandoned_because", "Why is it not finished, and how is the child safe?"),
)
