"""The register's search filled in one statement, as the triggers would fill it name by name.

The volume is written with triggers off. Names are few and people many, so each name is made plain
and parted into words once; the indexes are taken off and made anew, which is several times quicker.
"""

from typing import Any

INDEXES = """
select indexdef, indexrelid::regclass::text from pg_index i
join pg_indexes s on s.indexname = i.indexrelid::regclass::text
where i.indrelid = 'gt_register_name'::regclass and not i.indisprimary
"""
ONCE = """
create temporary table bench_name on commit drop as
select said, gt_plain(said) plain, gt_words(gt_plain(said)) words
from (select given_name said from gt_person union select family_name from gt_person) n;
create unique index on bench_name (said);
analyze bench_name;
select gt_keep_words(array(select distinct unnest(words) from bench_name));
"""
FILL = """
insert into gt_register_name (person_id, given, family, whole, words, born)
select p.id, g.plain, f.plain, g.plain || ' ' || f.plain, g.words || f.words,
  coalesce(p.date_of_birth, p.expected_date_of_birth)
from gt_person p join bench_name g on g.said = p.given_name
join bench_name f on f.said = p.family_name
where not exists (select 1 from gt_register_name r where r.person_id = p.id)
"""
# What was filled here and what a trigger would have filled, of a few.
DIFFERENT = """
select count(*) from (
  select r.*, p.given_name, p.family_name from gt_register_name r
  join gt_person p on p.id = r.person_id limit 500) r
where r.given <> gt_plain(r.given_name) or r.family <> gt_plain(r.family_name)
  or r.words <> gt_words(r.given) || gt_words(r.family)
  or exists (select 1 from unnest(r.words) w
             where not exists (select 1 from gt_register_word x where x.word = w))
"""


def fill(cursor: Any) -> None:
    """Give everybody who is not in the register's search their name in it."""
    cursor.execute("set maintenance_work_mem = '512MB'")
    cursor.execute(INDEXES)
    indexes = cursor.fetchall()
    with cursor.connection.transaction():
        for _, name in indexes:
            cursor.execute(f"drop index {name}")
        cursor.execute(ONCE)
        cursor.execute(FILL)
        for made, _ in indexes:
            cursor.execute(made)
    cursor.execute(DIFFERENT)
    ((wrong,),) = cursor.fetchall()
    if wrong:
        raise SystemExit(f"{wrong} names are not in the search as a trigger would put them.")
