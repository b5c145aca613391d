"""Three working days from the decision to telling the referrer."""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

contact_outcome_told = Clock(
    key="contact-outcome-told",
    id="CLK-05b",
    title="Referrer told the outcome within three working days",
    starts="contact-decided",
    stops="contact-outcome-told",
    limits=(working_days(3, since=date(2018, 7, 4)),),
    law=Citation(source="Local convention", place="feedback to referrers", status="LOCAL"),
    owner="front-door",
)
