"""How long a disagreement may stay at each stage before it is settled or passed on."""

from datetime import date

from goldenthread.content.front_door.disagreement_forms import LOCAL
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

DAYS = {1: 1, 2: 2, 3: 3, 4: 5, 5: 5}


def _clock(stage: int) -> Clock:
    starts = f"disagreement-stage-{stage}" if stage > 1 else "disagreement-raised"
    count = f"{DAYS[stage]} working day{'s' if DAYS[stage] > 1 else ''}"
    return Clock(
        key=f"disagreement-stage-{stage}",
        id=f"CLK-ESC-{stage}",
        title=f"Stage {stage} of a disagreement settled or passed on within {count}",
        starts=starts,
        stops="disagreement-settled",
        also_stops=(f"disagreement-stage-{stage + 1}",) if stage < 5 else (),
        limits=(working_days(DAYS[stage], since=date(2018, 7, 4)),),
        law=LOCAL,
        owner="front-door",
    )


stage_1 = _clock(1)
stage_2 = _clock(2)
stage_3 = _clock(3)
stage_4 = _clock(4)
stage_5 = _clock(5)
