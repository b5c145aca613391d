"""Sealed classes: what is sealed, its access list, and letting somebody in."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# An entry goes under a sealed record's seal and comes out of it as of a restriction's.
STAYS = """
create or replace function gt_refuse_change() returns trigger language plpgsql as $$
declare place text[] := array['scope', 'desk', 'seal'];
begin
  if tg_table_name = 'gt_entry' and tg_op = 'UPDATE'
      and to_jsonb(new) - place = to_jsonb(old) - place then
    if (new.scope, new.seal) = (old.scope, old.seal) then
      if old.seal = 'quarantine' then
        return null;
      end if;
      return new;
    end if;
    if exists (select 1 from gt_quarantine q where
          (new.scope = q.id and new.seal = 'quarantine' and q.held @> jsonb_build_array(
            jsonb_build_object('id', old.id, 'scope', old.scope, 'seal', old.seal)))
          or (old.scope = q.id and old.seal = 'quarantine' and q.held @> jsonb_build_array(
            jsonb_build_object('id', new.id, 'scope', new.scope, 'seal', new.seal)))) then
      return new;
    end if;
    if new.scope = old.scope and exists (select 1 from gt_restriction r where
          (old.seal = '' and new.seal = r.seal and r.lifted_at is null)
          or (new.seal = '' and old.seal = r.seal and r.lifted_at is not null)) then
      return new;
    end if;
    if new.scope = old.scope and exists (select 1 from gt_sealed_record r where
          (old.seal = '' and new.seal = r.seal and r.lifted_at is null)
          or (new.seal = '' and old.seal = r.seal and r.lifted_at is not null)) then
      return new;
    end if;
  end if;
  raise exception '% is never edited: supersede instead', tg_table_name using errcode = '42501';
end $$;
"""

SEALING = """
-- Somebody's whole record, whoever they were recorded as; of a colleague, their children's as well.
create function gt_seal_people(child uuid, of_colleague boolean) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select child union
  select coalesce(p.same_as_id, p.id) from gt_relationship r join gt_person p on p.id = r.other_id
  where of_colleague and r.kind = 'child' and r.seal = '' and p.seal = '' and r.person_id in (
      select x.id from gt_person x where coalesce(x.same_as_id, x.id) = child and x.seal = '')
    and not exists (select 1 from gt_relationship x where x.supersedes_id = r.id)
$$;

create function gt_seal_person(
  store text, child uuid, about text, custodian uuid, colleague uuid, why text, named uuid[],
  at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare r uuid := gen_random_uuid(); sealed text := store || ':' || r; who uuid; together uuid[];
  let_in uuid[] := named || gt_seal_person.custodian || gt_account();
begin
  perform 1 from gt_person p where p.id = child and p.same_as_id is null and p.seal = ''
    and (p.desk = any(gt_my_desks()) or p.scope = any(gt_my_scopes())) for update;
  if not found or colleague = any(let_in) then
    raise exception 'no such person' using errcode = '42501';
  end if;
  together := array(select gt_seal_people(child, colleague is not null));
  insert into gt_sealed_record (id, store, about, person_id, colleague_id, custodian_id, why,
    sealed_by_id, sealed_at, scope, desk, seal)
  values (r, gt_seal_person.store, gt_seal_person.about, child, colleague, custodian,
    gt_seal_person.why, gt_account(), at, child, '', sealed);
  insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)
  select gen_random_uuid(), w, 'access-list', 5, s.scope, sealed, 'seal:' || r, at
  from (select distinct w from unnest(let_in) w) l, (
    select p.scope from gt_person p
      where coalesce(p.same_as_id, p.id) = any(together) and p.seal = ''
    union select e.scope from gt_episode e join gt_person p on p.id = e.subject_person_id
      where coalesce(p.same_as_id, p.id) = any(together) and e.seal = ''
    union select e.occasion_id from gt_episode e join gt_person p on p.id = e.subject_person_id
      where coalesce(p.same_as_id, p.id) = any(together) and e.seal = ''
        and e.occasion_id is not null) s;
  insert into gt_access_name (id, sealed_id, account_id, added_by_id, added_at, why, scope, desk,
    seal)
  select gen_random_uuid(), r, w, gt_account(), at, '', child, '', sealed
  from (select distinct w from unnest(let_in) w) l;
  foreach who in array together loop
    perform gt_seal_child(who, '', sealed);
  end loop;
  return r;
end $$;

-- The custodian alone lets somebody in, and never the colleague whose record it is.
create function gt_kept_record(sealed uuid) returns gt_sealed_record
language plpgsql security definer set search_path = public, pg_temp as $$
declare r gt_sealed_record%rowtype;
begin
  select * into r from gt_sealed_record x where x.id = sealed and x.lifted_at is null
    and x.custodian_id = gt_account() and x.seal = any(gt_my_seals()) for update;
  if not found then
    raise exception 'no such record' using errcode = '42501';
  end if;
  return r;
end $$;

create function gt_add_name(
  sealed uuid, who uuid, until timestamptz, why text, at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare r gt_sealed_record%rowtype := gt_kept_record(sealed); made uuid := gen_random_uuid();
begin
  if who = r.colleague_id then
    raise exception 'whose record it is' using errcode = '42501';
  end if;
  insert into gt_access_name (id, sealed_id, account_id, added_by_id, added_at, until, why, scope,
    desk, seal)
  values (made, r.id, who, gt_account(), at, gt_add_name.until, gt_add_name.why, r.scope, '',
    r.seal);
  insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at, ends_at)
  select gen_random_uuid(), who, 'access-list', 5, s.scope, r.seal, 'seal:' || r.id, at,
    gt_add_name.until
  from (select distinct g.scope from gt_grant g where g.source = 'seal:' || r.id
    and g.account_id = r.custodian_id and g.ends_at is null) s
  on conflict do nothing;
  return made;
end $$;

create function gt_end_name(sealed uuid, who uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare r gt_sealed_record%rowtype := gt_kept_record(sealed);
begin
  if who = r.custodian_id then
    raise exception 'a record has its custodian' using errcode = '42501';
  end if;
  update gt_access_name set ended_at = at, ended_by_id = gt_account()
    where sealed_id = r.id and account_id = who and ended_at is null;
  update gt_grant set ends_at = at where source = 'seal:' || r.id and account_id = who
    and (ends_at is null or ends_at > at);
end $$;

-- Lifted by whoever agreed to what another asked; what was born sealed stays so.
create function gt_lift_seal(sealed uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare r gt_sealed_record%rowtype; who uuid;
begin
  select * into r from gt_sealed_record x where x.id = sealed and x.lifted_at is null
    and x.person_id is not null and x.seal = any(gt_my_seals()) for update;
  if not found or not exists (
      select 1 from gt_second_person s where s.act = 'lift-seal' and s.about = r.id
        and s.decision = 'agreed' and s.decided_by_id = gt_account()
        and s.asked_by_id <> gt_account() and s.asked_at >= r.sealed_at) then
    raise exception 'no such record' using errcode = '42501';
  end if;
  update gt_sealed_record set lifted_at = at where id = r.id;
  for who in select distinct coalesce(p.same_as_id, p.id) from gt_person p
      where p.seal = r.seal and p.seal <> '' loop
    perform gt_seal_child(who, r.seal, '');
  end loop;
  update gt_grant set ends_at = at where source = 'seal:' || r.id
    and (ends_at is null or ends_at > at);
end $$;
"""

TABLES = ("gt_sealed_record", "gt_access_name")


class Migration(migrations.Migration):
    """Sealed records and their access lists."""

    dependencies = [
        ("records", "0036_one_at_a_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="SealedRecord",
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
                ("store", models.TextField()),
                ("about", models.TextField()),
                ("why", models.TextField()),
                ("sealed_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "colleague",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.episode",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_sealed_record",
            },
        ),
        migrations.CreateModel(
            name="AccessName",
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
                ("added_at", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("why", models.TextField(blank=True, db_default="", default="")),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sealed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="records.sealedrecord",
                    ),
                ),
            ],
            options={
                "db_table": "gt_access_name",
            },
        ),
        migrations.AddIndex(
            model_name="sealedrecord",
            index=models.Index(fields=["scope"], name="gt_sealed_record_scope"),
        ),
        migrations.AddIndex(
            model_name="sealedrecord",
            index=models.Index(fields=["desk"], name="gt_sealed_record_desk"),
        ),
        migrations.AddIndex(
            model_name="sealedrecord",
            index=models.Index(fields=["seal"], name="gt_sealed_record_seal"),
        ),
        migrations.AddConstraint(
            model_name="sealedrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("person", "episode", "seal"),
                name="gt_sealed_record_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="sealedrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("episode__isnull", True), ("person__isnull", False)),
                    models.Q(("episode__isnull", False), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="gt_sealed_record_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="sealedrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "seal__startswith",
                        django.db.models.functions.text.Concat(
                            models.F("store"), models.Value(":")
                        ),
                    )
                ),
                name="gt_sealed_record_of_its_store",
            ),
        ),
        migrations.AddIndex(
            model_name="accessname",
            index=models.Index(fields=["scope"], name="gt_access_name_scope"),
        ),
        migrations.AddIndex(
            model_name="accessname",
            index=models.Index(fields=["desk"], name="gt_access_name_desk"),
        ),
        migrations.AddConstraint(
            model_name="accessname",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("sealed", "account", "seal"),
                name="gt_access_name_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="gt_access_name_ended_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gt", models.F("added_at")), _connector="OR"
                ),
                name="gt_access_name_until_later",
            ),
        ),
        migrations.RunSQL(
            "".join(row_security.protect(table) for table in TABLES) + STAYS + SEALING,
            elidable=False,
        ),
    ]
