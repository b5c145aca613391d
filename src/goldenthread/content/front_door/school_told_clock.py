"""The school is told before the next school day after the incident.

The duty is as soon as reasonably practicable; the local aim is counted in working days, which are
the nearest to school days the calendar knows.
"""

from datetime import date

from goldenthread.content.front_door.school_told import ENCOMPASS
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock
from goldenthread.language.condition import answer

school_told_of_abuse = Clock(
    key="school-told-of-abuse",
    id="CLK-07",
    title="School told of domestic abuse by the next working day",
    starts="domestic-abuse-incident",
    stops="school-told",
    limits=(working_days(1, since=date(2019, 7, 1)),),
    law=ENCOMPASS,
    owner="front-door",
    only_if=answer("school_name").given(),
    cancels=("contact-outcome-told",),
)
