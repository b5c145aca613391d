"""Whether a case was open is asked at the service's own time, which a demonstration's is not.

The trail keeps the true time. What was recorded is of the service's day: in a live service the two
are one, and in a demonstration every case would be long closed.
"""

from django.db import migrations

OPENED = """
create or replace function gt_opened(days_before integer, opens text[])
returns table (account_id uuid, role text, day date, today boolean, opened integer)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare this_day date := (now() at time zone 'Europe/London')::date;
  apart interval := gt_now() - now();
begin
  perform gt_read_trail('gt_opened', '{}', '{}');
  return query
  with looked as (
    select t.account_id, t.role, (t.at at time zone 'Europe/London')::date as day, p.id as person,
      min(t.at) as at
    from gt_trail t cross join unnest(t.person_ids) p(id)
      join gt_account a on a.id = t.account_id and not a.is_service
    where t.at >= (this_day - days_before)::timestamp at time zone 'Europe/London'
      and t.decision = 'served' and t.verb = any(opens)
    group by 1, 2, 3, 4
  )
  select l.account_id, l.role, l.day, l.day = this_day, count(*)::integer
  from looked l where not gt_is_work(l.person, l.at + apart) group by 1, 2, 3;
end $$;
"""
WATCHED = """
create or replace function gt_watched(opens text[], closed_for interval, break_glass text)
returns table (kind text, account_id uuid, person_id uuid, day date)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare since timestamptz := coalesce((select w.watched_until - interval '10 minutes'
  from gt_watch w), now() - interval '1 day');
  apart interval := gt_now() - now();
begin
  perform gt_read_trail('gt_watched', '{}', '{}');
  insert into gt_watch (watched_until) values (now())
    on conflict (one) do update set watched_until = excluded.watched_until;
  return query
  with looked as materialized (
    select t.account_id, (t.at at time zone 'Europe/London')::date as day, p.id as person,
      max(t.at) + apart as at
    from gt_trail t cross join unnest(t.person_ids) p(id)
      join gt_account a on a.id = t.account_id and not a.is_service
    where t.at >= since and t.decision = 'served' and t.verb = any(opens) group by 1, 2, 3
  )
  select 'same-surname', l.account_id, l.person, l.day from looked l
    join gt_account a on a.id = l.account_id
  where exists (select 1 from (
      select n.family_name from gt_person n where n.id = l.person
      union select n.family_name from gt_person_name n where n.person_id = l.person) n
    where gt_plain(n.family_name) <> ''
      and gt_plain(n.family_name) = gt_plain(regexp_replace(a.full_name, '^.*\\s', '')))
  union all
  select 'same-address', l.account_id, l.person, l.day from looked l
    join gt_account_home h on h.account_id = l.account_id
  where exists (select 1 from gt_address d where d.person_id = l.person and d.valid_to is null
    and d.postcode <> '' and replace(upper(d.postcode), ' ', '') = replace(h.postcode, ' ', ''))
  union all
  select 'closed-case', l.account_id, l.person, l.day from looked l
  where not gt_is_work(l.person, l.at) and (
    select max(e.closed_at) from gt_episode e where e.subject_person_id = l.person
  ) < l.at - closed_for
  union all
  select 'break-glass', t.account_id, p.id, (t.at at time zone 'Europe/London')::date
  from gt_trail t left join lateral unnest(t.person_ids) p(id) on true
  where t.at >= since and t.verb = break_glass and t.decision in ('served', 'done')
    and t.account_id is not null;
end $$;
"""


class Migration(migrations.Migration):
    """The time a case was open at."""

    dependencies = [("records", "0025_look_samples")]
    operations = [migrations.RunSQL(OPENED + WATCHED, elidable=False)]
