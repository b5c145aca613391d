"""The power or duty by which an agency gives something to another: dated, as the bases are.

From 2026 a safeguarding partner must share what it thinks relevant, and says so where it does not
because that would be more detrimental to the child (Children Act 2004 sections 16LA to 16LC,
inserted by section 4 of the Children's Wellbeing and Schools Act 2026). The day those sections
begin is to be confirmed; until somebody has, they are offered from Royal Assent.
"""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.language.basis import Basis, Sort

ACT_1989, ACT_2004 = "Children Act 1989", "Children Act 2004"
ROYAL_ASSENT = date(2026, 4, 29)

help_with_enquiries = Basis(
    key="help-with-enquiries",
    sort=Sort.POWER,
    title="To help the council's enquiries into significant harm",
    law=Citation(source=ACT_1989, place="section 47(9) to (11)"),
    since=date(1991, 10, 14),
)
help_with_functions = Basis(
    key="help-with-functions",
    sort=Sort.POWER,
    title="To help the council help a child in need",
    law=Citation(source=ACT_1989, place="section 27"),
    since=date(1991, 10, 14),
)
welfare_arrangements = Basis(
    key="welfare-arrangements",
    sort=Sort.POWER,
    title="To do this agency's work with regard to children's safety and welfare",
    law=Citation(source=ACT_2004, place="section 11"),
    since=date(2005, 10, 1),
)
co_operation = Basis(
    key="co-operation",
    sort=Sort.POWER,
    title="To work with other agencies to improve children's well-being",
    law=Citation(source=ACT_2004, place="section 10"),
    since=date(2005, 4, 1),
)
schools_welfare = Basis(
    key="schools-welfare",
    sort=Sort.POWER,
    title="To safeguard the pupils of a school or college",
    law=Citation(source="Education Act 2002", place="section 175"),
    since=date(2004, 6, 1),
)
prevent_crime = Basis(
    key="prevent-crime",
    sort=Sort.POWER,
    title="To prevent crime or disorder",
    law=Citation(source="Crime and Disorder Act 1998", place="section 115"),
    since=date(1998, 9, 30),
)
police_common_law = Basis(
    key="police-common-law",
    sort=Sort.POWER,
    title="The police's duty at common law to protect life and prevent crime",
    law=Citation(source="Common law", place="policing purposes"),
)
review_request = Basis(
    key="review-request",
    sort=Sort.POWER,
    title="The safeguarding partners asked for it in order to do their work",
    law=Citation(source=ACT_2004, place="section 16H"),
    since=date(2018, 6, 29),
)
duty_to_share = Basis(
    key="duty-to-share",
    sort=Sort.POWER,
    title="The duty to share what is relevant to a child's safety or welfare",
    law=Citation(source=ACT_2004, place="section 16LA"),
    since=ROYAL_ASSENT,
)
court_order = Basis(
    key="court-order",
    sort=Sort.POWER,
    title="A court ordered it",
    law=Citation(source="The order", place="its date and number go in the words below"),
)
