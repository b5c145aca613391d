"""Assessments authorised within forty-five working days, as the statutory guidance counts them."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

assessments_in_time = Indicator(
    key="assessments-in-time",
    id="IND-AS-02",
    title="Assessments within 45 working days",
    definition=(
        "Of the assessments authorised in the period, those authorised within 45 working days: of "
        "the referral for the first assessment of a referral, of its own start for another."
    ),
    table="assessments",
    dated_by="cina_assessment_auth_date",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.assessment_due_on.notnull(),
    # Days with days: nothing is late at midnight.
    of_which=_.cina_assessment_auth_date <= _.assessment_due_on,
    owner="protection",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, assessment"
    ),
)
