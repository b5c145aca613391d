"""What is known of fifty children is looked up fifty times, not read beside all that came together.

The index of who came together is in order, so PostgreSQL walked all of it to join fifty rows.
"""

from django.db import migrations

SIGNATURE = "gt_known_flags(uuid[], text, text)"


class Migration(migrations.Migration):
    """No joining by walking an index beside fifty rows."""

    dependencies = [("records", "0016_search_nearest_first")]
    operations = [
        migrations.RunSQL(
            f"alter function {SIGNATURE} set enable_mergejoin = off",
            f"alter function {SIGNATURE} reset enable_mergejoin",
            elidable=False,
        )
    ]
