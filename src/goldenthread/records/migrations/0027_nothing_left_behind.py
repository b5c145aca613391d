"""What is withdrawn or forgotten leaves nothing behind: no copy given, and no word of a name."""

from django.db import migrations

# As in 0021, and a copy of what is withdrawn goes with it, whoever it was given to.
COPIES = """
create function gt_one_child(entries uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with roots as (
    select distinct coalesce(p.same_as_id, p.id) root from gt_entry n
    join gt_episode e on e.id = n.episode_id join gt_person p on p.id = e.subject_person_id
    where n.id = any(entries))
  select root from roots union select p.id from gt_person p join roots on p.same_as_id = root
$$;

create or replace function gt_move_held(quarantine uuid, held jsonb, back boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  of_table text; copies jsonb;
  ids uuid[] := array(select (h ->> 'id')::uuid from jsonb_array_elements(held) h
    where h ->> 'of' = 'gt_entry');
begin
  if not back then
    select coalesce(jsonb_agg(to_jsonb(x)), '[]') into copies from (
      select 'gt_shared_copy' of, c.id, c.scope, c.desk, c.seal from gt_shared_copy c
      join gt_share s on s.id = c.share_id
      where s.person_id in (select gt_one_child(ids)) and s.items ?| ids::text[]
        and c.seal <> 'quarantine') x;
    update gt_quarantine q set held = q.held || copies where q.id = quarantine;
    held := held || copies;
  end if;
  foreach of_table in array array['gt_episode', 'gt_entry', 'gt_clock_run', 'gt_sample',
      'gt_identifier', 'gt_address', 'gt_enrolment', 'gt_shared_copy'] loop
    execute format('update %I t set'
      ' scope = case when $3 then (h ->> ''scope'')::uuid else $1 end,'
      ' desk = case when $3 then h ->> ''desk'' else ''privacy'' end,'
      ' seal = case when $3 then h ->> ''seal'' else ''quarantine'' end'
      ' from jsonb_array_elements($2) h where h ->> ''of'' = %L and t.id = (h ->> ''id'')::uuid',
      of_table, of_table) using quarantine, held, back;
  end loop;
end $$;

-- Who was given any of these entries, of those in the asker's sight: they are to be told.
create function gt_given_to(entries uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct s.to_id from gt_share s, gt_entry n
  where n.id = any(entries) and n.seal = ''
    and (n.desk = any(gt_my_desks()) or n.scope = any(gt_my_scopes()))
    and s.person_id in (select gt_one_child(array[n.id])) and s.items ? n.id::text
    and s.to_id is not null and s.recalled_at is null
$$;
"""

# A word goes with the last name it is a word of, when that commits. Whoever records a name holds
# its words meanwhile; a word somebody holds is in use and stays, so that nobody waits for anybody,
# and a child is never looked for by a word that is gone. Should they not commit after all, a word
# nobody has stays until a name with it goes again: it finds nobody.
WORDS = """
create or replace function gt_keep_words(said text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from gt_register_word x where x.word = any(said) for key share;
  insert into gt_register_word select w, gt_letters(w), gt_sounds(w), gt_shorter(w)
  from unnest(said) w where not exists (select 1 from gt_register_word x where x.word = w);
end $$;

create function gt_forget_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare free text[];
begin
  select array_agg(w) into free from unnest(old.words) w
    where not exists (select 1 from gt_register_name n where n.words @> array[w]);
  if free is null then
    return null;
  end if;
  free := array(select x.word from gt_register_word x where x.word = any(free)
    for update skip locked);
  delete from gt_register_word x where x.word = any(free)
    and not exists (select 1 from gt_register_name n where n.words @> array[x.word]);
  return null;
end $$;
create constraint trigger words_forgotten after delete on gt_register_name
  deferrable initially deferred for each row execute function gt_forget_words();

delete from gt_register_word x
where not exists (select 1 from gt_register_name n where n.words @> array[x.word]);
"""

# As in 0010, but that who is still called the same keeps their row, and so its words.
PERSON = """
create or replace function gt_index_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  given text := gt_plain(new.given_name); family text := gt_plain(new.family_name);
  words text[] := gt_words(given) || gt_words(family);
  at date := coalesce(new.date_of_birth, new.expected_date_of_birth);
begin
  if tg_op = 'UPDATE' then
    update gt_register_name set born = at where person_id = new.id;
    if (new.given_name, new.family_name) = (old.given_name, old.family_name) then
      return null;
    end if;
    delete from gt_register_name where person_id = new.id and name_id is null;
  end if;
  perform gt_keep_words(words);
  insert into gt_register_name (person_id, given, family, whole, words, born)
  values (new.id, given, family, given || ' ' || family, words, at);
  return null;
end $$;
"""


class Migration(migrations.Migration):
    """Copies are withdrawn with what they are of, and words go with the last name."""

    dependencies = [("records", "0026_closed_by_the_services_day")]
    operations = [migrations.RunSQL(COPIES + WORDS + PERSON, elidable=False)]
