"""The words like one typed: also two letters apart, and what only sounds the same."""

from django.db import migrations

# The words of the register that one typed word may be: 0010's, and what is two letters apart but
# begins alike. Each way in is an index, and each cut has an order, so that what is found is stable.
NEAR = """
-- Only a session that has used the extension knows its setting, and lets an owner set it.
do $$ begin perform show_limit(); end $$;

create index gt_register_word_long on gt_register_word (left(word, 1), length(word));
create index gt_register_name_unborn on gt_register_name (born) where given = '';

create or replace function gt_words_like(typed text, most integer)
returns table (word text, alike real, heard boolean)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.4 set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare short text[] := gt_shorter(typed); heard_as text[] := gt_sounds(typed);
  lettered text := gt_letters(typed); long integer := length(typed); last text := chr(1114111);
begin
  return query
  with neighbours as materialized (
    select x.word, x.letters, x.sounds from gt_register_word x where x.shorter && short
    union select x.word, x.letters, x.sounds from gt_register_word x where x.sounds && heard_as
    union (select x.word, x.letters, x.sounds from gt_register_word x
           where long > 1 and x.word ~>=~ typed and x.word ~<~ (typed || last)
           order by x.word using ~<~ limit 300)
    union select x.word, x.letters, x.sounds from gt_register_word x
      where long > 4 and x.word % typed
    union select x.word, x.letters, x.sounds from gt_register_word x
      where long > 3 and left(x.word, 1) = left(typed, 1)
        and length(x.word) between long - 2 and long + 2
        and levenshtein_less_equal(x.word, typed, 2) <= 2
  ), apart as (
    select s.word, s.sounds && heard_as heard,
      (1 - (case when lettered = s.letters then least(1, levenshtein(s.word, typed))
        else levenshtein(s.word, typed) end)::real / greatest(length(s.word), long)) spelt
    from neighbours s
  ), weighed as (
    select a.word, greatest(a.spelt,
      case when a.heard and a.spelt >= 0.3 then 0.7 + 0.25 * a.spelt
        when a.heard then 0.62 + 0.25 * a.spelt else 0 end,
      case when long > 1 and starts_with(a.word, typed) then 0.8 else 0 end)::real alike, a.heard
    from apart a
  )
  select w.word, w.alike, w.heard from weighed w where w.alike >= 0.6
  order by w.alike desc, w.word limit most;
end $$;

-- A word typed that is not recorded counts for more than one recorded and not typed: half of a
-- double name is often left out, and nobody makes a name up.
create function gt_left_over(typed integer, recorded integer) returns real
language sql immutable parallel safe as $$
  select (case when typed > recorded then 0.15 * (typed - recorded)
    else 0.03 * (recorded - typed) end)::real
$$;
"""


class Migration(migrations.Migration):
    """More of the words one typed word may be, each way in by an index."""

    dependencies = [("records", "0014_guests")]
    operations = [migrations.RunSQL(NEAR, elidable=False)]
