"""The four levels of the Continuum of Need, the shared threshold document.

Working Together 2018 requires the partners to publish one; the labels are the partnership's own
(DOMAIN section 3, LOCAL: confirm against the published document).
"""

from goldenthread.language.question import Option

LEVELS = (
    Option(key="1", label="Level 1: universal", hint="Needs met by services open to everybody"),
    Option(key="2", label="Level 2: universal partnership plus", hint="One service can help"),
    Option(key="3", label="Level 3: targeted support", hint="Several services working together"),
    Option(
        key="4",
        label="Level 4: statutory or specialist",
        hint="The child is suffering, or is likely to suffer, significant harm, or is in need",
    ),
)

NOT_SURE = Option(
    key="not-sure", label="Not sure", hint="That is a proper answer: the front door will decide"
)
