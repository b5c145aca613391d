"""Those who send without an account."""

from django.db import migrations


class Migration(migrations.Migration):
    """Those who send without an account."""

    dependencies = [("records", "0003_register")]
    operations: list[object] = []
