"""What the police notify of: one row a reference, and the keys their systems come with."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# Asked by whoever sits where notifications are held, of a child they can see: how often the child
# has been notified of, and whether a case is open. Two facts and no record, counted past row
# security because the contacts counted have been closed and left the desk. What is sealed is not
# counted. The same child is one identified as the same, or of the same names and birth date.
NOTIFIED = """
create index gt_person_born on gt_person (date_of_birth);
create function gt_notified(child uuid, form text, case_pathway text, since timestamptz)
returns table (notified bigint, case_open boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare me gt_person%rowtype; same uuid[];
begin
  select * into me from gt_person p where p.id = child and p.desk = any(gt_my_desks())
    and (p.seal = '' or p.seal = any(gt_my_seals()));
  if not found then
    raise exception 'no such person' using errcode = '42501';
  end if;
  select array_agg(found.id) into same from (
    select me.id union select p.id from gt_person p
    where p.date_of_birth = me.date_of_birth and p.seal = ''
      and lower(p.given_name) = lower(me.given_name)
      and lower(p.family_name) = lower(me.family_name)
    union select p.id from gt_person p
    where p.seal = '' and coalesce(me.same_as_id, me.id) in (p.id, p.same_as_id)) found;
  return query select
    (select count(distinct o.id) from gt_episode e join gt_occasion o on o.id = e.occasion_id
     where e.subject_person_id = any(same) and o.instrument = form and o.submitted_at >= since
       and e.seal = ''),
    exists (select 1 from gt_episode e where e.subject_person_id = any(same)
     and e.pathway = case_pathway and e.closed_at is null and e.seal = '');
end $$;
"""


def _id() -> models.UUIDField:  # type: ignore[type-arg]  # a field of a migration has no model
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def _to(model: str) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=f"records.{model}"
    )


class Migration(migrations.Migration):
    """What the police notify of."""

    dependencies = [("records", "0004_sending")]
    operations = [
        migrations.CreateModel(
            name="FeedKey",
            fields=[
                ("id", _id()),
                ("name", models.TextField()),
                ("hashed", models.TextField(unique=True)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                ("agency", _to("agency")),
            ],
            options={"db_table": "gt_feed_key"},
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("scope", models.UUIDField()),
                ("desk", models.TextField(blank=True, default="")),
                ("seal", models.TextField(blank=True, default="")),
                ("id", _id()),
                ("police_reference", models.TextField()),
                ("fingerprint", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("received_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("agency", _to("agency")),
                ("occasion", _to("occasion")),
            ],
            options={
                "db_table": "gt_notification",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_notification_scope"),
                    models.Index(fields=["desk"], name="gt_notification_desk"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "police_reference", "seal"), name="gt_notification_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(NOTIFIED + row_security.protect("gt_notification"), elidable=False),
    ]
