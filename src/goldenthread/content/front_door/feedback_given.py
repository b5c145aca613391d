"""Professionals told what became of the concern they raised."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

# Family, acquaintances, the child, a stranger, and nobody known: not professionals.
NOT_PROFESSIONALS = ["1A", "1B", "1C", "1D", "9", "10"]

feedback_given = Indicator(
    key="feedback-given",
    id="IND-FD-07",
    title="Professionals told the outcome of their concern",
    definition=(
        "Of the concerns raised by professionals and decided in the period, those whose sender has "
        "been told the outcome, whenever that was."
    ),
    table="contacts",
    dated_by="decided_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=(_.purpose == "concern") & _.cont_contact_source_code.notin(NOT_PROFESSIONALS),
    of_which=_.contact_outcome_told_on.notnull(),
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
