"""The dip sample as a manager would have it: the old ones read, the newest waiting."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from random import Random
from uuid import UUID

from django.db.models import Model

from goldenthread.actions.demonstration import place
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.people import Staff
from goldenthread.content import catalogue
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.sample import Sample

# A manager reads within the fortnight; of this week's, enough wait for there to be something to do.
READ_UNTIL = place.MORNING - timedelta(days=10)
FEWEST_WAITING = 2
OTHERWISE = "I would have rung the family first. We talked it over, and the next ones will be."


def of(rows: Iterable[Model], *, staff: Staff, chance: Random) -> Iterator[Model]:
    """Yield the rows with each old sample read, and last what makes up the fewest that wait."""
    screeners = {each.account_id for each in staff.screeners}
    contacts: dict[UUID, Episode] = {}
    lately: list[Entry] = []
    drawn: set[UUID] = set()
    waiting = 0
    for row in rows:
        if isinstance(row, Sample):
            drawn.add(row.entry_id)
            waiting += not _read(row, staff=staff, chance=chance)
        elif isinstance(row, Episode) and row.opened_at > READ_UNTIL:
            contacts[row.pk] = row
        elif isinstance(row, Entry) and _decided_lately(row, by=screeners):
            lately.append(row)
        yield row
    newest = sorted(lately, key=lambda each: (each.recorded_at, each.pk), reverse=True)
    free = [each for each in newest if each.pk not in drawn and each.episode_id in contacts]
    for entry in free[: max(0, FEWEST_WAITING - waiting)]:
        yield _sample(entry, contacts[entry.episode_id], chance=chance)


def _decided_lately(entry: Entry, *, by: set[UUID]) -> bool:
    return entry.step == "contact-decided" and entry.by_id in by and entry.recorded_at > READ_UNTIL


def _read(sample: Sample, *, staff: Staff, chance: Random) -> bool:
    """Have another manager read the sample if it is old; return whether it has been read."""
    readers = [each for each in staff.managers if each.account_id != sample.decided_by_id]
    if sample.drawn_at > READ_UNTIL or not readers:
        return False
    same = chance.random() < 0.9
    sample.reviewed_by_id = chance.choice(readers).account_id
    sample.reviewed_at = sample.drawn_at + timedelta(days=chance.randint(1, 9))
    sample.view, sample.words = ("agrees", "") if same else ("disagrees", OTHERWISE)
    return True


def _sample(entry: Entry, contact: Episode, *, chance: Random) -> Sample:
    sample_id = new_id(chance)
    return Sample(
        id=sample_id,
        duty=delegated_decision.key,
        entry_id=entry.pk,
        episode_id=contact.pk,
        reference=contact.reference,
        person_scope=contact.subject_person_id,
        occasion_scope=contact.occasion_id,
        decided_by_id=entry.by_id,
        drawn_at=entry.recorded_at,
        scope=sample_id,
        desk=catalogue.pathway(contact.pathway).desk or "",
        seal=contact.seal,
    )
