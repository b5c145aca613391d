"""Breaking the glass: an hour's sight of one child, that writes nothing and is always asked about."""

import datetime
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security
from goldenthread.records.postgresql.rewriting import rewrite

TABLES = (
    "gt_access_name", "gt_address", "gt_agency_report", "gt_break_glass", "gt_child_action",
    "gt_clock_run", "gt_dissent", "gt_draft",
    "gt_enrolment", "gt_entry", "gt_episode", "gt_exclusion", "gt_guest", "gt_household_member",
    "gt_identification", "gt_identifier", "gt_invitation", "gt_involvement", "gt_kept_apart",
    "gt_look_report", "gt_look_sample", "gt_meeting", "gt_meeting_child", "gt_meeting_decision",
    "gt_minutes", "gt_notification", "gt_occasion", "gt_person", "gt_person_name",
    "gt_quarantine", "gt_relationship", "gt_restricted_look", "gt_restriction", "gt_sample",
    "gt_sealed_record",
    "gt_second_person", "gt_share", "gt_shared_copy", "gt_signal", "gt_upload", "gt_withdrawal",
)  # fmt: skip

# What is open to somebody by break-glass and by nothing else of theirs: it is looked at, and
# nothing of it is written. Asked of writes alone.
LOOKED_AT = """
create function gt_looked_at() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(g.scope), '{}') from gt_grant g
  where g.account_id = gt_account() and g.source like 'break-glass:%'
    and g.starts_at <= gt_now() and g.ends_at > gt_now() and not exists (
      select 1 from gt_grant o where o.account_id = g.account_id and o.scope = g.scope
        and o.source not like 'break-glass:%'
        and o.starts_at <= gt_now() and (o.ends_at is null or o.ends_at > gt_now()))
    and not exists (
      select 1 from gt_account a join gt_grant o on o.team_id = a.team_id and o.role = a.role
      where a.id = g.account_id and o.scope = g.scope
        and o.starts_at <= gt_now() and (o.ends_at is null or o.ends_at > gt_now()))
$$;

-- What somebody may write under: all that is open to them but what they only look at.
create function gt_my_own_scopes() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s), '{}') from unnest(gt_my_scopes()) s
  where s <> all(gt_looked_at())
$$;
"""

BREAKING = """
-- Whether whoever acts was refused this child within the hour: nobody begins by breaking the glass.
create function gt_was_refused(child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from gt_trail t where t.account_id = gt_account()
    and t.decision = 'denied' and t.object_ids @> array[child]
    and t.verb in ('thread.read', 'register.read', 'contact.read')
    and t.at > now() - interval '60 minutes')
$$;

-- Opens one child to whoever acts, if nothing of it is sealed or kept from them, for an hour and to
-- be looked at. Tells who is to be alerted: the privacy officers of both agencies, and where one
-- has none all of them.
create function gt_break_glass(
  child uuid, category text, why text, level integer, many integer, lately interval, at timestamptz
) returns table (glass uuid, officers uuid[])
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  b uuid := gen_random_uuid(); me gt_account%rowtype; same uuid[]; keeps uuid; until timestamptz;
begin
  select * into me from gt_account a where a.id = gt_account() and a.is_active
    and not a.is_service for update;
  same := gt_same_people(array[child]);
  if not found or cardinality(same) = 0 or same && gt_my_exclusions()
    or not gt_was_refused(child) or length(btrim(why)) < 20
    or exists (select 1 from gt_person p where p.id = any(same) and p.seal <> '')
    or exists (select 1 from gt_seen_people(array[child])) then
    raise exception 'no such child' using errcode = '42501';
  end if;
  until := at + interval '60 minutes';
  -- Kept by the agency of whoever holds what is open, else of those at its desk, else the council.
  select a.agency_id into keeps from gt_episode e join gt_account a on a.id = e.claimed_by_id
    where e.subject_person_id = any(same) and e.closed_at is null and e.seal = ''
    order by e.opened_at desc limit 1;
  if keeps is null then
    select g.id into keeps from gt_agency g left join gt_account a on a.agency_id = g.id
      left join gt_desk_seat s on s.account_id = a.id and s.ends_at is null and s.desk in (
        select e.desk from gt_episode e where e.subject_person_id = any(same) and e.desk <> '')
    where g.kind = 'council' order by (s.id is null), g.key limit 1;
  end if;
  if exists (select 1 from gt_break_glass x where x.account_id = me.id and x.ends_at > at)
    or (select count(*) from gt_break_glass x where x.account_id = me.id
      and x.opened_at > at - lately) >= many - 1 then
    insert into gt_signal (id, kind, account_id, person_id, day, seen, usual, raised_at, outcome,
      why, scope, desk, seal)
    select s.id, 'break-glass-again', me.id, child, (at at time zone 'Europe/London')::date,
      1 + (select count(*) from gt_break_glass x where x.account_id = me.id
        and x.opened_at > at - lately), 0, at, '', '', s.id, 'privacy', ''
    from (select gen_random_uuid() id offset 0) s on conflict do nothing;
  end if;
  insert into gt_break_glass (id, account_id, person_id, agency_id, custodian_id, category, why,
    opened_at, ends_at, scope, desk, seal)
  values (b, me.id, child, me.agency_id, keeps, gt_break_glass.category, btrim(gt_break_glass.why),
    at, until, b, 'privacy', '');
  insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at, ends_at)
  select gen_random_uuid(), me.id, 'break-glass', gt_break_glass.level, s.scope, '',
    'break-glass:' || b, at, until
  from (select p.scope from gt_person p where p.id = any(same)
    union select e.scope from gt_episode e where e.subject_person_id = any(same) and e.seal = ''
    union select e.occasion_id from gt_episode e where e.subject_person_id = any(same)
      and e.seal = '' and e.occasion_id is not null) s;
  return query
  with desk as (select distinct a.id, a.agency_id from gt_desk_seat d
    join gt_account a on a.id = d.account_id and a.is_active and not a.is_service
    where d.desk = 'privacy' and d.starts_at <= at and (d.ends_at is null or d.ends_at > at)
      and a.id <> me.id)
  select b, array(select o.id from desk o where o.agency_id in (me.agency_id, keeps)
    or not exists (select 1 from desk x where x.agency_id = me.agency_id)
    or not exists (select 1 from desk x where x.agency_id = keeps));
end $$;

-- What was looked at through it, for the desk that reviews it.
create function gt_looks_through(glass uuid) returns table (at timestamptz, verb text, page text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare b gt_break_glass%rowtype;
begin
  select * into b from gt_break_glass x where x.id = glass
    and x.person_id <> all(gt_my_exclusions());
  perform gt_read_trail('gt_looks_through', array[glass], '{}');
  return query select t.at, t.verb, t.resource from gt_trail t
  where t.account_id = b.account_id and t.at >= b.opened_at and t.decision = 'served'
    and position('break-glass:' || glass in t.reason) > 0 order by t.at limit 200;
end $$;
"""

# What writes past row security for somebody writes nothing they only look at.
WRITING = "".join(
    rewrite(function, old="gt_my_scopes()", new="gt_my_own_scopes()")
    for function in (
        "gt_seen_episode(uuid)",
        "gt_withdraw_entry(uuid, uuid, text, boolean, timestamptz)",
        "gt_keep_for_deciders(uuid, text)",
        "gt_restrict(uuid, uuid, text, text, uuid[], timestamptz)",
        "gt_seal_person(text, uuid, text, uuid, uuid, text, uuid[], timestamptz)",
    )
)
ACCOUNT = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Break-glass, its grants, and the policies that let nothing be written through it."""

    dependencies = [("records", "0043_forms_of_our_own")]
    operations = [
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                ("scope", models.UUIDField()),
                ("desk", models.TextField(blank=True, default="")),
                ("seal", models.TextField(blank=True, default="")),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("category", models.TextField()),
                ("why", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("outcome", models.TextField(blank=True, db_default="", default="")),
                ("done", models.TextField(blank=True, db_default="", default="")),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=PROTECT, related_name="+", to=ACCOUNT)),
                (
                    "person",
                    models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.person"),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=PROTECT, related_name="+", to="records.agency"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        null=True, on_delete=PROTECT, related_name="+", to="records.agency"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=ACCOUNT),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=ACCOUNT),
                ),
            ],
            options={
                "db_table": "gt_break_glass",
                "indexes": [
                    models.Index(
                        fields=["desk", "outcome", "opened_at"], name="gt_break_glass_desk"
                    ),
                    models.Index(fields=["account", "opened_at"], name="gt_break_glass_account"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends_at__gte=models.F("opened_at"))
                        & models.Q(
                            ends_at__lte=models.F("opened_at") + datetime.timedelta(minutes=60)
                        ),
                        name="gt_break_glass_an_hour",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(outcome="", reviewed_by=None, reviewed_at=None)
                        | (
                            ~models.Q(outcome="")
                            & ~models.Q(done="")
                            & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                        ),
                        name="gt_break_glass_reviewed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(reviewed_by__isnull=True)
                        | ~models.Q(reviewed_by=models.F("account")),
                        name="gt_break_glass_not_ones_own",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            row_security.protect("gt_break_glass")
            + row_security.exclude("gt_break_glass", "person_id")
            + LOOKED_AT
            + BREAKING
            + "".join(row_security.look(table) for table in TABLES)
            + WRITING,
            elidable=False,
        ),
    ]
