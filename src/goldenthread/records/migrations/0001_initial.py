import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.db import migrations, models

import goldenthread.records.desk_seat


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("kind", models.TextField()),
            ],
            options={
                "db_table": "gt_agency",
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("full_name", models.TextField()),
                ("job_title", models.TextField(blank=True, default="")),
                ("role", models.TextField()),
                ("is_service", models.BooleanField(default=False)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="records.agency",
                    ),
                ),
            ],
            options={
                "db_table": "gt_account",
            },
        ),
        migrations.CreateModel(
            name="Occasion",
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
                ("kind", models.TextField()),
                ("reference", models.TextField(unique=True)),
                ("instrument", models.TextField()),
                ("instrument_version", models.PositiveIntegerField()),
                ("answers", models.JSONField()),
                ("submitted_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.account",
                    ),
                ),
            ],
            options={
                "db_table": "gt_occasion",
            },
        ),
        migrations.CreateModel(
            name="Episode",
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
                ("pathway", models.TextField()),
                ("reference", models.TextField(unique=True)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("sole", models.BooleanField(default=False)),
                ("state", models.TextField(blank=True, default="")),
                ("last_step", models.TextField(blank=True, default="")),
                ("lane", models.TextField(blank=True, default="")),
                ("due_on", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("due_clock", models.TextField(blank=True, default="")),
                ("claimed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "claimed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.account",
                    ),
                ),
                (
                    "opened_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opened",
                        to="records.episode",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="episodes",
                        to="records.occasion",
                    ),
                ),
            ],
            options={
                "db_table": "gt_episode",
            },
        ),
        migrations.CreateModel(
            name="Entry",
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
                ("step", models.TextField()),
                ("step_version", models.PositiveIntegerField(default=1)),
                ("form", models.TextField(blank=True, default="")),
                ("form_version", models.PositiveIntegerField(default=0)),
                ("happened_at", models.DateTimeField()),
                ("happened_precision", models.TextField(default="instant")),
                ("recorded_at", models.DateTimeField()),
                ("answers", models.JSONField(default=dict)),
                ("counted", models.JSONField(default=dict)),
                ("why_corrected", models.TextField(blank=True, default="")),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.account",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="records.entry",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="records.episode",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="records.occasion",
                    ),
                ),
            ],
            options={
                "db_table": "gt_entry",
            },
        ),
        migrations.CreateModel(
            name="Draft",
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
                ("instrument", models.TextField()),
                ("instrument_version", models.PositiveIntegerField()),
                ("typed", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("started_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="records.account",
                    ),
                ),
                (
                    "sent_occasion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.occasion",
                    ),
                ),
            ],
            options={
                "db_table": "gt_draft",
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                ("kind", models.TextField(default="child")),
                ("given_name", models.TextField()),
                ("family_name", models.TextField()),
                ("date_of_birth", models.DateField(null=True)),
                ("expected_date_of_birth", models.DateField(null=True)),
                ("sex", models.TextField(default="U")),
                ("ethnicity", models.TextField(blank=True, default="")),
            ],
            options={
                "db_table": "gt_person",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_person_scope"),
                    models.Index(fields=["desk"], name="gt_person_desk"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("date_of_birth__isnull", True),
                            ("expected_date_of_birth__isnull", True),
                            _connector="OR",
                        ),
                        name="gt_person_born_or_expected",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
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
                ("kind", models.TextField()),
                ("value", models.TextField()),
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identifiers",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "db_table": "gt_identifier",
            },
        ),
        migrations.AddField(
            model_name="episode",
            name="subject_person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="episodes",
                to="records.person",
            ),
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("name", models.TextField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="records.agency",
                    ),
                ),
            ],
            options={
                "db_table": "gt_team",
            },
        ),
        migrations.AddField(
            model_name="account",
            name="team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="records.team",
            ),
        ),
        migrations.CreateModel(
            name="Trail",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("account_id", models.UUIDField(null=True)),
                ("agency_id", models.UUIDField(null=True)),
                ("role", models.TextField(blank=True, default="")),
                ("verb", models.TextField()),
                ("resource", models.TextField(blank=True, default="")),
                (
                    "object_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list
                    ),
                ),
                (
                    "person_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list
                    ),
                ),
                ("purpose", models.TextField(blank=True, default="")),
                ("decision", models.TextField()),
                ("reason", models.TextField(blank=True, default="")),
                ("request_id", models.TextField(blank=True, default="")),
                ("session_hash", models.TextField(blank=True, default="")),
                ("address", models.TextField(blank=True, default="")),
            ],
            options={
                "db_table": "gt_trail",
                "indexes": [
                    models.Index(fields=["at"], name="gt_trail_at"),
                    models.Index(fields=["account_id", "at"], name="gt_trail_account"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["served", "done", "denied"])),
                        name="gt_trail_decision",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskSeat",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("desk", models.TextField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="records.account",
                    ),
                ),
            ],
            options={
                "db_table": "gt_desk_seat",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="gt_desk_seat_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("desk", ""), _negated=True), name="gt_desk_seat_named"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("account", "="),
                            ("desk", "="),
                            (
                                goldenthread.records.desk_seat.TsTzRange(
                                    "starts_at",
                                    "ends_at",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=False
                                    ),
                                ),
                                "&&",
                            ),
                        ],
                        name="gt_desk_seat_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockRun",
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
                ("clock", models.TextField()),
                ("started_at", models.DateTimeField()),
                ("start_precision", models.TextField(default="instant")),
                ("due_on", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("stopped_at", models.DateTimeField(null=True)),
                ("status", models.TextField()),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clock_runs",
                        to="records.episode",
                    ),
                ),
            ],
            options={
                "db_table": "gt_clock_run",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_clock_run_scope"),
                    models.Index(fields=["desk"], name="gt_clock_run_desk"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("episode", "clock", "started_at", "seal"), name="gt_clock_run_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("scope", models.UUIDField()),
                ("seal", models.TextField(blank=True, default="")),
                ("source", models.TextField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="records.account",
                    ),
                ),
            ],
            options={
                "db_table": "gt_grant",
                "indexes": [
                    models.Index(fields=["account", "scope"], name="gt_grant_account"),
                    models.Index(fields=["account", "ends_at"], name="gt_grant_open"),
                    models.Index(fields=["source"], name="gt_grant_source"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("ends_at__gte", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="gt_grant_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at__isnull", True)),
                        fields=("account", "scope", "seal", "source"),
                        name="gt_grant_once",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="occasion",
            index=models.Index(fields=["scope"], name="gt_occasion_scope"),
        ),
        migrations.AddIndex(
            model_name="occasion",
            index=models.Index(fields=["desk"], name="gt_occasion_desk"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["scope"], name="gt_entry_scope"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["desk"], name="gt_entry_desk"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["episode", "recorded_at"], name="gt_entry_episode"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("supersedes",), name="gt_entry_superseded_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("id", "episode", "scope", "seal"), name="gt_entry_composite"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_precision__in", ["instant", "day"])),
                name="gt_entry_precision",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("supersedes__isnull", True), ("why_corrected", "")),
                    models.Q(
                        ("supersedes__isnull", False),
                        models.Q(("why_corrected", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="gt_entry_correction_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(fields=["scope"], name="gt_draft_scope"),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(fields=["scope"], name="gt_identifier_scope"),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(fields=["desk"], name="gt_identifier_desk"),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("kind", "value", "seal"),
                name="gt_identifier_one_holder",
            ),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(fields=["scope"], name="gt_episode_scope"),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(fields=["desk", "due_at"], name="gt_episode_desk_due"),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(fields=["subject_person", "opened_at"], name="gt_episode_subject"),
        ),
        migrations.AddConstraint(
            model_name="episode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True), ("sole", True)),
                fields=("pathway", "subject_person", "seal"),
                name="gt_episode_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="episode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("claimed_at__isnull", True), ("claimed_by__isnull", True)),
                    models.Q(("claimed_at__isnull", False), ("claimed_by__isnull", False)),
                    _connector="OR",
                ),
                name="gt_episode_claim_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="episode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_at__isnull", True), ("due_on__isnull", True)),
                    models.Q(("due_at__isnull", False), ("due_on__isnull", False)),
                    _connector="OR",
                ),
                name="gt_episode_due_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="episode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at__isnull", True),
                    ("closed_at__gte", models.F("opened_at")),
                    _connector="OR",
                ),
                name="gt_episode_closed_after_opened",
            ),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(
                fields=("agency", "key"), name="gt_team_one_key_an_agency"
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"), name="gt_account_one_email"
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_service", True), ("agency__isnull", False), _connector="OR"
                ),
                name="gt_account_person_has_agency",
            ),
        ),
    ]
