"""What early help asks: agreement, the assessment, who leads, the family's team, how it ends."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

EARLY_HELP = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, early help"
)
AGREED = answer("early_help_agreed").equals("yes")
LEADS = (
    Option(key="council", label="The council's early help service"),
    Option(key="school", label="A school, college or nursery"),
    Option(key="health", label="Health"),
    Option(key="police", label="Police"),
    Option(key="housing", label="Housing"),
    Option(key="voluntary", label="A voluntary organisation"),
    Option(key="other", label="Another agency"),
)
ENDINGS = (
    Option(key="outcomes-met", label="What the family wanted to change has changed"),
    Option(key="universal", label="Services open to everybody are enough"),
    Option(key="withdrew", label="The family withdrew"),
    Option(key="moved", label="The family moved"),
    Option(key="died", label="The child died"),
)


form = partial(one_page, cites=EARLY_HELP)


def _lead(key: str, asks: str, *, required: bool = True) -> Question:
    return Question(key=key, asks=asks, kind=Kind.TEXT, holds="admin", required=required)


accepted_form = form(
    "early-help-accepted-form",
    "Take it on as early help",
    words("early_help_because", "What does the family want help with?"),
)
stepped_down_form = form(
    "early-help-stepped-down-form",
    "Stepped down to early help",
    _lead("plan_lead_practitioner", "Who leads, and where do they work?", required=False),
)

agreement_form = form(
    "early-help-agreement-form",
    "Record what the family say to it",
    yes_no(
        "early_help_agreed",
        "Does the family agree to early help?",
        holds="legal",
        column="early_help_agreed",
    ),
    words("early_help_family_said", "What did the family say, and the child?"),
)

lead_form = form(
    "early-help-lead-form",
    "Name the lead practitioner",
    choice("early_help_lead_agency", "Where do they work?", LEADS, column="early_help_lead_agency"),
    _lead("early_help_lead", "Who are they, and how are they reached?"),
    words(
        "early_help_lead_because",
        "If somebody else led before, why has it changed?",
        required=False,
    ),
)

early_help_assessment = form(
    "early-help-assessment",
    "Write the early help assessment",
    day("early_help_assessed_on", "When was it finished?"),
    words("early_help_child_said", "What did the child say, in their own words?"),
    words("early_help_working_well", "What is working well?"),
    words("early_help_worries", "What is the family worried about, and what are you?"),
    words("early_help_wanted", "What does the family want to change?"),
    late("early_help_assessment_late"),
)

team_form = form(
    "team-around-the-family-form",
    "Record the team around the family",
    day("team_met_on", "When did they meet?"),
    yes_no("team_family_came", "Did the family take part?"),
    yes_no("team_still_agreed", "Does the family still agree to it?", holds="legal"),
    words("team_progress", "What has changed since the last time?"),
    words("team_next", "What happens next, who does it, and by when?"),
    late("team_late_because"),
)

stepped_up_form = form(
    "early-help-stepped-up-form",
    "Step up to social care",
    words("worried_about", "What has happened, that early help is not enough?"),
    words("stepped_up_told", "What have you told the family, and what did they say?"),
)

early_help_closing = form(
    "early-help-closing",
    "End early help",
    choice(
        "early_help_ended_as",
        "Why does it end?",
        ENDINGS,
        holds="legal",
        column="early_help_ended_as",
    ),
    words(
        "early_help_outcome",
        "What is different for the child?",
        hint="Begin with what the child says about it",
    ),
)

early_help_superseded_form = form(
    "early-help-superseded-form",
    "Taken over by a protection plan",
    day("conference_on", "Day of the conference"),
)
