"""Which episodes a person has one of at a time, held by the database; and what is open beside."""

import django.contrib.postgres.constraints
from django.db import migrations, models

import goldenthread.records.episode

# What is open about a child may be out of sight of who records. This tells those who see one of the
# child's episodes that others are open, and who holds each, and nothing that is recorded on them.
BESIDE = """
create function gt_open_beside(episode uuid, pathways text[])
returns table (pathway text, holder uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare e gt_episode%rowtype := gt_seen_episode(episode);
begin
  return query select x.pathway, x.claimed_by_id from gt_episode x
  where x.pathway = any(pathways) and x.closed_at is null and x.seal = e.seal and x.id <> e.id
    and x.subject_person_id in (
      e.subject_person_id,
      (select p.same_as_id from gt_person p where p.id = e.subject_person_id))
  order by x.opened_at desc;
end $$;
"""

# Work that is shared out goes to whoever of a role holds least, whose it is out of sight of who
# asks for it.
FEWEST = """
create function gt_fewest_held(roles text[], of_agency uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from gt_account a
  left join gt_episode e on e.claimed_by_id = a.id and e.closed_at is null
  where a.role = any(roles) and a.agency_id = of_agency and a.is_active and not a.is_service
  group by a.id order by count(e.id), a.id limit 1
$$;
"""


class Migration(migrations.Migration):
    """One enquiry, one assessment, one plan at a time."""

    dependencies = [("records", "0035_meetings")]
    operations = [
        migrations.AddField(
            "episode", "one_of", models.TextField(blank=True, db_default="", default="")
        ),
        migrations.AddField("episode", "began_on", models.DateField(null=True)),
        migrations.AddField("episode", "ended_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "episode",
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="gt_episode_ended_after_began",
            ),
        ),
        migrations.AddConstraint(
            "episode",
            django.contrib.postgres.constraints.ExclusionConstraint(
                name="gt_episode_alone",
                expressions=[
                    ("subject_person", "="),
                    ("one_of", "="),
                    ("seal", "="),
                    (goldenthread.records.episode.Days("began_on", "ended_on"), "&&"),
                ],
                condition=~models.Q(one_of="") & models.Q(began_on__isnull=False),
            ),
        ),
        migrations.RunSQL(BESIDE + FEWEST, elidable=False),
    ]
