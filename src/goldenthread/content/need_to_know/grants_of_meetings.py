"""The relationships a meeting gives: to its own record, each child by themselves, and for a time.

Being asked opens nothing of a child but what the meeting itself holds of that child.
"""

from goldenthread.content.need_to_know import law, purposes
from goldenthread.language.need_to_know import GrantKind

# Whatever became of its minutes: a meeting nobody finished is not open for ever.
MOST_DAYS = 180

conference_invitee = GrantKind(
    key="conference-invitee",
    title="Asked to the meeting",
    begins="The invitation",
    ends="14 days after the minutes, when it is cancelled, and after 180 days whatever happens",
    purpose=purposes.conference.key,
    law=law.working_together,
    most_days=MOST_DAYS,
)

meeting_chair = GrantKind(
    key="meeting-chair",
    title="Calls or chairs the meeting",
    begins="They call it, or are named as who chairs it",
    ends="14 days after the minutes, when it is cancelled, and after 180 days whatever happens",
    purpose=purposes.conference.key,
    law=law.working_together,
    most_days=MOST_DAYS,
)
