"""Brothers and sisters who came up together: in one submission, and in all that came of it."""

from uuid import UUID

from django.db.models import QuerySet

from goldenthread.content import catalogue
from goldenthread.language.step import Step
from goldenthread.records.episode import Episode

# A contact opens a referral, that an enquiry, that a conference, that a plan, and that another.
FURTHEST = 6


def occasion_of(episode: Episode, *, visible: QuerySet[Episode]) -> UUID | None:
    """Return the occasion in which an episode began, where the viewer sees all that led to it."""
    occasion_id, before = episode.occasion_id, episode.opened_from_id
    for _ in range(FURTHEST):
        if occasion_id is not None or before is None:
            break
        found = visible.filter(pk=before).values_list("occasion_id", "opened_from_id").first()
        occasion_id, before = found or (None, None)
    return occasion_id


def of(occasion_id: UUID, *, pathway: str, visible: QuerySet[Episode]) -> QuerySet[Episode]:
    """Return the episodes of a pathway that came of an occasion, one or more for each child."""
    told = visible.filter(occasion_id=occasion_id)
    if any(step.first and step.kept_with == "occasion" for step in _steps(pathway)):
        return told.filter(pathway=pathway)
    # Gone down a step at a time, each by its index: joined at once, every episode would be read.
    found, level = set[UUID](), dict(told.values_list("pk", "pathway"))
    for _ in range(FURTHEST):
        level = dict(visible.filter(opened_from_id__in=level).values_list("pk", "pathway"))
        found |= {pk for pk, key in level.items() if key == pathway}
        if not level:
            break
    return visible.filter(pk__in=found)


def _steps(pathway: str) -> tuple[Step, ...]:
    return catalogue.pathway(pathway).steps
