"""What was recorded about the wrong child: withdrawn there, and kept by the privacy officer."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# As in 0002, and one thing more: an entry may change its place, and nothing else of it, on the way
# into a quarantine that has written down where it was, and on the way back to exactly there.
NEVER_EDITED = """
create or replace function gt_refuse_change() returns trigger language plpgsql as $$
declare
  place text[] := array['scope', 'desk', 'seal'];
begin
  if tg_table_name = 'gt_entry' and tg_op = 'UPDATE' then
    if to_jsonb(new) - 'desk' = to_jsonb(old) - 'desk' then
      return new;
    end if;
    if to_jsonb(new) - place = to_jsonb(old) - place and exists (
        select 1 from gt_quarantine q where
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

# The stub on a person's thread is held where the person is.
STUB = """
create function gt_held_at(held uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select x.desk from gt_episode x
    where x.subject_person_id = held and x.desk <> '' and x.seal <> 'quarantine'
    order by x.opened_at desc limit 1), '')
$$;
create function gt_hold_withdrawal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_withdrawal set desk = new.desk where person_id = new.id and desk <> new.desk;
  return null;
end $$;
create trigger hold_withdrawal after update of desk on gt_person
  for each row execute function gt_hold_withdrawal();
"""

# No row could be updated out of the updater's own sight, so one narrow function withdraws, for who
# sees the contact: what it opened goes with it, where nobody has worked on that yet. Whoever was
# given the occasion because of this child, and of no other child of it, is given it no longer.
WITHDRAWING = """
create function gt_withdraw(
  episode uuid, anew uuid, why text, unworked text[], at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e gt_episode%rowtype := gt_seen_episode(episode);
  q uuid := gen_random_uuid(); w uuid := gen_random_uuid();
  who gt_person%rowtype; gone uuid[]; same uuid[]; places jsonb; happened timestamptz; arrived timestamptz;
  of_table text;
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
  select jsonb_agg(jsonb_build_object('of', x.of, 'id', x.id, 'scope', x.scope, 'desk', x.desk,
      'seal', x.seal)) into places from (
    select 'gt_episode' of, id, scope, desk, seal from gt_episode where id = any(gone)
    union all select 'gt_entry', id, scope, desk, seal from gt_entry
      where episode_id = any(gone)
    union all select 'gt_clock_run', id, scope, desk, seal from gt_clock_run
      where episode_id = any(gone)
    union all select 'gt_sample', id, scope, desk, seal from gt_sample
      where episode_id = any(gone)
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
  foreach of_table in array array['gt_episode', 'gt_entry', 'gt_clock_run', 'gt_sample',
      'gt_identifier', 'gt_address', 'gt_enrolment'] loop
    execute format('update %I t set scope = $1, desk = ''privacy'', seal = ''quarantine'''
      ' from jsonb_array_elements($2) h where h ->> ''of'' = %L and t.id = (h ->> ''id'')::uuid',
      of_table, of_table) using q, places;
  end loop;
  delete from gt_register_number r using jsonb_array_elements(places) h
    where r.of_id = (h ->> 'id')::uuid;
  perform gt_hold_person(who.id, gt_held_at(who.id));
  return q;
end $$;
"""

SETTLING = """
create function gt_in_quarantine(quarantine uuid) returns gt_quarantine
language plpgsql security definer set search_path = public, pg_temp as $$
declare q gt_quarantine%rowtype;
begin
  select * into q from gt_quarantine x where x.id = quarantine
    and (x.desk = any(gt_my_desks()) or x.scope = any(gt_my_scopes()))
    and x.seal = any(gt_my_seals()) for update;
  if not found then
    raise exception 'no such quarantine' using errcode = '42501';
  end if;
  return q;
end $$;

create function gt_settle_quarantine(quarantine uuid, decided text, why text, at timestamptz)
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare q gt_quarantine%rowtype := gt_in_quarantine(quarantine); of_table text;
begin
  if q.decision <> '' then
    raise exception 'gt_quarantine_settled' using errcode = '23514';
  end if;
  update gt_quarantine set decision = decided, decided_by_id = gt_account(), decided_at = at,
    decided_why = gt_settle_quarantine.why where id = q.id;
  if decided <> 'released' then
    return;
  end if;
  foreach of_table in array array['gt_episode', 'gt_entry', 'gt_clock_run', 'gt_sample',
      'gt_identifier', 'gt_address', 'gt_enrolment'] loop
    execute format('update %I t set scope = (h ->> ''scope'')::uuid, desk = h ->> ''desk'','
      ' seal = h ->> ''seal'' from jsonb_array_elements($1) h'
      ' where h ->> ''of'' = %L and t.id = (h ->> ''id'')::uuid', of_table, of_table)
      using q.held;
  end loop;
  -- As gt_index_number fills it.
  insert into gt_register_number
  select i.person_id, i.id, i.kind, upper(regexp_replace(i.value, '[^A-Za-z0-9]', '', 'g')), false
  from gt_identifier i join jsonb_array_elements(q.held) h on i.id = (h ->> 'id')::uuid
  union all
  select a.person_id, a.id, 'postcode', replace(upper(a.postcode), ' ', ''), a.is_safe
  from gt_address a join jsonb_array_elements(q.held) h on a.id = (h ->> 'id')::uuid
  where a.postcode <> '';
  update gt_withdrawal set ended_at = at where id = q.withdrawal_id;
  perform gt_hold_person(w.person_id, gt_held_at(w.person_id))
    from gt_withdrawal w where w.id = q.withdrawal_id;
end $$;

-- Who had seen it, by the trail that no serving role may read: names of nobody, and a row of its
-- own on the trail for having asked.
create function gt_who_had_seen(quarantine uuid)
returns table (agency text, role text, seen_on date, people bigint, times bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare q gt_quarantine%rowtype := gt_in_quarantine(quarantine); ids uuid[];
begin
  select array_agg((h ->> 'id')::uuid) into ids from jsonb_array_elements(q.held) h;
  insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
    purpose, decision, reason, request_id, session_hash, address)
  select gen_random_uuid(), a.id, a.agency_id, a.role, 'quarantine.read', 'gt_who_had_seen',
    array[q.id], '{}', 'quarantine.read', 'served', '', '', '', ''
  from gt_account a where a.id = gt_account();
  return query
  select coalesce(g.name, ''), t.role, (t.at at time zone 'Europe/London')::date,
    count(distinct t.account_id), count(*)
  from gt_trail t left join gt_agency g on g.id = t.agency_id
  join gt_account a on a.id = t.account_id and not a.is_service
  where t.object_ids && ids and t.decision in ('served', 'done')
    and t.verb not like 'quarantine.%'
  group by 1, 2, 3 order by 3, 1, 2;
end $$;
"""

TABLES = ("gt_withdrawal", "gt_quarantine")


def _id() -> models.UUIDField:  # type: ignore[type-arg]  # a field of a migration has no model
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def _to(model: str, *, null: bool = False) -> models.ForeignKey:  # type: ignore[type-arg]
    to = model if "." in model else f"records.{model}"
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to
    )


def _place() -> list[tuple[str, models.Field]]:  # type: ignore[type-arg]
    return [
        ("scope", models.UUIDField()),
        ("desk", models.TextField(blank=True, default="")),
        ("seal", models.TextField(blank=True, default="")),
        ("id", _id()),
    ]


ACCOUNT = settings.AUTH_USER_MODEL


class Migration(migrations.Migration):
    """What was recorded about the wrong child."""

    dependencies = [("records", "0010_search")]
    operations = [
        migrations.AddField("entry", "entered_by", _to(ACCOUNT, null=True)),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                *_place(),
                ("happened_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("person", _to("person")),
            ],
            options={
                "db_table": "gt_withdrawal",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_withdrawal_scope"),
                    models.Index(fields=["desk"], name="gt_withdrawal_desk"),
                    models.Index(fields=["person"], name="gt_withdrawal_of"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Quarantine",
            fields=[
                *_place(),
                ("why", models.TextField()),
                ("withdrawn_at", models.DateTimeField()),
                ("held", models.JSONField(default=list)),
                ("decision", models.TextField(blank=True, default="")),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_why", models.TextField(blank=True, default="")),
                ("withdrawal", _to("withdrawal")),
                ("episode", _to("episode")),
                ("entered_anew", _to("episode")),
                ("withdrawn_by", _to(ACCOUNT)),
                ("decided_by", _to(ACCOUNT, null=True)),
            ],
            options={
                "db_table": "gt_quarantine",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_quarantine_scope"),
                    models.Index(fields=["desk"], name="gt_quarantine_desk"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("decision", "")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("decision__in", ["upheld", "released"]),
                            ),
                            _connector="OR",
                        ),
                        name="gt_quarantine_decided_whole",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            NEVER_EDITED
            + STUB
            + WITHDRAWING
            + SETTLING
            + "".join(row_security.protect(table) for table in TABLES),
            elidable=False,
        ),
    ]
