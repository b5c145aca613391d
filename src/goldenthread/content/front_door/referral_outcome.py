"""What a referral may be found to need, and the flag each raises in the standard dataset."""

from goldenthread.content.front_door.outcome import Outcome
from goldenthread.language.question import Option

NOTHING_FURTHER = "nothing-further"


def _outcome(key: str, label: str, counts_as: str) -> Outcome:
    return Outcome(option=Option(key=key, label=label), counts_as=counts_as)


OUTCOMES = (
    _outcome("single-assessment", "An assessment", "SINGLE_ASSESSMENT_FLAG"),
    _outcome("strategy-discussion-needed", "A strategy discussion", "STRATEGY_DISCUSSION_FLAG"),
    _outcome("look-after", "To be looked after", "CLA_REQUEST_FLAG"),
    _outcome("private-fostering", "A private fostering arrangement", "PRIVATE_FOSTERING_FLAG"),
    _outcome("adoption-outside", "An adoption outside an agency", "NON_AGENCY_ADOPTION_FLAG"),
    _outcome("plan-moved-in", "A protection plan moved in from elsewhere", "CP_TRANSFER_IN_FLAG"),
    _outcome("conference-needed", "A child protection conference", "CP_CONFERENCE_FLAG"),
    _outcome("care-leaver", "Help on leaving care", "CARE_LEAVER_FLAG"),
    _outcome("other-response", "Something else", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome(NOTHING_FURTHER, "No further action", "NFA_FLAG"),
)

# Every key the Standard Safeguarding Dataset asks for, in its order.
FLAGS = (
    "SINGLE_ASSESSMENT_FLAG",
    "NFA_FLAG",
    "STRATEGY_DISCUSSION_FLAG",
    "CLA_REQUEST_FLAG",
    "NON_AGENCY_ADOPTION_FLAG",
    "PRIVATE_FOSTERING_FLAG",
    "CP_TRANSFER_IN_FLAG",
    "CP_CONFERENCE_FLAG",
    "CARE_LEAVER_FLAG",
    "OTHER_OUTCOMES_EXIST_FLAG",
)
