"""The relationship somebody has to what they were told, and to nothing else of the child."""

from goldenthread.content.need_to_know import law, purposes
from goldenthread.language.need_to_know import GrantKind

told = GrantKind(
    key="told",
    title="Was told",
    begins="Somebody gives them a copy, for a purpose they state",
    ends="On its last day, or when it is taken back",
    purpose=purposes.section_17.key,
    law=law.sharing,
    most_days=365,
)

break_glass = GrantKind(
    key="break-glass",
    title="Broke the glass",
    begins="They were refused one child, say why it cannot wait, and show again that it is them",
    ends="After 60 minutes, or when a privacy officer ends it",
    purpose=purposes.emergency.key,
    law=law.emergency,
    most_days=1,
    reads_only=True,
)
