"""What a step enters besides itself: the first of what it opens, or the last of what it ends."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from goldenthread.access.viewer import Viewer
from goldenthread.actions import counting
from goldenthread.kernel.moment import Moment
from goldenthread.language import step as steps
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode


def enter(
    *, step: Step, on: Episode, given: Mapping[str, object], by: Viewer, at: datetime
) -> Entry:
    """Enter a step with what was given to it; the head of its episode is for the caller to keep."""
    happened = steps.happened(step, given) or Moment(at)
    return Entry.objects.create(
        id=uuid4(),
        episode=on,
        step=step.key,
        form=step.asks.key if step.asks else "",
        form_version=step.asks.version if step.asks else 0,
        happened_at=happened.at,
        happened_precision=str(happened.precision),
        recorded_at=at,
        by_id=by.account_id,
        agency_id=by.agency_id,
        answers=given,
        counted=counting.counted(step=step, answers=given),
        scope=on.scope,
        desk=on.desk,
        seal=on.seal,
    )
