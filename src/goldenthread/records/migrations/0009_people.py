"""Where a child goes and who works with them; numbers as told; birth and death as they can be."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

PROTECTED = ("gt_enrolment", "gt_involvement")

# As in 0003, with what is now kept about people.
HOLDING = """
create or replace function gt_hold_person(held uuid, at_desk text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid; wanted text;
begin
  for who, wanted in
    select held, at_desk
    union all
    select r.other_id, coalesce(nullif(at_desk, ''), (
        select p.desk from gt_relationship x join gt_person p on p.id = x.person_id
        where x.other_id = r.other_id and p.id <> held and p.desk <> '' limit 1), '')
    from gt_relationship r where r.person_id = held and not exists (
      select 1 from gt_episode e where e.subject_person_id = r.other_id)
  loop
    update gt_person set desk = wanted where id = who and desk <> wanted;
    update gt_identifier set desk = wanted where person_id = who and desk <> wanted;
    update gt_person_name set desk = wanted where person_id = who and desk <> wanted;
    update gt_address set desk = wanted where person_id = who and desk <> wanted;
    update gt_relationship set desk = wanted where person_id = who and desk <> wanted;
    update gt_household_member set desk = wanted where person_id = who and desk <> wanted;
    update gt_identification set desk = wanted where person_id = who and desk <> wanted;
    update gt_enrolment set desk = wanted where person_id = who and desk <> wanted;
    update gt_involvement set desk = wanted where person_id = who and desk <> wanted;
  end loop;
end $$;
"""

# The sex of who is not born yet was asked for before it was known not to be known.
UNBORN = """
alter table gt_person no force row level security;
update gt_person set sex = 'U' where expected_date_of_birth is not null and sex <> 'U';
alter table gt_person force row level security;
"""


class Migration(migrations.Migration):
    """Where a child goes and who works with them; numbers as told; birth and death as can be."""

    dependencies = [
        ("records", "0008_thread"),
    ]

    operations = [
        migrations.RunSQL(UNBORN, "", elidable=True),
        migrations.CreateModel(
            name="Enrolment",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("why_ended", models.TextField(blank=True, db_default="", default="")),
                ("recorded_at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "gt_enrolment",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Involvement",
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
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("why_ended", models.TextField(blank=True, db_default="", default="")),
                ("recorded_at", models.DateTimeField()),
                ("what", models.TextField()),
            ],
            options={
                "db_table": "gt_involvement",
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="identifier",
            name="gt_identifier_one_holder",
        ),
        migrations.AddField(
            model_name="address",
            name="why_ended",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="householdmember",
            name="why_ended",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="identification",
            name="why_ended",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="identifier",
            name="told",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="person",
            name="died_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="personname",
            name="why_ended",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="relationship",
            name="why_ended",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="team",
            name="closed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="team",
            name="opened_on",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("told", False), ("valid_to__isnull", True)),
                fields=("kind", "value", "seal"),
                name="gt_identifier_one_holder",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expected_date_of_birth__isnull", True), ("sex", "U"), _connector="OR"
                ),
                name="gt_person_unborn_sex_unknown",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("died_on__isnull", True),
                    ("date_of_birth__isnull", True),
                    ("died_on__gte", models.F("date_of_birth")),
                    _connector="OR",
                ),
                name="gt_person_died_after_birth",
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="setting",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.setting",
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="supersedes",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="records.enrolment",
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="practitioner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="supersedes",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="records.involvement",
            ),
        ),
        migrations.AddIndex(
            model_name="enrolment",
            index=models.Index(fields=["scope"], name="gt_enrolment_scope"),
        ),
        migrations.AddIndex(
            model_name="enrolment",
            index=models.Index(fields=["desk"], name="gt_enrolment_desk"),
        ),
        migrations.AddIndex(
            model_name="enrolment",
            index=models.Index(fields=["person"], name="gt_enrolment_of"),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.UniqueConstraint(
                fields=("supersedes", "seal"), name="gt_enrolment_superseded_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="gt_enrolment_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(fields=["scope"], name="gt_involvement_scope"),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(fields=["desk"], name="gt_involvement_desk"),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(fields=["person"], name="gt_involvement_of"),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                fields=("supersedes", "seal"), name="gt_involvement_superseded_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="gt_involvement_ends_after_start",
            ),
        ),
        migrations.RunSQL(
            HOLDING + "".join(row_security.protect(table) for table in PROTECTED), elidable=False
        ),
    ]
