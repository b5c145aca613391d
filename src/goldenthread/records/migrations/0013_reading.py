"""What the queue reads at volume: indexes that answer by themselves, and sizes nearer the truth.

Row security lets PostgreSQL guess at what it hides, and a wrong guess reads all that is open to
draw fifty. Told that a desk and an open contact go together, it takes the fifty in their order;
told that a function gives some tens of rows and not a thousand, it looks each of them up.
"""

from django.db import migrations, models

SIZES = """
create statistics gt_episode_open (mcv) on pathway, desk, closed_at from gt_episode;
alter function gt_seen_people(uuid[]) rows 50;
alter function gt_together(uuid[]) rows 50;
"""
BACK = """
drop statistics gt_episode_open;
alter function gt_seen_people(uuid[]) rows 1000;
alter function gt_together(uuid[]) rows 1000;
"""
OPEN = models.Q(("closed_at__isnull", True))


class Migration(migrations.Migration):
    """What the queue reads at volume."""

    dependencies = [("records", "0012_kept_apart")]
    operations = [
        migrations.RemoveIndex(model_name="episode", name="gt_episode_queue"),
        migrations.RemoveIndex(model_name="episode", name="gt_episode_waiting"),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(
                condition=OPEN,
                fields=["pathway", "due_at", "opened_at", "reference"],
                include=("id", "lane", "desk", "scope", "seal"),
                name="gt_episode_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(
                condition=OPEN,
                fields=["pathway", "lane", "desk"],
                include=("id", "due_at", "claimed_by", "scope", "seal"),
                name="gt_episode_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(
                condition=models.Q(("occasion__isnull", False)),
                fields=["occasion"],
                include=("id", "desk", "scope", "seal"),
                name="gt_episode_together",
            ),
        ),
        migrations.RunSQL(SIZES, BACK, elidable=False),
    ]
