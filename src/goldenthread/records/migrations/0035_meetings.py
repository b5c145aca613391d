"""Meetings, those who are asked to them, and what they wrote, decided and minuted."""

import uuid
from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

TABLES = (
    "gt_meeting", "gt_meeting_child", "gt_invitation", "gt_agency_report", "gt_meeting_decision",
    "gt_dissent", "gt_minutes",
)  # fmt: skip

restricted = import_module("goldenthread.records.migrations.0031_restricted")
# As in 0031: what a meeting holds of a child is of the child's record. The meeting itself and who
# was asked say nothing of any child, and may be about others.
MORE_SEALED = """
  update gt_agency_report r set seal = to_seal from gt_meeting_child m
    where m.id = r.child_id and m.person_id = any(same) and r.seal = from_seal;
  update gt_dissent n set seal = to_seal from gt_meeting_decision d, gt_meeting_child m
    where d.id = n.decision_id and m.id = d.child_id and m.person_id = any(same)
      and n.seal = from_seal;
  update gt_meeting_decision d set seal = to_seal from gt_meeting_child m
    where m.id = d.child_id and m.person_id = any(same) and d.seal = from_seal;
  update gt_minutes n set seal = to_seal from gt_meeting_child m
    where m.id = n.child_id and m.person_id = any(same) and n.seal = from_seal;
  update gt_meeting_child set seal = to_seal where person_id = any(same) and seal = from_seal;
  foreach of_table in array"""
SEALING = restricted.SEALING.replace("create function", "create or replace function").replace(
    "\n  foreach of_table in array", MORE_SEALED
)
# Whoever is named on a restriction goes on with the meetings about the child.
MORE_NAMED = """
    union select m.scope from gt_meeting_child m join gt_person p on p.id = m.person_id
      where coalesce(p.same_as_id, p.id) = child and m.seal = ''
    union select e.occasion_id from gt_episode e"""
RESTRICTING = (
    restricted.RESTRICTING.partition("-- Lifted by")[0]
    .replace("create function", "create or replace function")
    .replace("\n    union select e.occasion_id from gt_episode e", MORE_NAMED)
)

# How agencies take part, and how full the days are: of agencies and those who chair, of no child.
COUNTING = """
create function gt_participation(first date, last date)
returns table (week date, agency_id uuid, agency text, agency_kind text, kind text,
  invited bigint, in_time bigint, missed bigint, took_part bigint, came bigint,
  reports_due bigint, reports_in_time bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform gt_account();
  return query
  select date_trunc('week', m.held_at at time zone 'Europe/London')::date, g.id, g.name,
    i.agency_kind, m.kind, count(*), count(*) filter (where i.in_time),
    count(*) filter (where i.in_time and i.attendance in ('N', 'A', '')
      and i.reported_at is null),
    count(*) filter (where i.attendance in ('Y', 'D', 'R') or i.reported_at is not null),
    count(*) filter (where i.attendance in ('Y', 'D')),
    count(i.report_due_on),
    count(*) filter (where (i.reported_at at time zone 'Europe/London')::date <= i.report_due_on)
  from gt_invitation i join gt_meeting m on m.id = i.meeting_id
  join gt_agency g on g.id = i.agency_id
  where m.state in ('held', 'incomplete') and i.attendance <> 'NA'
    and (m.held_at at time zone 'Europe/London')::date between first and last
  group by 1, 2, 3, 4, 5;
end $$;

create function gt_meetings_planned(first date, last date)
returns table (day date, kind text, state text, chair_id uuid, chair text, agencies uuid[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform gt_account();
  return query
  select (m.planned_at at time zone 'Europe/London')::date, m.kind, m.state, a.id, a.full_name,
    array(select distinct i.agency_id from gt_invitation i
      where i.meeting_id = m.id and i.agency_id is not null)
  from gt_meeting m join gt_account a on a.id = m.chair_id
  where m.state not in ('cancelled', 'adjourned')
    and (m.planned_at at time zone 'Europe/London')::date between first and last;
end $$;
"""


class Migration(migrations.Migration):
    """Meetings."""

    dependencies = [
        ("records", "0034_told_of_restricted"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
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
                ("title", models.TextField(blank=True, default="")),
                ("place", models.TextField(blank=True, default="")),
                ("planned_at", models.DateTimeField()),
                ("held_at", models.DateTimeField(null=True)),
                ("state", models.TextField(default="called")),
                ("why", models.TextField(blank=True, default="")),
                ("taken_up_on", models.DateField(null=True)),
                ("called_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField(null=True)),
                ("minutes_sent_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "again_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.meeting",
                    ),
                ),
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
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_meeting",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("agency_kind", models.TextField(blank=True, default="")),
                ("who", models.TextField(blank=True, default="")),
                (
                    "children",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("in_time", models.BooleanField()),
                ("response", models.TextField(blank=True, db_default="", default="")),
                ("response_why", models.TextField(blank=True, db_default="", default="")),
                ("responded_at", models.DateTimeField(null=True)),
                ("report_due_on", models.DateField(null=True)),
                ("reported_at", models.DateTimeField(null=True)),
                ("attendance", models.TextField(blank=True, db_default="", default="")),
                ("came", models.TextField(blank=True, db_default="", default="")),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="records.meeting",
                    ),
                ),
            ],
            options={
                "db_table": "gt_invitation",
            },
        ),
        migrations.CreateModel(
            name="MeetingChild",
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
                ("given_name", models.TextField()),
                ("family_name", models.TextField()),
                ("date_of_birth", models.DateField(null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.entry",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="records.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "db_table": "gt_meeting_child",
            },
        ),
        migrations.CreateModel(
            name="AgencyReport",
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
                ("form", models.TextField()),
                ("form_version", models.PositiveIntegerField()),
                ("answers", models.JSONField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="records.invitation",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="records.meetingchild",
                    ),
                ),
            ],
            options={
                "db_table": "gt_agency_report",
            },
        ),
        migrations.CreateModel(
            name="MeetingDecision",
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
                ("form", models.TextField()),
                ("form_version", models.PositiveIntegerField()),
                ("answers", models.JSONField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.meetingchild",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.meeting",
                    ),
                ),
            ],
            options={
                "db_table": "gt_meeting_decision",
            },
        ),
        migrations.CreateModel(
            name="Dissent",
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
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissents",
                        to="records.invitation",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissents",
                        to="records.meetingdecision",
                    ),
                ),
            ],
            options={
                "db_table": "gt_dissent",
            },
        ),
        migrations.CreateModel(
            name="Minutes",
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
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="records.meetingchild",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="records.meeting",
                    ),
                ),
            ],
            options={
                "db_table": "gt_minutes",
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["scope"], name="gt_meeting_scope"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["desk"], name="gt_meeting_desk"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["planned_at"], name="gt_meeting_planned"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["called", "held", "incomplete", "cancelled", "adjourned"])
                ),
                name="gt_meeting_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_at__isnull", False), ("state__in", ["held", "incomplete"])),
                    models.Q(
                        ("held_at", None), ("state__in", ["called", "cancelled", "adjourned"])
                    ),
                    _connector="OR",
                ),
                name="gt_meeting_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["called", "held"]),
                    models.Q(
                        ("state__in", ["incomplete", "cancelled", "adjourned"]),
                        models.Q(("why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="gt_meeting_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["incomplete", "adjourned"]), _negated=True),
                    ("taken_up_on__isnull", False),
                    _connector="OR",
                ),
                name="gt_meeting_taken_up",
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["scope"], name="gt_invitation_scope"),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["desk"], name="gt_invitation_desk"),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["meeting"], name="gt_invitation_to"),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["account"], name="gt_invitation_of"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("account__isnull", False)),
                fields=("meeting", "account", "seal"),
                name="gt_invitation_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", False), ("agency_kind__gt", "")),
                    models.Q(
                        ("account", None),
                        ("agency", None),
                        ("agency_kind", ""),
                        models.Q(("who", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="gt_invitation_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("responded_at", None), ("response", "")),
                    models.Q(
                        ("responded_at__isnull", False), ("response__in", ["accepted", "declined"])
                    ),
                    _connector="OR",
                ),
                name="gt_invitation_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("attendance__in", ["", "Y", "N", "A", "D", "R", "NA"])),
                name="gt_invitation_attendance",
            ),
        ),
        migrations.AddIndex(
            model_name="meetingchild",
            index=models.Index(fields=["scope"], name="gt_meeting_child_scope"),
        ),
        migrations.AddIndex(
            model_name="meetingchild",
            index=models.Index(fields=["desk"], name="gt_meeting_child_desk"),
        ),
        migrations.AddIndex(
            model_name="meetingchild",
            index=models.Index(fields=["person"], name="gt_meeting_child_of"),
        ),
        migrations.AddConstraint(
            model_name="meetingchild",
            constraint=models.UniqueConstraint(
                fields=("meeting", "person", "seal"), name="gt_meeting_child_once"
            ),
        ),
        migrations.AddIndex(
            model_name="agencyreport",
            index=models.Index(fields=["scope"], name="gt_agency_report_scope"),
        ),
        migrations.AddIndex(
            model_name="agencyreport",
            index=models.Index(fields=["desk"], name="gt_agency_report_desk"),
        ),
        migrations.AddIndex(
            model_name="agencyreport",
            index=models.Index(fields=["child"], name="gt_agency_report_about"),
        ),
        migrations.AddIndex(
            model_name="meetingdecision",
            index=models.Index(fields=["scope"], name="gt_meeting_decision_scope"),
        ),
        migrations.AddIndex(
            model_name="meetingdecision",
            index=models.Index(fields=["desk"], name="gt_meeting_decision_desk"),
        ),
        migrations.AddIndex(
            model_name="meetingdecision",
            index=models.Index(fields=["meeting"], name="gt_meeting_decision_of"),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.UniqueConstraint(
                fields=("meeting", "child", "seal"), name="gt_meeting_decision_once"
            ),
        ),
        migrations.AddIndex(
            model_name="dissent",
            index=models.Index(fields=["scope"], name="gt_dissent_scope"),
        ),
        migrations.AddIndex(
            model_name="dissent",
            index=models.Index(fields=["desk"], name="gt_dissent_desk"),
        ),
        migrations.AddIndex(
            model_name="dissent",
            index=models.Index(fields=["decision"], name="gt_dissent_from"),
        ),
        migrations.AddIndex(
            model_name="minutes",
            index=models.Index(fields=["scope"], name="gt_minutes_scope"),
        ),
        migrations.AddIndex(
            model_name="minutes",
            index=models.Index(fields=["desk"], name="gt_minutes_desk"),
        ),
        migrations.AddIndex(
            model_name="minutes",
            index=models.Index(fields=["meeting"], name="gt_minutes_of"),
        ),
        migrations.RunSQL(
            "".join(row_security.protect(table) for table in TABLES)
            + "".join(row_security.count(table) for table in ("gt_meeting", "gt_invitation"))
            + SEALING
            + RESTRICTING
            + COUNTING,
            elidable=False,
        ),
    ]
