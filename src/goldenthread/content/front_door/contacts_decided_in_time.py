"""Contacts decided within one working day."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

contacts_decided_in_time = Indicator(
    key="contacts-decided-in-time",
    id="IND-FD-04",
    title="Contacts decided within one working day",
    definition=(
        "Of the contacts decided in the period, those decided on or before the working day after "
        "they were received. One contact is counted for each child. Contacts whose clock cannot be "
        "measured are left out of both numbers."
    ),
    table="contacts",
    dated_by="decided_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.decided_on.notnull() & _.decision_measurable,
    # Days with days: nothing is late at midnight.
    of_which=_.decided_on <= _.decision_due_on,
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
