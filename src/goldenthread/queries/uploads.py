"""Files an analyst gave on a page: how far their reading has come, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.insight import dataset
from goldenthread.insight.importers.piece import Unreadable
from goldenthread.records.upload import Upload

VERB = "dataset.load"
A_PAGE = 50
LISTED = 20


@dataclass(frozen=True, kw_only=True)
class Given:
    """Files given at once. `files` are as Upload keeps them; `done` once nothing more will come."""

    upload_id: UUID
    uploaded_at: datetime
    state: str
    files: Sequence[dict[str, Any]]
    reading: str
    percent: int
    snapshot: str
    says: str

    @property
    def done(self) -> bool:
        """Whether they have been read, whatever became of them."""
        return self.state not in ("waiting", "reading")

    @property
    def unreadable(self) -> int:
        """How many values of all of them could not be read."""
        return sum(file.get("unreadable", 0) for file in self.files)


@dataclass(frozen=True, kw_only=True)
class Report:
    """Values that could not be read, a page of them: each with its file's name."""

    values: Sequence[tuple[str, Unreadable]]
    page: int
    pages: int


def mine(*, viewer: Viewer) -> tuple[Given, ...]:
    """What the viewer gave lately, newest first; raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    visible = rows.visible(viewer=viewer, rows=Upload.objects.all())
    return tuple(_given(each) for each in visible.order_by("-uploaded_at", "pk")[:LISTED])


def one(*, viewer: Viewer, upload_id: UUID) -> Given:
    """One of them; raises Denied for what the viewer may not see."""
    decision.require(viewer=viewer, verb=VERB)
    found = rows.visible(viewer=viewer, rows=Upload.objects.filter(pk=upload_id)).first()
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return _given(found)


def report(*, viewer: Viewer, given: Given, home: Path, page: int = 1) -> Report:
    """The values of these files that could not be read, as they stand in the snapshot they made.

    Raises Denied, dataset.NoSnapshot where that is there no longer.
    """
    decision.require(viewer=viewer, verb=VERB)
    if not given.unreadable:
        return Report(values=(), page=1, pages=1)
    listed = dataset.pinned(home=home, snapshot_id=given.snapshot).table("unreadable")
    covered = {(file["kind"], file["la_code"], file["year"]) for file in given.files}
    keys = zip(*(listed[name].to_pylist() for name in ("kind", "la_code", "year")), strict=True)
    places = [place for place, key in enumerate(keys) if key in covered]
    pages = max(1, -(-len(places) // A_PAGE))
    page = min(max(page, 1), pages)
    shown = (
        listed.take(places[(page - 1) * A_PAGE : page * A_PAGE]) if places else listed.slice(0, 0)
    )
    names = ("row", "line", "field", "value", "problem")
    return Report(
        values=tuple(
            (each["file"], Unreadable(**{name: each[name] for name in names}))
            for each in shown.to_pylist()
        ),
        page=page,
        pages=pages,
    )


def _given(upload: Upload) -> Given:
    return Given(
        upload_id=upload.pk,
        uploaded_at=upload.uploaded_at,
        state=upload.state,
        files=upload.files,
        reading=upload.reading,
        percent=upload.percent,
        snapshot=upload.snapshot,
        says=upload.says,
    )
