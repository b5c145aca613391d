"""What lets an agency give information about a child to another: dated, so that law may move.

Sharing to keep a child safe rests on a public task or a legal duty and hardly ever on consent;
agreement is practice and is asked apart from it (UK GDPR articles 6 and 9; Data Protection Act 2018
schedule 1). Where a day is marked known, somebody confirms it before it is relied on.
"""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.language.basis import Basis, Sort

GDPR, DPA = "UK General Data Protection Regulation", "Data Protection Act 2018"
FROM_2018 = date(2018, 5, 25)

public_task = Basis(
    key="public-task",
    sort=Sort.LAWFUL_BASIS,
    title="Public task: it is needed for what this agency is there by law to do",
    law=Citation(source=GDPR, place="article 6(1)(e)"),
    since=FROM_2018,
)
legal_obligation = Basis(
    key="legal-obligation",
    sort=Sort.LAWFUL_BASIS,
    title="Legal obligation: the law says this agency must",
    law=Citation(source=GDPR, place="article 6(1)(c)"),
    since=FROM_2018,
)
vital_interests = Basis(
    key="vital-interests",
    sort=Sort.LAWFUL_BASIS,
    title="Vital interests: somebody's life is in danger",
    law=Citation(source=GDPR, place="article 6(1)(d)"),
    since=FROM_2018,
)
recognised_interest = Basis(
    key="recognised-legitimate-interest",
    sort=Sort.LAWFUL_BASIS,
    title="Recognised legitimate interest: a body that is not public, to safeguard somebody",
    law=Citation(
        source=GDPR, place="article 6(1)(ea), inserted by the Data (Use and Access) Act 2025"
    ),
    since=date(2026, 2, 5),
)
legitimate_interest = Basis(
    key="legitimate-interest",
    sort=Sort.LAWFUL_BASIS,
    title="Legitimate interest: a body that is not public, weighed against the person's own",
    law=Citation(source=GDPR, place="article 6(1)(f)"),
    since=FROM_2018,
)
consent = Basis(
    key="consent",
    sort=Sort.LAWFUL_BASIS,
    title="Consent: they chose it freely and may take it back",
    law=Citation(source=GDPR, place="article 6(1)(a)"),
    since=FROM_2018,
)

safeguarding = Basis(
    key="safeguarding",
    sort=Sort.CONDITION,
    title="Safeguarding of children and of people at risk",
    law=Citation(source=DPA, place="schedule 1 paragraph 18"),
    since=FROM_2018,
)
statutory_function = Basis(
    key="statutory-function",
    sort=Sort.CONDITION,
    title="A function given by law, in the substantial public interest",
    law=Citation(source=DPA, place="schedule 1 paragraph 6"),
    since=FROM_2018,
)
health_or_care = Basis(
    key="health-or-social-care",
    sort=Sort.CONDITION,
    title="Giving or managing health or social care",
    law=Citation(source=DPA, place="schedule 1 paragraph 2"),
    since=FROM_2018,
)
law_enforcement = Basis(
    key="law-enforcement",
    sort=Sort.CONDITION,
    title="Preventing, investigating or prosecuting crime, by an agency that does so by law",
    law=Citation(source=DPA, place="part 3 and schedule 8"),
    since=FROM_2018,
)
nothing_special = Basis(
    key="nothing-special",
    sort=Sort.CONDITION,
    title="None needed: nothing in it is about health, origin, belief, sex life or crime",
    law=Citation(source=GDPR, place="articles 9 and 10"),
    since=FROM_2018,
)
