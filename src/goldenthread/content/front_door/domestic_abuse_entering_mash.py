"""Domestic abuse notifications that go on to the MASH."""

from ibis import _

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.language.indicator import Good, Indicator, Unit

domestic_abuse_entering_mash = Indicator(
    key="domestic-abuse-entering-mash",
    id="IND-DV-03",
    title="Domestic abuse notifications entering the MASH",
    definition=(
        "Of the notifications received in the period, those where the joint decision was a MASH "
        "enquiry, or one was opened. Joint triage is there so that the MASH is kept for those who "
        "need it; some always will."
    ),
    table="contacts",
    dated_by="contact_received_on",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.domestic_abuse_matched_on.notnull(),
    of_which=(_.triage_outcome == "mash-enquiry") | _.mash_opened_on.notnull(),
    owner="front-door",
    law=PROCEDURE,
)
