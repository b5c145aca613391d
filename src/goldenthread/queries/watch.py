"""What on the trail somebody should be asked about: for the service that watches it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

from django.db import connection

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership import looks, signals

VERB = "signal.raise"
WATCHED = "select kind, account_id, person_id, day from gt_watched(%s, %s, %s)"
OPENED = "select account_id, role, day, today, opened from gt_opened(%s, %s)"


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """Something noticed: of which kind, whose look, at whom, on which day, and how many."""

    kind: str
    account_id: UUID
    person_id: UUID | None
    day: date
    seen: int = 1
    usual: int = 0

    @property
    def key(self) -> tuple[str, UUID, UUID | None, date]:
        """What makes it one question, however often it is noticed."""
        return self.kind, self.account_id, self.person_id, self.day


def noticed(*, viewer: Viewer) -> list[Noticed]:
    """Return what was noticed since this was last asked; raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    closed, broke = signals.CLOSED_FOR, signals.BREAK_GLASS_VERB
    found = [
        Noticed(kind=kind, account_id=account_id, person_id=person_id, day=day)
        for kind, account_id, person_id, day in _ask(WATCHED, [list(looks.OPENS), closed, broke])
    ]
    return [*found, *_far_above()]


def _far_above() -> Iterator[Noticed]:
    """Yield whoever opened far more today than their role does in a day.

    The days before are read only where somebody may be far above.
    """
    today = _ask(OPENED, [0, list(looks.OPENS)])
    if all(opened < signals.OPENED.least for *_, opened in today):
        return
    before: dict[str, list[int]] = defaultdict(list)
    for _, role, _, is_today, opened in _ask(OPENED, [signals.OPENED.days, list(looks.OPENS)]):
        if not is_today:
            before[role].append(opened)
    for account_id, role, day, _, opened in today:
        if signals.OPENED.is_far_above(opened, before[role]):
            yield Noticed(
                kind=signals.FAR_ABOVE,
                account_id=account_id,
                person_id=None,
                day=day,
                seen=opened,
                usual=int(median(before[role])) if before[role] else 0,
            )


def _ask(query: str, told: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, told)
        return cursor.fetchall()
