"""Receipt of a contact to its outcome: the partnership's own three working days, and 24 hours."""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import hours, working_days
from goldenthread.language.clock import Clock

LOCAL = Citation(source="Local convention", place="outcome of a contact", status="LOCAL")
SINCE = date(2018, 7, 4)

contact_outcome = Clock(
    key="contact-outcome",
    id="CLK-01b",
    title="Final outcome of a contact within three working days",
    starts="contact-received",
    stops="contact-decided",
    limits=(working_days(3, since=SINCE),),
    law=LOCAL,
    owner="front-door",
)

contact_outcome_in_24_hours = Clock(
    key="contact-outcome-in-24-hours",
    id="CLK-02",
    title="Outcome of a contact within 24 hours",
    starts="contact-received",
    stops="contact-decided",
    limits=(hours(24, since=SINCE),),
    law=LOCAL,
    owner="front-door",
    # What an audit counts; a Saturday's contact is not late on a Sunday.
    only_counts=True,
)
