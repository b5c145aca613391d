"""Telling the school of domestic abuse at home, before the child walks in (Operation Encompass)."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

ENCOMPASS = Citation(source="Domestic Abuse Act 2021", place="section 49A, as commenced")

school_told_form = Instrument(
    key="school-told-form",
    version=1,
    title="Say that the school was told",
    law=ENCOMPASS,
    sections=(
        Section(
            key="school",
            title="The school",
            holds="contact",
            questions=(
                Question(
                    key="school_heard",
                    asks="Who at the school was told?",
                    hint="Their role is enough: the designated safeguarding lead",
                    kind=Kind.TEXT,
                    holds="contact",
                ),
                Question(
                    key="school_told_by",
                    asks="How were they told?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    column="school_told_by",
                    options=(
                        Option(key="telephone", label="By telephone"),
                        Option(key="secure-email", label="By secure e-mail"),
                        Option(key="in-person", label="In person"),
                    ),
                ),
            ),
        ),
    ),
)

school_told = Step(
    key="school-told",
    title="School told",
    state="",
    by=(
        By(role="domestic-abuse-officer"),
        By(role="front-door-screener"),
        By(role="front-door-manager"),
    ),
    asks=school_told_form,
    follows=("domestic-abuse-matched",),
    law=ENCOMPASS,
)
