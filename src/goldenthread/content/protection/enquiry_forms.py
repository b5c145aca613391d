"""What a section 47 enquiry asks: the medical, what was found, and what follows."""

from functools import partial

from goldenthread.content.asking import choice, day, late, one_page, words, yes_no
from goldenthread.content.protection import law
from goldenthread.language.condition import answer
from goldenthread.language.question import Option

CONFERENCE = answer("conference_required").equals("yes")

INSTEAD = (
    Option(key="monitor", label="Another agency keeps watch"),
    Option(key="continue-assessment", label="The assessment goes on"),
    Option(key="legal-action", label="Legal action"),
    Option(key="services", label="Services under section 17"),
    Option(key="short-breaks", label="Short breaks under section 17"),
    Option(key="nothing-further", label="No further action"),
    Option(key="other", label="Something else"),
)


form = partial(one_page, cites=law.enquiring)

medical_form = form(
    "medical-form",
    "Record the medical",
    day("medical_on", "When was it?"),
    words("medical_found", "What did it find?", holds="health"),
)

enquiry_form = form(
    "enquiry-form",
    "Conclude the enquiry",
    yes_no("enquiry_child_seen", "Was the child seen alone?"),
    words("enquiry_child_said", "What did the child say, or why were they not seen?"),
    words("enquiry_found", "What did the enquiry find?"),
    choice(
        "enquiry_finding",
        "Is the child suffering or likely to suffer significant harm?",
        (
            Option(key="continuing", label="Substantiated: the risk continues"),
            Option(key="not-continuing", label="Substantiated: the risk does not continue"),
            Option(key="unsubstantiated", label="Not substantiated"),
        ),
        holds="legal",
        column="enquiry_finding",
    ),
    choice(
        "conference_required",
        "Is a child protection conference needed?",
        (Option(key="yes", label="Yes"), Option(key="no", label="No")),
        holds="legal",
        column="conference_required",
    ),
    choice(
        "enquiry_instead",
        "What happens instead?",
        INSTEAD,
        holds="legal",
        column="enquiry_instead",
        only_if=~CONFERENCE,
    ),
    words("enquiry_reason", "Why?"),
)

enquiry_authorisation = form(
    "enquiry-authorisation",
    "Authorise the outcome of the enquiry",
    words("enquiry_agreed_because", "Why do you agree?"),
    late("enquiry_late_because"),
)

enquiry_returned_form = form(
    "enquiry-returned-form",
    "Send the outcome back",
    words("enquiry_returned_because", "What is missing, or what do you not agree with?"),
)
