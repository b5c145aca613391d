"""What is to be done, for a child or by an agency."""

import uuid
from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# As in 0035: what is to be done for a child is of the child's record.
SEALING = import_module("goldenthread.records.migrations.0035_meetings").SEALING.replace(
    "'gt_share']", "'gt_share', 'gt_child_action']"
)
# What was said of an action and by whom stands as it was said, and so does its first day.
NEVER_EDITED = """
create function gt_keep_moves() returns trigger language plpgsql as $$
begin
  if new.first_due_on <> old.first_due_on or new.what <> old.what
      or jsonb_array_length(new.moves) < jsonb_array_length(old.moves)
      or exists (select 1 from generate_series(0, jsonb_array_length(old.moves) - 1) place
        where new.moves -> place is distinct from old.moves -> place) then
    raise exception 'a move of an action is never edited' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_moves before update on gt_action
  for each row execute function gt_keep_moves();
create trigger keep_moves before update on gt_child_action
  for each row execute function gt_keep_moves();
"""


class Migration(migrations.Migration):
    """The tracker of actions."""

    dependencies = [
        ("records", "0038_access_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("origin_kind", models.TextField()),
                ("origin_id", models.UUIDField(null=True)),
                ("origin_key", models.TextField(blank=True, default="")),
                ("what", models.TextField()),
                ("why", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("first_due_on", models.DateField()),
                ("state", models.TextField()),
                ("at_risk", models.BooleanField(default=False)),
                ("measure", models.TextField(blank=True, default="")),
                ("measure_before", models.TextField(blank=True, default="")),
                ("measure_after", models.TextField(blank=True, default="")),
                ("measured_on", models.DateField(null=True)),
                ("moves", models.JSONField(default=list)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_action",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner_agency", "state", "due_on"], name="action_agency"),
                    models.Index(fields=["owner", "state", "due_on"], name="action_owner"),
                    models.Index(fields=["origin_id"], name="action_origin"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_by__isnull", True),
                            ("owner__isnull", True),
                            models.Q(("verified_by", models.F("owner")), _negated=True),
                            _connector="OR",
                        ),
                        name="action_not_ones_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["verified", "embedded"]), _negated=True),
                            ("verified_by__isnull", False),
                            _connector="OR",
                        ),
                        name="action_verified_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure_after", ""), ("measured_on__isnull", True)),
                            models.Q(
                                ("measured_on__isnull", False),
                                models.Q(("measure_after", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="action_measured_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildAction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("origin_kind", models.TextField()),
                ("origin_id", models.UUIDField(null=True)),
                ("origin_key", models.TextField(blank=True, default="")),
                ("what", models.TextField()),
                ("why", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("first_due_on", models.DateField()),
                ("state", models.TextField()),
                ("at_risk", models.BooleanField(default=False)),
                ("measure", models.TextField(blank=True, default="")),
                ("measure_before", models.TextField(blank=True, default="")),
                ("measure_after", models.TextField(blank=True, default="")),
                ("measured_on", models.DateField(null=True)),
                ("moves", models.JSONField(default=list)),
                ("version", models.PositiveIntegerField(default=1)),
                ("scope", models.UUIDField()),
                ("desk", models.TextField(blank=True, default="")),
                ("seal", models.TextField(blank=True, default="")),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="records.person",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_child_action",
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["owner_agency", "state", "due_on"], name="childaction_agency"
                    ),
                    models.Index(fields=["owner", "state", "due_on"], name="childaction_owner"),
                    models.Index(fields=["origin_id"], name="childaction_origin"),
                    models.Index(fields=["scope"], name="gt_child_action_scope"),
                    models.Index(fields=["desk"], name="gt_child_action_desk"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_by__isnull", True),
                            ("owner__isnull", True),
                            models.Q(("verified_by", models.F("owner")), _negated=True),
                            _connector="OR",
                        ),
                        name="childaction_not_ones_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["verified", "embedded"]), _negated=True),
                            ("verified_by__isnull", False),
                            _connector="OR",
                        ),
                        name="childaction_verified_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure_after", ""), ("measured_on__isnull", True)),
                            models.Q(
                                ("measured_on__isnull", False),
                                models.Q(("measure_after", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="childaction_measured_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            row_security.protect("gt_child_action") + SEALING + NEVER_EDITED, elidable=False
        ),
    ]
