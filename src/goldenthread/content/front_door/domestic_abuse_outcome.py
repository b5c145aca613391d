"""What may come of a domestic abuse notification (DOMAIN section 5), and what each is worth."""

from goldenthread.language.condition import answer
from goldenthread.language.question import Option

OUTCOMES = (
    Option(key="no-role-record", label="Record it: nothing for children's services to do"),
    Option(key="school-notified", label="The school is told and keeps watch"),
    Option(key="advice-letter", label="A letter of advice to the victim"),
    Option(key="early-help-offer", label="Offer early help"),
    Option(key="allocated-worker", label="Pass to the child's social worker today"),
    Option(key="mash-enquiry", label="A MASH enquiry"),
    Option(key="strategy-discussion", label="Straight to a strategy discussion"),
)

# Counted as a notification, and never as no further action (R5.4).
BELOW_THRESHOLD = ("no-role-record", "school-notified", "advice-letter")
RECORDED_ONLY = answer("triage_outcome").one_of(*BELOW_THRESHOLD)
EARLY_HELP_OFFERED = answer("triage_outcome").equals("early-help-offer")
