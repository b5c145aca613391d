"""Row security: who sees which row, by scope, desk and seal and nothing else (DESIGN section 7)."""

from django.db import migrations

from goldenthread.records.postgresql import row_security

PROTECTED = (
    "gt_person",
    "gt_identifier",
    "gt_occasion",
    "gt_episode",
    "gt_entry",
    "gt_clock_run",
    "gt_draft",
)

COUNTED = ("gt_person", "gt_episode", "gt_entry", "gt_clock_run")

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

# A person and what is theirs is held where their newest open episode is. One function does it, so
# that a later table about people is added there and nowhere else.
HOLD_PERSON = """
create function gt_hold_person(held uuid, at_desk text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_person set desk = at_desk where id = held and desk <> at_desk;
  update gt_identifier set desk = at_desk where person_id = held and desk <> at_desk;
end $$;
"""

# A closing contact leaves its desk, unless what it opened is still held there: who holds a referral
# must see the contact it came from. One whose lane changes moves to that lane's desk. No row could
# be updated out of the updater's own sight, so two narrow functions do it for those who see the
# episode; set-up gives them to the role that may.
MOVING = """
create function gt_seen_episode(episode uuid) returns gt_episode
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype;
begin
  select * into e from gt_episode x where x.id = episode
    and (x.desk = any(gt_my_desks()) or x.scope = any(gt_my_scopes()))
    and (x.seal = '' or x.seal = any(gt_my_seals()));
  if not found then
    raise exception 'no such episode' using errcode = '42501';
  end if;
  return e;
end $$;

create function gt_leave_desk(episode uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype := gt_seen_episode(episode);
begin
  while e.id is not null and e.closed_at is not null and not exists (
      select 1 from gt_episode x where x.opened_from_id = e.id and x.desk <> '') loop
    update gt_episode set desk = '' where id = e.id;
    update gt_entry set desk = '' where episode_id = e.id and desk <> '';
    update gt_clock_run set desk = '' where episode_id = e.id and desk <> '';
    update gt_occasion o set desk = '' where o.id = e.occasion_id and not exists (
      select 1 from gt_episode x where x.occasion_id = o.id and x.desk <> '');
    perform gt_hold_person(e.subject_person_id, coalesce((
        select x.desk from gt_episode x
        where x.subject_person_id = e.subject_person_id and x.desk <> ''
        order by x.opened_at desc limit 1), ''));
    select * into e from gt_episode x where x.id = e.opened_from_id;
  end loop;
end $$;

create function gt_move_desk(episode uuid, to_desk text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype := gt_seen_episode(episode);
begin
  if e.closed_at is not null or to_desk = '' then
    raise exception 'only an open episode moves to a desk' using errcode = '22023';
  end if;
  update gt_episode set desk = to_desk where id = e.id;
  update gt_entry set desk = to_desk where episode_id = e.id and desk <> to_desk;
  update gt_clock_run set desk = to_desk where episode_id = e.id and desk <> to_desk;
  -- What was said of all the children follows the one that moved, unless a brother or sister is
  -- held at a desk of its own lane, which needs it as much.
  update gt_occasion o set desk = to_desk where o.id = e.occasion_id and not exists (
    select 1 from gt_episode x where x.occasion_id = o.id and x.id <> e.id
      and x.desk = o.desk and x.desk not in ('', e.desk));
  perform gt_hold_person(e.subject_person_id, to_desk);
end $$;
"""

APPEND_ONLY = """
create function gt_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'gt_entry' and tg_op = 'UPDATE'
     and to_jsonb(new) - 'desk' = to_jsonb(old) - 'desk' then
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
    + HOLD_PERSON
    + MOVING
    + "".join(row_security.protect(table) for table in PROTECTED)
    + "".join(row_security.count(table) for table in COUNTED)
    + APPEND_ONLY
)


class Migration(migrations.Migration):
    """The policies, the identity they read and the append-only tables."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunSQL(SQL, elidable=False)]
