"""When an assessment is due: forty-five working days, from the referral or from its own start.

The first assessment of a referral is timed from the referral, a reassessment from its own start
(Working Together to Safeguard Children 2018, chapter 1; CLK-20). DfE's published measure runs from
the start of each, and is kept beside it.
"""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import schema
from goldenthread.kernel import calendar

WORKING_DAYS = 45


def places(referrals: pa.Table, children: pa.Array, numbers: pa.Array) -> pa.Array:
    """Where the referral of each assessment stands among `referrals`, by child and number."""
    pairs = zip(
        referrals["child_row"].to_pylist(), referrals["referral_row"].to_pylist(), strict=True
    )
    at = {pair: place for place, pair in enumerate(pairs)}
    wanted = zip(children.to_pylist(), numbers.to_pylist(), strict=True)
    return pa.array([at[pair] for pair in wanted], pa.int64())


def due(*, starts: pa.Array, referred: pa.Array, referrals: pa.Array) -> dict[str, pa.Array]:
    """The last day of each assessment, by both rules; none where the day it runs from is missing.

    `referrals` says which assessments are of one referral: the one that started first is the first.
    """
    first: dict[int, tuple[date, int]] = {}
    began = starts.to_pylist()
    for place, (of, start) in enumerate(zip(referrals.to_pylist(), began, strict=True)):
        if start is not None and (of not in first or start < first[of][0]):
            first[of] = start, place
    is_first = pa.array([False] * len(began), pa.bool_()).to_pylist()
    for _, place in first.values():
        is_first[place] = True
    runs_from = pc.if_else(pa.array(is_first, pa.bool_()), referred, starts)
    known = pc.if_else(pc.is_valid(starts), runs_from, pa.scalar(None, schema.DAY))
    return {"assessment_due_on": _after(known), "due_from_start_on": _after(starts)}


def _after(days: pa.Array) -> pa.Array:
    """Each day and forty-five working days; each different day is worked out once."""
    found = days.dictionary_encode()
    return pa.array([_due(day) for day in found.dictionary.to_pylist()], schema.DAY).take(
        found.indices
    )


def _due(day: date | None) -> date | None:
    try:
        return None if day is None else calendar.add_working_days(day, WORKING_DAYS)
    except ValueError:
        return None  # a year nobody has bank holidays for: not measurable, and never guessed
