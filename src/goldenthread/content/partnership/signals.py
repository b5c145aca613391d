"""What on the trail a privacy officer is asked to look into, and by when.

Data Protection Act 2018 section 170 makes knowing access without the controller's consent an
offence; UK GDPR Article 5(1)(f) and 32 ask for measures that find it. No signal says that somebody
did wrong: each is a question. The numbers are LOCAL: the partnership sets them.
"""

from datetime import date, timedelta

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days
from goldenthread.language.baseline import Baseline

LAW = Citation(source="UK GDPR", place="Articles 5(1)(f) and 32")
LOCAL = Citation(source="Local convention", place="access monitoring", status="LOCAL")

FAR_ABOVE, SAME_SURNAME, SAME_ADDRESS = "far-above", "same-surname", "same-address"
CLOSED_CASE, BREAK_GLASS, AGAIN = "closed-case", "break-glass", "break-glass-again"

TITLES = {
    FAR_ABOVE: "Opened far more records than is usual in the role",
    SAME_SURNAME: "Opened the record of somebody with their own family name",
    SAME_ADDRESS: "Opened the record of somebody at their own postcode",
    CLOSED_CASE: "Opened the record of a child whose last case closed long ago",
    BREAK_GLASS: "Opened a record by break-glass",
    AGAIN: "Broke the glass again while it was broken, or often",
}

# Records opened in a day by one person, lists apart, against the role's own days before. Whoever is
# in the household of an open contact is not counted: that is the work.
OPENED = Baseline(days=28, deviations=6, least=20, enough=10, unknown=60)
CLOSED_FOR = timedelta(days=90)
# What is written on the trail when a record is opened by break-glass.
BREAK_GLASS_VERB = "break-glass.open"

REVIEWED_WITHIN = working_days(1, since=date(2018, 7, 4))

# What a privacy officer may find; each says why.
OUTCOMES = {
    "reason": "There was a reason to look",
    "asked": "Passed to their manager to ask them",
    "breach": "There was no reason: dealt with as a breach",
}
