"""What is chosen from when something is shared, or is not: purposes, agreement, ways, reasons.

Two purposes are left out on purpose:
statistics, which are never about one child, and reviews of deaths and of practice, whose papers
name nobody.
"""

from goldenthread.content.need_to_know import purposes
from goldenthread.language.question import Option

EARLY_HELP, CHILD_IN_NEED = purposes.early_help.key, purposes.section_17.key
PURPOSES = tuple(
    Option(key=each.key, label=each.title)
    for each in (
        purposes.section_47, purposes.strategy, purposes.emergency, purposes.conference,
        purposes.core_group, purposes.section_17, purposes.early_help, purposes.care_review,
        purposes.exploitation, purposes.allegation, purposes.marac, purposes.mappa, purposes.court,
        purposes.subject_request,
    )
)  # fmt: skip

GIVEN, REFUSED, WITHDRAWN = "given", "refused-overridden", "withdrawn"
UNSAFE, PREJUDICE = "not-sought-unsafe", "not-sought-would-prejudice"
NEED_A_REASON = (REFUSED, WITHDRAWN, UNSAFE, PREJUDICE)
AGREEMENT = (
    Option(key=GIVEN, label="They were asked and agree"),
    Option(key=REFUSED, label="They were asked and do not agree, and it is needed all the same"),
    Option(key=UNSAFE, label="Not asked: asking could put somebody in danger"),
    Option(key=PREJUDICE, label="Not asked: it could spoil an enquiry or an investigation"),
    Option(key=WITHDRAWN, label="They agreed and have taken it back"),
    Option(key="not-needed", label="Not asked: told them instead, as the law does not need it"),
)

# How long what was given may be read where the giver says nothing else: this partnership's own.
READ_FOR_DAYS = 90

WAYS = (
    Option(key="spoken", label="Spoken, in person or by telephone"),
    Option(key="paper", label="On paper, into their hands"),
    Option(key="secure-message", label="By a secure message outside this service"),
)

WHY_NOT = (
    Option(key="more-detrimental", label="Giving it would harm the child more than keeping it"),
    Option(key="not-needed", label="They do not need it for what they asked"),
    Option(key="not-ours", label="It is another agency's to give: they were told which"),
    Option(key="no-basis", label="There is no lawful basis for it"),
    Option(key="agreement", label="Agreement is needed for this, and was refused"),
    Option(key="not-held", label="We do not have it"),
)
