"""Forms the business unit writes in the browser, and the ledger of the keys of questions."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What people answered must stay what they were asked.
NEVER_EDITED = """
create function gt_keep_published() returns trigger language plpgsql as $$
begin
  if old.number is not null then
    raise exception 'a published version of a form is never edited' using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_published before update or delete on gt_form_version
  for each row execute function gt_keep_published();
"""


class Migration(migrations.Migration):
    """Forms of the partnership's own."""

    dependencies = [
        ("records", "0042_outside_identity"),
    ]

    operations = [
        migrations.CreateModel(
            name="QuestionKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.TextField()),
                ("key", models.TextField()),
                ("number", models.PositiveIntegerField()),
                ("asks", models.TextField()),
            ],
            options={
                "db_table": "gt_question_key",
                "constraints": [
                    models.UniqueConstraint(fields=("form", "key"), name="gt_question_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="FormVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("form", models.TextField()),
                ("number", models.PositiveIntegerField(null=True)),
                ("body", models.JSONField()),
                ("written_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                ("since", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_form_version",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form", "number"), name="gt_form_version_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("number__isnull", True)),
                        fields=("form",),
                        name="gt_form_version_one_draft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("number", None),
                                ("published_at", None),
                                ("published_by", None),
                                ("since", None),
                            ),
                            models.Q(
                                ("number__gte", 101),
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("since__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="gt_form_version_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_by__isnull", True),
                            models.Q(("published_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="gt_form_version_two_people",
                    ),
                ],
            },
        ),
        migrations.RunSQL(NEVER_EDITED, elidable=False),
    ]
