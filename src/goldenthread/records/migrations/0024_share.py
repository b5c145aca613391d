"""What was given about a child to another agency, or was not, and the copy as it was given."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# A share is held where its child is held, and moves with the child from desk to desk.
HOLDING = """
create function gt_hold_share() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_share set desk = new.desk where person_id = new.id and desk <> new.desk;
  return null;
end $$;
create trigger hold_share after update of desk on gt_person
  for each row execute function gt_hold_share();
"""

# Whoever was given it does not see the child, and so not the share: this alone tells those who do
# that the copy was opened, once, by the one it was given to.
OPENING = """
create function gt_open_share(copy uuid, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update gt_share s set opened_at = gt_open_share.at from gt_shared_copy c
  where c.id = copy and s.id = c.share_id and s.to_id = gt_account()
    and s.opened_at is null and s.recalled_at is null
$$;
"""


class Migration(migrations.Migration):
    """Shares and their copies."""

    dependencies = [
        ("records", "0023_signals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Share",
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
                ("decision", models.TextField()),
                ("form", models.TextField()),
                ("form_version", models.PositiveIntegerField()),
                ("answers", models.JSONField()),
                ("items", models.JSONField(default=list)),
                ("digest", models.TextField(blank=True, default="")),
                ("at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recalled_why", models.TextField(blank=True, default="")),
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
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "recalled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
            ],
            options={
                "db_table": "gt_share",
            },
        ),
        migrations.CreateModel(
            name="SharedCopy",
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("told", models.JSONField()),
                ("items", models.JSONField()),
                ("digest", models.TextField()),
                ("at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "share",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="records.share",
                    ),
                ),
            ],
            options={
                "db_table": "gt_shared_copy",
            },
        ),
        migrations.AddIndex(
            model_name="share",
            index=models.Index(fields=["scope"], name="gt_share_scope"),
        ),
        migrations.AddIndex(
            model_name="share",
            index=models.Index(fields=["desk"], name="gt_share_desk"),
        ),
        migrations.AddIndex(
            model_name="share",
            index=models.Index(fields=["person"], name="gt_share_of"),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decision", "given"),
                        ("to__isnull", False),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    models.Q(
                        ("decision", "given"), ("digest", ""), ("opened_at", None), ("to", None)
                    ),
                    models.Q(
                        ("decision", "declined"),
                        ("digest", ""),
                        ("opened_at", None),
                        ("recalled_at", None),
                        ("to", None),
                    ),
                    _connector="OR",
                ),
                name="gt_share_decided",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recalled_at", None), ("recalled_by", None)),
                    models.Q(("recalled_at__isnull", False), ("recalled_by__isnull", False)),
                    _connector="OR",
                ),
                name="gt_share_recalled_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="sharedcopy",
            index=models.Index(fields=["scope"], name="gt_shared_copy_scope"),
        ),
        migrations.AddConstraint(
            model_name="sharedcopy",
            constraint=models.UniqueConstraint(
                fields=("share", "seal"), name="gt_shared_copy_once"
            ),
        ),
        migrations.RunSQL(
            row_security.protect("gt_share") + row_security.protect("gt_shared_copy")
        ),
        migrations.RunSQL(HOLDING + OPENING, elidable=False),
    ]
