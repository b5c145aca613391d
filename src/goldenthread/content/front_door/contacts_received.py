"""Contacts received at the front door."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

contacts_received = Indicator(
    key="contacts",
    id="IND-FD-01",
    title="Contacts with the front door",
    definition=(
        "Contacts received in the period. One contact is counted for each child, so a referral of "
        "three brothers and sisters counts three times."
    ),
    table="contacts",
    dated_by="received_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.received_on.notnull(),
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
