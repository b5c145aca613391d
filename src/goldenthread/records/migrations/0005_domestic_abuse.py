"""What the police notify of."""

from django.db import migrations


class Migration(migrations.Migration):
    """What the police notify of."""

    dependencies = [("records", "0004_sending")]
    operations: list[object] = []
