"""Professional disagreements settled or passed on within the clock of each stage."""

from ibis import _

from goldenthread.content.front_door.disagreement_clocks import DAYS
from goldenthread.content.front_door.disagreement_forms import LOCAL
from goldenthread.language.indicator import Good, Indicator, Unit


def _stage(stage: int) -> Indicator:
    begun = getattr(_, f"disagreement_stage_{stage}_on" if stage > 1 else "disagreement_raised_on")
    # A stage ends where the next begins, or with the disagreement itself.
    ended = _.disagreement_settled_on
    if stage < 5:
        ended = getattr(_, f"disagreement_stage_{stage + 1}_on").coalesce(ended)
    due = f"disagreement_stage_{stage}_due_on"
    days = f"{DAYS[stage]} working day{'s' if DAYS[stage] > 1 else ''}"
    return Indicator(
        key=f"disagreement-stage-{stage}-in-time",
        id=f"IND-LN-07-{stage}",
        title=f"Disagreements at stage {stage} resolved within {days}",
        definition=(
            f"Of the professional disagreements whose stage {stage} fell due in the period, those "
            f"settled or passed on by then. One still at the stage counts as not in time."
        ),
        table="disagreements",
        dated_by=due,
        unit=Unit.EVENT,
        good_is=Good.HIGH,
        counts=begun.notnull() & getattr(_, f"disagreement_stage_{stage}_measurable"),
        of_which=ended <= getattr(_, due),
        owner="front-door",
        law=LOCAL,
    )


stage_1 = _stage(1)
stage_2 = _stage(2)
stage_3 = _stage(3)
stage_4 = _stage(4)
stage_5 = _stage(5)
