"""Row security: who sees which row, by scope, desk and seal and nothing else (DESIGN section 7)."""

from django.db import migrations

PROTECTED = (
    "gt_person",
    "gt_identifier",
    "gt_occasion",
    "gt_episode",
    "gt_entry",
    "gt_clock_run",
    "gt_draft",
)

FUNCTIONS = """
create function gt_account() returns uuid language plpgsql stable as $$
declare acting text := current_setting('app.account', true);
begin
  -- Loud, not silent: an empty list because nobody was named is more dangerous than an error.
  if acting is null or acting = '' then
    raise exception 'nobody is acting: no identity is set' using errcode = '42501';
  end if;
  return acting::uuid;
end $$;

create function gt_now() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;

create function gt_my_desks() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.desk), '{}') from gt_desk_seat s
  where s.account_id = gt_account() and s.starts_at <= gt_now()
    and (s.ends_at is null or s.ends_at > gt_now())
$$;

create function gt_my_scopes() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_append(coalesce(array_agg(g.scope), '{}'), gt_account()) from gt_grant g
  where g.account_id = gt_account() and g.starts_at <= gt_now()
    and (g.ends_at is null or g.ends_at > gt_now())
$$;

create function gt_my_seals() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct g.seal), '{}') from gt_grant g
  where g.account_id = gt_account() and g.seal <> '' and g.starts_at <= gt_now()
    and (g.ends_at is null or g.ends_at > gt_now())
$$;
"""

# A closing contact leaves its desk, unless what it opened is still held there: who holds a referral
# must see the contact it came from. No row could be updated out of the updater's own sight, so one
# narrow function does it for those who see the episode; set-up gives it to the role that may.
LEAVE_DESK = """
create function gt_leave_desk(episode uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype;
begin
  select * into e from gt_episode x where x.id = episode
    and (x.desk = any(gt_my_desks()) or x.scope = any(gt_my_scopes()))
    and (x.seal = '' or x.seal = any(gt_my_seals()));
  if not found then
    raise exception 'no such episode' using errcode = '42501';
  end if;
  while e.id is not null and e.closed_at is not null and not exists (
      select 1 from gt_episode x where x.opened_from_id = e.id and x.desk <> '') loop
    update gt_episode set desk = '' where id = e.id;
    update gt_entry set desk = '' where episode_id = e.id and desk <> '';
    update gt_clock_run set desk = '' where episode_id = e.id and desk <> '';
    update gt_occasion o set desk = '' where o.id = e.occasion_id and not exists (
      select 1 from gt_episode x where x.occasion_id = o.id and x.desk <> '');
    update gt_person p set desk = coalesce((
        select x.desk from gt_episode x where x.subject_person_id = p.id and x.desk <> ''
        order by x.opened_at desc limit 1), '')
      where p.id = e.subject_person_id;
    update gt_identifier i set desk = p.desk from gt_person p
      where p.id = i.person_id and p.id = e.subject_person_id;
    select * into e from gt_episode x where x.id = e.opened_from_id;
  end loop;
end $$;
"""

# A policy is asked only of a row that was found: to nobody acting, a look-up that finds none answers
# nothing rather than an error. `Protected.objects` therefore asks who is acting before any query.
POLICIES = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy need_to_know on {table} to gt_web, gt_worker
  using (desk = any((select gt_my_desks())::text[])
      or scope = any((select gt_my_scopes())::uuid[]));
create policy sealed on {table} as restrictive to gt_web, gt_worker
  using (seal = '' or seal = any((select gt_my_seals())::text[]));
"""

COUNTED = """
create policy counted on {table} for select to gt_extract using (seal = '');
"""

APPEND_ONLY = """
create function gt_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'gt_entry' and tg_op = 'UPDATE'
     and (to_jsonb(new) - 'desk') = (to_jsonb(old) - 'desk') then
    return new;
  end if;
  raise exception '% is never edited: supersede instead', tg_table_name using errcode = '42501';
end $$;
create trigger never_edited before update or delete on gt_entry
  for each row execute function gt_refuse_change();
create trigger never_edited before update or delete on gt_trail
  for each row execute function gt_refuse_change();
create trigger never_emptied before truncate on gt_entry
  for each statement execute function gt_refuse_change();
create trigger never_emptied before truncate on gt_trail
  for each statement execute function gt_refuse_change();
alter table gt_entry add constraint gt_entry_supersedes_same_place
  foreign key (supersedes_id, episode_id, scope, seal)
  references gt_entry (id, episode_id, scope, seal);
"""

SQL = (
    FUNCTIONS
    + LEAVE_DESK
    + "".join(POLICIES.format(table=table) for table in PROTECTED)
    + "".join(COUNTED.format(table=table) for table in ("gt_person", "gt_episode", "gt_entry"))
    + COUNTED.format(table="gt_clock_run")
    + APPEND_ONLY
)


class Migration(migrations.Migration):
    """The policies, the identity they read and the append-only tables."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunSQL(SQL, elidable=False)]
