"""Contacts in which the child is heard, or somebody says why not."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

childs_voice = Indicator(
    key="childs-voice-recorded",
    id="IND-FD-06",
    title="Contacts with the child's own words, or why there are none",
    definition=(
        "Of the concerns and requests for early help received in the period, those that give the "
        "child's own words or one of the reasons for their absence. Only that there are words is "
        "counted: what they say never leaves the record."
    ),
    table="contacts",
    dated_by="received_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.purpose.isin(["concern", "early-help-request"]),
    of_which=(_.child_words_given == "yes") | _.child_words_absent.notnull(),
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018",
        place="chapter 1, a child-centred approach",
    ),
)
