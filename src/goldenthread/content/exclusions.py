"""Why somebody is kept from a record, whatever their work: the exclusion list.

UK GDPR Article 5(1)(f) and the Caldicott principles: access is for who needs it, and nobody works
with, or looks at, their own family. Social Work England's professional standards ask a worker to
say so themselves. Nothing overrides it but a Caldicott Guardian and the council's safeguarding
partner together.
"""

from goldenthread.kernel.citation import Citation

LAW = Citation(source="UK GDPR", place="Article 5(1)(f)")
DECLARING = Citation(
    source="Professional standards, Social Work England", place="standard 2.6, conflicts"
)

# The desk of those who keep the list. PostgreSQL's functions know the same word.
DESK = "exclusions"

SUBJECT, HOUSEHOLD = "subject", "household"
KINDS = {
    SUBJECT: "It is their own record",
    "relative": "A relative",
    HOUSEHOLD: "They live with them",
    "ex-partner": "A partner, or somebody who was one",
    "neighbour": "A neighbour, or a friend of the family",
    "conflict": "Another conflict of interest",
}
# What is asked of the others in the household, who may not be left out by forgetting them.
HOUSEHOLD_TOO, SOME, NOBODY_ELSE = "household", "some", "nobody"
OTHERS = {
    HOUSEHOLD_TOO: "The whole household, whoever comes to live there too",
    SOME: "Only those ticked below",
    NOBODY_ELSE: "Only this child",
}

LONGEST_WHY = 2000

# The two who together may let somebody back, and the kind of agency the second must be of.
GUARDIAN, PARTNER, OF_THE = "caldicott-guardian", "safeguarding-partner", "council"
WHICH_TWO = (
    "To let somebody back takes a Caldicott Guardian and the council's safeguarding partner, one of"
    " each."
)


def two_may_lift(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether these two may let somebody back, each a role and the kind of its agency."""
    roles = {one[0]: one[1], other[0]: other[1]}
    return roles.keys() == {GUARDIAN, PARTNER} and roles[PARTNER] == OF_THE
