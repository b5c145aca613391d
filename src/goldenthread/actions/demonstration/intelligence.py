"""What police hold on the man of one enquiry: written down sealed, and one other person let in."""

from datetime import timedelta
from typing import Any

from goldenthread.actions.demonstration import acts, place
from goldenthread.actions.demonstration import chance as chances
from goldenthread.content.front_door.police_intelligence import (
    NO_ONWARD,
    police_intelligence,
    police_intelligence_form,
)
from goldenthread.language.level import Level

KEEPER, LET_IN = "Marcus Webb", "Shazia Mahmood"
SAYS = """The man named in this enquiry was seen twice in March with a child of another family, at \
an address we are watching. He does not know that we know."""
WHY = "She decides on the strategy discussion"
# The enquiry that has waited longest of those police are asked about.
ENQUIRY = """
select e.subject_person_id, p.given_name || ' ' || p.family_name, a.id, a.agency_id, m.id
from gt_episode e join gt_person p on p.id = e.subject_person_id, gt_account a, gt_account m
where e.desk = 'mash' and e.closed_at is null and a.full_name = %s and m.full_name = %s
order by e.opened_at, e.id limit 1
"""
GRANT = """
insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)
values (%s, %s, 'access-list', %s, %s, %s, %s, %s)
"""
EPISODE = """
insert into gt_episode (id, pathway, subject_person_id, reference, agency_id, opened_at, sole,
  state, last_step, lane, due_clock, version, scope, desk, seal)
values (%s, %s, %s, %s, %s, %s, false, %s, %s, '', '', 2, %s, '', %s)
"""
ENTRY = """
insert into gt_entry (id, episode_id, step, step_version, form, form_version, happened_at,
  happened_precision, recorded_at, by_id, agency_id, answers, counted, why_corrected, scope, desk,
  seal)
values (%s, %s, %s, 1, %s, %s, %s, 'instant', %s, %s, %s,
  jsonb_build_object('intelligence', %s::text, 'handling_code', %s::text), '{}', '', %s, '', %s)
"""
SEALED = """
insert into gt_sealed_record (id, store, about, episode_id, custodian_id, why, sealed_by_id,
  sealed_at, scope, desk, seal) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, '', %s)
"""
NAME = """
insert into gt_access_name (id, sealed_id, account_id, added_by_id, added_at, why, scope, desk,
  seal) values (%s, %s, %s, %s, %s, %s, %s, '', %s)
"""


def write(cursor: Any, *, seed: int) -> None:
    """Write it down as the action would, through the loader's cursor, where there is an enquiry."""
    chance = chances.of("intelligence", seed)
    cursor.execute(ENQUIRY, [KEEPER, LET_IN])
    found = cursor.fetchone()
    if found is None:
        return
    child, name, keeper, agency, let_in = found
    kind, first = police_intelligence, police_intelligence.steps[0]
    sealed, episode = chances.new_id(chance), chances.new_id(chance)
    at, seal = place.MORNING - timedelta(minutes=25), f"{kind.sealed}:{sealed}"
    reference = f"{kind.reference_prefix}-{acts.reference(chance)}"
    for who in (keeper, let_in):
        told = [Level.SEALED.value, episode, seal, f"seal:{sealed}", at]
        cursor.execute(GRANT, [chances.new_id(chance), who, *told])
    head = [episode, kind.key, child, reference, agency, at, first.state, first.key]
    cursor.execute(EPISODE, [*head, episode, seal])
    form = [police_intelligence_form.key, police_intelligence_form.version]
    entry = [chances.new_id(chance), episode, first.key, *form, at, at, keeper, agency]
    cursor.execute(ENTRY, [*entry, SAYS, NO_ONWARD, episode, seal])
    about = [sealed, kind.sealed, f"{kind.title}: {name}", episode, keeper, kind.title, keeper]
    cursor.execute(SEALED, [*about, at, episode, seal])
    for who, why in ((keeper, ""), (let_in, WHY)):
        cursor.execute(NAME, [chances.new_id(chance), sealed, who, keeper, at, why, episode, seal])
