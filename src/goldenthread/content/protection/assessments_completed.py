"""Assessments that were authorised."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

CENSUS = Citation(source="Children in need census guide", place="assessments")

assessments_completed = Indicator(
    key="assessments-completed",
    id="IND-AS-01",
    title="Assessments completed",
    definition=(
        "Single assessments authorised by a manager in the period. A child assessed twice "
        "counts twice."
    ),
    table="assessments",
    dated_by="cina_assessment_auth_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.cina_assessment_auth_date.notnull(),
    owner="protection",
    law=CENSUS,
)
