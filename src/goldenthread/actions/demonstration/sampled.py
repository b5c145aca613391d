"""The dip sample as a manager would have it: the old ones read, the newest waiting."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db.models import Model

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import place
from goldenthread.actions.demonstration.people import Staff
from goldenthread.records.sample import Sample

# A manager reads within the fortnight; this week's wait.
READ_UNTIL = place.MORNING - timedelta(days=10)
OTHERWISE = "I would have rung the family first. We talked it over, and the next ones will be."


def read(rows: Iterable[Model], *, staff: Staff) -> Iterator[Model]:
    """Yield the rows, each old sample read by another manager than decided."""
    for row in rows:
        if isinstance(row, Sample) and row.drawn_at <= READ_UNTIL:
            chance = chances.of("read", row.entry_id)
            others = [each for each in staff.managers if each.account_id != row.decided_by_id]
            same = chance.random() < 0.9
            row.reviewed_by_id = chance.choice(others).account_id
            row.reviewed_at = row.drawn_at + timedelta(days=chance.randint(1, 9))
            row.view, row.words = ("agrees", "") if same else ("disagrees", OTHERWISE)
        yield row
