"""What an initial child protection conference asks, and how a child took part in it."""

from functools import partial

from goldenthread.content.asking import choice, coming, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

PLAN = answer("threshold_met").equals("yes")
PARTNERS = (
    Option(key="police", label="Police"),
    Option(key="health", label="Health"),
    Option(key="education", label="Education"),
    Option(key="probation", label="Probation"),
    Option(key="housing", label="Housing"),
    Option(key="voluntary", label="A voluntary organisation"),
    Option(key="nobody", label="No other agency", alone=True),
)
CATEGORIES = (
    Option(key="NEG", label="Neglect"),
    Option(key="PHY", label="Physical abuse"),
    Option(key="SAB", label="Sexual abuse"),
    Option(key="EMO", label="Emotional abuse"),
    Option(key="MUL", label="Multiple: more than one of these"),
)
PARTICIPATION = (
    Option(key="PN0", label="Too young to take part: under four"),
    Option(key="PN1", label="Came and spoke for themselves"),
    Option(key="PN2", label="Came, and an advocate spoke for them"),
    Option(key="PN3", label="Came, and told their views without words"),
    Option(key="PN4", label="Came, and did not tell their views"),
    Option(key="PN5", label="Did not come, and briefed an advocate"),
    Option(key="PN6", label="Did not come, and told their views another way"),
    Option(key="PN7", label="Did not come, and told no views"),
)
REFERRED = day("referral_on", "Day of the referral", column="referral_on")


form = partial(one_page, cites=law.conferring)


MOVED = (
    day("moved_in_on", "When were you told that the child moved in?", column="moved_in_on"),
    Question(key="moved_from", asks="From which council?", kind=Kind.TEXT, holds="admin"),
)

moved_in_form = form("plan-moved-in-form", "A protection plan moved in", *MOVED)
transfer_in_form = form("transfer-in-form", "Told of a plan that moved in", REFERRED, *MOVED)
conference_requested_form = form(
    "conference-requested-form",
    "Requested",
    REFERRED,
    day("strategy_on", "Day of the strategy discussion", column="strategy_on"),
)

scheduled_form = form(
    "conference-scheduled-form",
    "Schedule the conference",
    coming("conference_planned_on", "When is it to be held?"),
    words("conference_invited", "Who is invited, and how are the family helped to take part?"),
)

conference_form = form(
    "conference-form",
    "Record the conference",
    day("conference_on", "When was it held?", column="conference_on"),
    Question(
        key="conference_agencies",
        asks="Which agencies came, besides social care?",
        kind=Kind.CHOICES,
        options=PARTNERS,
        holds="admin",
        column="conference_agencies",
    ),
    words(
        "conference_inquorate_because",
        "If fewer than two came, why did it go ahead?",
        required=False,
    ),
    choice(
        "conference_participation",
        "How did the child take part?",
        PARTICIPATION,
        column="conference_participation",
    ),
    yes_no("conference_parents", "Did a parent or carer take part?"),
    words("conference_heard", "What did the conference hear?"),
    yes_no(
        "threshold_met",
        "Is the child likely to suffer significant harm, so that a protection plan is needed?",
        holds="legal",
        column="threshold_met",
    ),
    choice(
        "plan_category",
        "Under which category?",
        CATEGORIES,
        holds="legal",
        column="plan_category",
        only_if=PLAN,
    ),
    Question(
        key="previous_plans",
        asks="How many protection plans has the child had before?",
        hint="Anywhere. 0 if this is the first",
        kind=Kind.WHOLE_NUMBER,
        holds="admin",
        column="previous_plans",
        only_if=PLAN,
    ),
    words(
        "plan_outline",
        "What must change, who is in the core group, and how will we know?",
        only_if=PLAN,
    ),
    words("conference_dissent", "Did anybody disagree? Who, and why?", required=False),
    late("conference_late_because"),
)

adjourned_form = form(
    "conference-adjourned-form",
    "Adjourn the conference",
    words("conference_adjourned_because", "Why, and how is the child safe until then?"),
    coming("conference_resumes_on", "When does it go on?"),
)

cancelled_form = form(
    "conference-cancelled-form",
    "Cancel the conference",
    words("conference_cancelled_because", "Why, and who agreed to it?"),
)
