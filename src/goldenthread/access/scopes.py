"""Which scope each kind of record is kept under."""

from uuid import UUID

from goldenthread.content import catalogue
from goldenthread.language.step import Step
from goldenthread.records.episode import Episode


def of_entry(*, step: Step, person_id: UUID, occasion_id: UUID | None) -> UUID:
    """Return the scope of an entry: the occasion where the step is kept with it, else the child.

    What is kept with the occasion can be read by the one who sent it; what is kept with the child
    cannot (SECURITY 2.2: a referrer sees their own referral and the outcome and nothing else).
    """
    if step.kept_with == "occasion" and occasion_id is not None:
        return occasion_id
    return person_id


def on_episode(*, step: Step, episode: Episode) -> UUID:
    """Return the scope of an entry recorded on an episode.

    Of a pathway whose episodes are born sealed it is the episode's own, so that who is let into one
    is let into nothing else of the child.
    """
    if catalogue.pathway(episode.pathway).sealed:
        return episode.scope
    return of_entry(step=step, person_id=episode.subject_person_id, occasion_id=episode.occasion_id)
