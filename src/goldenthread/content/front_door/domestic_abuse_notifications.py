"""Police notifications of domestic abuse where there are children."""

from ibis import _

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.language.indicator import Good, Indicator, Unit

domestic_abuse_notifications = Indicator(
    key="domestic-abuse-notifications",
    id="IND-DV-01",
    title="Domestic abuse notifications",
    definition=(
        "Police notifications of domestic abuse received in the period. One is counted for each "
        "child it is about. More may mean more abuse, or that more of it is reported."
    ),
    table="contacts",
    dated_by="contact_received_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.domestic_abuse_matched_on.notnull(),
    owner="front-door",
    law=PROCEDURE,
)
