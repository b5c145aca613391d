"""The trail is read by the privacy officers' desk: by child and by colleague, and each is on it."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# By whom a page showed, and by what was asked for and refused: a refusal shows nobody.
INDEXES = """
create index gt_trail_persons on gt_trail using gin (person_ids);
create index gt_trail_refused on gt_trail using gin (object_ids) where decision = 'denied';
"""
READING = """
create function gt_read_trail(what text, objects uuid[], persons uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not 'privacy' = any(gt_my_desks()) then
    raise exception 'reads no trail' using errcode = '42501';
  end if;
  insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
    purpose, decision, reason, request_id, session_hash, address)
  select gen_random_uuid(), a.id, a.agency_id, a.role, 'trail.read', what, objects, persons,
    'trail.read', 'served', '', '', '', ''
  from gt_account a where a.id = gt_account();
end $$;

create function gt_looks_at(person uuid, first_day date, last_day date, most integer)
returns table (at timestamptz, account_id uuid, full_name text, agency text, role text, verb text,
  purpose text, decision text, persons uuid[], is_service boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare own uuid[];
begin
  -- Whoever was identified as the same child is one child.
  select array_agg(p.id) into own from gt_person p, gt_person x where x.id = person
    and coalesce(p.same_as_id, p.id) = coalesce(x.same_as_id, x.id)
    and (p.seal = '' or p.seal = any(gt_my_seals()));
  own := coalesce(own, array[person]);
  perform gt_read_trail('gt_looks_at', '{}', own);
  return query
  select t.at, t.account_id, coalesce(a.full_name, ''), coalesce(g.name, ''), t.role, t.verb,
    t.purpose, t.decision, t.person_ids, coalesce(a.is_service, false)
  from gt_trail t left join gt_account a on a.id = t.account_id
    left join gt_agency g on g.id = t.agency_id
  where (t.person_ids && own or (t.decision = 'denied' and t.object_ids && own))
    and (first_day is null or t.at >= first_day::timestamp at time zone 'Europe/London')
    and (last_day is null or t.at < (last_day + 1)::timestamp at time zone 'Europe/London')
    -- What a function logged by itself is the same look, where its page logged it too.
    and not (t.resource like 'gt\\_%' and exists (select 1 from gt_trail o where o.xid = t.xid
      and o.resource not like 'gt\\_%' and o.person_ids @> t.person_ids))
  order by t.at desc, t.id limit most;
end $$;

create function gt_looks_by(account uuid, first_day date, last_day date, most integer)
returns table (at timestamptz, account_id uuid, full_name text, agency text, role text, verb text,
  purpose text, decision text, persons uuid[], is_service boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform gt_read_trail('gt_looks_by', array[account], '{}');
  return query
  select t.at, t.account_id, coalesce(a.full_name, ''), coalesce(g.name, ''), t.role, t.verb,
    t.purpose, t.decision, t.person_ids, coalesce(a.is_service, false)
  from gt_trail t left join gt_account a on a.id = t.account_id
    left join gt_agency g on g.id = t.agency_id
  where t.account_id = account
    and (first_day is null or t.at >= first_day::timestamp at time zone 'Europe/London')
    and (last_day is null or t.at < (last_day + 1)::timestamp at time zone 'Europe/London')
    -- What a function logged by itself is the same look, where its page logged it too.
    and not (t.resource like 'gt\\_%' and exists (select 1 from gt_trail o where o.xid = t.xid
      and o.resource not like 'gt\\_%' and o.person_ids @> t.person_ids))
  order by t.at desc, t.id limit most;
end $$;
"""


class Migration(migrations.Migration):
    """Reading the trail, and the answers made from it."""

    dependencies = [("records", "0021_entry_withdrawn")]
    operations = [
        migrations.RunSQL(INDEXES + READING, elidable=False),
        migrations.CreateModel(
            name="LookReport",
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
                ("person_id", models.UUIDField()),
                ("asked_by", models.TextField()),
                ("first_day", models.DateField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("names", models.BooleanField(default=False)),
                ("why", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_look_report",
                "indexes": [models.Index(fields=["desk", "made_at"], name="gt_look_report_desk")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("names", False),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="gt_look_report_why",
                    )
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_look_report"), elidable=False),
    ]
