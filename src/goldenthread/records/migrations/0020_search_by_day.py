"""The register searched by name and day in as little more time as by name, however many it holds.

Where both names were typed, those like them come nearest in date first, so that no day is read for
its own sake; of those born on the day itself only those of a name like one typed are weighed.
Nothing else is changed from 0016: what may be seen, at which level, and what is logged.
"""

from django.db import migrations

SEARCH = """
create or replace function gt_search_register(
  given text, family text, born date, number text, postcode text, most integer
) returns table (
  person_id uuid, kind text, given_name text, family_name text, date_of_birth date,
  birth_year integer, matched text, desk text, may_open boolean, reasons text[], score real,
  more boolean
) language plpgsql volatile security definer set search_path = public, pg_temp
set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  g text := gt_plain(gt_search_register.given);
  f text := gt_plain(gt_search_register.family);
  paired boolean := g <> '' and f <> '';
  gw text[] := (select coalesce(array_agg(w), '{}') from (
    select w from unnest(string_to_array(g, ' ')) w where w <> '' limit 4) x);
  fw text[] := (select coalesce(array_agg(w), '{}') from (
    select w from unnest(string_to_array(f, ' ')) w where w <> '' limit 4) x);
  b date := gt_search_register.born;
  days date[] := case when b is null then '{}' else gt_days_like(b) || array[
    (b - interval '1 year')::date, (b + interval '1 year')::date,
    (b - interval '10 years')::date, (b + interval '10 years')::date] end;
  turned date := case when extract(day from b) <= 12 then make_date(
    extract(year from b)::int, extract(day from b)::int, extract(month from b)::int) end;
  n text := upper(regexp_replace(coalesce(gt_search_register.number, ''), '[^A-Za-z0-9]', '', 'g'));
  pc text := replace(upper(coalesce(gt_search_register.postcode, '')), ' ', '');
  mine text[]; scopes uuid[]; seals text[];
  n_typed text[] := '{}'; n_word text[] := '{}'; n_alike real[] := '{}'; n_heard boolean[] := '{}';
  glike text[]; flike text[]; gnear text[]; fnear text[]; alike text[];
  ids bigint[] := '{}'; people uuid[] := '{}';
  every bigint := (select count(distinct w) from unnest(gw || fw) w);
  room integer := case when b is null then 900 else 300 end;
  by_numbers uuid[] := '{}'; by_postcodes uuid[] := '{}';
begin
  perform gt_may_search();
  mine := gt_my_desks(); scopes := gt_my_scopes(); seals := gt_my_seals();
  if n <> '' then
    select coalesce(array_agg(r.person_id), '{}') into by_numbers from gt_register_number r
    join gt_identifier i on i.id = r.of_id and (i.seal = '' or i.seal = any(seals))
    where r.value = n and r.kind <> 'postcode';
  end if;
  if pc <> '' then
    select coalesce(array_agg(x.person_id), '{}') into by_postcodes from (
      select r.person_id from gt_register_number r
      join gt_address a on a.id = r.of_id and (a.seal = '' or a.seal = any(seals))
      join gt_person p on p.id = r.person_id
      where r.value = pc and r.kind = 'postcode'
        and (not r.is_safe or p.desk = any(mine) or p.scope = any(scopes)) limit 300) x;
  end if;
  people := by_numbers || by_postcodes;
  if g <> '' or f <> '' then
    select coalesce(array_agg(t.typed), '{}'), coalesce(array_agg(l.word), '{}'),
      coalesce(array_agg(l.alike), '{}'), coalesce(array_agg(l.heard), '{}')
    into n_typed, n_word, n_alike, n_heard
    from (select distinct left(w, 60) typed from unnest(gw || fw || replace(g, ' ', '')
      || replace(f, ' ', '')) w where w <> '') t, gt_words_like(t.typed, 250) l;
    select coalesce(array_agg(distinct w) filter (where t = any(gw || replace(g, ' ', ''))), '{}'),
      coalesce(array_agg(distinct w) filter (where t = any(fw || replace(f, ' ', ''))), '{}'),
      coalesce(array_agg(distinct w) filter (
        where a >= 0.8 and t = any(gw || replace(g, ' ', ''))), '{}'),
      coalesce(array_agg(distinct w) filter (
        where a >= 0.8 and t = any(fw || replace(f, ' ', ''))), '{}')
    into glike, flike, gnear, fnear from unnest(n_typed, n_word, n_alike) x(t, w, a);
    alike := glike || flike;
  end if;
  if b is not null and alike <> '{}' then
    -- Misspelt further, and born on the day.
    select n_typed || coalesce(array_agg(s.t), '{}'), n_word || coalesce(array_agg(s.w), '{}'),
      n_alike || coalesce(array_agg(s.a), '{}'), n_heard || coalesce(array_agg(false), '{}')
    into n_typed, n_word, n_alike, n_heard
    from (select t, w, (1 - levenshtein(w, t)::real / greatest(length(w), length(t)))::real a
      from (select distinct unnest(r.words) w from gt_register_name r
        where r.born = any(array[b, turned])) x, unnest(gw || fw) t) s
    where s.a >= 0.45;
  end if;
  if paired then
    -- Nearest first, each only where what is nearer left room, and cut in a set order: by the id
    -- plus nothing, or the order would be had by reading the whole table in that order.
    ids := array(select id from gt_register_name where words @> (gw || fw)
      order by (born = any(days)) is not true, id + 0 limit 400);
    ids := ids || array(select id from gt_register_name where words && gnear and words && fnear
      order by (born = any(days)) is not true, id + 0 limit room);
    if b is not null or cardinality(ids) < room then
      ids := ids || array(select id from gt_register_name where words && glike and words && flike
        order by (born = any(days)) is not true, id + 0 limit room);
    end if;
  elsif g <> '' or f <> '' then
    ids := array(select id from gt_register_name where words && (gnear || fnear)
      order by id + 0 limit 300);
    if cardinality(ids) < 300 then
      ids := ids || array(select id from gt_register_name where words && alike
        order by id + 0 limit 300);
    end if;
  end if;
  if b is not null and g = '' and f = '' then
    ids := array(select id from gt_register_name where born = any(days));
  elsif b is not null then
    -- A word is looked for among hundreds by its hash: `&&` would compare each with each.
    ids := ids || array(select x.id from (
      select r.id, unnest(r.words) w from gt_register_name r where r.born = any(array[b, turned])) x
    where x.w in (select unnest(n_word)));
    if not paired then
      ids := ids || array(select x.id from (
        select r.id, unnest(r.words) w from gt_register_name r where r.born = any(days)) x
      where x.w in (select unnest(alike)));
    end if;
    if f <> '' then
      -- Recorded before they were born, when only a family name and a day to come were known.
      select ids || coalesce(array_agg(x.id), '{}') into ids from gt_register_name x
      where x.born between b - 42 and b + 42 and x.given = '' and x.words && flike;
    end if;
  end if;
  return query
  with near as materialized (
    select id from unnest(ids) id union select r.id from gt_register_name r
    where r.person_id = any(people)
  ), typed as materialized (
    select t, w, max(a) a, bool_or(h) h, starts_with(w, t) b
    from unnest(n_typed, n_word, n_alike, n_heard) x(t, w, a, h) group by t, w
  ), rows as materialized (
    select r.* from near join gt_register_name r on r.id = near.id
  ), said as (
    select r.id, w, true of_given from rows r, unnest(string_to_array(r.given, ' ')
      || case when r.given like '% %' then replace(r.given, ' ', '') end) w
    union all
    select r.id, w, false from rows r, unnest(string_to_array(r.family, ' ')
      || case when r.family like '% %' then replace(r.family, ' ', '') end) w
  ), best_of as (
    select s.id, y.t, max(y.a) filter (where of_given) ga, max(y.a) filter (where not of_given) fa,
      bool_or(y.h and y.a < 1) heard, bool_or(y.h) sounds, bool_or(y.b) begins
    from said s join typed y on y.w = s.w group by 1, 2
  ), parts as (
    select id,
      coalesce(sum(ga) filter (where t = any(gw)), 0) gg,
      coalesce(sum(fa) filter (where t = any(gw)), 0) gf,
      coalesce(sum(ga) filter (where t = any(fw)), 0) fg,
      coalesce(sum(fa) filter (where t = any(fw)), 0) ff,
      coalesce(max(ga) filter (where t = replace(g, ' ', '')), 0) gj,
      coalesce(max(fa) filter (where t = replace(f, ' ', '')), 0) fj,
      coalesce(sum(greatest(ga, fa)) filter (where t = any(gw || fw)), 0) anywhere,
      bool_or(heard) heard,
      -- Every word typed sounds like one recorded, or is how one begins.
      count(*) filter (where (sounds or begins) and t = any(gw || fw)) = every throughout
    from best_of group by 1
  ), counted as (
    select r.*, coalesce(gg, 0) gg, coalesce(gf, 0) gf, coalesce(fg, 0) fg, coalesce(ff, 0) ff,
      coalesce(gj, 0) gj, coalesce(fj, 0) fj, coalesce(anywhere, 0) anywhere, p.heard,
      coalesce(p.throughout, false) throughout,
      greatest(cardinality(string_to_array(r.given, ' ')), 1) gn,
      greatest(cardinality(string_to_array(r.family, ' ')), 1) fn,
      greatest(cardinality(gw), 1) gt, greatest(cardinality(fw), 1) ft
    from rows r left join parts p on p.id = r.id
  ), measured as materialized (
    select c.*,
      case when r_given_unknown then 0.6 when c.given = g then 1
        else greatest(gj, least(1, gg / least(gt, gn)) - gt_left_over(gt, gn)) end given_alike,
      case when c.family = f then 1
        else greatest(fj, least(1, ff / least(ft, fn)) - gt_left_over(ft, fn)) end family_alike,
      (least(1, gf / least(gt, fn)) - gt_left_over(gt, fn)
        + least(1, fg / least(ft, gn)) - gt_left_over(ft, gn)) / 2
        turned_alike
    from (select *, (given = '' and b is not null and born between b - 42 and b + 42)
      r_given_unknown from counted) c
  ), marked as (
    select m.*, m.person_id = any(by_numbers) by_number, m.person_id = any(by_postcodes) by_postcode,
      case when g = '' and f = '' then null when paired
        then greatest(least(1, given_alike) + least(1, family_alike),
          1.7 * anywhere / (gt + ft)) / 2
        -- In the box it was typed in before the other.
        else (0.1 * (gg + ff) + 0.9 * anywhere) / greatest(cardinality(gw || fw), 1)
        end::real straight,
      case when paired then turned_alike else 0 end::real swapped
    from measured m
  ), weighed as (
    select m.*, greatest(m.straight, m.swapped - 0.05)
        + case when throughout and straight between 0.7 and 0.96 then 0.04 else 0 end named,
      case when b is null or m.born is null then 0 when m.born = b then 30
        when m.born = turned then 22 when m.born = any(days) then 18
        when r_given_unknown then 14 else -10 end dated
    from marked m
  ), told as (
    select x.*, (coalesce(named, 0) * 60 + dated + case when by_number then 100 else 0 end
        + case when by_postcode then 12 else 0 end)::real total
    from weighed x
    where by_number or by_postcode or named >= case when dated = 30 then 0.5 else 0.6 end
      or (g = '' and f = '' and dated > 0)
    order by total desc, person_id limit 200
  ), open as (
    select t.*, c.id child, c.kind, c.given_name, c.family_name, c.date_of_birth, c.desk,
      coalesce(c.date_of_birth, c.expected_date_of_birth) day_known,
      (c.desk = any(mine) or c.scope = any(scopes)) may_open,
      -- Their own name as it stands is what they were found by: to make it plain again is dear.
      case when t.name_id is null and k.id is null then ''
        when t.whole <> gt_plain(c.given_name) || ' ' || gt_plain(c.family_name)
        then coalesce(a.given_name || ' ' || a.family_name, p.given_name || ' ' || p.family_name)
        else '' end matched
    from told t
    join gt_person p on p.id = t.person_id and (p.seal = '' or p.seal = any(seals))
    left join gt_person_name a on a.id = t.name_id
    left join gt_person k on k.id = p.same_as_id and (k.seal = '' or k.seal = any(seals))
    join gt_person c on c.id = coalesce(k.id, p.id)
    where t.name_id is null or a.seal = '' or a.seal = any(seals)
  ), seen as (
    select distinct on (o.child) o.child id, o.kind, o.given_name, o.family_name, o.date_of_birth,
      extract(year from o.day_known)::int birth_year, o.matched, o.desk, o.may_open, o.total,
      o.given, o.family, o.born, o.dated,
      array_remove(array[
        case when by_number then 'same-number' end,
        case when paired and given_alike >= 1 and family_alike >= 1 then 'same-name'
          when not paired and straight >= 0.6 then 'part-of-name'
          when paired and swapped > straight and swapped >= 0.75 then 'names-turned'
          when paired and heard and straight >= 0.6 then 'name-sounds-alike'
          when paired and straight >= 0.6 and given_alike >= 0.6 then 'name-spelt-alike'
          when paired and straight >= 0.6 then 'part-of-name' end,
        case when name_id is not null and named >= 0.6 then 'another-name' end,
        case when dated = 30 then 'same-birth-date' when dated = 14 then 'unborn-then'
          -- How a date differs would tell the date to those who may have only its year.
          when dated > 0 and not o.may_open then 'birth-date-close'
          when dated = 22 then 'birth-date-turned' when dated = 18 then 'birth-date-near' end,
        case when by_postcode then 'same-postcode' end,
        case when paired and dated = 30 and family_alike >= 0.85 and given_alike < 0.6
          and swapped < 0.75 then 'may-be-twin' end
      ], null) why
    from open o order by o.child, o.total desc, o.name_id nulls first
  ), best as materialized (
    select *, count(*) over () > least(most, 50) more from seen where cardinality(why) > 0
    order by total desc, family_name, given_name, id limit least(most, 50)
  ), warned as materialized (
    select s.*, exists (
      select 1 from gt_register_name x
      join gt_person p on p.id = x.person_id and (p.seal = '' or p.seal = any(seals))
      where x.born = s.born and x.family = s.family and x.name_id is null
        and x.given = s.given and coalesce(p.same_as_id, p.id) <> s.id
        and (s.may_open or s.dated = 30)) namesake,
      exists (
      select 1 from gt_register_name x
      join gt_person p on p.id = x.person_id and (p.seal = '' or p.seal = any(seals))
      where x.born = s.born and x.family = s.family and x.name_id is null
        and x.given <> s.given and coalesce(p.same_as_id, p.id) <> s.id
        and (s.may_open or s.dated = 30)) twin
    from best s
  ), logged as (
    insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
      purpose, decision, reason, request_id, session_hash, address)
    select gen_random_uuid(), a.id, a.agency_id, a.role, 'register.search', 'gt_search_register',
      '{}', coalesce((select array_agg(id) from best), '{}'), 'register.search', 'served', '',
      '', '', '' from gt_account a where a.id = gt_account()
  )
  select id, kind, given_name, family_name, case when may_open then date_of_birth end, birth_year,
    matched, desk, may_open, why || array_remove(array[case when namesake then 'has-namesake' end,
      case when twin then 'has-twin' end], null), total, more
  from warned order by total desc, family_name, given_name, id;
end $$;
"""


class Migration(migrations.Migration):
    """The register searched by name and day."""

    dependencies = [("records", "0019_trail_batches")]
    operations = [migrations.RunSQL(SEARCH, elidable=False)]
