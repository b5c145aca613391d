"""What agencies are asked, disagreements and pages to those on duty."""

from django.db import migrations


class Migration(migrations.Migration):
    """What agencies are asked, disagreements and pages to those on duty."""

    dependencies = [("records", "0005_domestic_abuse")]
    operations: list[object] = []
