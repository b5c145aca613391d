"""The three columns row security knows, and nothing else."""

from django.db import models


class Protected(models.Model):
    """A row about somebody: seen by a desk that holds it or an account granted its scope.

    `scope` is what a grant opens (a child, an occasion, an account's own drafts), `desk` the duty
    desk that holds it while it is open ("" for none), `seal` the sealed store it belongs to ("" for
    none). The policies in PostgreSQL read these and no others (DESIGN section 7).
    """

    scope = models.UUIDField()
    desk = models.TextField(default="", blank=True)
    seal = models.TextField(default="", blank=True)

    class Meta:
        abstract = True
