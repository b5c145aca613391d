"""Looks drawn each week for a line manager to read."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# What people looked at in the week before this one, by the trail's own time.
LAST_WEEK = """
create function gt_looks_of_last_week()
returns table (week date, id uuid, at timestamptz, account_id uuid, verb text, persons uuid[])
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare monday date := date_trunc('week', now() at time zone 'Europe/London')::date - 7;
begin
  perform gt_read_trail('gt_looks_of_last_week', '{}', '{}');
  return query
  select monday, t.id, t.at, t.account_id, t.verb, t.person_ids
  from gt_trail t join gt_account a on a.id = t.account_id and not a.is_service
  where t.at >= monday::timestamp at time zone 'Europe/London'
    and t.at < (monday + 7)::timestamp at time zone 'Europe/London'
    and t.decision = 'served' and cardinality(t.person_ids) > 0
    and t.resource not like 'gt\\_%'
  order by t.at, t.id;
end $$;
"""
ACCOUNT = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Looks drawn by chance."""

    dependencies = [("records", "0024_share")]
    operations = [
        migrations.CreateModel(
            name="LookSample",
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
                ("week", models.DateField()),
                ("trail_id", models.UUIDField()),
                ("verb", models.TextField()),
                ("person_ids", ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ("looked_at", models.DateTimeField()),
                ("drawn_at", models.DateTimeField()),
                ("view", models.TextField(blank=True, default="")),
                ("words", models.TextField(blank=True, default="")),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=PROTECT, related_name="+", to=ACCOUNT)),
                (
                    "reviewed_by",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=ACCOUNT),
                ),
            ],
            options={
                "db_table": "gt_look_sample",
                "indexes": [
                    models.Index(fields=["scope", "view"], name="gt_look_sample_scope"),
                    models.Index(fields=["desk", "view"], name="gt_look_sample_desk"),
                    models.Index(fields=["week"], name="gt_look_sample_week"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trail_id", "seal"), name="gt_look_sample_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(view="", reviewed_by=None, reviewed_at=None)
                        | (
                            ~models.Q(view="")
                            & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                        ),
                        name="gt_look_sample_reviewed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(reviewed_by__isnull=True)
                        | ~models.Q(reviewed_by=models.F("account")),
                        name="gt_look_sample_not_ones_own",
                    ),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_look_sample") + LAST_WEEK, elidable=False),
    ]
