"""Contacts where the referrer and the front door see the same level of need."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

threshold_agreement = Indicator(
    key="threshold-agreement",
    id="IND-FD-13",
    title="Contacts where referrer and front door see the same level of need",
    definition=(
        "Of the contacts decided in the period where the referrer and the front door both gave a "
        "level of need, those where it was the same. “Not sure” is a proper answer and no level."
    ),
    table="contacts",
    dated_by="decided_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    # A level that was not given is neither equal nor unequal to anything, so it is not counted.
    counts=(_.referrer_level != "not-sure") & _.front_door_level.notnull(),
    of_which=_.referrer_level == _.front_door_level,
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, threshold document"
    ),
)
