"""Uploads: files an analyst gave on a page, and what became of them."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security


class Migration(migrations.Migration):
    """Uploads."""

    dependencies = [
        ("records", "0017_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="Upload",
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
                ("uploaded_at", models.DateTimeField()),
                ("state", models.TextField(default="waiting")),
                ("files", models.JSONField(default=list)),
                ("reading", models.TextField(blank=True, default="")),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("snapshot", models.TextField(blank=True, default="")),
                ("says", models.TextField(blank=True, default="")),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_upload",
                "indexes": [models.Index(fields=["scope", "uploaded_at"], name="gt_upload_scope")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at", None), ("state__in", ["waiting", "reading"])),
                            models.Q(
                                ("finished_at__isnull", False),
                                ("state__in", ["loaded", "refused", "failed"]),
                            ),
                            _connector="OR",
                        ),
                        name="gt_upload_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "loaded"), models.Q(("snapshot", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("state", "loaded"), _negated=True), ("snapshot", "")
                            ),
                            _connector="OR",
                        ),
                        name="gt_upload_snapshot",
                    ),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_upload"), elidable=False),
    ]
