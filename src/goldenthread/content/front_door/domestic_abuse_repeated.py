"""Domestic abuse notifications about a child who had one in the twelve months before."""

from ibis import _

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.language.indicator import Good, Indicator, Unit

domestic_abuse_repeated = Indicator(
    key="domestic-abuse-repeated",
    id="IND-DV-04",
    title="Domestic abuse notifications about the same child within twelve months",
    definition=(
        "Of the notifications received in the period, those about a child of whom another was "
        "received in the twelve months before it, as our own record knew the child when it arrived."
    ),
    table="contacts",
    dated_by="contact_received_on",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.domestic_abuse_matched_on.notnull(),
    of_which=_.notified_before.isin(["2", "3-or-more"]),
    owner="front-door",
    law=PROCEDURE,
)
