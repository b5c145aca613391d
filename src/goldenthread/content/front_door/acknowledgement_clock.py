"""One working day from receiving a contact to acknowledging it."""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

contact_acknowledgement = Clock(
    key="contact-acknowledgement",
    id="CLK-05",
    title="Referrer sent an acknowledgement within one working day",
    starts="contact-received",
    stops="contact-acknowledged",
    limits=(working_days(1, since=date(2018, 7, 4)),),
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
    owner="front-door",
    cancels=("contact-outcome-told",),
)
