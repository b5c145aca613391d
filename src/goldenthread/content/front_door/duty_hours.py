"""When the duty team of the front door is at work; the emergency duty team has every other hour.

The partnership's own, to be confirmed: the law gives no hours.
"""

from datetime import time

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.duty import DutyHours

DUTY_HOURS = DutyHours(opens=time(9), closes=time(17))
LAW = Citation(source="Local convention", place="hours of the duty team", status="LOCAL")
