"""Section 47 enquiries: how many, what they lead to, and whether three agencies took part."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Per, Unit

CENSUS = Citation(source="Children in need census guide", place="section 47 enquiries")
STRATEGY = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, strategy discussion"
)

section_47_enquiries = Indicator(
    key="section-47-enquiries",
    id="IND-CP-01",
    title="Section 47 enquiries",
    definition=(
        "Enquiries begun by a strategy discussion in the period. These are enquiries: a child "
        "may have several."
    ),
    table="enquiries",
    dated_by="s47e_s47_start_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.s47e_s47_start_date.notnull(),
    owner="protection",
    law=CENSUS,
)


section_47_rate = Indicator(
    key="section-47-rate",
    id="IND-CP-02",
    title="Section 47 enquiries for every 10,000 children",
    definition=(
        "Enquiries begun in the period for every 10,000 children aged 0 to 17 living in the "
        "area in the middle of the year in which the period starts."
    ),
    table="enquiries",
    dated_by="s47e_s47_start_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.s47e_s47_start_date.notnull(),
    per=Per(
        table="population", column="population", scale=10_000, words="for every 10,000 children"
    ),
    owner="protection",
    law=CENSUS,
)


enquiries_to_conference = Indicator(
    key="enquiries-to-conference",
    id="IND-CP-03",
    title="Section 47 enquiries that lead to a conference",
    definition=(
        "Of the enquiries begun in the period, those whose outcome asks for an initial "
        "conference. It follows the enquiries themselves and is not conferences held over "
        "enquiries begun."
    ),
    table="enquiries",
    dated_by="s47e_s47_start_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.s47e_s47_start_date.notnull(),
    of_which=_.conference_required == "yes",
    owner="protection",
    law=CENSUS,
)


strategy_quorate = Indicator(
    key="strategy-discussions-quorate",
    id="IND-CP-04",
    title="Strategy discussions with social care, police and health",
    definition=(
        "Of the strategy discussions held in the period, those in which social care, police and"
        " health all took part."
    ),
    table="enquiries",
    dated_by="strategy_discussion_held_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.strategy_discussion_held_on.notnull(),
    of_which=_.strategy_quorate == "yes",
    owner="protection",
    law=STRATEGY,
)
