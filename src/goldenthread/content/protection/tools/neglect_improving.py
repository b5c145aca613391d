"""Whether what was very concerning is less so when the neglect toolkit is given again."""

from ibis import _

from goldenthread.content.protection.tools.neglect_toolkit import TOOLKIT
from goldenthread.language.indicator import Good, Indicator, Unit

neglect_improving = Indicator(
    key="neglect-improving",
    id="IND-NG-03",
    title="Repeated neglect toolkits with fewer things very concerning",
    definition=(
        "Of the neglect toolkits repeated in the period, those in which fewer things were rated "
        "very concerning than the time before."
    ),
    table="tools",
    dated_by="completed_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=(_.tool == "neglect") & _.very_concerned_before.notnull(),
    of_which=_.very_concerned < _.very_concerned_before,
    owner="protection",
    law=TOOLKIT,
)
