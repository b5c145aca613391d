"""One working day from receiving a police notification to the joint decision."""

from datetime import date

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

domestic_abuse_triage = Clock(
    key="domestic-abuse-triage",
    id="CLK-06",
    title="Joint triage of domestic abuse within one working day",
    starts="domestic-abuse-matched",
    stops="domestic-abuse-triaged",
    limits=(working_days(1, since=date(2019, 7, 1)),),
    law=PROCEDURE,
    owner="front-door",
    # Somebody screened it at the front door instead: it is no longer waiting for two.
    cancels=("contact-decided",),
)
