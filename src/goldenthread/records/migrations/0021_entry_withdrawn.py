"""One entry withdrawn alone, where the rest of its episode is about the right child."""

import django.db.models.deletion
from django.db import migrations, models

# As in 0011, and one thing more: what is in quarantine does not follow its episode from desk to
# desk. The change of such a row is passed over, so that nothing is told of it either.
STAYS = """
create or replace function gt_refuse_change() returns trigger language plpgsql as $$
declare place text[] := array['scope', 'desk', 'seal'];
begin
  if tg_table_name = 'gt_entry' and tg_op = 'UPDATE'
      and to_jsonb(new) - place = to_jsonb(old) - place then
    if (new.scope, new.seal) = (old.scope, old.seal) then
      if old.seal = 'quarantine' then
        return null;
      end if;
      return new;
    end if;
    if exists (select 1 from gt_quarantine q where
          (new.scope = q.id and new.seal = 'quarantine' and q.held @> jsonb_build_array(
            jsonb_build_object('id', old.id, 'scope', old.scope, 'seal', old.seal)))
          or (old.scope = q.id and old.seal = 'quarantine' and q.held @> jsonb_build_array(
            jsonb_build_object('id', new.id, 'scope', new.scope, 'seal', new.seal)))) then
      return new;
    end if;
  end if;
  raise exception '% is never edited: supersede instead', tg_table_name using errcode = '42501';
end $$;
"""

# Every row a quarantine holds, into it, or back to where it was.
MOVING = """
create function gt_move_held(quarantine uuid, held jsonb, back boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_table text;
begin
  foreach of_table in array array['gt_episode', 'gt_entry', 'gt_clock_run', 'gt_sample',
      'gt_identifier', 'gt_address', 'gt_enrolment'] loop
    execute format('update %I t set'
      ' scope = case when $3 then (h ->> ''scope'')::uuid else $1 end,'
      ' desk = case when $3 then h ->> ''desk'' else ''privacy'' end,'
      ' seal = case when $3 then h ->> ''seal'' else ''quarantine'' end'
      ' from jsonb_array_elements($2) h where h ->> ''of'' = %L and t.id = (h ->> ''id'')::uuid',
      of_table, of_table) using quarantine, held, back;
  end loop;
end $$;
"""

# As in 0011, but that an entry withdrawn before and alone stays in the quarantine it is in.
WHOLE = """
create or replace function gt_withdraw(
  episode uuid, anew uuid, why text, unworked text[], at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e gt_episode%rowtype := gt_seen_episode(episode); who gt_person%rowtype;
  q uuid := gen_random_uuid(); w uuid := gen_random_uuid(); gone uuid[]; same uuid[];
  places jsonb; happened timestamptz; arrived timestamptz;
begin
  select * into who from gt_person p where p.id = e.subject_person_id;
  with recursive opened as (
    select e.id union select x.id from gt_episode x join opened o on x.opened_from_id = o.id
  ) select array_agg(id) into gone from opened;
  if exists (select 1 from gt_entry n where n.episode_id = any(gone) and n.episode_id <> e.id
      and n.step <> all(unworked)) then
    raise exception 'gt_withdraw_worked_on' using errcode = '23514';
  end if;
  select min(n.happened_at), min(n.recorded_at) into happened, arrived
    from gt_entry n where n.episode_id = e.id;
  select array_agg(p.id) into same from gt_person p
    where coalesce(p.same_as_id, p.id) = coalesce(who.same_as_id, who.id);
  select jsonb_agg(to_jsonb(x)) into places from (
    select 'gt_episode' of, id, scope, desk, seal from gt_episode where id = any(gone)
    union all select 'gt_entry', id, scope, desk, seal from gt_entry
      where episode_id = any(gone) and seal <> 'quarantine'
    union all select 'gt_clock_run', id, scope, desk, seal from gt_clock_run
      where episode_id = any(gone)
    union all select 'gt_sample', id, scope, desk, seal from gt_sample
      where episode_id = any(gone) and seal <> 'quarantine'
    -- What the form said of the child was put on the register as it arrived.
    union all select 'gt_identifier', id, scope, desk, seal from gt_identifier
      where person_id = who.id and recorded_at = arrived
    union all select 'gt_address', id, scope, desk, seal from gt_address
      where person_id = who.id and recorded_at = arrived
    union all select 'gt_enrolment', id, scope, desk, seal from gt_enrolment
      where person_id = who.id and recorded_at = arrived) x;
  insert into gt_withdrawal (id, person_id, happened_at, withdrawn_at, scope, desk, seal)
  values (w, who.id, happened, at, who.scope, who.desk, who.seal);
  insert into gt_quarantine (id, withdrawal_id, episode_id, entered_anew_id, why, withdrawn_by_id,
    withdrawn_at, held, decision, decided_why, scope, desk, seal)
  values (q, w, e.id, anew, gt_withdraw.why, gt_account(), at, places, '', '', q, 'privacy',
    'quarantine');
  update gt_grant g set ends_at = at where g.ends_at is null and (
    g.source in (select 'claim:' || unnest(gone) union select 'apart:' || unnest(gone))
    or g.source in (select 'sample:' || s.id from gt_sample s where s.episode_id = any(gone))
    or (g.scope = e.occasion_id and g.source like 'claim:%' and exists (
      select 1 from gt_episode x where 'claim:' || x.id = g.source
        and x.subject_person_id = any(same) and x.occasion_id is distinct from e.occasion_id)));
  update gt_episode x set claimed_by_id = null, claimed_at = null, version = x.version + 1
    where x.id = any(gone) and x.claimed_by_id is not null;
  perform gt_move_held(q, places, false);
  delete from gt_register_number r using jsonb_array_elements(places) h
    where r.of_id = (h ->> 'id')::uuid;
  perform gt_hold_person(who.id, gt_held_at(who.id));
  return q;
end $$;
"""

# An entry with all it said before it was corrected, for who sees it. `decides` says that it is a
# decision: where something came of one, people have to speak first. Each version of the episode it
# was on still counts it. It returns who else holds that child, to be told.
ALONE = """
create function gt_withdraw_entry(
  entry uuid, anew uuid, why text, decides boolean, at timestamptz
) returns table (held uuid, holders uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n gt_entry%rowtype; e gt_episode%rowtype; who gt_person%rowtype;
  q uuid := gen_random_uuid(); w uuid := gen_random_uuid(); ids uuid[]; places jsonb;
begin
  select * into n from gt_entry x where x.id = entry and x.seal <> 'quarantine'
    and (x.desk = any(gt_my_desks()) or x.scope = any(gt_my_scopes()))
    and (x.seal = '' or x.seal = any(gt_my_seals()));
  if not found then
    raise exception 'no such entry' using errcode = '42501';
  end if;
  e := gt_seen_episode(n.episode_id);
  if decides and exists (
      select 1 from gt_episode x where x.opened_from_id = e.id and x.seal <> 'quarantine') then
    raise exception 'gt_withdraw_worked_on' using errcode = '23514';
  end if;
  with recursive said as (
    select x.id, x.supersedes_id from gt_entry x where x.id = n.id
    union select x.id, x.supersedes_id from gt_entry x join said s
      on x.id = s.supersedes_id or x.supersedes_id = s.id where x.episode_id = e.id
  ) select array_agg(id) into ids from said;
  select * into who from gt_person p where p.id = e.subject_person_id;
  select jsonb_agg(to_jsonb(x)) into places from (
    select 'gt_entry' of, id, scope, desk, seal from gt_entry where id = any(ids)
    union all select 'gt_sample', id, scope, desk, seal from gt_sample
      where entry_id = any(ids)) x;
  insert into gt_withdrawal (id, person_id, happened_at, withdrawn_at, scope, desk, seal)
  values (w, who.id, n.happened_at, at, who.scope, who.desk, who.seal);
  insert into gt_quarantine (id, withdrawal_id, episode_id, entry_id, entry_anew_id, why,
    withdrawn_by_id, withdrawn_at, held, decision, decided_why, scope, desk, seal)
  values (q, w, e.id, n.id, anew, gt_withdraw_entry.why, gt_account(), at, places, '', '', q,
    'privacy', 'quarantine');
  update gt_grant g set ends_at = at where g.ends_at is null
    and g.source in (select 'sample:' || s.id from gt_sample s where s.entry_id = any(ids));
  update gt_episode x set withdrawn = x.withdrawn + cardinality(ids) + 1 where x.id = e.id;
  perform gt_move_held(q, places, false);
  return query select q, coalesce(array_agg(distinct x.claimed_by_id), '{}') from gt_episode x
    where x.subject_person_id in (who.id, who.same_as_id) and x.closed_at is null
      and x.seal = '' and x.claimed_by_id <> gt_account();
end $$;
"""

# An entry goes back to the desk its episode is at now. Its head is for the application to bring up
# to date, so the keeper of the records is lent what it is kept under.
SETTLING = """
drop function gt_settle_quarantine(uuid, text, text, timestamptz);
create function gt_settle_quarantine(
  quarantine uuid, decided text, why text, at timestamptz, keeper uuid
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare q gt_quarantine%rowtype := gt_in_quarantine(quarantine); e gt_episode%rowtype;
begin
  if q.decision <> '' then
    raise exception 'gt_quarantine_settled' using errcode = '23514';
  end if;
  update gt_quarantine set decision = decided, decided_by_id = gt_account(), decided_at = at,
    decided_why = gt_settle_quarantine.why where id = q.id;
  if decided <> 'released' then
    return;
  end if;
  select * into e from gt_episode x where x.id = q.episode_id for update;
  if q.entry_id is not null and e.seal = 'quarantine' then
    raise exception 'gt_quarantine_whole' using errcode = '23514';
  end if;
  perform gt_move_held(q.id, q.held, true);
  -- As gt_index_number fills it.
  insert into gt_register_number
  select i.person_id, i.id, i.kind, upper(regexp_replace(i.value, '[^A-Za-z0-9]', '', 'g')), false
  from gt_identifier i join jsonb_array_elements(q.held) h on i.id = (h ->> 'id')::uuid
  union all
  select a.person_id, a.id, 'postcode', replace(upper(a.postcode), ' ', ''), a.is_safe
  from gt_address a join jsonb_array_elements(q.held) h on a.id = (h ->> 'id')::uuid
  where a.postcode <> '';
  update gt_withdrawal set ended_at = at where id = q.withdrawal_id;
  if q.entry_id is null then
    perform gt_hold_person(e.subject_person_id, gt_held_at(e.subject_person_id));
    return;
  end if;
  update gt_entry n set desk = e.desk from jsonb_array_elements(q.held) h
    where n.id = (h ->> 'id')::uuid and n.desk <> e.desk;
  update gt_episode x set withdrawn = x.withdrawn + 1 - (select count(*) from gt_entry n
      join jsonb_array_elements(q.held) h on n.id = (h ->> 'id')::uuid) where x.id = e.id;
  insert into gt_grant (id, account_id, scope, seal, source, starts_at)
  select gen_random_uuid(), keeper, s.scope, e.seal, 'release:' || q.id, at
  from unnest(array[e.scope, e.occasion_id]) s (scope) where s.scope is not null;
end $$;
"""


def _entry() -> models.ForeignKey:  # type: ignore[type-arg]  # a field of a migration has no model
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="records.entry",
    )


class Migration(migrations.Migration):
    """One entry withdrawn alone."""

    dependencies = [("records", "0020_search_by_day")]
    operations = [
        migrations.AddField(
            "episode", "withdrawn", models.PositiveIntegerField(default=0, db_default=0)
        ),
        migrations.AddField("quarantine", "entry", _entry()),
        migrations.AddField("quarantine", "entry_anew", _entry()),
        migrations.AlterField(
            "quarantine",
            "entered_anew",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.episode",
            ),
        ),
        migrations.AddConstraint(
            "quarantine",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("entered_anew__isnull", False), ("entry", None), ("entry_anew", None)
                    ),
                    models.Q(("entered_anew", None), ("entry__isnull", False)),
                    _connector="OR",
                ),
                name="gt_quarantine_of_one_kind",
            ),
        ),
        migrations.RunSQL(STAYS + MOVING + WHOLE + ALONE + SETTLING, elidable=False),
    ]
