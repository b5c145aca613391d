"""Contacts with the front door for every 10,000 children."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Per, Unit

contact_rate = Indicator(
    key="contact-rate",
    id="IND-FD-02",
    title="Contacts for every 10,000 children",
    definition=(
        "Contacts received in the period for every 10,000 children aged 0 to 17 living in the area "
        "in the middle of the year in which the period starts."
    ),
    table="contacts",
    dated_by="received_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.received_on.notnull(),
    per=Per(
        table="population",
        column="population",
        scale=10_000,
        words="for every 10,000 children",
    ),
    owner="front-door",
    law=Citation(
        source="Children in need statistics, methodology", place="rates per 10,000", status="LOCAL"
    ),
)
