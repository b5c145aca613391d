"""Breaking the glass: opening one child's record, for an hour, when it cannot wait.

Children Act 1989 sections 44, 46 and 47, and the Caldicott principles: the duty to share can be as
important as the duty to keep, and whoever acts on it answers for it afterwards. How often is too
often is LOCAL: the partnership sets it.
"""

from datetime import date, timedelta

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days

LAW = Citation(source="Children Act 1989", place="sections 44, 46 and 47")
LOCAL = Citation(source="Local convention", place="access monitoring", status="LOCAL")

LASTS = timedelta(minutes=60)
LEAST_WHY, LONGEST_WHY = 20, 2000

CATEGORIES = {
    "danger": "A child may be in danger now, and whoever works with them cannot be reached",
    "here": "The child is here: hurt, alone, or missing from somewhere",
    "powers": "Police protection or an emergency order is being decided",
    "other": "Something else that cannot wait",
}

# Again while one runs, or as many as this in so long, and a privacy officer is asked about it.
MANY, LATELY = 3, timedelta(days=7)

REVIEWED_WITHIN = working_days(1, since=date(2018, 7, 4))
OUTCOMES = {
    "justified": "It was justified",
    "not-justified": "It was not justified",
}
