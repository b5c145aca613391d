"""Who sends without an account: a professional says who they are, and how to reach them.

R1.7: professionals cannot be anonymous. R2.6: they need no account, and are verified afterwards.
"""

from collections.abc import Iterable
from dataclasses import replace

from goldenthread.content.agencies import (
    early_help,
    education,
    health,
    housing,
    other,
    police,
    probation,
    school,
    voluntary,
)
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

# The key of the agency that stands for every organisation we do not list.
ANOTHER = "another-organisation"
KINDS = (school, education, health, police, early_help, housing, probation, voluntary, other)
ELSEWHERE = answer("sender_agency").equals(ANOTHER)
# What sort of organisation each place of the directory is, where somebody may work at it.
PLACES = {"school": school.key, "surgery": health.key}
ANOTHER_ONE = Option(key=ANOTHER, label="Another organisation")

agency = Question(
    key="sender_agency",
    asks="Where do you work?",
    kind=Kind.CHOICE,
    options=(ANOTHER_ONE,),
    offers="workplace",
)

sender = Section(
    key="sender",
    title="About you",
    holds="source-identity",
    intro="We need to know who you are, so that we can ring you back and tell you what happened.",
    questions=(
        Question(key="sender_name", asks="Your full name", kind=Kind.TEXT, max_length=100),
        Question(key="sender_job", asks="Your job title", kind=Kind.TEXT, max_length=100),
        agency,
        Question(
            key="sender_organisation",
            asks="Its name",
            kind=Kind.TEXT,
            only_if=ELSEWHERE,
            called="the name of your organisation",
        ),
        Question(
            key="sender_kind",
            asks="What sort of organisation is it?",
            kind=Kind.CHOICE,
            options=tuple(Option(key=kind.key, label=kind.title) for kind in KINDS),
            only_if=ELSEWHERE,
        ),
        Question(
            key="sender_email",
            asks="Your work e-mail address",
            hint="We send a link to it, to show that it is yours. Nothing waits for that.",
            kind=Kind.EMAIL,
        ),
        Question(
            key="sender_telephone",
            asks="A telephone number we can reach you on today",
            kind=Kind.PHONE,
        ),
    ),
)

guest_sender = Instrument(
    key="guest-sender",
    version=1,
    title="About you",
    sections=(sender,),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
)


def offering(workplaces: Iterable[tuple[str, ...]], *, all_of_them: bool = False) -> Section:
    """Return the section with these workplaces to choose from, and any other.

    Each is its key, its name, and what tells it apart. Where they are `all_of_them`, none are
    looked for.
    """
    listed = tuple(Option(key=key, label=name, hint=more) for key, name, more in workplaces)
    offers = "" if all_of_them else agency.offers
    chosen = replace(agency, options=(*listed, ANOTHER_ONE), offers=offers)
    questions = tuple(chosen if each is agency else each for each in sender.questions)
    return replace(sender, questions=questions)
