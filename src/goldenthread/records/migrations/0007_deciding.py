"""Delegation, samples and what was recorded about the wrong child."""

from django.db import migrations


class Migration(migrations.Migration):
    """Delegation, samples and what was recorded about the wrong child."""

    dependencies = [("records", "0006_mash")]
    operations: list[object] = []
