"""What a place, a team or a practitioner said before it was changed."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0031_restricted"),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryBefore",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("of", models.TextField()),
                ("listed_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("said", models.JSONField()),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_directory_before",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("listed_id", "number"), name="gt_directory_before_once"
                    )
                ],
            },
        ),
    ]
