"""Keeping a form as it is typed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict
from goldenthread.content import catalogue
from goldenthread.language import text
from goldenthread.records.draft import LEFT_BEHIND, Draft
from goldenthread.records.guest import Guest
from goldenthread.records.guest_pass import GuestPass

# A form of twelve children with every box full is well below this.
MOST_CHARACTERS = 400_000


def save(
    *,
    by: Viewer,
    instrument: str,
    typed: Mapping[str, Sequence[str]],
    at: datetime,
    draft_id: UUID | None = None,
    version: int | None = None,
) -> Draft:
    """Keep what has been typed, right or wrong; `typed` is laid over what was kept before.

    Raises Denied, Conflict if the draft was sent or changed elsewhere since `version`.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb="draft.keep")
        draft = _start(by=by, instrument=instrument, at=at) if draft_id is None else None
        draft = draft or lock(by=by, draft_id=draft_id)
        if draft.sent_occasion_id is not None:
            raise Conflict("This has been sent, so it cannot be changed here any more.")
        if version is not None and draft.version != version:
            raise Conflict("This form is open in another window with newer words.")
        kept = {**draft.typed, **_storable(typed)}
        if sum(len(value) for values in kept.values() for value in values) > MOST_CHARACTERS:
            raise Conflict("This is too long to keep. Shorten it, or send part by telephone.")
        draft.typed, draft.version, draft.updated_at = kept, draft.version + 1, at
        draft.save(update_fields=["typed", "version", "updated_at"])
    return draft


def forget_child(*, by: Viewer, draft_id: UUID, section: str, row: int, at: datetime) -> Draft:
    """Remove one row of a repeating section and close the gap it leaves.

    Raises Denied, Conflict if the draft was sent.
    """
    with transaction.atomic():
        draft = lock(by=by, draft_id=draft_id)
        if draft.sent_occasion_id is not None:
            raise Conflict("This has been sent, so it cannot be changed here any more.")
        draft.typed = _without_row(draft.typed, section=section, row=row)
        draft.version, draft.updated_at = draft.version + 1, at
        draft.save(update_fields=["typed", "version", "updated_at"])
    return draft


def discard(*, by: Viewer, draft_id: UUID) -> None:
    """Delete a draft that was never sent, and with it who a guest is.

    Raises Denied, Conflict if it was sent.
    """
    with transaction.atomic():
        draft = lock(by=by, draft_id=draft_id)
        if draft.sent_occasion_id is not None:
            raise Conflict("This has been sent, so it cannot be deleted.")
        draft.delete()
        if by.within is not None:
            GuestPass.objects.filter(guest_id=by.within).delete()
            Guest.objects.filter(pk=by.within).delete()


def mark_sent(*, draft: Draft, occasion_id: UUID, at: datetime) -> None:
    """Say what a draft became, and forget what was typed: it is on the record now.

    A second copy would outlive the record's retention.
    """
    draft.sent_occasion_id, draft.typed, draft.updated_at = occasion_id, {}, at
    draft.save(update_fields=["sent_occasion", "typed", "updated_at"])


def lock(*, by: Viewer, draft_id: UUID | None) -> Draft:
    """Return the viewer's own draft locked for change; raises Denied if it is not theirs."""
    visible = rows.visible(viewer=by, rows=Draft.objects.select_for_update())
    own = visible.filter(pk=draft_id, account_id=by.account_id)
    found = own.exclude(instrument=LEFT_BEHIND).first()
    return decision.opened(viewer=by, verb="draft.keep", record=found)


def _storable(typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    # As typed, but for the two kinds of character no database keeps.
    return {
        text.storable(name): [text.storable(value) for value in values]
        for name, values in typed.items()
    }


def _start(*, by: Viewer, instrument: str, at: datetime) -> Draft:
    return Draft.objects.create(
        id=uuid4(),
        account_id=by.account_id,
        instrument=instrument,
        instrument_version=catalogue.instrument(instrument).version,
        started_at=at,
        updated_at=at,
        scope=by.own,
    )


def _without_row(typed: Mapping[str, list[str]], *, section: str, row: int) -> dict[str, list[str]]:
    kept = {}
    for name, values in typed.items():
        prefix, _, rest = name.partition("-")
        number, _, field = rest.partition("-")
        if prefix != section or not number.isdigit():
            kept[name] = values
        elif int(number) != row:
            kept[f"{section}-{int(number) - (int(number) > row)}-{field}"] = values
    return kept
