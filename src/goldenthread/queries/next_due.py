"""What to go on to when something has been recorded: the contact due first that waits for the same.

Whoever decides twenty goes from one to the next without the queue between.
"""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step
from goldenthread.queries import queue
from goldenthread.records.episode import Episode


class Next(NamedTuple):
    """One contact to go on to."""

    episode_id: UUID
    person_id: UUID
    child: str


def after(*, viewer: Viewer, step: Step, episode_id: UUID) -> Next | None:
    """Return the contact due first that this step is next on, None where there is none.

    A manager is offered any; anybody else one of the same lane that nobody else has in hand, since
    they may not decide what is in every lane. Raises Denied.
    """
    decision.require(viewer=viewer, verb="queue.read")
    pathway = catalogue.pathway("contact")
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    held = visible.filter(
        desk__in=viewer.desks,
        closed_at__isnull=True,
        pathway=pathway.key,
        state__in=_states_before(step, pathway),
    )
    if "contact.reassign" not in viewer.may:
        free = Q(claimed_by__isnull=True) | Q(claimed_by=viewer.account_id)
        held = held.filter(free, lane__in=visible.filter(pk=episode_id).values("lane"))
    waiting = held.exclude(pk=episode_id).order_by(*queue.IN_ORDER)
    child = ("subject_person_id", "subject_person__given_name", "subject_person__family_name")
    for lanes in (Q(lane=queue.FIRST), ~Q(lane=queue.FIRST)):
        found = waiting.filter(lanes).values_list("pk", *child).first()
        if found is not None:
            next_id, person_id, given, family = found
            return Next(next_id, person_id, f"{given} {family}")
    return None


def _states_before(step: Step, pathway: Pathway) -> tuple[str, ...]:
    states = {each.key: each.state for each in pathway.steps}
    return tuple(filter(None, (states.get(key, "") for key in step.follows)))
