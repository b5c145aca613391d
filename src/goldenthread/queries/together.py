"""A step on every child of one occasion at once: those on whom this viewer may record it now.

On their contacts, or on what came of them: one conference of brothers and sisters, each with a
record of their own.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.step import Step
from goldenthread.queries import episode, family
from goldenthread.queries.episode import EpisodePage
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion


@dataclass(frozen=True, kw_only=True)
class Together:
    """The step and the children it may be recorded on, in the order they were sent."""

    occasion_id: UUID
    step: Step
    children: tuple[EpisodePage, ...]
    others: tuple[EpisodePage, ...]


def of(*, viewer: Viewer, occasion_id: UUID, step: str, now: datetime) -> Together:
    """Return the children of an occasion for one step.

    Raises Denied if the viewer may not see what was said of them all.
    """
    decision.require(viewer=viewer, verb="contact.read")
    said = rows.visible(viewer=viewer, rows=Occasion.objects.all())
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    kind, pathway = catalogue.declared(Step).get(step), catalogue.pathway_of(step)
    if kind is None or pathway is None or not said.filter(pk=occasion_id).exists():
        raise Denied(verb="contact.read", reason="no-relationship", hidden=True)
    found = family.of(occasion_id, pathway=pathway.key, visible=visible).order_by("reference")
    pages = [
        episode.one(viewer=viewer, episode_id=each, now=now)
        for each in found.values_list("pk", flat=True)
    ]
    waiting = [page for page in pages if step in {each.key for each in page.next_steps}]
    return Together(
        occasion_id=occasion_id,
        step=kind,
        children=tuple(waiting),
        others=tuple(page for page in pages if page not in waiting),
    )
