"""Initial conferences: how many, for how many children, in time, and how many make a plan."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Per, Unit

CENSUS = Citation(
    source="Children in need census guide", place="initial child protection conferences"
)

conferences = Indicator(
    key="initial-conferences",
    id="IND-CP-05",
    title="Initial child protection conferences",
    definition=(
        "Initial conferences held in the period, those of children who moved in among them. "
        "Each child has a conference of their own."
    ),
    table="conferences",
    dated_by="icpc_icpc_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.icpc_icpc_date.notnull(),
    owner="protection",
    law=CENSUS,
)


conference_rate = Indicator(
    key="initial-conference-rate",
    id="IND-CP-06",
    title="Initial conferences for every 10,000 children",
    definition=(
        "Initial conferences held in the period for every 10,000 children aged 0 to 17 living "
        "in the area in the middle of the year in which the period starts."
    ),
    table="conferences",
    dated_by="icpc_icpc_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.icpc_icpc_date.notnull(),
    per=Per(
        table="population", column="population", scale=10_000, words="for every 10,000 children"
    ),
    owner="protection",
    law=CENSUS,
)


conferences_in_time = Indicator(
    key="initial-conferences-in-time",
    id="IND-CP-07",
    title="Initial conferences within 15 working days",
    definition=(
        "Of the initial conferences held in the period, those held within 15 working days of "
        "the strategy discussion, or of hearing that the child had moved in."
    ),
    table="conferences",
    dated_by="icpc_icpc_date",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.icpc_icpc_target_date.notnull(),
    of_which=_.icpc_icpc_date <= _.icpc_icpc_target_date,
    owner="protection",
    law=CENSUS,
)


conferences_to_plan = Indicator(
    key="initial-conferences-to-plan",
    id="IND-CP-08",
    title="Initial conferences that make a plan",
    definition=(
        "Of the initial conferences held in the period, those that decided on a protection plan."
    ),
    table="conferences",
    dated_by="icpc_icpc_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.icpc_icpc_date.notnull(),
    of_which=_.icpc_icpc_outcome_cp_flag == "Y",
    owner="protection",
    law=CENSUS,
)
