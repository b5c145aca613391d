"""Fifteen working days to a conference: from the strategy discussion, or from hearing of a move."""

from datetime import date

from goldenthread.content.protection import law
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

FIFTEEN = (working_days(15, since=date(2010, 3, 17)),)

conference_in_time = Clock(
    key="conference-in-time",
    id="CLK-22",
    title="Conference within 15 working days of the strategy discussion",
    starts="conference-requested",
    counts_from="strategy_on",
    stops="conference-held",
    cancels=("conference-cancelled",),
    limits=FIFTEEN,
    warns=5,
    late_because="conference_late_because",
    law=law.conferring,
    owner="protection",
)

transfer_in_conference = Clock(
    key="transfer-in-conference",
    id="CLK-22T",
    title="Conference within 15 working days of hearing of the move",
    starts="transfer-in-notified",
    stops="conference-held",
    cancels=("conference-cancelled",),
    limits=FIFTEEN,
    warns=5,
    late_because="conference_late_because",
    law=law.local("children on plans who move between councils"),
    owner="protection",
)
