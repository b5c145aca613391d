"""Accounts, roles and agencies are changed by two people, and what was held ends at once."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Whose accounts somebody looks after: of every agency at the desk, else of an agency by a grant.
KEEPING = """
create function gt_keeps_accounts(of_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select 'accounts' = any(gt_my_desks()) or of_agency = any(gt_my_scopes())
$$;

-- As in 0030: who looks after accounts holds no child by that.
create or replace function gt_may_search() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(array_remove(gt_my_desks(), 'accounts')) = 0 and not exists (
      select 1 from gt_grant where account_id = gt_account() and source like 'claim:%'
        and starts_at <= gt_now() and (ends_at is null or ends_at > gt_now()))
    and not exists (
      select 1 from gt_account a join gt_grant g on g.team_id = a.team_id and g.role = a.role
      where a.id = gt_account()
        and g.starts_at <= gt_now() and (g.ends_at is null or g.ends_at > gt_now())) then
    raise exception 'holds no desk and no child' using errcode = '42501';
  end if;
end $$;

create or replace function gt_close_account(who uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from gt_account a
      where a.id = who and not a.is_service and gt_keeps_accounts(a.agency_id)) then
    raise exception 'no such account' using errcode = '42501';
  end if;
  update gt_account set is_active = false where id = who and is_active;
  if not found then
    return false;
  end if;
  perform gt_end_access(array[who], at);
  return true;
end $$;

-- The trigger of 0030 ends grants and seats when a role changes or an account closes; this what it
-- leaves, and what was to begin later.
create function gt_end_access(those uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_grant set ends_at = greatest(at, starts_at)
    where account_id = any(those) and (ends_at is null or ends_at > at);
  delete from gt_desk_seat where account_id = any(those) and starts_at >= at;
  update gt_desk_seat set ends_at = at
    where account_id = any(those) and (ends_at is null or ends_at > at);
  update gt_delegation set ends_at = greatest(at, starts_at)
    where account_id = any(those) and (ends_at is null or ends_at > at);
end $$;

-- What a role gives whoever takes it: its desks, its stores, the accounts it looks after.
create function gt_seat(
  who uuid, of_role text, desks text[], seals text[], keeps text, at timestamptz
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gt_desk_seat (id, account_id, desk, starts_at)
  select gen_random_uuid(), who, d, at
  from unnest(desks || case when keeps = 'every' then array['accounts'] else '{}' end) d
  where not exists (select 1 from gt_desk_seat s
    where s.account_id = who and s.desk = d and s.ends_at is null);
  insert into gt_grant (id, account_id, kind, level, scope, seal, role, source, starts_at)
  select gen_random_uuid(), who, 'privacy-desk', 5, gen_random_uuid(), s, '', 'role:' || of_role, at
  from unnest(seals) s
  where not exists (select 1 from gt_grant g
    where g.account_id = who and g.seal = s and g.ends_at is null);
  insert into gt_grant (id, account_id, kind, level, scope, seal, role, source, starts_at)
  select gen_random_uuid(), who, 'keeps-accounts', 5, a.agency_id, '', '', 'role:' || of_role, at
  from gt_account a where a.id = who and keeps = 'own'
  on conflict do nothing;
end $$;
"""

CHANGING = """
-- Done by whoever agreed to what another asked, about neither of them, and by nobody else.
create function gt_agreed_access(change uuid, acts text[]) returns gt_access_change
language plpgsql security definer set search_path = public, pg_temp as $$
declare c gt_access_change%rowtype;
begin
  select x.* into c from gt_access_change x join gt_second_person s on s.id = x.asked_id
    join gt_account a on a.id = s.asked_by_id
  where x.asked_id = change and x.done_at is null and s.act = any(acts)
    and s.decision = 'agreed' and s.decided_by_id = gt_account() and s.asked_by_id <> gt_account()
    and a.is_active and gt_keeps_accounts(x.agency_id)
    and x.account_id is distinct from gt_account() and x.account_id is distinct from s.asked_by_id
  for update of x;
  if not found then
    raise exception 'nothing two people agreed to' using errcode = '42501';
  end if;
  return c;
end $$;

create function gt_change_access(
  change uuid, desks text[], seals text[], kinds text[], keeps text, at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c gt_access_change%rowtype := gt_agreed_access(
    change, array['account.give', 'account.change', 'account.open']);
  a gt_account%rowtype;
begin
  if not exists (select 1 from gt_agency g
      where g.id = c.agency_id and g.left_at is null and g.kind = any(kinds)) then
    raise exception 'no such agency' using errcode = '42501';
  end if;
  if c.account_id is null then
    insert into gt_account (id, email, full_name, job_title, role, agency_id, team_id, is_service,
      is_active, password, opened_at)
    values (gen_random_uuid(), c.email, c.full_name, c.job_title, c.role, c.agency_id, c.team_id,
      false, true, '!', at)
    returning * into a;
  else
    select * into a from gt_account x where x.id = c.account_id and x.agency_id = c.agency_id
      and not x.is_service for update;
    if not found then
      raise exception 'no such account' using errcode = '42501';
    end if;
    if a.role <> c.role or not a.is_active then
      perform gt_end_access(array[a.id], at);
    end if;
    update gt_account set role = c.role, job_title = c.job_title, team_id = c.team_id,
      is_active = true, opened_at = case when a.is_active then opened_at else at end,
      last_login = case when a.is_active then last_login end
    where id = a.id;
  end if;
  perform gt_seat(a.id, c.role, desks, seals, keeps, at);
  update gt_access_change set done_at = at, account_id = a.id where asked_id = c.asked_id;
  return a.id;
end $$;

-- A whole agency: its accounts and all they opened, its teams' grants, its systems' keys. Guests
-- are nobody's accounts: whoever is worried may still tell the front door.
create function gt_end_agency(change uuid, held text, at timestamptz) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c gt_access_change%rowtype := gt_agreed_access(change, array['agency.leave']);
  those uuid[];
begin
  select coalesce(array_agg(a.id), '{}') into those from gt_account a
    where a.agency_id = c.agency_id and not a.is_service;
  if gt_account() = any(those) or exists (select 1 from gt_second_person s
      where s.id = c.asked_id and s.asked_by_id = any(those)) then
    raise exception 'by their own' using errcode = '42501';
  end if;
  update gt_account set is_active = false where id = any(those) and is_active;
  perform gt_end_access(those, at);
  update gt_grant g set ends_at = greatest(at, starts_at) from gt_team t
    where t.id = g.team_id and t.agency_id = c.agency_id and (ends_at is null or ends_at > at);
  update gt_feed_key set ends_at = greatest(at, starts_at)
    where agency_id = c.agency_id and (ends_at is null or ends_at > at);
  update gt_agency set left_at = at where id = c.agency_id;
  update gt_access_change set done_at = at, "left" = held where asked_id = c.asked_id;
  return those;
end $$;

-- How much the people of an agency have in hand: numbers alone, to whoever looks after them.
create function gt_held_by_agency(of_agency uuid, at timestamptz)
returns table (what text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare those uuid[];
begin
  if not gt_keeps_accounts(of_agency) then
    raise exception 'no such agency' using errcode = '42501';
  end if;
  select coalesce(array_agg(a.id), '{}') into those from gt_account a
    where a.agency_id = of_agency and not a.is_service;
  return query
  select 'accounts', count(*) from gt_account a where a.id = any(those) and a.is_active
  union all select 'in-hand', count(*) from gt_episode e
    where e.claimed_by_id = any(those) and e.closed_at is null
  union all select 'restricted', count(*) from gt_restriction r
    where r.custodian_id = any(those) and r.lifted_at is null
  union all select 'told', count(*) from gt_shared_copy k
    where k.to_id = any(those) and k.expires_at > at
  union all select 'drafts', count(*) from gt_draft d
    where d.account_id = any(those) and d.sent_occasion_id is null
  union all select 'duties', count(*) from gt_delegation d
    where d.account_id = any(those) and (d.ends_at is null or d.ends_at > at)
  union all select 'keys', count(*) from gt_feed_key k
    where k.agency_id = of_agency and (k.ends_at is null or k.ends_at > at);
end $$;
"""

UNDO = "".join(
    f"drop function {name};"
    for name in (
        "gt_held_by_agency(uuid, timestamptz)",
        "gt_end_agency(uuid, text, timestamptz)",
        "gt_change_access(uuid, text[], text[], text[], text, timestamptz)",
        "gt_agreed_access(uuid, text[])",
        "gt_seat(uuid, text, text[], text[], text, timestamptz)",
        "gt_end_access(uuid[], timestamptz)",
        "gt_keeps_accounts(uuid)",
    )
)


class Migration(migrations.Migration):
    """What two administrators change."""

    dependencies = [("records", "0037_sealing")]
    operations = [
        migrations.AddField("agency", "left_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="AccessChange",
            fields=[
                (
                    "asked",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="change",
                        serialize=False,
                        to="records.secondperson",
                    ),
                ),
                ("email", models.TextField(blank=True, default="")),
                ("full_name", models.TextField(blank=True, default="")),
                ("job_title", models.TextField(blank=True, default="")),
                ("role", models.TextField(blank=True, default="")),
                ("came_by", models.TextField(blank=True, default="")),
                ("left", models.TextField(blank=True, db_default="", default="")),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.team",
                    ),
                ),
            ],
            options={"db_table": "gt_access_change"},
        ),
        migrations.RunSQL(KEEPING + CHANGING, UNDO, elidable=False),
    ]
