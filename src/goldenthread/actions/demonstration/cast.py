"""Who works in the invented place: the cast somebody may sign in as, and their colleagues."""

import math

from goldenthread.actions.demonstration import names, place
from goldenthread.actions.demonstration.place import AccountMade, AgencyMade

# Schools at the volume of a whole city; a small demonstration has fewer, and never fewer than ten.
MOST_SCHOOLS, FEWEST_SCHOOLS = 60, 10

CAST: tuple[AccountMade, ...] = (
    AccountMade(
        email="ruth.oldroyd@oxgarth.invalid",
        full_name="Ruth Oldroyd",
        job_title="Deputy head and designated safeguarding lead",
        role="designated-safeguarding-lead",
        agency=place.school(0).key,
    ),
    AccountMade(
        email="sajid.karim@skelderfold.invalid",
        full_name="Sajid Karim",
        job_title="Designated safeguarding lead",
        role="designated-safeguarding-lead",
        agency=place.school(3).key,
    ),
    AccountMade(
        email="leanne.brook@kelderby.invalid",
        full_name="Leanne Brook",
        job_title="Front door social worker",
        role="front-door-screener",
        agency=place.COUNCIL.key,
        team=place.FRONT_DOOR,
    ),
    AccountMade(
        email="david.osei@kelderby.invalid",
        full_name="David Osei",
        job_title="Front door practitioner",
        role="front-door-screener",
        agency=place.COUNCIL.key,
        team=place.FRONT_DOOR,
    ),
    AccountMade(
        email="shazia.mahmood@kelderby.invalid",
        full_name="Shazia Mahmood",
        job_title="Team manager, integrated front door",
        role="front-door-manager",
        agency=place.COUNCIL.key,
        team=place.FRONT_DOOR,
    ),
    AccountMade(
        email="gwen.hartle@kelderby.invalid",
        full_name="Gwen Hartle",
        job_title="Business support, directory of services",
        role="register-keeper",
        agency=place.PARTNERSHIP.key,
    ),
    AccountMade(
        email="martin.teale@kelderby.invalid",
        full_name="Martin Teale",
        job_title="Practice manager, integrated front door",
        role="front-door-manager",
        agency=place.COUNCIL.key,
        team=place.FRONT_DOOR,
    ),
    AccountMade(
        email="owen.hartley@kelderby.invalid",
        full_name="Owen Hartley",
        job_title="Social worker, assessment team",
        role="social-worker",
        agency=place.COUNCIL.key,
        team=place.ASSESSMENT,
    ),
    AccountMade(
        email="bridget.kane@kelderby.invalid",
        full_name="Bridget Kane",
        job_title="Emergency duty team social worker",
        role="emergency-duty-worker",
        agency=place.COUNCIL.key,
    ),
    AccountMade(
        email="farah.siddiqui@kelderby.invalid",
        full_name="Farah Siddiqui",
        job_title="Early help co-ordinator",
        role="early-help-coordinator",
        agency=place.COUNCIL.key,
    ),
    AccountMade(
        email="marcus.webb@kelderdale-police.invalid",
        full_name="Marcus Webb",
        job_title="Detective sergeant in the MASH",
        role="mash-partner",
        agency=place.POLICE.key,
    ),
    AccountMade(
        email="nadia.rahman@kelderby-hospitals.invalid",
        full_name="Nadia Rahman",
        job_title="Safeguarding nurse in the MASH",
        role="mash-partner",
        agency=place.HEALTH.key,
    ),
    AccountMade(
        email="colin.birtles@kelderdale-police.invalid",
        full_name="Colin Birtles",
        job_title="Police constable, domestic abuse unit",
        role="domestic-abuse-officer",
        agency=place.POLICE.key,
    ),
    AccountMade(
        email="helen.dacre@kelderby.invalid",
        full_name="Helen Dacre",
        job_title="Head of service, safeguarding",
        role="service-head",
        agency=place.COUNCIL.key,
    ),
    AccountMade(
        email="imran.yousaf@kelderdale-police.invalid",
        full_name="Imran Yousaf",
        job_title="Detective superintendent and safeguarding partner",
        role="safeguarding-partner",
        agency=place.POLICE.key,
    ),
    AccountMade(
        email="dilys.harcourt@kelderby.invalid",
        full_name="Dilys Harcourt",
        job_title="Director of children's services and safeguarding partner",
        role="safeguarding-partner",
        agency=place.COUNCIL.key,
    ),
    AccountMade(
        email="judith.lyle@kelderby-partnership.invalid",
        full_name="Judith Lyle",
        job_title="Independent scrutineer",
        role="independent-scrutineer",
        agency=place.PARTNERSHIP.key,
    ),
    AccountMade(
        email="jo.threlfall@kelderby-hospitals.invalid",
        full_name="Jo Threlfall",
        job_title="Health visitor",
        role="referring-professional",
        agency=place.HEALTH.key,
    ),
    AccountMade(
        email="priya.nair@kelderby.invalid",
        full_name="Priya Nair",
        job_title="Performance analyst",
        role="analyst",
        agency=place.COUNCIL.key,
        team="performance",
    ),
    AccountMade(
        email="anita.rowe@kelderby.invalid",
        full_name="Anita Rowe",
        job_title="Privacy officer",
        role="privacy-officer",
        agency=place.COUNCIL.key,
        team="digital",
    ),
    AccountMade(
        email="gwen.abbott@kelderby.invalid",
        full_name="Gwen Abbott",
        job_title="Systems administrator",
        role="system-administrator",
        agency=place.COUNCIL.key,
        team="digital",
    ),
    AccountMade(
        email="tom.ashworth@kelderby.invalid",
        full_name="Tom Ashworth",
        job_title="Systems administrator",
        role="system-administrator",
        agency=place.COUNCIL.key,
        team="digital",
    ),
    AccountMade(
        email="hilary.booth@kelderby-hospitals.invalid",
        full_name="Hilary Booth",
        job_title="Safeguarding administrator",
        role="account-administrator",
        agency=place.HEALTH.key,
    ),
    AccountMade(
        email="miriam.lowe@kelderby-hospitals.invalid",
        full_name="Miriam Lowe",
        job_title="Medical director and Caldicott Guardian",
        role="caldicott-guardian",
        agency=place.HEALTH.key,
    ),
    AccountMade(
        email="steven.pryce@kelderby.invalid",
        full_name="Steven Pryce",
        job_title="Team manager, assessment team",
        role="social-work-team-manager",
        agency=place.COUNCIL.key,
        team=place.ASSESSMENT,
    ),
    AccountMade(
        email="frances.adeyemi@kelderby.invalid",
        full_name="Frances Adeyemi",
        job_title="Child protection conference chair",
        role="conference-chair",
        agency=place.COUNCIL.key,
        team=place.REVIEWING,
    ),
    AccountMade(
        email="comfort.asante@kelderby-school-nursing.invalid",
        full_name="Comfort Asante",
        job_title="School nurse",
        role="health-visitor",
        agency=place.NURSING.key,
    ),
    AccountMade(
        email="peter.wray@kelderby-partnership.invalid",
        full_name="Peter Wray",
        job_title="Business unit, partnership meetings",
        role="business-unit-administrator",
        agency=place.PARTNERSHIP.key,
    ),
    AccountMade(
        email="amira.sharif@kelderby-partnership.invalid",
        full_name="Amira Sharif",
        job_title="Business unit, tools and audits",
        role="business-unit-administrator",
        agency=place.PARTNERSHIP.key,
    ),
)


def agencies(scale: float) -> tuple[AgencyMade, ...]:
    """Return every agency of a place of this scale, the schools last."""
    partners = (place.COUNCIL, place.POLICE, place.HEALTH, place.NURSING, place.PARTNERSHIP)
    return partners + tuple(place.school(number) for number in range(schools(scale)))


def schools(scale: float) -> int:
    """Return how many schools send contacts in a place of this scale."""
    return min(MOST_SCHOOLS, max(FEWEST_SCHOOLS, math.ceil(MOST_SCHOOLS * scale)))


def accounts(scale: float) -> tuple[AccountMade, ...]:
    """Return the cast, then colleagues whose accounts are closed: the leads of the other schools.

    A whole city has more people at its front door than anybody would choose between to sign in as,
    so those are closed too.
    """
    taken = {account.agency for account in CAST}
    leads = [
        _colleague(
            number,
            job_title="Designated safeguarding lead",
            role="designated-safeguarding-lead",
            agency=place.school(number).key,
        )
        for number in range(schools(scale))
        if place.school(number).key not in taken
    ]
    return (*CAST, *leads, *_front_door(scale, after=MOST_SCHOOLS))


def _front_door(scale: float, *, after: int) -> list[AccountMade]:
    more = {"front-door-screener": round(8 * scale), "front-door-manager": round(3 * scale)}
    titles = {
        "front-door-screener": "Front door social worker",
        "front-door-manager": "Team manager",
    }
    found: list[AccountMade] = []
    for role, number in more.items():
        found += [
            _colleague(
                after + len(found) + each,
                job_title=titles[role],
                role=role,
                agency=place.COUNCIL.key,
                team=place.FRONT_DOOR,
            )
            for each in range(number)
        ]
    return found


def _colleague(
    number: int, *, job_title: str, role: str, agency: str, team: str = ""
) -> AccountMade:
    name = names.STAFF[number % len(names.STAFF)]
    return AccountMade(
        email=f"{name.lower().replace(' ', '.')}.{number}@colleague.invalid",
        full_name=name,
        job_title=job_title,
        role=role,
        agency=agency,
        team=team,
        signs_in=False,
    )
