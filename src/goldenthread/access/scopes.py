"""Which scope each kind of record is kept under."""

from uuid import UUID

from goldenthread.language.step import Step


def of_entry(*, step: Step, person_id: UUID, occasion_id: UUID | None) -> UUID:
    """Return the scope of an entry: the occasion where the step is kept with it, else the child.

    What is kept with the occasion can be read by the one who sent it; what is kept with the child
    cannot (SECURITY 2.2: a referrer sees their own referral and the outcome and nothing else).
    """
    if step.kept_with == "occasion" and occasion_id is not None:
        return occasion_id
    return person_id
