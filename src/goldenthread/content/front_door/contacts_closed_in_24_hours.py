"""Contacts with an outcome within 24 hours."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

contacts_closed_in_24_hours = Indicator(
    key="contacts-closed-in-24-hours",
    id="IND-FD-05",
    title="Contacts with an outcome within 24 hours",
    definition=(
        "Of the contacts decided in the period whose hour of receipt is known, those decided "
        "within 24 hours of it, nights and weekends included. Beside it stands the lawful "
        "measure, one working day."
    ),
    table="contacts",
    dated_by="decided_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.contact_outcome_in_24_hours_measurable,
    of_which=_.contact_outcome_in_24_hours_met,
    owner="front-door",
    law=Citation(source="Local convention", place="second audit of contacts", status="LOCAL"),
)
