"""Protection plans: a second or later one, and those that lasted more than two years."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

CENSUS = Citation(source="Children in need census guide", place="child protection plans")

second_plans = Indicator(
    key="second-protection-plans",
    id="IND-CP-12",
    title="Protection plans that are a second or later one",
    definition=(
        "Of the protection plans that began in the period, those of a child who had one before,"
        " however long ago and wherever."
    ),
    table="protection_plans",
    dated_by="cppl_cp_plan_start_date",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.cppl_cp_plan_start_date.notnull(),
    of_which=_.previous_plans > 0,
    owner="protection",
    law=CENSUS,
)


long_plans = Indicator(
    key="protection-plans-over-two-years",
    id="IND-CP-13",
    title="Protection plans that lasted two years or more",
    definition=(
        "Of the protection plans that ended in the period, those that had lasted more than 729 "
        "days."
    ),
    table="protection_plans",
    dated_by="cppl_cp_plan_end_date",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.cppl_cp_plan_end_date.notnull(),
    of_which=_.plan_days > 729,
    owner="protection",
    law=CENSUS,
)
