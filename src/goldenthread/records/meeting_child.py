"""The children a meeting is about, each by themselves."""

import uuid

from django.db import models

from goldenthread.records.entry import Entry
from goldenthread.records.meeting import Meeting
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class MeetingChild(Protected):
    """One child of one meeting. Its own id is its scope: asked about one child, one sees no other.

    The name is as it was when the meeting was called: whoever is asked does not see the child's
    record. `entry` is the step that holding the meeting recorded on the child's own episode.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="children")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_name = models.TextField()
    family_name = models.TextField()
    date_of_birth = models.DateField(null=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "gt_meeting_child"
        indexes = [
            models.Index(fields=["scope"], name="gt_meeting_child_scope"),
            models.Index(fields=["desk"], name="gt_meeting_child_desk"),
            models.Index(fields=["person"], name="gt_meeting_child_of"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person", "seal"], name="gt_meeting_child_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"
