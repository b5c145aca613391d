"""Police intelligence about a child or those around them: sealed as it is written down.

Whoever writes it keeps it and says by name who else reads it. Its handling code goes with it, and
nothing of it is given on (Data Protection Act 2018 Part 3; the code of practice on police
information and records management).
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.pathway import Pathway
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

POLICE_INFORMATION = Citation(
    source="Police Information and Records Management Code of Practice", place="sharing"
)
NO_ONWARD = "no-onward-disclosure"

police_intelligence_form = Instrument(
    key="police-intelligence-form",
    version=1,
    title="Write down intelligence",
    law=POLICE_INFORMATION,
    sections=(
        Section(
            key="intelligence",
            title="What police know",
            holds="criminal",
            questions=(
                Question(
                    key="intelligence",
                    asks="What is known, and why does it matter to this child?",
                    kind=Kind.LONG_TEXT,
                ),
                Question(
                    key="intelligence_graded",
                    asks="How is it graded?",
                    hint="The source and the assessment, as your force grades them",
                    kind=Kind.TEXT,
                    required=False,
                    max_length=40,
                ),
                Question(
                    key="handling_code",
                    asks="How may it be handled?",
                    kind=Kind.CHOICE,
                    options=(
                        Option(
                            key=NO_ONWARD,
                            label="No onward disclosure: who is named gives it to nobody",
                        ),
                        Option(
                            key="ask-the-force",
                            label="With conditions: ask the force before any of it is given on",
                        ),
                    ),
                ),
                Question(
                    key="handling_conditions",
                    asks="What else must those who read it know?",
                    kind=Kind.LONG_TEXT,
                    required=False,
                ),
            ),
        ),
    ),
)

recorded = Step(
    key="intelligence-recorded",
    title="Police intelligence",
    state="Held by those named on it",
    by=(By(role="mash-partner"), By(role="domestic-abuse-officer")),
    asks=police_intelligence_form,
    first=True,
    law=POLICE_INFORMATION,
)

police_intelligence = Pathway(
    key="police-intelligence",
    title="Police intelligence",
    steps=(recorded,),
    reference_prefix="I",
    record_state="suspect",
    sealed="suspect",
    law=POLICE_INFORMATION,
)
