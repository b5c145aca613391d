"""Domestic abuse notifications triaged jointly within one working day."""

from ibis import _

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.language.indicator import Good, Indicator, Unit

domestic_abuse_triaged_in_time = Indicator(
    key="domestic-abuse-triaged-in-time",
    id="IND-DV-02",
    title="Domestic abuse notifications triaged jointly within one working day",
    definition=(
        "Of the notifications whose joint decision fell due in the period, those where police and "
        "social work recorded it by then. Both must have given a view, or there is no decision. "
        "One nobody has triaged counts as not in time; one the front door decided instead is left "
        "out of both numbers."
    ),
    table="contacts",
    # By the day it was due, so that what was never triaged is not lost sight of.
    dated_by="domestic_abuse_triage_due_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.domestic_abuse_matched_on.notnull() & _.domestic_abuse_triage_measurable,
    of_which=_.domestic_abuse_triaged_on <= _.domestic_abuse_triage_due_on,
    owner="front-door",
    law=PROCEDURE,
)
