"""Assessments authorised within forty-five working days of their start, as DfE publishes it."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Published, Unit

assessments_in_time_from_start = Indicator(
    key="assessments-in-time-from-start",
    id="IND-AS-02b",
    title="Assessments within 45 working days of their start, as DfE counts them",
    definition=(
        "Of the assessments authorised in the period, those authorised within 45 working days of "
        "their own start. It can be compared with what DfE publishes; the statutory measure, from "
        "the referral, stands beside it."
    ),
    table="assessments",
    dated_by="cina_assessment_auth_date",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.due_from_start_on.notnull(),
    of_which=_.cina_assessment_auth_date <= _.due_from_start_on,
    published=Published(
        table="published_assessments", numerator="in_45_days", denominator="completed"
    ),
    owner="protection",
    law=Citation(source="Children in need statistics, methodology", place="assessments"),
)
