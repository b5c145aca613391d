"""Grants are of a kind and a level, to an account or to a role in a team, and end with either."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What was given before grants had a kind, by what gave it.
KINDS = """
update gt_grant g set level = case when seal = '' then 4 else 5 end, kind = case
  when source in ('referrer', 'raiser') then source
  when source = 'register' then 'recorder'
  when source like 'sample:%' then 'dip-sample'
  when source like 'apart:%' then 'kept-apart'
  when source like 'role:%' then 'privacy-desk'
  when source like 'share:%' then 'told'
  when source like 'claim:%' and (select a.role from gt_account a where a.id = g.account_id)
    = 'social-worker' then 'allocated-worker'
  else 'contact-holder' end;
"""

SCOPES = """
create or replace function gt_my_scopes() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_append(coalesce(array_agg(s.scope), '{}'), gt_account()) from (
    select g.scope from gt_grant g where g.account_id = gt_account()
      and g.starts_at <= gt_now() and (g.ends_at is null or g.ends_at > gt_now())
    union all
    select g.scope from gt_account a join gt_grant g on g.team_id = a.team_id and g.role = a.role
    where a.id = gt_account()
      and g.starts_at <= gt_now() and (g.ends_at is null or g.ends_at > gt_now())) s
$$;

create or replace function gt_may_search() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(gt_my_desks()) = 0 and not exists (
      select 1 from gt_grant where account_id = gt_account() and source like 'claim:%'
        and starts_at <= gt_now() and (ends_at is null or ends_at > gt_now()))
    and not exists (
      select 1 from gt_account a join gt_grant g on g.team_id = a.team_id and g.role = a.role
      where a.id = gt_account()
        and g.starts_at <= gt_now() and (g.ends_at is null or g.ends_at > gt_now())) then
    raise exception 'holds no desk and no child' using errcode = '42501';
  end if;
end $$;

-- What is passed to the holder of a case is of the kind they hold the case by.
create or replace function gt_pass_to_case(episode uuid, to_pathway text, at timestamptz)
returns table (holder uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype := gt_seen_episode(episode);
declare c record;
begin
  for c in select x.id, x.claimed_by_id from gt_episode x
    where x.pathway = to_pathway and x.subject_person_id = (
        select coalesce(p.same_as_id, p.id) from gt_person p where p.id = e.subject_person_id)
      and x.closed_at is null and x.seal = e.seal
  loop
    insert into gt_grant (id, account_id, team_id, role, kind, level, scope, seal, source,
      starts_at)
    select gen_random_uuid(), h.account_id, h.team_id, h.role, h.kind, h.level, s.scope, '',
      h.source, at
    from (select distinct g.account_id, g.team_id, g.role, g.kind, g.level, g.source
      from gt_grant g where g.source in ('claim:' || c.id, 'team:' || c.id) and g.seal = ''
        and (g.ends_at is null or g.ends_at > at)) h,
      unnest(array[e.subject_person_id, e.occasion_id]) s (scope) where s.scope is not null
    on conflict do nothing;
    holder := c.claimed_by_id;
    return next;
  end loop;
end $$;
"""

# Whoever leaves an agency, changes role or has their account closed has nothing left at once,
# whichever way it was changed.
LEAVING = """
create function gt_end_relationships() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_grant set ends_at = greatest(starts_at, gt_now())
    where account_id = new.id and (ends_at is null or ends_at > gt_now());
  delete from gt_desk_seat where account_id = new.id and starts_at >= gt_now();
  update gt_desk_seat set ends_at = gt_now()
    where account_id = new.id and (ends_at is null or ends_at > gt_now());
  return null;
end $$;
create trigger relationships_end after update of role, agency_id, is_active on gt_account
  for each row when (old.role is distinct from new.role
    or old.agency_id is distinct from new.agency_id or (old.is_active and not new.is_active))
  execute function gt_end_relationships();
"""

# Search never matches on what is masked, and a place kept safe is masked from some who may search:
# it finds nobody, whoever asks.
SAFE_PLACES = """
create function gt_keep_safe() returns trigger language plpgsql as $$
begin
  return null;
end $$;
create trigger kept_safe before insert on gt_register_number
  for each row when (new.is_safe) execute function gt_keep_safe();
delete from gt_register_number where is_safe;
"""


def _changed(sql: str, **parts: tuple[str, str]) -> str:
    """Return the SQL of an earlier migration with parts of it changed; each must be there."""
    for old, new in parts.values():
        if old not in sql:
            raise ValueError(f"{old!r} is not in what was to be changed.")
        sql = sql.replace(old, new)
    return sql


# As in 0021: a grant that was to end by itself is ended too, a team's with its worker's, and what
# the keeper of the records is lent has a kind.
before = import_module("goldenthread.records.migrations.0021_entry_withdrawn")
OPEN_YET = ("where g.ends_at is null", "where (g.ends_at is null or g.ends_at > at)")
WITHDRAWING = _changed(
    before.WHOLE,
    still=OPEN_YET,
    team=(
        "select 'claim:' || unnest(gone) union",
        "select 'claim:' || unnest(gone) union select 'team:' || unnest(gone) union",
    ),
) + _changed(before.ALONE, still=OPEN_YET, again=("create function", "create or replace function"))
SETTLING = _changed(
    before.SETTLING.partition(";")[2],
    again=("create function", "create or replace function"),
    columns=("(id, account_id, scope,", "(id, account_id, kind, level, scope,"),
    values=("keeper, s.scope,", "keeper, 'recorder', 4, s.scope,"),
)


class Migration(migrations.Migration):
    """Grants of a kind."""

    dependencies = [("records", "0029_account_closed")]
    operations = [
        migrations.AlterField(
            model_name="grant",
            name="account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="grants",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="grant",
            name="team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="grants",
                to="records.team",
            ),
        ),
        migrations.AddField(
            "grant", "role", models.TextField(blank=True, db_default="", default="")
        ),
        migrations.AddField("grant", "kind", models.TextField(default=""), preserve_default=False),
        migrations.AddField(
            "grant", "level", models.PositiveSmallIntegerField(default=4), preserve_default=False
        ),
        migrations.RunSQL(KINDS, elidable=False),
        migrations.AddIndex(
            "grant", models.Index(fields=["team", "role", "ends_at"], name="gt_grant_of_a_team")
        ),
        migrations.AddConstraint(
            "grant",
            models.UniqueConstraint(
                fields=["team", "role", "scope", "seal", "source"],
                condition=models.Q(ends_at__isnull=True),
                name="gt_grant_once_a_team",
            ),
        ),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(
                condition=models.Q(account__isnull=False, team__isnull=True, role="")
                | (models.Q(account__isnull=True, team__isnull=False) & ~models.Q(role="")),
                name="gt_grant_account_or_team",
            ),
        ),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="gt_grant_level"),
        ),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(condition=~models.Q(kind=""), name="gt_grant_of_a_kind"),
        ),
        migrations.RunSQL(SCOPES + LEAVING + SAFE_PLACES + WITHDRAWING + SETTLING, elidable=False),
    ]
