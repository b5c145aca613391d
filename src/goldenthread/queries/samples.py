"""The dip sample: what was decided under delegation and drawn for a manager to read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.duty import Duty
from goldenthread.records.sample import Sample

A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One entry drawn. `view` is "" until somebody has read it; then "agrees" or "disagrees"."""

    sample_id: UUID
    episode_id: UUID
    reference: str
    duty: str
    decided_by: str
    drawn_at: datetime
    mine: bool
    view: str
    words: str
    reviewed_by: str
    reviewed_at: datetime | None


def drawn(*, viewer: Viewer) -> tuple[Drawn, ...]:
    """Return what waits to be read, oldest first, then what was read lately."""
    decision.require(viewer=viewer, verb="sample.review")
    visible = rows.visible(viewer=viewer, rows=Sample.objects.all()).select_related(
        "decided_by", "reviewed_by"
    )
    waiting = visible.filter(reviewed_at__isnull=True).order_by("drawn_at", "pk")[:A_PAGE]
    read = visible.filter(reviewed_at__isnull=False).order_by("-reviewed_at", "pk")[:A_PAGE]
    return tuple(_drawn(each, viewer=viewer) for each in (*waiting, *read))


def one(*, viewer: Viewer, sample_id: UUID) -> Drawn:
    """Return one sample; raises Denied if the viewer may not see it."""
    decision.require(viewer=viewer, verb="sample.review")
    visible = rows.visible(viewer=viewer, rows=Sample.objects.all())
    found = visible.filter(pk=sample_id).select_related("decided_by", "reviewed_by").first()
    if found is None:
        raise Denied(verb="sample.review", reason="no-relationship", hidden=True)
    return _drawn(found, viewer=viewer)


def _drawn(each: Sample, *, viewer: Viewer) -> Drawn:
    return Drawn(
        sample_id=each.pk,
        episode_id=each.episode_id,
        reference=each.reference,
        duty=catalogue.declared(Duty)[each.duty].title,
        decided_by=str(each.decided_by),
        drawn_at=each.drawn_at,
        mine=each.decided_by_id == viewer.account_id,
        view=each.view,
        words=each.words,
        reviewed_by=str(each.reviewed_by) if each.reviewed_by else "",
        reviewed_at=each.reviewed_at,
    )
