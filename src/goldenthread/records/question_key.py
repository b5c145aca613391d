"""The ledger of the keys of questions: permanent, wherever the question was written."""

from django.db import models


class QuestionKey(models.Model):
    """One key of one form, the version it first stood in, and the words it stood for then."""

    form = models.TextField()
    key = models.TextField()
    number = models.PositiveIntegerField()
    asks = models.TextField()

    class Meta:
        db_table = "gt_question_key"
        constraints = [
            models.UniqueConstraint(fields=["form", "key"], name="gt_question_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.form}.{self.key}"
