"""Neglect watched over time: the toolkit, given again every three months, until the work ends.

It is given again to show change, area by area (DOMAIN R27.5, LOCAL).
"""

from goldenthread.content.protection.tools.neglect_toolkit import TOOLKIT, neglect_toolkit
from goldenthread.content.tool_steps import BY
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.pathway import Pathway
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import Step

neglect_ended_form = Instrument(
    key="neglect-ended-form",
    version=1,
    title="Stop repeating the neglect toolkit",
    sections=(
        Section(
            key="neglect_ended",
            title="Why it ends",
            holds="narrative",
            questions=(
                Question(
                    key="neglect_ended_why",
                    asks="Why does it need no more repeating?",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
    law=TOOLKIT,
)

completed = Step(
    key="neglect-toolkit-completed",
    title="Neglect toolkit completed",
    state="To be repeated",
    by=BY,
    asks=neglect_toolkit,
    first=True,
    law=TOOLKIT,
)
repeated = Step(
    key="neglect-toolkit-repeated",
    title="Neglect toolkit repeated",
    state="To be repeated",
    by=BY,
    asks=neglect_toolkit,
    follows=("neglect-toolkit-completed",),
    repeatable=True,
    law=TOOLKIT,
)
ended = Step(
    key="neglect-toolkit-ended",
    title="Neglect toolkit no longer repeated",
    state="Ended",
    by=BY,
    asks=neglect_ended_form,
    follows=("neglect-toolkit-completed",),
    closes=True,
    law=TOOLKIT,
)

neglect = Pathway(
    key="neglect",
    title="Neglect toolkit",
    steps=(completed, repeated, ended),
    one_open_per_subject=True,
    reference_prefix="NG",
    record_state="early-help",
    of_tools=True,
    law=TOOLKIT,
)
