"""How many each opened on a day that is over is counted once, and kept.

Counting four weeks of a city's looks anew every three minutes took twenty seconds each time.
"""

from django.db import migrations

OPENED = """
create table gt_opened_day (
  account_id uuid not null, role text not null, day date not null, opened integer not null,
  primary key (day, account_id, role)
);

create function gt_opened_on(first_day date, last_day date, opens text[])
returns table (account_id uuid, role text, day date, opened integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with looked as (
    select t.account_id, t.role, (t.at at time zone 'Europe/London')::date as day, p.id as person,
      min(t.at) as at
    from gt_trail t cross join unnest(t.person_ids) p(id)
      join gt_account a on a.id = t.account_id and not a.is_service
    where t.at >= first_day::timestamp at time zone 'Europe/London'
      and t.at < (last_day + 1)::timestamp at time zone 'Europe/London'
      and t.decision = 'served' and t.verb = any(opens)
    group by 1, 2, 3, 4
  )
  select l.account_id, l.role, l.day, count(*)::integer
  from looked l where not gt_is_work(l.person, l.at + (gt_now() - now())) group by 1, 2, 3
$$;

create or replace function gt_opened(days_before integer, opens text[])
returns table (account_id uuid, role text, day date, today boolean, opened integer)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare this_day date := (now() at time zone 'Europe/London')::date;
  first_day date := this_day - days_before;
begin
  perform gt_read_trail('gt_opened', '{}', '{}');
  if days_before > 0 then
    insert into gt_opened_day (account_id, role, day, opened)
    select o.account_id, o.role, o.day, o.opened
    from gt_opened_on(
      greatest(first_day, (select max(d.day) + 1 from gt_opened_day d)), this_day - 1, opens) o
    on conflict do nothing;
  end if;
  return query
  select o.account_id, o.role, o.day, true, o.opened from gt_opened_on(this_day, this_day, opens) o
  union all
  select d.account_id, d.role, d.day, false, d.opened from gt_opened_day d
  where d.day >= first_day and d.day < this_day;
end $$;
"""


class Migration(migrations.Migration):
    """Days that are over, counted once."""

    dependencies = [("records", "0027_nothing_left_behind")]
    operations = [migrations.RunSQL(OPENED, elidable=False)]
