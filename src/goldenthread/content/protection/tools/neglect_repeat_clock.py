"""Three months from one neglect toolkit to the next, the partnership's own convention."""

from goldenthread.content.protection.tools.neglect_toolkit import TOOLKIT
from goldenthread.kernel.limit import months
from goldenthread.language.clock import Clock

neglect_repeat = Clock(
    key="neglect-repeat",
    title="Neglect toolkit repeated within three months",
    starts="neglect-toolkit-completed",
    also_starts=("neglect-toolkit-repeated",),
    stops="neglect-toolkit-repeated",
    cancels=("neglect-toolkit-ended",),
    limits=(months(3),),
    law=TOOLKIT,
    owner="protection",
)
