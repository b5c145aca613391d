"""The law of protection, as its declarations cite it."""

from goldenthread.kernel.citation import Citation

STATUTORY = "Working Together to Safeguard Children 2018"

assessing = Citation(source=STATUTORY, place="chapter 1, assessment")
strategy = Citation(source=STATUTORY, place="chapter 1, strategy discussion")
enquiring = Citation(source="Children Act 1989", place="section 47")
conferring = Citation(source=STATUTORY, place="chapter 1, initial child protection conferences")
planning = Citation(source=STATUTORY, place="chapter 1, the child protection plan")
reviewing = Citation(source=STATUTORY, place="chapter 1, child protection review conferences")
in_need = Citation(source="Children Act 1989", place="section 17")
family_help = Citation(
    source="Working Together to Safeguard Children 2026", place="chapter 2, family help"
)


def census(rule: str) -> Citation:
    """Return the citation of a rule of the children in need census."""
    return Citation(source="Children in need census guide", place=rule)


def local(place: str) -> Citation:
    """Return the citation of what the partnership has set for itself."""
    return Citation(source="Local convention", place=place, status="LOCAL")
