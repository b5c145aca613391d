"""Who people are, how they are found and which child a contact is about."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

PROTECTED = (
    "gt_person_name",
    "gt_address",
    "gt_relationship",
    "gt_household_member",
    "gt_identification",
)

# As in 0002, with what is now kept about people. An adult who has no episode of their own is held
# where a child they are tied to is.
HOLDING = """
create or replace function gt_hold_person(held uuid, at_desk text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid; wanted text;
begin
  for who, wanted in
    select held, at_desk
    union all
    select r.other_id, coalesce(nullif(at_desk, ''), (
        select p.desk from gt_relationship x join gt_person p on p.id = x.person_id
        where x.other_id = r.other_id and p.id <> held and p.desk <> '' limit 1), '')
    from gt_relationship r where r.person_id = held and not exists (
      select 1 from gt_episode e where e.subject_person_id = r.other_id)
  loop
    update gt_person set desk = wanted where id = who and desk <> wanted;
    update gt_identifier set desk = wanted where person_id = who and desk <> wanted;
    update gt_person_name set desk = wanted where person_id = who and desk <> wanted;
    update gt_address set desk = wanted where person_id = who and desk <> wanted;
    update gt_relationship set desk = wanted where person_id = who and desk <> wanted;
    update gt_household_member set desk = wanted where person_id = who and desk <> wanted;
    update gt_identification set desk = wanted where person_id = who and desk <> wanted;
  end loop;
end $$;

-- A referral about a child who was identified brings that child, held nowhere until now, to its
-- desk.
create function gt_hold_subject() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from gt_person where id = new.subject_person_id and desk = '') then
    perform gt_hold_person(new.subject_person_id, new.desk);
  end if;
  return null;
end $$;
create trigger hold_subject after insert on gt_episode
  for each row when (new.desk <> '') execute function gt_hold_subject();
"""

# A child of the register is not itself recorded as another: the link is one step long, whoever
# identifies whom at the same moment.
IDENTITY = """
create function gt_refuse_chain() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare child gt_person%rowtype;
begin
  select * into child from gt_person where id = new.same_as_id for update;
  if child.seal <> '' and not child.seal = any(gt_my_seals()) then
    raise exception 'no such person' using errcode = '42501';
  end if;
  if child.id = new.id or child.same_as_id is not null
     or exists (select 1 from gt_person where same_as_id = new.id) then
    raise exception 'gt_person_no_chain' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger refuse_chain before update of same_as_id on gt_person
  for each row when (new.same_as_id is not null) execute function gt_refuse_chain();
"""

PLAIN = r"""
create function gt_plain(said text) returns text
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select left(btrim(regexp_replace(regexp_replace(
    lower(unaccent('unaccent', coalesce(said, ''))), '[''’‘`.]', '', 'g'), '[-\s]+', ' ', 'g')), 60)
$$;

create function gt_sounds(plain text) returns text[]
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct code), '{}') from (
    select unnest(array[dmetaphone(word), dmetaphone_alt(word)]) code
    from (select regexp_replace(w, '[^a-z]', '', 'g') word from unnest(array[
      replace(plain, ' ', ''), split_part(plain, ' ', 1),
      reverse(split_part(reverse(plain), ' ', 1))]) w) words where word <> ''
  ) codes where code <> ''
$$;

-- One key for each way the two names may sound together, the same whichever is called the given.
create function gt_sounds_together(given text, family text) returns text[]
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct least(g, f) || '|' || greatest(g, f)), '{}')
  from unnest(gt_sounds(given)) g, unnest(gt_sounds(family)) f
$$;

-- How alike two names are, from 0 to 1: letters changed, then sound, then the beginning alone.
create function gt_alike(a text, b text) returns real
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select case
    when a = '' or b = '' then 0
    when a = b then 1
    else greatest(
      1 - levenshtein(a, b)::real / greatest(length(a), length(b)),
      case when a !~ '[^a-z ]' and b !~ '[^a-z ]' and dmetaphone(a) = dmetaphone(b)
        then 0.85 else 0 end,
      case when split_part(a, ' ', 1) = split_part(b, ' ', 1) then 0.95 else 0 end,
      case when length(b) > 1 and starts_with(a, b) then 0.8 else 0 end)
  end::real
$$;

-- The day itself, with day and month changed about, and every day one digit away.
create function gt_days_like(born date) returns date[]
language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
declare digits text := to_char(born, 'YYYYMMDD'); other text; found date[] := array[born];
begin
  for other in
    select left(digits, 4) || right(digits, 2) || substr(digits, 5, 2)
    union select overlay(digits placing d::text from i for 1)
      from generate_series(3, 8) i, generate_series(0, 9) d
  loop
    if substr(other, 5, 2) between '01' and '12' and right(other, 2) between '01' and '31'
       and right(other, 2)::int <= extract(day from (
         make_date(left(other, 4)::int, substr(other, 5, 2)::int, 1) + interval '1 month - 1 day'))
    then
      found := found || make_date(left(other, 4)::int, substr(other, 5, 2)::int,
        right(other, 2)::int);
    end if;
  end loop;
  return found;
end $$;
"""

INDEX = """
create table gt_register_name (
  id bigint generated always as identity primary key,
  person_id uuid not null references gt_person on delete cascade,
  name_id uuid references gt_person_name on delete cascade,
  given text not null, family text not null, whole text not null,
  keys text[] not null, born date
);
create index gt_register_name_person on gt_register_name (person_id);
create index gt_register_name_of on gt_register_name (name_id);
create index gt_register_name_keys on gt_register_name using gin (keys);
create index gt_register_name_whole on gt_register_name using gin (whole gin_trgm_ops);
create index gt_register_name_exact on gt_register_name (whole, born);
create index gt_register_name_given on gt_register_name (given text_pattern_ops);
create index gt_register_name_family on gt_register_name (family text_pattern_ops);
create index gt_register_name_born on gt_register_name (born);
create table gt_register_number (
  person_id uuid not null references gt_person on delete cascade,
  of_id uuid primary key, kind text not null, value text not null, is_safe boolean not null
);
create index gt_register_number_value on gt_register_number (value);
create index gt_register_number_person on gt_register_number (person_id);
create index gt_person_same_as on gt_person (same_as_id) where same_as_id is not null;
"""

FILLING = """
create function gt_index_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare given text := gt_plain(new.given_name); family text := gt_plain(new.family_name);
begin
  if tg_op = 'UPDATE' then
    delete from gt_register_name where person_id = new.id and name_id is null;
    update gt_register_name set born = coalesce(new.date_of_birth, new.expected_date_of_birth)
      where person_id = new.id;
  end if;
  insert into gt_register_name (person_id, given, family, whole, keys, born)
  values (new.id, given, family, given || ' ' || family, gt_sounds_together(given, family),
    coalesce(new.date_of_birth, new.expected_date_of_birth));
  return null;
end $$;
create trigger indexed after insert on gt_person
  for each row execute function gt_index_person();
create trigger indexed_again after update of given_name, family_name, date_of_birth,
    expected_date_of_birth on gt_person
  for each row execute function gt_index_person();

create function gt_index_name() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare given text := gt_plain(new.given_name); family text := gt_plain(new.family_name);
begin
  -- A name that has ended is still one to be found by; one that was wrong is not.
  if new.supersedes_id is not null then
    delete from gt_register_name where name_id = new.supersedes_id;
  end if;
  insert into gt_register_name (person_id, name_id, given, family, whole, keys, born)
  select new.person_id, new.id, given, family, given || ' ' || family,
    gt_sounds_together(given, family), coalesce(p.date_of_birth, p.expected_date_of_birth)
  from gt_person p where p.id = new.person_id;
  return null;
end $$;
create trigger indexed after insert on gt_person_name
  for each row execute function gt_index_name();

create function gt_index_number() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare said jsonb := to_jsonb(new);
begin
  if said ->> 'supersedes_id' is not null then
    delete from gt_register_number where of_id = (said ->> 'supersedes_id')::uuid;
  end if;
  if tg_table_name = 'gt_identifier' then
    insert into gt_register_number values (new.person_id, new.id, said ->> 'kind',
      upper(regexp_replace(said ->> 'value', '[^A-Za-z0-9]', '', 'g')), false);
  elsif said ->> 'postcode' <> '' then
    insert into gt_register_number values (new.person_id, new.id, 'postcode',
      replace(upper(said ->> 'postcode'), ' ', ''), (said ->> 'is_safe')::boolean);
  end if;
  return null;
end $$;
create trigger indexed after insert on gt_identifier
  for each row execute function gt_index_number();
create trigger indexed after insert on gt_address
  for each row execute function gt_index_number();

insert into gt_register_name (person_id, given, family, whole, keys, born)
select id, given, family, given || ' ' || family, gt_sounds_together(given, family), born
from (select id, gt_plain(given_name) given, gt_plain(family_name) family,
        coalesce(date_of_birth, expected_date_of_birth) born from gt_person) p;
insert into gt_register_number
select person_id, id, kind, upper(regexp_replace(value, '[^A-Za-z0-9]', '', 'g')), false
from gt_identifier;
"""

# Who holds no desk and no child has no business in the register. What is found is on the trail
# before it is given.
SEARCH = """
create function gt_may_search() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(gt_my_desks()) = 0 and not exists (
      select 1 from gt_grant where account_id = gt_account() and source like 'claim:%'
        and starts_at <= gt_now() and (ends_at is null or ends_at > gt_now())) then
    raise exception 'holds no desk and no child' using errcode = '42501';
  end if;
end $$;

create function gt_search_register(
  given text, family text, born date, number text, postcode text, most integer
) returns table (
  person_id uuid, kind text, given_name text, family_name text, date_of_birth date,
  birth_year integer, matched text, desk text, may_open boolean, reasons text[], score real
) language plpgsql volatile security definer set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  g text := gt_plain(gt_search_register.given);
  f text := gt_plain(gt_search_register.family);
  w text := btrim(g || ' ' || f);
  paired boolean := g <> '' and f <> '';
  sounds text[] := gt_sounds_together(g, f);
  b date := gt_search_register.born;
  days date[] := case when b is null then '{}' else gt_days_like(b) end;
  turned date := case when extract(day from b) <= 12 then make_date(
    extract(year from b)::int, extract(day from b)::int, extract(month from b)::int) end;
  n text := upper(regexp_replace(coalesce(gt_search_register.number, ''), '[^A-Za-z0-9]', '', 'g'));
  pc text := replace(upper(coalesce(gt_search_register.postcode, '')), ' ', '');
  mine text[]; scopes uuid[]; seals text[];
begin
  perform gt_may_search();
  mine := gt_my_desks(); scopes := gt_my_scopes(); seals := gt_my_seals();
  return query
  with numbered as materialized (
    select r.person_id, r.kind from gt_register_number r join gt_person p on p.id = r.person_id
    where (n <> '' and r.value = n and r.kind <> 'postcode')
       or (pc <> '' and r.value = pc and r.kind = 'postcode'
           and (not r.is_safe or p.desk = any(mine) or p.scope = any(scopes)))
  ), near as materialized (
    select id from gt_register_name where paired and keys && sounds
    union select id from gt_register_name where born = any(days)
    union (select id from gt_register_name where paired and whole % w)
    union (select id from gt_register_name where not paired and w <> ''
           and family like w || '%' limit 300)
    union (select id from gt_register_name where not paired and w <> ''
           and given like w || '%' limit 300)
    union (select id from gt_register_name where not paired and w <> '' and b is null
           and whole % w limit 300)
    union select x.id from gt_register_name x
      where x.person_id in (select s.person_id from numbered s)
  ), marked as (
    select r.*, s.by_number, s.by_postcode,
      case when w = '' then null when paired then (gt_alike(r.given, g) + gt_alike(r.family, f)) / 2
        else greatest(gt_alike(r.given, w), gt_alike(r.family, w)) end straight,
      case when paired then (gt_alike(r.given, f) + gt_alike(r.family, g)) / 2 else 0 end swapped,
      case when paired then gt_alike(r.family, f) else 0 end family_alike,
      case when paired then gt_alike(r.given, g) else 1 end given_alike
    from gt_register_name r
    left join (select s.person_id, bool_or(s.kind <> 'postcode') by_number,
                 bool_or(s.kind = 'postcode') by_postcode from numbered s group by 1) s
      on s.person_id = r.person_id
    where r.id in (select id from near)
  ), weighed as (
    select m.*, greatest(m.straight, m.swapped - 0.05) named,
      case when b is null or m.born is null then 0 when m.born = b then 30
        when m.born = turned then 22 when m.born = any(days) then 18 else -10 end dated
    from marked m
  ), told as (
    select x.*, (coalesce(named, 0) * 60 + dated + case when by_number then 100 else 0 end
        + case when by_postcode then 12 else 0 end)::real total,
      array_remove(array[
        case when by_number then 'same-number' end,
        case when straight = 1 then case when paired then 'same-name' else 'part-of-name' end
          when paired and swapped > straight and swapped >= 0.8 then 'names-turned'
          when paired and keys && sounds and straight >= 0.6 then 'name-sounds-alike'
          when paired and straight >= 0.6 and given_alike >= 0.6 then 'name-spelt-alike'
          when not paired and straight >= 0.6 then 'part-of-name' end,
        case when name_id is not null and named >= 0.6 then 'another-name' end,
        case dated when 30 then 'same-birth-date' when 22 then 'birth-date-turned'
          when 18 then 'birth-date-near' end,
        case when by_postcode then 'same-postcode' end,
        case when paired and dated = 30 and family_alike >= 0.85 and given_alike < 0.6
          and swapped < 0.8 then 'may-be-twin' end
      ], null) why
    from weighed x
    where by_number or by_postcode or named >= 0.6 or (w = '' and dated > 0)
  ), seen as (
    select distinct on (c.id) c.id, c.kind, c.given_name, c.family_name, c.date_of_birth,
      extract(year from coalesce(c.date_of_birth, c.expected_date_of_birth))::int birth_year,
      case when t.whole <> gt_plain(c.given_name) || ' ' || gt_plain(c.family_name)
        then coalesce(a.given_name || ' ' || a.family_name, p.given_name || ' ' || p.family_name)
        else '' end matched,
      c.desk, (c.desk = any(mine) or c.scope = any(scopes)) may_open, t.why, t.total
    from told t
    join gt_person p on p.id = t.person_id and (p.seal = '' or p.seal = any(seals))
    left join gt_person_name a on a.id = t.name_id
    left join gt_person k on k.id = p.same_as_id and (k.seal = '' or k.seal = any(seals))
    join gt_person c on c.id = coalesce(k.id, p.id)
    where cardinality(t.why) > 0
      and (a.id is null or a.seal = '' or a.seal = any(seals))
    order by c.id, t.total desc, t.name_id nulls first
  ), best as materialized (
    select * from seen order by total desc, family_name, given_name, id limit least(most, 50)
  ), logged as (
    insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
      purpose, decision, reason, request_id, session_hash, address)
    select gen_random_uuid(), a.id, a.agency_id, a.role, 'register.search', 'gt_search_register',
      '{}', coalesce((select array_agg(id) from best), '{}'), 'register.search', 'served', '',
      '', '', '' from gt_account a where a.id = gt_account()
  )
  select id, kind, given_name, family_name, case when may_open then date_of_birth end, birth_year,
    matched, desk, may_open, why, total from best order by total desc, family_name, given_name, id;
end $$;

create function gt_stubs(ids uuid[]) returns table (
  person_id uuid, given_name text, family_name text, birth_year integer, desk text, may_open boolean
) language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform gt_may_search();
  return query
  with found as materialized (
    select p.id, p.given_name, p.family_name,
      extract(year from coalesce(p.date_of_birth, p.expected_date_of_birth))::int birth_year,
      p.desk, (p.desk = any(gt_my_desks()) or p.scope = any(gt_my_scopes())) may_open
    from gt_person p where p.id = any(ids) and (p.seal = '' or p.seal = any(gt_my_seals()))
  ), logged as (
    insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
      purpose, decision, reason, request_id, session_hash, address)
    select gen_random_uuid(), a.id, a.agency_id, a.role, 'register.search', 'gt_stubs',
      '{}', (select array_agg(id) from found), 'register.search', 'served', '', '', '', ''
    from gt_account a where a.id = gt_account() and exists (select 1 from found)
  ) select * from found;
end $$;
"""

# What is known of a child whoever recorded it, for those who see one of the people it is known by.
KNOWN = """
create function gt_seen_people(ids uuid[]) returns setof gt_person
language sql stable security definer set search_path = public, pg_temp as $$
  select p.* from gt_person p where p.id = any(ids)
    and (p.desk = any((select gt_my_desks())::text[])
      or p.scope = any((select gt_my_scopes())::uuid[]))
    and (p.seal = '' or p.seal = any((select gt_my_seals())::text[]))
$$;

create function gt_together(ids uuid[]) returns table (seen_id uuid, member_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with seen as materialized (
    select id, coalesce(same_as_id, id) child from gt_seen_people(ids)
  ), members as (
    select seen.id, p.id member, p.seal from seen join gt_person p on p.id = seen.child
    union all
    select seen.id, p.id, p.seal from seen join gt_person p on p.same_as_id = seen.child
  )
  select id, member from members
  where seal = '' or seal = any((select gt_my_seals())::text[])
$$;

create function gt_cluster(person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select member_id from gt_together(array[person])
$$;

create function gt_known_flags(ids uuid[], contacts text, referrals text) returns table (
  person_id uuid, earlier integer, last_at timestamptz, open_reference text, open_holder text,
  same_child text, others integer
) language sql stable security definer set search_path = public, pg_temp as $$
  with t as materialized (select * from gt_together(ids)),
  matters as materialized (
    select t.seen_id, e.* from t join gt_episode e on e.subject_person_id = t.member_id
    where e.seal = '' or e.seal = any((select gt_my_seals())::text[])
  ), newest as materialized (
    select distinct on (seen_id) seen_id, id, opened_at, occasion_id from matters
    where pathway = contacts order by seen_id, (subject_person_id = seen_id) desc, opened_at desc
  ), before as (
    select m.seen_id,
      (count(*) filter (where m.opened_at > w.opened_at - interval '12 months'))::int earlier,
      max(m.opened_at) last_at
    from matters m join newest w on w.seen_id = m.seen_id
    where m.pathway = contacts and m.id <> w.id and m.opened_at <= w.opened_at group by 1
  ), now_open as (
    select distinct on (m.seen_id) m.seen_id, m.reference, coalesce(a.full_name, '') holder
    from matters m left join gt_account a on a.id = m.claimed_by_id
    where m.pathway = referrals and m.closed_at is null order by m.seen_id, m.opened_at
  ), alike as (
    select w.seen_id, m.reference, m.opened_at from newest w join matters m
      on m.seen_id = w.seen_id and m.pathway = contacts and m.id <> w.id
      and m.occasion_id is distinct from w.occasion_id
      and m.opened_at between w.opened_at - interval '72 hours' and w.opened_at + interval '72 hours'
    union all
    select w.seen_id, e.reference, e.opened_at from newest w
    join gt_register_name r on r.person_id = w.seen_id and r.name_id is null
    join gt_register_name s on s.whole = r.whole and s.born = r.born and s.person_id <> r.person_id
    join gt_episode e on e.subject_person_id = s.person_id and e.pathway = contacts
      and e.occasion_id is distinct from w.occasion_id
      and e.opened_at between w.opened_at - interval '72 hours' and w.opened_at + interval '72 hours'
      and (e.seal = '' or e.seal = any((select gt_my_seals())::text[]))
  ), same as (
    select distinct on (seen_id) seen_id, reference from alike order by seen_id, opened_at desc
  ), beside as (
    select m.seen_id, count(distinct e.subject_person_id)::int others
    from matters m join gt_episode e on e.occasion_id = m.occasion_id
    where (e.seal = '' or e.seal = any((select gt_my_seals())::text[])) and not exists (
      select 1 from t where t.seen_id = m.seen_id and t.member_id = e.subject_person_id)
    group by 1
  )
  select s.id, coalesce(b.earlier, 0), b.last_at, coalesce(o.reference, ''),
    coalesce(o.holder, ''), coalesce(a.reference, ''), coalesce(z.others, 0)
  from (select distinct seen_id id from t) s
  left join before b on b.seen_id = s.id left join now_open o on o.seen_id = s.id
  left join same a on a.seen_id = s.id left join beside z on z.seen_id = s.id
$$;

create function gt_known_people(person uuid) returns table (
  person_id uuid, given_name text, family_name text, birth_year integer, tie text, desk text,
  may_open boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  with t as materialized (select member_id from gt_together(array[person])),
  ties as (
    select r.other_id who, r.kind tie, 1 place from gt_relationship r
    where r.person_id in (select member_id from t) and r.valid_to is null
      and (r.seal = '' or r.seal = any(gt_my_seals()))
      and not exists (select 1 from gt_relationship x where x.supersedes_id = r.id)
    union all
    select b.person_id, 'same-household', 2 from gt_household_member a
    join gt_household_member b on b.household_id = a.household_id
    where a.person_id in (select member_id from t) and a.valid_to is null and b.valid_to is null
      and (a.seal = '' or a.seal = any(gt_my_seals()))
      and (b.seal = '' or b.seal = any(gt_my_seals()))
      and not exists (select 1 from gt_household_member x where x.supersedes_id in (a.id, b.id))
    union all
    select e.subject_person_id, 'same-referral', 3 from gt_episode m
    join gt_episode e on e.occasion_id = m.occasion_id
    where m.subject_person_id in (select member_id from t)
      and (m.seal = '' or m.seal = any(gt_my_seals()))
      and (e.seal = '' or e.seal = any(gt_my_seals()))
  ), named as (
    select distinct on (c.id) c.*, ties.tie, ties.place from ties
    join gt_person p on p.id = ties.who and (p.seal = '' or p.seal = any(gt_my_seals()))
    left join gt_person k on k.id = p.same_as_id and (k.seal = '' or k.seal = any(gt_my_seals()))
    join gt_person c on c.id = coalesce(k.id, p.id)
    where p.id not in (select member_id from t) order by c.id, ties.place
  )
  select id, given_name, family_name,
    extract(year from coalesce(date_of_birth, expected_date_of_birth))::int, tie, desk,
    (desk = any(gt_my_desks()) or scope = any(gt_my_scopes()))
  from named order by place, family_name, given_name
$$;
"""

SQL = (
    HOLDING
    + IDENTITY
    + PLAIN
    + INDEX
    + FILLING
    + SEARCH
    + KNOWN
    + "".join(row_security.protect(table) for table in PROTECTED)
)


class Migration(migrations.Migration):
    """Who people are, how they are found and which child a contact is about."""

    dependencies = [("records", "0002_row_security")]
    operations = [
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "gt_household",
            },
        ),
        migrations.AddField(
            model_name="identifier",
            name="recorded_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="identifier",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="same_as",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="also_recorded_as",
                to="records.person",
            ),
        ),
        migrations.CreateModel(
            name="Setting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.TextField()),
                ("name", models.TextField()),
                ("code", models.TextField(blank=True, default="")),
                ("postcode", models.TextField(blank=True, default="")),
                ("opened_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "gt_setting",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("kind", "code"),
                        name="gt_setting_one_code",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Practitioner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("full_name", models.TextField()),
                ("job_title", models.TextField(blank=True, default="")),
                ("phone", models.TextField(blank=True, default="")),
                ("email", models.TextField(blank=True, default="")),
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practitioners",
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
                (
                    "setting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.setting",
                    ),
                ),
            ],
            options={
                "db_table": "gt_practitioner",
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("lines", models.TextField()),
                ("postcode", models.TextField(blank=True, default="")),
                ("is_safe", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.address",
                    ),
                ),
            ],
            options={
                "db_table": "gt_address",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["scope"], name="gt_address_scope"),
                    models.Index(fields=["desk"], name="gt_address_desk"),
                    models.Index(fields=["person"], name="gt_address_of"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("supersedes", "seal"), name="gt_address_superseded_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="gt_address_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="records.household",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.householdmember",
                    ),
                ),
            ],
            options={
                "db_table": "gt_household_member",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["scope"], name="gt_household_member_scope"),
                    models.Index(fields=["desk"], name="gt_household_member_desk"),
                    models.Index(fields=["person"], name="gt_household_member_of"),
                    models.Index(fields=["household"], name="gt_household_member_in"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("supersedes", "seal"), name="gt_householdmember_superseded_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="gt_householdmember_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identification",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("decision", models.TextField()),
                ("why", models.TextField()),
                (
                    "child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.identification",
                    ),
                ),
            ],
            options={
                "db_table": "gt_identification",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["scope"], name="gt_identification_scope"),
                    models.Index(fields=["desk"], name="gt_identification_desk"),
                    models.Index(fields=["person"], name="gt_identification_of"),
                    models.Index(fields=["child"], name="gt_identification_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("supersedes", "seal"), name="gt_identification_superseded_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="gt_identification_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonName",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("given_name", models.TextField()),
                ("family_name", models.TextField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.personname",
                    ),
                ),
            ],
            options={
                "db_table": "gt_person_name",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["scope"], name="gt_person_name_scope"),
                    models.Index(fields=["desk"], name="gt_person_name_desk"),
                    models.Index(fields=["person"], name="gt_person_name_of"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("supersedes", "seal"), name="gt_personname_superseded_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="gt_personname_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relationship",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("pair", models.UUIDField()),
                ("kind", models.TextField()),
                ("parental_responsibility", models.BooleanField(default=False)),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.relationship",
                    ),
                ),
            ],
            options={
                "db_table": "gt_relationship",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["scope"], name="gt_relationship_scope"),
                    models.Index(fields=["desk"], name="gt_relationship_desk"),
                    models.Index(fields=["person"], name="gt_relationship_of"),
                    models.Index(fields=["other"], name="gt_relationship_other"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("supersedes", "seal"), name="gt_relationship_superseded_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="gt_relationship_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SQL, elidable=False),
    ]
