"""Made-up casework, built through the product's own doors and never behind its back.

Everybody here is invented. The day is Tuesday 3 March 2020, before the demonstration's own day, so
that what is made here has already happened when a page is asked for.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from goldenthread.access import services
from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    acknowledgements,
    contacts,
    drafts,
    entries,
    entry_withdrawals,
    establish,
    referrals,
    withdrawals,
)
from goldenthread.kernel.calendar import LONDON
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting

NOW = datetime(2020, 3, 3, 10, 0, tzinfo=LONDON)

AGENCIES = {
    "beck-lane": ("Beck Lane Primary School", "school"),
    "moor-edge": ("Moor Edge Academy", "school"),
    "other-police": ("Another police force", "police"),
    "council": ("Council children's services", "council"),
    "partnership": ("The partnership", "partnership"),
    "police": ("District police", "police"),
    "health": ("District hospital", "health"),
    "probation": ("Probation service", "probation"),
    "housing": ("District homes", "housing"),
    "voluntary": ("Beck Families", "voluntary"),
}
PEOPLE = {
    "lead": ("beck-lane", "designated-safeguarding-lead"),
    "other lead": ("moor-edge", "designated-safeguarding-lead"),
    "colleague": ("beck-lane", "designated-safeguarding-lead"),
    "screener": ("council", "front-door-screener"),
    "second screener": ("council", "front-door-screener"),
    "manager": ("council", "front-door-manager"),
    "second manager": ("council", "front-door-manager"),
    "police partner": ("police", "mash-partner"),
    "health partner": ("health", "mash-partner"),
    "emergency duty": ("council", "emergency-duty-worker"),
    "professional": ("health", "referring-professional"),
    "early help": ("council", "early-help-coordinator"),
    "social worker": ("council", "social-worker"),
    "head of service": ("council", "service-head"),
    "partner executive": ("police", "safeguarding-partner"),
    "scrutineer": ("partnership", "independent-scrutineer"),
    "officer": ("police", "domestic-abuse-officer"),
    "other officer": ("other-police", "domestic-abuse-officer"),
    "privacy officer": ("council", "privacy-officer"),
    "analyst": ("council", "analyst"),
    "keeper": ("partnership", "register-keeper"),
    "administrator": ("council", "system-administrator"),
    "second administrator": ("partnership", "system-administrator"),
    "accounts keeper": ("health", "account-administrator"),
    "guardian": ("health", "caldicott-guardian"),
    "access officer": ("council", "subject-access-officer"),
    "auditor": ("health", "auditor"),
    "team manager": ("council", "social-work-team-manager"),
    "chair": ("council", "conference-chair"),
    "designated officer": ("council", "lado"),
    "exploitation lead": ("council", "exploitation-coordinator"),
    "death reviewer": ("health", "child-death-coordinator"),
    "backup operator": ("council", "backup-operator"),
    "business unit": ("partnership", "business-unit-administrator"),
    "protection officer": ("police", "police-protection-officer"),
    "intelligence officer": ("police", "police-intelligence-officer"),
    "health visitor": ("health", "health-visitor"),
    "named nurse": ("health", "named-nurse"),
    "practice lead": ("health", "gp-practice-lead"),
    "probation": ("probation", "probation-lead"),
    "housing": ("housing", "housing-lead"),
    "voluntary": ("voluntary", "voluntary-sector-lead"),
    "youth justice": ("council", "youth-justice-worker"),
}
SERVICES = ("intake", "correspondence")

SCREENED = {"purpose": "concern", "front_door_level": "4", "screening_summary": "Canary: screened"}
ADVICE = {**SCREENED, "purpose": "advice-request"}
REFER = {"outcome": "referral-to-social-care", "rationale": "Canary: rationale"}
ADVISE = {"outcome": "advice-to-professional", "rationale": "Canary: rationale"}
NO_ACTION = {
    "outcome": "no-further-action",
    "help_given": "no",
    "nfa_reason": "below-threshold",
    "rationale": "Canary: rationale",
}
ENQUIRE = {
    "mash_priority": "amber",
    "mash_why": "Canary: why an enquiry",
    "mash_agencies": ["police", "health"],
    "mash_asked": "Canary: what is asked",
}
KNOWN = {
    "known_to_agency": "yes",
    "agency_information": "Canary: what the agency knows",
    "share_restriction": ["nobody"],
}
ANALYSED = {"mash_analysis": "Canary: analysis", "mash_recommends": "referral-to-social-care"}
CLOSED = {"close_reason": "RC8", "closing_summary": "Canary: closing"}
LETTER = {"told_referrer": "Canary: the words for the referrer", "told_by": "here"}

People = Mapping[str, UUID]


def people(cursor: Any, *, since: datetime = NOW - timedelta(days=400)) -> dict[str, UUID]:
    """Make the services and everybody of PEOPLE through a loader's cursor; return their ids."""
    establish.all_services(cursor)
    agencies = {
        key: establish.agency(cursor, key=key, name=name, kind=kind)
        for key, (name, kind) in AGENCIES.items()
    }
    made = {
        who: establish.account(
            cursor,
            email=f"{who.replace(' ', '.')}@example.invalid",
            full_name=who.title(),
            job_title="",
            role=role,
            agency_id=agencies[agency],
            password="!",
            at=since,
        )
        for who, (agency, role) in PEOPLE.items()
    }
    for who in ("screener", "second screener"):
        establish.delegation(
            cursor,
            account_id=made[who],
            duty="contact-decision",
            given_by=made["manager"],
            starts_at=since,
        )
    return made | {key: services.account_id(key) for key in SERVICES}


@contextmanager
def working(account_id: UUID, *, at: datetime = NOW) -> Iterator[Viewer]:
    """Act as an account inside one transaction; yields the viewer it is."""
    with acting(account_id, now=at, purpose="test"):
        yield viewers.of(Account.objects.get(pk=account_id), now=at)


def form(*given_names: str, **shared: str) -> dict[str, list[str]]:
    """Return a posted referral form about children of these names."""
    typed = {
        "in_danger_now": "no",
        "worried_about": "Canary: the worry",
        "told_family": "yes",
        "level_of_need": "not-sure",
        "reach_me": "01274 000000",
        "declaration": "true",
        **shared,
    }
    for place, name in enumerate(given_names):
        typed |= {
            f"children-{place}-given_name": name,
            f"children-{place}-family_name": "Akhtar",
            f"children-{place}-date_of_birth-day": "27",
            f"children-{place}-date_of_birth-month": "3",
            f"children-{place}-date_of_birth-year": "2012",
            f"children-{place}-sex": "M",
            f"children-{place}-child_words": f"Canary: the words of {name}",
        }
    return {name: [value] for name, value in {**typed, **shared}.items()}


def drafted(account_id: UUID, *given_names: str, at: datetime = NOW, **shared: str) -> UUID:
    """Keep a draft about children of these names, complete but not sent; return its id."""
    with working(account_id, at=at) as by:
        typed = form(*given_names, **shared)
        return drafts.save(by=by, instrument="referral-form", typed=typed, at=at).pk


def send(account_id: UUID, *given_names: str, at: datetime = NOW, **shared: str) -> UUID:
    """Send a referral about children of these names; return its occasion's id."""
    draft_id = drafted(account_id, *given_names, at=at, **shared)
    with working(account_id, at=at) as by:
        return referrals.send(by=by, draft_id=draft_id, at=at).occasion_id


def contacts_of(occasion_id: UUID, *, people: People) -> list[UUID]:
    """Return the ids of an occasion's contacts in the order of its children."""
    with working(people["manager"]):
        found = Episode.objects.filter(occasion_id=occasion_id).order_by("reference")
        return [episode.pk for episode in found]


def withdraw(
    account_id: UUID,
    contact: UUID,
    *,
    given_name: str = "Rightly",
    at: datetime = NOW,
    child_id: UUID | None = None,
) -> UUID:
    """Withdraw a contact and enter it anew under another child; return the new contact's id."""
    with working(account_id, at=at) as by:
        return withdrawals.withdraw(
            by=by,
            episode_id=contact,
            right=withdrawals.Right(
                given_name=given_name, family_name="Whitfield", child_id=child_id
            ),
            why="Canary: why it was another",
            version=getattr(Episode.objects.filter(pk=contact).first(), "version", 0),
            at=at,
        ).pk  # fmt: skip


def withdraw_entry(
    account_id: UUID,
    entry_id: UUID,
    *,
    to: UUID | None = None,
    answers: Mapping[str, object] | None = None,
    at: datetime = NOW,
) -> UUID | None:
    """Withdraw one entry, and enter it anew on another contact; return the new entry's id."""
    with working(account_id, at=at) as by:
        old = Entry.objects.select_related("episode").filter(pk=entry_id).first()
        anew = None
        if to is not None:
            anew = entry_withdrawals.Anew(
                episode_id=to,
                version=Episode.objects.get(pk=to).version,
                answers=old.answers if answers is None else answers,
            )
        new = entry_withdrawals.withdraw(
            by=by,
            entry_id=entry_id,
            why="Canary: why it was another",
            version=old.episode.version if old else 0,
            at=at,
            anew=anew,
        )
        return new.pk if new else None


def record(
    account_id: UUID, step: str, on: UUID, answers: Mapping[str, object], *, at: datetime = NOW
) -> UUID:
    """Record a step on an episode; return the entry's id."""
    with working(account_id, at=at) as by:
        return entries.record(by=by, step=step, on=on, answers=answers, at=at).pk


def claim(account_id: UUID, episode_id: UUID, *, at: datetime = NOW) -> None:
    """Take a contact in hand."""
    with working(account_id, at=at) as by:
        version = Episode.objects.get(pk=episode_id).version
        contacts.claim(by=by, episode_id=episode_id, version=version, at=at)


def acknowledge(occasion_id: UUID, *, at: datetime = NOW) -> bool:
    """Acknowledge an occasion as the worker does."""
    return acknowledgements.send(occasion_id=occasion_id, now=at)


def screen(people: People, episode_id: UUID, *, at: datetime = NOW, **changed: str) -> UUID:
    """Screen a contact as the screener."""
    answers = {**SCREENED, **changed}
    return record(people["screener"], "contact-screened", episode_id, answers, at=at)


def decide(
    people: People, episode_id: UUID, answers: Mapping[str, object], *, at: datetime = NOW
) -> UUID:
    """Decide a contact as the manager."""
    return record(people["manager"], "contact-decided", episode_id, answers, at=at)


def tell(people: People, episode_id: UUID, *, at: datetime = NOW) -> UUID:
    """Tell the referrer as the manager, which closes the contact."""
    return record(people["manager"], "contact-outcome-told", episode_id, LETTER, at=at)


def close_referral(people: People, contact: UUID, *, at: datetime = NOW) -> UUID:
    """Close the referral a contact opened, as the manager."""
    with working(people["manager"], at=at):
        referral = Episode.objects.get(opened_from=contact, pathway="referral").pk
    return record(people["manager"], "referral-closed", referral, CLOSED, at=at)


def decide_referral(people: People, contact: UUID, outcome: str, *, at: datetime = NOW) -> UUID:
    """Decide what the referral a contact opened needs, as the manager."""
    with working(people["manager"], at=at):
        referral = Episode.objects.get(opened_from=contact, pathway="referral").pk
    said = {"referral_outcome": outcome, "referral_reason": "It is what he needs."}
    return record(people["manager"], "referral-decided", referral, said, at=at)


def second_contact(cursor: Any, contact: UUID) -> UUID:
    """Give the child a second contact, as another submission about the same child will."""
    copy = uuid4()
    cursor.execute(
        "insert into gt_episode (id, pathway, subject_person_id, reference, occasion_id, agency_id,"
        " opened_at, sole, state, last_step, lane, due_clock, version, scope, desk, seal)"
        " select %s, pathway, subject_person_id, %s, occasion_id, agency_id, opened_at, sole,"
        " state, last_step, lane, '', version, scope, desk, seal from gt_episode where id = %s",
        [copy, f"C-{copy}", contact],
    )
    cursor.execute(
        "insert into gt_entry (id, episode_id, occasion_id, step, step_version, form, form_version,"
        " happened_at, happened_precision, recorded_at, by_id, agency_id, answers, counted,"
        " why_corrected, scope, desk, seal)"
        " select gen_random_uuid(), %s, occasion_id, step, step_version, form, form_version,"
        " happened_at, happened_precision, recorded_at, by_id, agency_id, answers, counted,"
        " why_corrected, scope, desk, seal from gt_entry where episode_id = %s",
        [copy, contact],
    )
    return copy
