"""The three columns row security knows, and nothing else."""

from typing import Any, ClassVar

from django.db import models

from goldenthread.records.postgresql import identity


class Asked(models.Manager[Any]):
    """Asks nothing on behalf of nobody.

    PostgreSQL raises too, but only when there is a row to hide: to nobody, an index that finds
    nothing would say "no record".
    """

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return every row; raises NobodyActing when no identity is set."""
        identity.current()
        return super().get_queryset()


class Protected(models.Model):
    """A row about somebody: seen by a desk that holds it or an account granted its scope.

    `scope` is what a grant opens (a child, an occasion, an account's own drafts), `desk` the duty
    desk that holds it while it is open ("" for none), `seal` the sealed store it belongs to ("" for
    none). The policies in PostgreSQL read these and no others (DESIGN section 7), but that who is
    kept from somebody is kept too from a row kept elsewhere that names them: in `naming`.
    """

    naming: ClassVar[tuple[str, ...]] = ()

    scope = models.UUIDField()
    desk = models.TextField(default="", blank=True)
    seal = models.TextField(default="", blank=True)

    objects = Asked()

    class Meta:
        abstract = True
