"""Who people are, how they are found and which child a contact is about."""

from django.db import migrations


class Migration(migrations.Migration):
    """Who people are, how they are found and which child a contact is about."""

    dependencies = [("records", "0002_row_security")]
    operations: list[object] = []
