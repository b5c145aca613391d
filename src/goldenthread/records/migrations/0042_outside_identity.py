"""Accounts joined to who their holders are in their agencies' own directories."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Issuer and subject, joined to one account."""

    dependencies = [("records", "0041_exclusions")]
    operations = [
        migrations.CreateModel(
            name="OutsideIdentity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("issuer", models.TextField()),
                ("subject", models.TextField()),
                ("joined_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "joined_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"db_table": "gt_outside_identity"},
        ),
        migrations.AddConstraint(
            model_name="outsideidentity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("issuer", "subject"),
                name="gt_outside_identity_one_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsideidentity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("account", "issuer"),
                name="gt_outside_identity_one_subject",
            ),
        ),
    ]
