"""Opening a MASH enquiry: how urgent it is, whom it asks and for what.

A clear request for early help never enters the MASH: everything once did, and it was slow for all.
"""

from goldenthread.content.front_door.mash_agencies import AGENCIES
from goldenthread.content.front_door.mash_priority import AMBER, GREEN, LOCAL, QUALIFIED, RED
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import Rule, Step

mash_opening_form = Instrument(
    key="mash-opening-form",
    version=1,
    title="Open a MASH enquiry",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, information sharing"
    ),
    sections=(
        Section(
            key="enquiry",
            title="The enquiry",
            holds="narrative",
            questions=(
                Question(
                    key="mash_priority",
                    asks="How urgent is it?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    options=(RED, AMBER, GREEN),
                    column="mash_priority",
                ),
                Question(
                    key="mash_why",
                    asks="Why is an enquiry of other agencies needed, and why this urgent?",
                    kind=Kind.LONG_TEXT,
                ),
                Question(
                    key="mash_agencies",
                    asks="Which agencies are asked?",
                    kind=Kind.CHOICES,
                    holds="admin",
                    options=AGENCIES,
                ),
                Question(
                    key="mash_asked",
                    asks="What is each of them asked?",
                    hint="Only what is needed to decide. They read this beside the contact",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)

mash_opened = Step(
    key="mash-opened",
    title="MASH enquiry opened",
    state="With the MASH",
    on="contact",
    by=QUALIFIED,
    asks=mash_opening_form,
    follows=("contact-screened", "domestic-abuse-triaged"),
    rules=(
        Rule(
            refuses_if=answer("purpose").equals("early-help-request"),
            says="Pass this to early help: a request for early help does not enter the MASH. If "
            "there is a concern in it, screen it again as a concern first",
            field="mash_priority",
            law=LOCAL,
        ),
    ),
    law=LOCAL,
)
