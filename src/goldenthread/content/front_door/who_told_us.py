"""Who a member of the public is who rang: sealed as their call is written down.

They may have most to fear from being known to have told. What they say is on the contact as any
other call is. Their name and number are a sealed record of their own, kept by whoever answered and
open to the managers of the front door, so that somebody can ring back (Data Protection Act 2018
schedule 2 paragraph 16).
"""

from dataclasses import replace

from goldenthread.content.front_door.telephone_form import caller, telephone_form
from goldenthread.content.front_door.urgent_form import only
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Step

OTHERS_DATA = Citation(source="Data Protection Act 2018", place="schedule 2, paragraph 16")
# Of which form, of whom, and what of it is kept apart. Whether they were of the public stays.
FORM = telephone_form.key
SEALED_IF: Condition = answer("caller_kind").equals("public")
KEPT = ("caller_name", "caller_number")
# Who is let in besides whoever answered, where they sit at the desk it comes to.
LET_IN = ("front-door-manager",)

who_told_us_form = Instrument(
    key="who-told-us-form",
    version=1,
    title="Who told us",
    law=OTHERS_DATA,
    sections=(
        Section(
            key="who_rang",
            title="Who rang",
            holds="source-identity",
            questions=tuple(replace(each, required=False) for each in only(caller, *KEPT)),
        ),
    ),
)

kept = Step(
    key="source-kept",
    title="Who told us",
    state="Open to those named on it",
    by=(
        By(role="front-door-screener"),
        By(role="front-door-manager"),
        By(role="emergency-duty-worker"),
    ),
    asks=who_told_us_form,
    first=True,
    automatic=True,
    law=OTHERS_DATA,
)

who_told_us = Pathway(
    key="who-told-us",
    title="Who told us",
    steps=(kept,),
    reference_prefix="W",
    record_state="source",
    sealed="source",
    law=OTHERS_DATA,
)
