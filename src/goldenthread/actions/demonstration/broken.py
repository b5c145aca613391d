"""Who broke the glass in the story: one worker at night, whose look waits to be asked about."""

from datetime import timedelta
from typing import Any

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import place
from goldenthread.content import quarantine
from goldenthread.content.partnership import break_glass

# A child of the front door whom no team holds, and a social worker who was given nothing of them.
BROKEN = """
with who as (select a.id, a.agency_id from gt_account a
  where a.role = 'social-worker' and a.is_active order by a.full_name limit 1
), child as (select e.subject_person_id id, e.occasion_id, (
    select g.id from gt_agency g where g.kind = 'council' order by g.key limit 1
  ) agency_id from gt_episode e, who
  where e.pathway = 'contact' and e.closed_at is null and e.seal = '' and not exists (
    select 1 from gt_grant g where g.account_id = who.id and g.scope = e.subject_person_id)
  order by e.opened_at, e.id limit 1
), given as (
  insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at, ends_at)
  select gen_random_uuid(), who.id, 'break-glass', 3, s.scope, '', 'break-glass:' || %(key)s,
    %(at)s, %(until)s
  from who, child, lateral (values (child.id), (child.occasion_id)) s (scope)
  where s.scope is not null
)
insert into gt_break_glass (id, account_id, person_id, agency_id, custodian_id, category, why,
  opened_at, ends_at, scope, desk, seal)
select %(key)s, who.id, child.id, who.agency_id, child.agency_id, 'here', %(why)s, %(at)s,
  %(until)s, %(key)s, %(desk)s, '' from who, child
"""
WHY = "He walked into our reception alone at eight this morning and nobody on the list answers."


def write(cursor: Any, *, seed: int) -> None:
    """Write it, open still, through the loader's cursor."""
    at = place.MORNING - timedelta(minutes=20)
    told = {
        "key": chances.new_id(chances.of("broken", seed)),
        "at": at,
        "until": at + break_glass.LASTS,
        "why": WHY,
        "desk": quarantine.DESK,
    }
    cursor.execute(BROKEN, told)
