"""What a strategy discussion asks, and what there is to say where it was not complete."""

from functools import partial

from goldenthread.content.asking import choice, coming, day, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

TOOK_PART = answer("strategy_took_part")
QUORATE = TOOK_PART.equals("social-care") & TOOK_PART.equals("police") & TOOK_PART.equals("health")
ENQUIRE = answer("strategy_decision").one_of("enquire-alone", "enquire-jointly")

URGENCY = (
    Option(key="today", label="Today: the child is not safe now"),
    Option(key="soon", label="Within three working days"),
)
AGENCIES = (
    Option(key="social-care", label="Children's social care"),
    Option(key="police", label="Police"),
    Option(key="health", label="Health"),
    Option(key="education", label="The child's school or nursery"),
    Option(key="referrer", label="Whoever raised the worry"),
    Option(key="other", label="Somebody else"),
)

form = partial(one_page, cites=law.strategy)

CALLING = (
    choice("strategy_urgency", "How soon?", URGENCY),
    words("strategy_because", "What makes you think the child may be suffering significant harm?"),
)

strategy_calling = form("strategy-calling", "Call a strategy discussion", *CALLING)
strategy_called_form = form(
    "strategy-called-form",
    "Called",
    day("referral_on", "Day of the referral", column="referral_on"),
    *CALLING,
)

strategy_form = form(
    "strategy-form",
    "Record the strategy discussion",
    day("strategy_on", "When was it held?", column="strategy_on"),
    Question(
        key="strategy_took_part",
        asks="Who took part?",
        kind=Kind.CHOICES,
        options=AGENCIES,
        holds="admin",
        column="strategy_took_part",
    ),
    words(
        "strategy_incomplete_because",
        "Social care, police and health did not all take part. Why?",
        required=~QUORATE,
        only_if=TOOK_PART.given() & ~QUORATE,
    ),
    coming("strategy_follow_up_on", "When is it made good?", only_if=TOOK_PART.given() & ~QUORATE),
    words("strategy_known", "What does each agency know?"),
    choice(
        "strategy_decision",
        "What was decided?",
        (
            Option(key="enquire-alone", label="A section 47 enquiry by social care alone"),
            Option(key="enquire-jointly", label="A section 47 enquiry by social care and police"),
            Option(key="no-enquiry", label="No section 47 enquiry"),
            Option(key="meet-again", label="Not decided: meet again"),
        ),
        holds="legal",
        column="strategy_decision",
    ),
    words("strategy_reason", "Why?"),
    words("strategy_safety", "How is the child safe tonight?"),
    yes_no("medical_needed", "Is a medical needed?", holds="health"),
)

further_form = form(
    "strategy-further-form",
    "Record a further strategy discussion",
    day("strategy_further_on", "When was it held?"),
    Question(
        key="strategy_further_part",
        asks="Who took part?",
        kind=Kind.CHOICES,
        options=AGENCIES,
        holds="admin",
    ),
    words("strategy_further_decided", "What was decided, and why?"),
)
