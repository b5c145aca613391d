"""What contacts ended in."""

from ibis import _

from goldenthread.content.front_door.outcome import OUTCOMES
from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Mix, Unit

contact_outcomes = Indicator(
    key="contact-outcomes",
    id="IND-FD-08",
    title="Outcomes of contacts",
    definition="Each outcome of the contacts decided in the period, as a share of all of them.",
    table="contacts",
    dated_by="decided_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.outcome.notnull(),
    by=Mix(
        column="outcome",
        labels=tuple((each.option.key, each.option.label) for each in OUTCOMES),
    ),
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
