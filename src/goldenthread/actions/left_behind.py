"""Words of a form that was being written when the session ended, kept for whoever wrote them.

They are kept as a draft is: only their writer sees them, and not for longer than a session lasts
(WCAG 2.2.5: nothing is lost by signing in again).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from goldenthread.access import decision, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts
from goldenthread.language import text
from goldenthread.records.draft import LEFT_BEHIND, Draft

VERB = "session.words"
# The field that says which page the words belong to.
ADDRESS = "gt-address"
LONGEST = timedelta(hours=12)
# What a form carries that nobody typed.
NOT_WORDS = frozenset({"csrfmiddlewaretoken", ADDRESS})


def keep(
    *, by: Viewer, address: str, typed: Mapping[str, Sequence[str]], at: datetime
) -> UUID | None:
    """Keep what was typed on the page at `address`; None where there is nothing, or far too much.

    What was kept of the same page before, or longer ago than a session lasts, goes. Raises Denied.
    """
    decision.require(viewer=by, verb=VERB)
    words = {
        text.storable(name): [text.storable(value) for value in values]
        for name, values in typed.items()
        if name not in NOT_WORDS
    }
    size = sum(len(value) for values in words.values() for value in values)
    if not size or size > drafts.MOST_CHARACTERS:
        return None
    with transaction.atomic():
        mine = _mine(by)
        mine.filter(updated_at__lt=at - LONGEST).delete()
        mine.filter(typed__contains={ADDRESS: [address]}).delete()
        kept = Draft.objects.create(
            id=uuid4(),
            account_id=by.account_id,
            instrument=LEFT_BEHIND,
            instrument_version=1,
            typed={**words, ADDRESS: [address]},
            started_at=at,
            updated_at=at,
            scope=by.own,
        )
        _trail(by=by, draft_id=kept.pk, did="keep")
    return kept.pk


def forget(*, by: Viewer, draft_id: UUID) -> None:
    """Delete what was kept; twice is no harm. Raises Denied."""
    decision.require(viewer=by, verb=VERB)
    with transaction.atomic():
        _mine(by).filter(pk=draft_id).delete()
        _trail(by=by, draft_id=draft_id, did="forget")


def _mine(by: Viewer) -> QuerySet[Draft]:
    visible = rows.visible(viewer=by, rows=Draft.objects.all())
    return visible.filter(account_id=by.account_id, instrument=LEFT_BEHIND)


def _trail(*, by: Viewer, draft_id: UUID, did: str) -> None:
    trail.write(viewer=by, verb=VERB, decision="done", resource=did, objects=[draft_id])
