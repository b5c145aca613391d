"""Signals: looks a privacy officer is asked about, worked out from the trail by a service."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

WATCH = """
create table gt_watch (
  one boolean primary key default true check (one), watched_until timestamptz not null
);

-- Whoever is in the household of an open contact, or came in with one, is somebody's work.
create function gt_is_work(person uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from gt_episode e where e.opened_at <= gt_is_work.at
      and (e.closed_at is null or e.closed_at > gt_is_work.at)
      and e.subject_person_id in (
        select gt_is_work.person
        union select m.person_id from gt_household_member own
          join gt_household_member m on m.household_id = own.household_id and m.valid_to is null
          where own.person_id = gt_is_work.person and own.valid_to is null
        union select x.subject_person_id from gt_episode own
          join gt_episode x on x.occasion_id = own.occasion_id
          where own.subject_person_id = gt_is_work.person))
$$;

-- How many records each opened on each day from the first, but for whoever was somebody's work.
create function gt_opened(days_before integer, opens text[])
returns table (account_id uuid, role text, day date, today boolean, opened integer)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare this_day date := (now() at time zone 'Europe/London')::date;
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
  from looked l where not gt_is_work(l.person, l.at) group by 1, 2, 3;
end $$;

-- Each look since it was last watched that anybody should be asked about, by its kind; once more
-- the ten minutes before, for what was committed late.
create function gt_watched(opens text[], closed_for interval, break_glass text)
returns table (kind text, account_id uuid, person_id uuid, day date)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare since timestamptz := coalesce((select w.watched_until - interval '10 minutes'
  from gt_watch w), now() - interval '1 day');
begin
  perform gt_read_trail('gt_watched', '{}', '{}');
  insert into gt_watch (watched_until) values (now())
    on conflict (one) do update set watched_until = excluded.watched_until;
  return query
  with looked as materialized (
    select t.account_id, (t.at at time zone 'Europe/London')::date as day, p.id as person, max(t.at) as at
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
ACCOUNT = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Signals, and where colleagues live."""

    dependencies = [("records", "0022_reading_the_trail")]
    operations = [
        migrations.CreateModel(
            name="AccountHome",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=ACCOUNT,
                    ),
                ),
                ("lines", models.TextField(blank=True, default="")),
                ("postcode", models.TextField()),
            ],
            options={"db_table": "gt_account_home"},
        ),
        migrations.CreateModel(
            name="Signal",
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
                ("kind", models.TextField()),
                ("person_id", models.UUIDField(null=True)),
                ("day", models.DateField()),
                ("seen", models.PositiveIntegerField(default=1)),
                ("usual", models.PositiveIntegerField(default=0)),
                ("raised_at", models.DateTimeField()),
                ("outcome", models.TextField(blank=True, default="")),
                ("why", models.TextField(blank=True, default="")),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=PROTECT, related_name="+", to=ACCOUNT)),
                (
                    "reviewed_by",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=ACCOUNT),
                ),
            ],
            options={
                "db_table": "gt_signal",
                "indexes": [
                    models.Index(fields=["desk", "outcome", "raised_at"], name="gt_signal_desk")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "account", "person_id", "day", "seal"),
                        nulls_distinct=False,
                        name="gt_signal_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(outcome="", reviewed_by=None, reviewed_at=None)
                        | (
                            ~models.Q(outcome="")
                            & ~models.Q(why="")
                            & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                        ),
                        name="gt_signal_reviewed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(reviewed_by__isnull=True)
                        | ~models.Q(reviewed_by=models.F("account")),
                        name="gt_signal_not_ones_own",
                    ),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_signal") + WATCH, elidable=False),
    ]
