"""What one agency gives a MASH enquiry, or why it declines. Each contribution is its own entry."""

from goldenthread.content.front_door.mash_agencies import AGENCIES
from goldenthread.content.front_door.mash_priority import UNDECIDED
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

SHARING = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, information sharing"
)
BY = (By(role="mash-partner", only_if=UNDECIDED),)

mash_giving_form = Instrument(
    key="mash-giving-form",
    version=1,
    title="Give what your agency knows",
    law=SHARING,
    sections=(
        Section(
            key="giving",
            title="What your agency knows",
            holds="narrative",
            questions=(
                Question(
                    key="known_to_agency",
                    asks="Is the child or the family known to your agency?",
                    kind=Kind.YES_NO,
                    holds="admin",
                ),
                Question(
                    key="agency_information",
                    asks="What does your agency know that is needed to decide?",
                    kind=Kind.LONG_TEXT,
                    only_if=answer("known_to_agency").equals("yes"),
                ),
                Question(
                    key="share_restriction",
                    asks="Is there somebody this must not be passed to?",
                    kind=Kind.CHOICES,
                    holds="admin",
                    options=(
                        Option(key="nobody", label="No restriction"),
                        Option(key="family", label="Not to the family"),
                        Option(key="agencies", label="Not to some agencies"),
                    ),
                ),
                Question(
                    key="restricted_agencies",
                    asks="Which agencies must not have it?",
                    kind=Kind.CHOICES,
                    holds="admin",
                    options=AGENCIES,
                    only_if=answer("share_restriction").equals("agencies"),
                ),
                Question(
                    key="restriction_why",
                    asks="Why not?",
                    kind=Kind.LONG_TEXT,
                    only_if=answer("share_restriction").one_of("family", "agencies"),
                ),
            ),
        ),
    ),
)

mash_declining_form = Instrument(
    key="mash-declining-form",
    version=1,
    title="Decline to give information",
    law=SHARING,
    sections=(
        Section(
            key="declining",
            title="Why your agency gives nothing",
            holds="narrative",
            questions=(
                Question(
                    key="declined_reason",
                    asks="Why does your agency not give it?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    options=(
                        Option(key="not-proportionate", label="It is not needed or is too much"),
                        Option(key="no-lawful-basis", label="There is no lawful basis to share it"),
                        Option(key="harms-investigation", label="It would harm an investigation"),
                        Option(key="not-ours", label="Another agency holds it"),
                        Option(key="other", label="Another reason"),
                    ),
                ),
                Question(key="declined_why", asks="Say more", kind=Kind.LONG_TEXT),
            ),
        ),
    ),
)

mash_information_given = Step(
    key="mash-information-given",
    title="Agency gave information",
    state="",
    on="contact",
    by=BY,
    asks=mash_giving_form,
    follows=("mash-opened",),
    repeatable=True,
    kept_apart_from="restricted_agencies",
    law=SHARING,
)

mash_information_declined = Step(
    key="mash-information-declined",
    title="Agency declined to give information",
    state="",
    on="contact",
    by=BY,
    asks=mash_declining_form,
    follows=("mash-opened",),
    repeatable=True,
    law=SHARING,
)
