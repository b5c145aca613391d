"""What the meetings about children rest on."""

from goldenthread.kernel.citation import Citation

STRATEGY = Citation(
    source="Working Together to Safeguard Children",
    place="strategy discussions: social care, police, health and others as the case needs",
    status="seen",
)
CONFERENCE = Citation(
    source="Working Together to Safeguard Children", place="child protection conferences"
)
REVIEW = Citation(
    source="Working Together to Safeguard Children", place="child protection review conferences"
)
CORE_GROUP = Citation(source="Working Together to Safeguard Children", place="core groups")
IN_NEED = Citation(source="Children Act 1989", place="section 17")
REPORTS = Citation(
    source="Partnership convention", place="reports before a conference", status="LOCAL"
)
