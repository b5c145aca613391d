"""What the thread and the queue are ordered by."""

from django.db import migrations


class Migration(migrations.Migration):
    """What the thread and the queue are ordered by."""

    dependencies = [("records", "0007_deciding")]
    operations: list[object] = []
