"""From opening a MASH enquiry to the decision: red, amber and green.

R6.1: raising the priority begins the time again; lowering it gives the longer limit and no more
time than that, counted from where it was. Published schemes differ, so the hours are the
partnership's own.
"""

from datetime import date

from goldenthread.content.front_door.duty_hours import DUTY_HOURS
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import duty_hours, hours
from goldenthread.language.clock import Clock
from goldenthread.language.condition import answer

LOCAL = Citation(source="Local convention", place="priority of a MASH enquiry", status="LOCAL")
SINCE = date(2018, 7, 4)

mash_red = Clock(
    key="mash-red",
    id="CLK-04R",
    title="Red MASH enquiry decided within 4 hours",
    starts="mash-opened",
    also_starts=("mash-priority-raised",),
    stops="contact-decided",
    cancels=("mash-priority-lowered",),
    only_if=answer("mash_priority").equals("red"),
    limits=(hours(4, since=SINCE),),
    law=LOCAL,
    owner="front-door",
)

mash_amber = Clock(
    key="mash-amber",
    id="CLK-04A",
    title="Amber MASH enquiry decided within 24 duty hours",
    starts="mash-opened",
    also_starts=("mash-priority-raised",),
    carries=("mash-priority-lowered",),
    stops="contact-decided",
    cancels=("mash-priority-raised", "mash-priority-lowered"),
    only_if=answer("mash_priority").equals("amber"),
    limits=(duty_hours(24, duty=DUTY_HOURS, since=SINCE),),
    law=LOCAL,
    owner="front-door",
)

mash_green = Clock(
    key="mash-green",
    id="CLK-04G",
    title="Green MASH enquiry decided within 72 duty hours",
    starts="mash-opened",
    # Never green, and yet where a later lowering counts from.
    also_starts=("mash-priority-raised",),
    carries=("mash-priority-lowered",),
    stops="contact-decided",
    cancels=("mash-priority-raised",),
    only_if=answer("mash_priority").equals("green"),
    limits=(duty_hours(72, duty=DUTY_HOURS, since=SINCE),),
    law=LOCAL,
    owner="front-door",
)
