"""What every desk but the front door's holds this morning, so that each page has something on it.

Told by hand and once only, however large the place is.
"""

from collections.abc import Iterator
from random import Random

from django.db.models import Model

from goldenthread.actions.demonstration import (
    cases_abuse,
    cases_born,
    cases_held,
    cases_mash,
    hours,
)
from goldenthread.actions.demonstration.cases import Case, Telling, moment
from goldenthread.actions.demonstration.people import People
from goldenthread.actions.demonstration.plan import Totals
from goldenthread.content.front_door.outcome import OPENS_REFERRAL

# Those of one line are about one family.
FAMILIES: tuple[tuple[Case, ...], ...] = (
    *((case,) for case in cases_mash.CASES),
    *cases_abuse.FAMILIES,
    *cases_born.FAMILIES,
    (cases_held.ARCHIE_CASE, cases_held.ARCHIE_PASSED, cases_held.ARCHIE_AGAIN),
    (cases_held.NIAMH_CASE, cases_held.NIAMH_NOTIFIED),
    (cases_held.HANDED_TO_NIGHT,),
    (cases_held.HANDED_BACK,),
    (cases_held.UNTAKEN,),
)
# Two reports of one child whom nobody has yet said is one.
APART: tuple[tuple[Case, ...], ...] = (cases_held.TWICE,)


def totals() -> Totals:
    """Return what this takes from the year's totals: not what came in this morning."""
    every = [case for family in (*FAMILIES, *APART, (cases_held.DISAGREED,)) for case in family]
    referred = sum(
        len(case.children)
        for case in every
        for did in case.did
        if did.answers.get("outcome") in OPENS_REFERRAL
    )
    contacts = sum(len(case.children) for case in every if moment(case.at).date() < hours.LAST)
    return Totals(contacts=contacts, referrals=referred, children=referred)


def of(*, people: People, chance: Random) -> Iterator[Model]:
    """Return the rows of every case."""
    for apart, families in ((False, FAMILIES), (True, APART)):
        for family in families:
            telling = Telling(people=people, chance=chance, apart=apart)
            for case in family:
                telling.tell(case)
            yield from telling.into.rows()
    yield from _disagreed(Telling(people=people, chance=chance))


def _disagreed(telling: Telling) -> Iterator[Model]:
    """Return a contact that was decided, its sender's disagreement, and how far that has come."""
    occasion = telling.tell(cases_held.DISAGREED)
    raised, passed = telling.act(cases_held.RAISED), telling.act(cases_held.STAGE_2)
    telling.into.disagreement(occasion, raised=raised, since=(passed,))
    yield from telling.into.rows()
