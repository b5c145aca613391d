"""Whoever is added together is indexed together: each name is read once, whoever bears it."""

from django.db import migrations

# As in 0027, but by the statement: a city added by COPY has few names and many people.
ADDED = """
create function gt_index_people() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare said text[]; plain text[];
begin
  select array_agg(n), array_agg(gt_plain(n)) into said, plain
  from (select given_name from added union select family_name from added) x(n);
  perform gt_keep_words(array(select distinct w from unnest(plain) p, unnest(gt_words(p)) w));
  with read as materialized (
    select n, p, gt_words(p) words from unnest(said, plain) x(n, p)
  )
  insert into gt_register_name (person_id, given, family, whole, words, born)
  select a.id, g.p, f.p, g.p || ' ' || f.p, g.words || f.words,
    coalesce(a.date_of_birth, a.expected_date_of_birth)
  from added a join read g on g.n = a.given_name join read f on f.n = a.family_name;
  return null;
end $$;
drop trigger indexed on gt_person;
create trigger indexed after insert on gt_person referencing new table as added
  for each statement execute function gt_index_people();
"""

CHANGED = """
create or replace function gt_index_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  given text := gt_plain(new.given_name); family text := gt_plain(new.family_name);
  words text[] := gt_words(given) || gt_words(family);
  at date := coalesce(new.date_of_birth, new.expected_date_of_birth);
begin
  update gt_register_name set born = at where person_id = new.id;
  if (new.given_name, new.family_name) = (old.given_name, old.family_name) then
    return null;
  end if;
  delete from gt_register_name where person_id = new.id and name_id is null;
  perform gt_keep_words(words);
  insert into gt_register_name (person_id, given, family, whole, words, born)
  values (new.id, given, family, given || ' ' || family, words, at);
  return null;
end $$;
"""


class Migration(migrations.Migration):
    """The register indexes people by the statement that adds them."""

    dependencies = [("records", "0039_actions")]
    operations = [migrations.RunSQL(ADDED + CHANGED, elidable=False)]
