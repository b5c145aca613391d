"""The questions of sharing: why, on what basis, what the family said, for how long, and to whom.

A lawful basis and agreement are two questions and never one: a refusal is weighed and is by itself
no reason to keep silent, and where consent is the basis it must have been given (UK GDPR article
7). A decision not to share is recorded as a decision to share is (Children Act 2004 section
16LA(3); HM Government, Information sharing advice, 2024).
"""

from goldenthread.content.partnership import legal_bases, sharing_powers, sharing_words
from goldenthread.kernel.citation import Citation
from goldenthread.language.basis import Basis, Sort, options
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question, Within

ADVICE = Citation(
    source="Information sharing: advice for practitioners providing safeguarding services",
    place="the golden rules",
)
BASES = tuple(
    each
    for module in (legal_bases, sharing_powers)
    for each in vars(module).values()
    if isinstance(each, Basis)
)

PURPOSE = Question(
    key="purpose",
    asks="What will they use it for?",
    kind=Kind.CHOICE,
    options=sharing_words.PURPOSES,
)
WHY = Section(
    key="why",
    holds="narrative",
    title="Why",
    questions=(
        PURPOSE,
        Question(
            key="necessity",
            asks="Why do they need this, and why is less not enough?",
            kind=Kind.LONG_TEXT,
        ),
    ),
)
LAW = Section(
    key="law",
    holds="legal",
    title="The law",
    questions=(
        Question(
            key="lawful_basis",
            asks="What is the lawful basis?",
            hint="For a public body that keeps children safe it is nearly always the first",
            kind=Kind.CHOICE,
            options=options(BASES, sort=Sort.LAWFUL_BASIS),
        ),
        Question(
            key="power",
            asks="Which power or duty?",
            kind=Kind.CHOICE,
            options=options(BASES, sort=Sort.POWER),
        ),
        Question(
            key="condition",
            asks="What of health, origin, belief, sex life or crime?",
            hint="Such information needs a condition of its own",
            kind=Kind.CHOICE,
            options=options(BASES, sort=Sort.CONDITION),
        ),
    ),
)
FAMILY = Section(
    key="family",
    holds="legal",
    title="The child and family",
    questions=(
        Question(
            key="agreement",
            asks="Were they asked?",
            hint="The parents, or the child who understands what is asked",
            kind=Kind.CHOICE,
            options=sharing_words.AGREEMENT,
        ),
        Question(
            key="agreement_why",
            asks="Why is it right all the same?",
            hint="What they said, and what outweighs it",
            kind=Kind.LONG_TEXT,
            only_if=answer("agreement").one_of(*sharing_words.NEED_A_REASON),
        ),
    ),
)
HOW_LONG = Section(
    key="how_long",
    holds="admin",
    title="How long",
    questions=(
        Question(
            key="until",
            asks="Until when may they read it?",
            hint=f"Leave it empty for {sharing_words.READ_FOR_DAYS} days",
            kind=Kind.DATE,
            required=False,
            within=Within(
                years=0, days=365, says="Until when must be today or a day of the coming year"
            ),
        ),
    ),
)
WHO = Section(
    key="who",
    holds="admin",
    title="Who was told",
    questions=(
        Question(key="told_name", asks="Who was told?", kind=Kind.TEXT),
        Question(key="told_agency", asks="For which agency?", kind=Kind.TEXT),
        Question(key="way", asks="How?", kind=Kind.CHOICE, options=sharing_words.WAYS),
    ),
)
