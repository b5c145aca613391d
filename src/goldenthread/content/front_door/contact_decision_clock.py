"""One working day from receiving a contact to deciding the next step."""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

contact_decision = Clock(
    key="contact-decision",
    id="CLK-01",
    title="Decision on a contact within one working day",
    starts="contact-received",
    stops="contact-decided",
    limits=(working_days(1, since=date(2018, 7, 4)),),
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
    owner="front-door",
    # A decision on the next step, an enquiry of the other agencies included.
    also_stops=("mash-opened",),
)
