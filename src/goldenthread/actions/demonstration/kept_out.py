"""Who is kept from whose record in the story: one colleague, who lives next door and said so."""

from datetime import timedelta
from typing import Any

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import place
from goldenthread.content import exclusions

# Of the open contacts nobody holds, the child of the one that came last.
KEPT_OUT = """
insert into gt_exclusion (id, account_id, person_id, kind, why, household, declared_by_id,
  starts_at, scope, desk, seal)
select %s, a.id, e.subject_person_id, 'neighbour', %s, true, a.id, %s, %s, %s, ''
from gt_account a, gt_episode e
where a.full_name = 'David Osei' and e.pathway = 'contact' and e.closed_at is null
  and e.claimed_by_id is null and e.seal = ''
order by e.opened_at desc, e.id limit 1
"""
WHY = "They live next door to me, and our children play together."


def write(cursor: Any, *, seed: int) -> None:
    """Write it through the loader's cursor."""
    key = chances.new_id(chances.of("kept out", seed))
    since = place.MORNING - timedelta(hours=2)
    cursor.execute(KEPT_OUT, [key, WHY, since, key, exclusions.DESK])
