"""The exclusion list: whom an account is kept from, asked before anything else."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security
from goldenthread.records.postgresql.rewriting import rewrite

# Each protected table, and the columns beside its scope by which a row names somebody.
TABLES = {
    "gt_access_name": (),
    "gt_address": (),
    "gt_agency_report": (),
    "gt_child_action": (),
    "gt_clock_run": (),
    "gt_dissent": (),
    "gt_draft": (),
    "gt_enrolment": (),
    "gt_entry": (),
    "gt_episode": (),
    "gt_exclusion": ("person_id",),
    "gt_guest": (),
    "gt_household_member": (),
    "gt_identification": ("child_id",),
    "gt_identifier": (),
    "gt_invitation": (),
    "gt_involvement": (),
    "gt_kept_apart": (),
    "gt_look_report": ("person_id",),
    "gt_look_sample": (),
    "gt_meeting": (),
    "gt_meeting_child": (),
    "gt_meeting_decision": (),
    "gt_minutes": (),
    "gt_notification": (),
    "gt_occasion": (),
    "gt_person": (),
    "gt_person_name": (),
    "gt_quarantine": (),
    "gt_relationship": ("other_id",),
    "gt_restricted_look": ("restriction_id",),
    "gt_restriction": (),
    "gt_sample": (),
    "gt_sealed_record": (),
    "gt_second_person": (),
    "gt_share": (),
    "gt_shared_copy": ("person_id",),
    "gt_signal": ("person_id",),
    "gt_upload": (),
    "gt_withdrawal": (),
}

# All that is kept under: whoever was recorded as the same person, those they live with where it
# was said of the household, and what tells of them together with others. Worked out each time it
# is asked, so that what is recorded tomorrow is kept from them tomorrow. Nearly everybody is on no
# list, and is answered by one look at an index.
BARRED = """
create function gt_same_people(ids uuid[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with roots as materialized (
    select distinct coalesce(p.same_as_id, p.id) id from gt_person p where p.id = any(ids)
  ) select coalesce(array_agg(x.id), '{}') from (
    select id from roots
    union select p.id from gt_person p where p.same_as_id in (select id from roots)) x
$$;

create function gt_barred(account uuid, at timestamptz) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare named uuid[]; homes uuid[]; people uuid[];
begin
  select array_agg(x.person_id), array_agg(x.person_id) filter (where x.household)
    into named, homes from gt_exclusion x
    where x.account_id = account and x.starts_at <= at and (x.ends_at is null or x.ends_at > at);
  if named is null then
    return '{}';
  end if;
  if homes is not null then
    named := named || array(select m.person_id from gt_household_member own
      join gt_household_member m on m.household_id = own.household_id and m.valid_to is null
      where own.person_id = any(gt_same_people(homes)) and own.valid_to is null
        and not exists (
          select 1 from gt_household_member x where x.supersedes_id in (own.id, m.id)));
  end if;
  people := gt_same_people(named);
  return people || array(
    select p.scope from gt_person p where p.id = any(people)
    union select e.scope from gt_episode e where e.subject_person_id = any(people)
    union select e.occasion_id from gt_episode e
      where e.subject_person_id = any(people) and e.occasion_id is not null
    union select q.id from gt_quarantine q join gt_withdrawal w on w.id = q.withdrawal_id
      where w.person_id = any(people)
    union select r.id from gt_restriction r where r.person_id = any(people)
    union select m.scope from gt_meeting_child m where m.person_id = any(people)
    union select x.id from gt_exclusion x where x.person_id = any(people)
    union select k.entry_id from gt_kept_apart k join gt_entry n on n.id = k.entry_id
      join gt_episode e on e.id = n.episode_id where e.subject_person_id = any(people));
end $$;

create function gt_my_exclusions() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select gt_barred(gt_account(), gt_now())
$$;

-- Who is kept from somebody, so that nothing about them is given to hold or sent.
create function gt_kept_from(person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select x.account_id from (select distinct account_id from gt_exclusion
    where starts_at <= gt_now() and (ends_at is null or ends_at > gt_now())) x
  where person = any(gt_barred(x.account_id, gt_now()))
$$;
"""

# Declared by whoever sees the first of them, of those tied to them too; or by the desk that keeps
# the list. What they held of it is let go of at once, and the caller is told which, to find
# somebody else: nothing is lost when somebody is kept out.
KEEPING = """
create function gt_exclude(
  who uuid, people uuid[], kind text, why text, household boolean, at timestamptz
) returns table (episode uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare of_them uuid[];
begin
  if cardinality(people) = 0 or people && gt_my_exclusions()
    or not exists (select 1 from gt_account a where a.id = who and not a.is_service)
    or exists (select 1 from unnest(people) p(id) left join gt_person x on x.id = p.id
      where x.id is null)
    or not ('exclusions' = any(gt_my_desks())
      or (exists (select 1 from gt_seen_people(people[1:1])) and not exists (
        select 1 from unnest(people[2:]) p(id)
        where p.id not in (select k.person_id from gt_known_people(people[1]) k)))) then
    raise exception 'no such person to keep anybody from' using errcode = '42501';
  end if;
  insert into gt_exclusion (id, account_id, person_id, kind, why, household, declared_by_id,
    starts_at, scope, desk, seal)
  select n.id, who, p.id, gt_exclude.kind, gt_exclude.why, gt_exclude.household, gt_account(),
    at, n.id, 'exclusions', ''
  from unnest(people) p(id), lateral (select gen_random_uuid() id where p.id is not null) n
  on conflict do nothing;
  of_them := gt_barred(who, at);
  update gt_grant g set ends_at = greatest(at, g.starts_at) where g.account_id = who
    and g.scope = any(of_them) and (g.ends_at is null or g.ends_at > at);
  return query
  update gt_episode e set claimed_by_id = null, claimed_at = null, version = e.version + 1
    where e.claimed_by_id = who and e.closed_at is null and e.subject_person_id = any(of_them)
    returning e.id;
end $$;

-- Lifted by a Caldicott Guardian and whoever answers for the council's services for children, and
-- by nobody else.
create function gt_lift_exclusion(exclusion uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update gt_exclusion x set ends_at = at where x.id = exclusion
    and (x.ends_at is null or x.ends_at > at) and x.account_id <> gt_account()
    and x.scope <> all(gt_my_exclusions()) and 'exclusions' = any(gt_my_desks())
    and exists (
      select 1 from gt_second_person s
        join gt_account a on a.id = s.asked_by_id join gt_account b on b.id = s.decided_by_id
        left join gt_agency g on g.id = case a.role when 'safeguarding-partner' then a.agency_id
          else b.agency_id end
      where s.act = 'exclusion-lift' and s.about = x.id and s.decision = 'agreed'
        and s.decided_by_id = gt_account() and g.kind = 'council'
        and x.account_id not in (a.id, b.id)
        and array[a.role, b.role] @> array['caldicott-guardian', 'safeguarding-partner']);
  if not found then
    raise exception 'no such exclusion' using errcode = '42501';
  end if;
end $$;
"""

# Somebody whose own home is where the register has somebody living is kept from them whether or
# not anybody says so, from the moment either is written down.
HOMES = """
create index gt_address_postcode on gt_address (replace(upper(postcode), ' ', ''))
  where postcode <> '';
create index gt_account_home_postcode on gt_account_home (replace(upper(postcode), ' ', ''));

create function gt_keep_from_home() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gt_exclusion (id, account_id, person_id, kind, household, starts_at, scope, desk,
    seal)
  select n.id, h.account_id, d.person_id, case when gt_plain(a.full_name)
      = gt_plain(p.given_name || ' ' || p.family_name) then 'subject' else 'household' end,
    true, least(gt_now(), d.recorded_at), n.id, 'exclusions', ''
  from gt_account_home h join gt_account a on a.id = h.account_id
    join gt_address d on replace(upper(d.postcode), ' ', '') = replace(upper(h.postcode), ' ', '')
      and d.postcode <> '' and d.valid_to is null
      and gt_plain(regexp_replace(d.lines, '[\\n,].*$', ''))
        = gt_plain(regexp_replace(h.lines, '[\\n,].*$', ''))
    join gt_person p on p.id = d.person_id,
    lateral (select gen_random_uuid() id where d.id is not null) n
  where gt_plain(h.lines) <> '' and case tg_table_name
    when 'gt_address' then d.id = (to_jsonb(new) ->> 'id')::uuid
    else h.account_id = (to_jsonb(new) ->> 'account_id')::uuid end
  on conflict do nothing;
  return null;
end $$;
create trigger keep_from_home after insert on gt_address
  for each row when (new.postcode <> '') execute function gt_keep_from_home();
create trigger keep_from_home after insert or update on gt_account_home
  for each row execute function gt_keep_from_home();
"""

# Work that is shared out goes to nobody who is kept from whom it is about.
SHARING_OUT = """
drop function gt_fewest_held(text[], uuid);
create function gt_fewest_held(roles text[], of_agency uuid, child uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from gt_account a
  left join gt_episode e on e.claimed_by_id = a.id and e.closed_at is null
  where a.role = any(roles) and a.agency_id = of_agency and a.is_active and not a.is_service
    and a.id not in (select gt_kept_from(child))
  group by a.id order by count(e.id), a.id limit 1
$$;
"""

_SEALS = "= any(gt_my_seals())"
_OTHERS = "(e.seal = '' or e.seal = any((select gt_my_seals())::text[]))"
# What reads past row security for somebody asks the same first.
READING = (
    rewrite(
        "gt_seen_episode(uuid)",
        old="x.scope = any(gt_my_scopes()))",
        new="x.scope = any(gt_my_scopes())) and x.scope <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_withdraw_entry(uuid, uuid, text, boolean, timestamptz)",
        old="x.scope = any(gt_my_scopes()))",
        new="x.scope = any(gt_my_scopes())) and x.scope <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_contact_in_question(uuid)",
        old="e.id = contact and",
        new="e.id = contact and e.scope <> all(gt_my_exclusions()) and",
    )
    + rewrite(
        "gt_given_to(uuid[])",
        old="n.scope = any(gt_my_scopes()))",
        new="n.scope = any(gt_my_scopes())) and n.scope <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_in_quarantine(uuid)",
        old="x.scope = any(gt_my_scopes()))",
        new="x.scope = any(gt_my_scopes())) and x.scope <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_keep_for_deciders(uuid, text)",
        old="k.scope = any(gt_my_scopes())",
        new="k.scope = any(gt_my_scopes()) and e.scope <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_notified(uuid, text, text, timestamptz)",
        old="p.desk = any(gt_my_desks())",
        new="p.desk = any(gt_my_desks()) and p.id <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_restrict(uuid, uuid, text, text, uuid[], timestamptz)",
        old="p.scope = any(gt_my_scopes()))",
        new="p.scope = any(gt_my_scopes())) and p.id <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_restrict(uuid, uuid, text, text, uuid[], timestamptz)",
        old="unnest(named || custodian || gt_account()) who, (",
        new="(select id from unnest(named || custodian || gt_account()) id"
        " where id not in (select gt_kept_from(child))) who(who), (",
    )
    + rewrite(
        "gt_seal_person(text, uuid, text, uuid, uuid, text, uuid[], timestamptz)",
        old="p.scope = any(gt_my_scopes()))",
        new="p.scope = any(gt_my_scopes())) and p.id <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_restricted_stub(text[], text, text, date, text)",
        old="r.lifted_at is null and r.seal <> all(gt_my_seals())",
        new="r.lifted_at is null and r.seal <> all(gt_my_seals())"
        " and r.id <> all(gt_my_exclusions())",
    )
    + rewrite(
        "gt_seen_people(uuid[])",
        old="p.id = any(ids)",
        new="p.id = any(ids) and p.id <> all((select gt_my_exclusions())::uuid[])",
    )
    + rewrite(
        "gt_known_flags(uuid[], text, text)",
        old=_OTHERS,
        new=f"({_OTHERS} and e.subject_person_id <> all((select gt_my_exclusions())::uuid[]))",
    )
    + rewrite(
        "gt_known_people(uuid)",
        old=f"p.id = ties.who and (p.seal = '' or p.seal {_SEALS})",
        new=f"p.id = ties.who and (p.seal = '' or p.seal {_SEALS})"
        " and p.id <> all((select gt_my_exclusions())::uuid[])",
    )
    + rewrite(
        "gt_stubs(uuid[])",
        old="p.id = any(ids)",
        new="p.id = any(ids) and p.id <> all((select gt_my_exclusions())::uuid[])",
    )
    + rewrite(
        "gt_search_register(text, text, date, text, text, integer)",
        old="seals text[];",
        new="seals text[]; barred uuid[];",
    )
    + rewrite(
        "gt_search_register(text, text, date, text, text, integer)",
        old="seals := gt_my_seals();",
        new="seals := gt_my_seals(); barred := gt_my_exclusions();",
    )
    + rewrite(
        "gt_search_register(text, text, date, text, text, integer)",
        old="(p.seal = '' or p.seal = any(seals))",
        new="(p.seal = '' or p.seal = any(seals)) and p.id <> all(barred)",
    )
    + rewrite(
        "gt_looks_at(uuid, date, date, integer)",
        old="perform gt_read_trail(",
        new="if person = any(gt_my_exclusions()) then\n    return;\n  end if;\n"
        "  perform gt_read_trail(",
    )
)

# Those who keep the list, where they have accounts already.
SEATS = """
insert into gt_desk_seat (id, account_id, desk, starts_at)
select gen_random_uuid(), a.id, 'exclusions', now() from gt_account a
where a.role in ('privacy-officer', 'caldicott-guardian', 'safeguarding-partner') and a.is_active;
"""
ACCOUNT = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """The list, the policy that reads it on every protected table, and those who keep it."""

    dependencies = [("records", "0040_indexed_together")]
    operations = [
        migrations.CreateModel(
            name="Exclusion",
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
                ("why", models.TextField(blank=True, db_default="", default="")),
                ("household", models.BooleanField(default=False)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=PROTECT, related_name="+", to=ACCOUNT)),
                (
                    "person",
                    models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.person"),
                ),
                (
                    "declared_by",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=ACCOUNT),
                ),
            ],
            options={
                "db_table": "gt_exclusion",
                "indexes": [
                    models.Index(fields=["account", "ends_at"], name="gt_exclusion_account"),
                    models.Index(fields=["scope"], name="gt_exclusion_scope"),
                    models.Index(fields=["desk"], name="gt_exclusion_desk"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "person", "seal"),
                        condition=models.Q(("ends_at__isnull", True)),
                        name="gt_exclusion_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(ends_at__isnull=True)
                        | models.Q(ends_at__gte=models.F("starts_at")),
                        name="gt_exclusion_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            row_security.protect("gt_exclusion")
            + BARRED
            + "".join(row_security.exclude(table, *names) for table, names in TABLES.items())
            + KEEPING
            + HOMES
            + SHARING_OUT
            + READING
            + SEATS,
            elidable=False,
        ),
    ]
