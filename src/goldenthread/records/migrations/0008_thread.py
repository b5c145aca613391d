"""What the thread and the queue are ordered by."""

from django.db import migrations, models

OPEN = models.Q(closed_at__isnull=True)


class Migration(migrations.Migration):
    """What the thread and the queue are ordered by."""

    dependencies = [("records", "0007_deciding")]
    operations = [
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(
                condition=OPEN,
                fields=["pathway", "due_at", "opened_at", "reference"],
                name="gt_episode_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="episode",
            index=models.Index(
                condition=OPEN,
                fields=["pathway", "lane", "desk"],
                include=("due_at", "claimed_by", "scope", "seal"),
                name="gt_episode_waiting",
            ),
        ),
    ]
