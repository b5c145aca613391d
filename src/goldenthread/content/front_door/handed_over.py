"""Handing a contact, or a case, to somebody else: what they should know."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import By, Step

PRACTICE = Citation(source="Front door practice", place="handing over", status="LOCAL")

hand_over_form = Instrument(
    key="hand-over-form",
    version=1,
    title="Hand it over",
    law=PRACTICE,
    sections=(
        Section(
            key="hand_over",
            title="Handing over",
            holds="narrative",
            questions=(
                Question(
                    key="handed_over_because",
                    asks="Why, and what should they know?",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)

handed_over = Step(
    key="contact-handed-over",
    title="Handed over",
    state="",
    on="contact",
    by=(
        By(role="front-door-screener"),
        By(role="front-door-manager"),
        By(role="emergency-duty-worker"),
        By(role="early-help-coordinator"),
    ),
    asks=hand_over_form,
    follows=("contact-received",),
    automatic=True,
    repeatable=True,
    allocates=True,
    law=PRACTICE,
)
