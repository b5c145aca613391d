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
