"""How often the neglect toolkit is completed, and by which kind of agency."""

from ibis import _

from goldenthread.content.protection.tools.neglect_toolkit import TOOLKIT
from goldenthread.language.indicator import Good, Indicator, Unit

neglect_tools_completed = Indicator(
    key="neglect-tools-completed",
    id="IND-NG-01",
    title="Neglect toolkits completed",
    definition=(
        "Every neglect toolkit completed in the period, the first about a child and each repeat "
        "of it, whichever agency completed it."
    ),
    table="tools",
    dated_by="completed_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.tool == "neglect",
    owner="protection",
    law=TOOLKIT,
)
