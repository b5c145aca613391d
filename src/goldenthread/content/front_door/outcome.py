"""Outcomes of a contact, and the flag each raises in the Standard Safeguarding Dataset."""

from dataclasses import dataclass

from goldenthread.language.question import Option


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One local outcome and its key in `cont_contact_outcome_json`."""

    option: Option
    counts_as: str


def _outcome(key: str, label: str, counts_as: str) -> Outcome:
    return Outcome(option=Option(key=key, label=label), counts_as=counts_as)


OUTCOMES = (
    _outcome("referral-to-social-care", "Referral to children's social care", "NEW_REFERRAL_FLAG"),
    _outcome("strategy-discussion", "Straight to a strategy discussion", "CP_ENQUIRY_FLAG"),
    _outcome("allocated-worker", "Pass to the child's social worker", "EXISTING_REFERRAL_FLAG"),
    _outcome("early-help", "Early help: pass to the gateway", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome("early-help-existing", "Early help: add to the plan", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome("advice-to-professional", "Advice given to the professional", "ADVICE_FLAG"),
    _outcome("advice-to-family", "Advice given to the family", "ADVICE_FLAG"),
    _outcome("signposted", "Signposted to services open to everybody", "ADVICE_FLAG"),
    _outcome("notification-recorded", "Recorded as a notification", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome("transfer-to-other-area", "Transfer to another council", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome("lado-transfer", "Passed to the LADO", "OTHER_OUTCOMES_EXIST_FLAG"),
    _outcome("no-further-action", "No further action", "NFA_FLAG"),
)

# Every key the Standard Safeguarding Dataset asks for, whether or not we raise it.
FLAGS = (
    "NEW_REFERRAL_FLAG",
    "EXISTING_REFERRAL_FLAG",
    "CP_ENQUIRY_FLAG",
    "NFA_FLAG",
    "NON_AGENCY_ADOPTION_FLAG",
    "PRIVATE_FOSTERING_FLAG",
    "ADVICE_FLAG",
    "MISSING_FLAG",
    "OLA_CP_FLAG",
    "OTHER_OUTCOMES_EXIST_FLAG",
)

# A referral record opens for these two (DOMAIN section 1: both are a children in need referral).
OPENS_REFERRAL = ("referral-to-social-care", "strategy-discussion")
