"""Settings: schools, children's homes and surgeries."""

import uuid

from django.db import models


class Setting(models.Model):
    """One place that knows children, by the code its register gives it (URN or ODS)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    name = models.TextField()
    code = models.TextField(default="", blank=True)
    postcode = models.TextField(default="", blank=True)
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        db_table = "gt_setting"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], condition=~models.Q(code=""), name="gt_setting_one_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name
