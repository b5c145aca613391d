"""Blue: looked at for the MASH, and no enquiry of other agencies is needed."""

from goldenthread.content.front_door.mash_priority import LOCAL, QUALIFIED
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import Rule, Step

mash_not_needed_form = Instrument(
    key="mash-not-needed-form",
    version=1,
    title="Blue: no MASH enquiry needed",
    law=LOCAL,
    sections=(
        Section(
            key="blue",
            title="No enquiry",
            holds="narrative",
            questions=(
                Question(
                    key="mash_not_needed_why",
                    asks="Why is no enquiry of other agencies needed?",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)

mash_not_needed = Step(
    key="mash-not-needed",
    title="Blue: no MASH enquiry needed",
    state="",
    on="contact",
    by=QUALIFIED,
    asks=mash_not_needed_form,
    follows=("contact-screened",),
    rules=(
        Rule(
            refuses_if=answer("mash_priority").given(),
            says="An enquiry is open already: lower its priority, or record the analysis",
            field="mash_not_needed_why",
            law=LOCAL,
        ),
    ),
    law=LOCAL,
)
