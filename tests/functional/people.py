"""The invented people of the journeys."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from goldenthread.actions import establish as establishing


@dataclass(frozen=True, kw_only=True)
class Person:
    """One invented person who signs in."""

    account_id: UUID
    full_name: str


AGENCIES = (
    ("beckside-primary", "Beckside Primary School", "school"),
    ("childrens-services", "Bradford children's services", "council"),
    ("district-police", "District police", "police"),
    ("business-unit", "The partnership's business unit", "partnership"),
)
PEOPLE = (
    ("Ruth Okafor", "Deputy head", "designated-safeguarding-lead", "beckside-primary"),
    ("Imran Hussain", "Social worker", "front-door-screener", "childrens-services"),
    ("Carol Whitaker", "Team manager", "front-door-manager", "childrens-services"),
    (
        "Nasreen Malik",
        "Emergency duty social worker",
        "emergency-duty-worker",
        "childrens-services",
    ),
    ("Priya Shah", "Detective constable", "domestic-abuse-officer", "district-police"),
    ("Tomasz Nowak", "Data analyst", "analyst", "business-unit"),
    ("Leila Haddad", "Privacy officer", "privacy-officer", "childrens-services"),
    ("Jo Lister", "System administrator", "system-administrator", "business-unit"),
    ("Kay Dunn", "System administrator", "system-administrator", "business-unit"),
    ("Owen Sharp", "Social worker", "social-worker", "childrens-services"),
    ("Steph Pryor", "Team manager", "social-work-team-manager", "childrens-services"),
    ("Frances Bell", "Conference chair", "conference-chair", "childrens-services"),
    ("Meera Joshi", "Early help co-ordinator", "early-help-coordinator", "childrens-services"),
)


def establish(cursor: Any, *, at: datetime) -> dict[str, Person]:
    """Make the services, the agencies and the people; return the people by first name."""
    establishing.all_services(cursor)
    agencies = {
        key: establishing.agency(cursor, key=key, name=name, kind=kind)
        for key, name, kind in AGENCIES
    }
    made = {}
    for full_name, job_title, role, agency in PEOPLE:
        first = full_name.split()[0]
        account_id = establishing.account(
            cursor,
            email=f"{first.lower()}@{agency}.example",
            full_name=full_name,
            job_title=job_title,
            role=role,
            agency_id=agencies[agency],
            password="!",
            at=at,
        )
        made[first] = Person(account_id=account_id, full_name=full_name)
    return made
