"""The trail is chained: each row knows its transaction, and a sealer takes them in batches."""

import django.db.models.functions.datetime
from django.db import migrations, models

import goldenthread.records.xid

APPEND_ONLY = """
create trigger never_edited before update or delete on gt_trail_batch
  for each row execute function gt_refuse_change();
create trigger never_emptied before truncate on gt_trail_batch
  for each statement execute function gt_refuse_change();
"""
XID = goldenthread.records.xid.XidField


class Migration(migrations.Migration):
    """The transaction of each row, and the batches."""

    dependencies = [("records", "0018_upload")]
    operations = [
        migrations.AddField(
            model_name="trail",
            name="xid",
            field=XID(db_default=goldenthread.records.xid.CurrentTransaction()),
        ),
        migrations.AddIndex(
            model_name="trail",
            index=models.Index(fields=["xid", "id"], name="gt_trail_in_order"),
        ),
        migrations.CreateModel(
            name="TrailBatch",
            fields=[
                ("batch", models.BigIntegerField(primary_key=True, serialize=False)),
                ("shape", models.PositiveSmallIntegerField()),
                ("count", models.PositiveIntegerField()),
                ("first_xid", XID()),
                ("first_id", models.UUIDField()),
                ("last_xid", XID()),
                ("last_id", models.UUIDField()),
                (
                    "sealed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("entries", models.BinaryField()),
                ("previous", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={"db_table": "gt_trail_batch"},
        ),
        migrations.RunSQL(APPEND_ONLY, elidable=False),
    ]
