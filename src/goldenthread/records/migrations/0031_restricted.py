"""Restricted records, who was told of them, and what takes two people."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

TABLES = ("gt_restriction", "gt_restricted_look", "gt_second_person")

# An entry goes under a restriction's seal and comes out of it, and stays what it was.
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
  end if;
  raise exception '% is never edited: supersede instead', tg_table_name using errcode = '42501';
end $$;
"""

# All that is recorded of one child, whoever they were recorded as, under one seal or out of it. An
# occasion that is also about others stays where it is: its shared words are theirs too.
SEALING = """
create function gt_seal_child(child uuid, from_seal text, to_seal text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare same uuid[]; about uuid[]; alone uuid[]; of_table text;
begin
  select array_agg(p.id) into same from gt_person p where p.seal = from_seal
    and coalesce(p.same_as_id, p.id) = (
      select coalesce(c.same_as_id, c.id) from gt_person c where c.id = child);
  select coalesce(array_agg(e.id), '{}') into about from gt_episode e
    where e.subject_person_id = any(same) and e.seal = from_seal;
  select coalesce(array_agg(distinct e.occasion_id), '{}') into alone from gt_episode e
    where e.id = any(about) and e.occasion_id is not null and not exists (
      select 1 from gt_episode x where x.occasion_id = e.occasion_id
        and x.subject_person_id <> all(same));
  update gt_entry set seal = to_seal where episode_id = any(about) and seal = from_seal;
  update gt_kept_apart k set seal = to_seal from gt_entry n
    where n.id = k.entry_id and n.episode_id = any(about) and k.seal = from_seal;
  update gt_clock_run set seal = to_seal where episode_id = any(about) and seal = from_seal;
  update gt_sample set seal = to_seal where episode_id = any(about) and seal = from_seal;
  update gt_episode set seal = to_seal where id = any(about);
  update gt_occasion set seal = to_seal where id = any(alone) and seal = from_seal;
  update gt_notification set seal = to_seal where occasion_id = any(alone) and seal = from_seal;
  update gt_guest set seal = to_seal where scope = any(alone) and seal = from_seal;
  foreach of_table in array array['gt_identifier', 'gt_person_name', 'gt_address',
      'gt_relationship', 'gt_household_member', 'gt_identification', 'gt_withdrawal',
      'gt_enrolment', 'gt_involvement', 'gt_share'] loop
    execute format('update %I set seal = $1 where person_id = any($2) and seal = $3', of_table)
      using to_seal, same, from_seal;
  end loop;
  update gt_person set seal = to_seal where id = any(same);
end $$;
"""

RESTRICTING = """
create function gt_restrict(
  child uuid, custodian uuid, telephone text, why text, named uuid[], at timestamptz
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare r uuid := gen_random_uuid(); sealed text := 'restricted:' || child; c gt_person%rowtype;
begin
  select * into c from gt_person p where p.id = child and p.same_as_id is null and p.seal = ''
    and (p.desk = any(gt_my_desks()) or p.scope = any(gt_my_scopes())) for update;
  if not found then
    raise exception 'no such child' using errcode = '42501';
  end if;
  insert into gt_restriction (id, person_id, custodian_id, telephone, why, restricted_by_id,
    restricted_at, scope, desk, seal)
  values (r, child, custodian, gt_restrict.telephone, gt_restrict.why, gt_account(), at, child, '',
    sealed);
  insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)
  select gen_random_uuid(), who, 'access-list', 5, s.scope, sealed, 'restriction:' || r, at
  from unnest(named || custodian || gt_account()) who, (
    select p.scope from gt_person p where coalesce(p.same_as_id, p.id) = child and p.seal = ''
    union select e.scope from gt_episode e join gt_person p on p.id = e.subject_person_id
      where coalesce(p.same_as_id, p.id) = child and e.seal = ''
    union select e.occasion_id from gt_episode e join gt_person p on p.id = e.subject_person_id
      where coalesce(p.same_as_id, p.id) = child and e.seal = '' and e.occasion_id is not null) s
  on conflict do nothing;
  perform gt_seal_child(child, '', sealed);
  return r;
end $$;

-- Lifted by whoever agreed to what another asked, and by nobody else.
create function gt_lift_restriction(restriction uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare r gt_restriction%rowtype;
begin
  select * into r from gt_restriction x where x.id = restriction and x.lifted_at is null
    and x.seal = any(gt_my_seals()) for update;
  if not found or not exists (
      select 1 from gt_second_person s where s.act = 'un-restrict' and s.about = r.id
        and s.decision = 'agreed' and s.decided_by_id = gt_account()
        and s.asked_by_id <> gt_account()
        and s.asked_at >= r.restricted_at) then
    raise exception 'no such restriction' using errcode = '42501';
  end if;
  update gt_restriction set lifted_at = at where id = r.id;
  perform gt_seal_child(r.person_id, r.seal, '');
  update gt_grant set ends_at = at where source = 'restriction:' || r.id and ends_at is null;
end $$;

-- For whoever must not hear "no record" of a child that is kept from them: whom to ring, and a line
-- for whom they are to ring. Only by the whole name and birth date, or the NHS number.
create function gt_restricted_stub(
  told text[], given text, family text, born date, number text
) returns table (custodian_id uuid, full_name text, job_title text, telephone text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  g text := gt_plain(given); f text := gt_plain(family); ids uuid[];
  n text := regexp_replace(coalesce(number, ''), '[^0-9]', '', 'g');
begin
  perform gt_may_search();
  if not exists (select 1 from gt_account a where a.id = gt_account() and a.role = any(told)) then
    return;
  end if;
  select array_agg(distinct r.id) into ids from gt_restriction r
  join gt_person p on p.seal = r.seal
  where r.lifted_at is null and r.seal <> all(gt_my_seals()) and (
    (n <> '' and exists (select 1 from gt_identifier i where i.person_id = p.id and i.kind = 'nhs'
      and regexp_replace(i.value, '[^0-9]', '', 'g') = n))
    or (g <> '' and f <> '' and p.date_of_birth = born
      and gt_plain(p.given_name) = g and gt_plain(p.family_name) = f));
  if ids is null then
    return;
  end if;
  insert into gt_restricted_look (id, restriction_id, account_id, at, scope, desk, seal)
  select gen_random_uuid(), r.id, gt_account(), gt_now(), r.custodian_id, '', ''
  from gt_restriction r where r.id = any(ids);
  insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
    purpose, decision, reason, request_id, session_hash, address)
  select gen_random_uuid(), a.id, a.agency_id, a.role, 'register.search', 'gt_restricted_stub',
    ids, (select array_agg(r.person_id) from gt_restriction r where r.id = any(ids)),
    'register.search', 'served', 'restricted', '', '', ''
  from gt_account a where a.id = gt_account();
  return query select r.custodian_id, a.full_name, a.job_title, r.telephone
  from gt_restriction r join gt_account a on a.id = r.custodian_id where r.id = any(ids);
end $$;
"""


class Migration(migrations.Migration):
    """Restricted records."""

    dependencies = [
        ("records", "0030_grants_of_a_kind"),
    ]

    operations = [
        migrations.CreateModel(
            name="Restriction",
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
                ("telephone", models.TextField()),
                ("why", models.TextField()),
                ("restricted_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "restricted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_restriction",
            },
        ),
        migrations.CreateModel(
            name="RestrictedLook",
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
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="records.restriction",
                    ),
                ),
            ],
            options={
                "db_table": "gt_restricted_look",
            },
        ),
        migrations.CreateModel(
            name="SecondPerson",
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
                ("act", models.TextField()),
                ("about", models.UUIDField()),
                ("why", models.TextField()),
                ("seen", models.JSONField(default=dict)),
                ("asked_at", models.DateTimeField()),
                ("decision", models.TextField(blank=True, db_default="", default="")),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_why", models.TextField(blank=True, db_default="", default="")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_second_person",
            },
        ),
        migrations.AddIndex(
            model_name="restriction",
            index=models.Index(fields=["scope"], name="gt_restriction_scope"),
        ),
        migrations.AddIndex(
            model_name="restriction",
            index=models.Index(fields=["desk"], name="gt_restriction_desk"),
        ),
        migrations.AddIndex(
            model_name="restriction",
            index=models.Index(fields=["seal"], name="gt_restriction_seal"),
        ),
        migrations.AddConstraint(
            model_name="restriction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("person", "seal"),
                name="gt_restriction_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="restriction",
            constraint=models.CheckConstraint(
                condition=models.Q(("seal__startswith", "restricted:")),
                name="gt_restriction_sealed",
            ),
        ),
        migrations.AddIndex(
            model_name="restrictedlook",
            index=models.Index(fields=["scope"], name="gt_restricted_look_scope"),
        ),
        migrations.AddIndex(
            model_name="restrictedlook",
            index=models.Index(fields=["desk"], name="gt_restricted_look_desk"),
        ),
        migrations.AddIndex(
            model_name="secondperson",
            index=models.Index(fields=["scope"], name="gt_second_person_scope"),
        ),
        migrations.AddIndex(
            model_name="secondperson",
            index=models.Index(fields=["desk"], name="gt_second_person_desk"),
        ),
        migrations.AddIndex(
            model_name="secondperson",
            index=models.Index(fields=["act", "about"], name="gt_second_person_about"),
        ),
        migrations.AddConstraint(
            model_name="secondperson",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decision", "")),
                fields=("act", "about", "seal"),
                name="gt_second_person_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="gt_second_person_is_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_at__isnull", True), ("decided_by__isnull", True), ("decision", "")
                    ),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("decision__in", ["agreed", "refused"]),
                    ),
                    _connector="OR",
                ),
                name="gt_second_person_decided",
            ),
        ),
        migrations.RunSQL(
            "".join(row_security.protect(table) for table in TABLES)
            + STAYS
            + SEALING
            + RESTRICTING,
            elidable=False,
        ),
    ]
