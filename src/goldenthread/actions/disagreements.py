"""Raising a professional disagreement about a contact."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection, transaction

from goldenthread.access import decision, grants, services, trail, viewer
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, projection, references
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.records.account import Account
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting

VERB, SOURCE, PATHWAY = "disagreement.raise", "raiser", "disagreement"


def begin(*, by: Viewer, contact_id: UUID, answers: Mapping[str, object], at: datetime) -> Episode:
    """Raise a disagreement about a contact the raiser sent or sees; return its episode.

    Who raises it may follow how far it is and read none of what is written on it. Raises Denied,
    Refused with each problem beside its field.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=VERB)
        person_id = about(contact_id=contact_id)
        first = next(step for step in catalogue.pathway(PATHWAY).steps if step.first)
        problems = reading.check(first.asks, answers, on=at.date()) if first.asks else ()
        if problems:
            raise Refused(problems)
        raised_id = uuid4()
        grants.give(account_id=by.account_id, kind="raiser", scope=raised_id, source=SOURCE, at=at)
        intake = viewer.of(Account.objects.get(pk=services.account_id("intake")), now=at)
        with acting(intake.account_id, now=at, purpose="raise a disagreement"):
            episode = _episode(raised_id, by=by, contact_id=contact_id, person_id=person_id, at=at)
            entries.insert(step=first, episode=episode, answers=answers, by=by, at=at)
            projection.keep(episode=episode)
            trail.write(
                viewer=by,
                verb=VERB,
                decision="done",
                resource=PATHWAY,
                objects=[episode.pk, contact_id],
                persons=[person_id],
            )
    return episode


def _episode(
    raised_id: UUID, *, by: Viewer, contact_id: UUID, person_id: UUID, at: datetime
) -> Episode:
    pathway = catalogue.pathway(PATHWAY)
    return Episode.objects.create(
        id=raised_id,
        pathway=PATHWAY,
        subject_person_id=person_id,
        reference=f"{pathway.reference_prefix}-{references.new()}",
        opened_from_id=contact_id,
        agency_id=by.agency_id,
        opened_at=at,
        # Its own scope, which opens to who raised it how far it is; its entries are the child's.
        scope=raised_id,
        desk=pathway.desk or "",
    )


def about(*, contact_id: UUID) -> UUID:
    """Return the child of a contact of which who is acting sees any entry; raises Denied.

    A contact that has closed is out of its sender's sight, and is what they most disagree with: a
    narrow function looks past row security for those who see a word of it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select gt_contact_in_question(%s)", [contact_id])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return found
