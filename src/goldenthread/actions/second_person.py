"""Acts that take two people: one asks, another agrees or refuses, having seen what has changed.

DESIGN and SECURITY P17: the author is not the approver. What is done stays with the act itself;
this keeps who asked, how it stood then, and who agreed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import rows
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.records.second_person import SecondPerson

AGREED, REFUSED = "agreed", "refused"
LEAST_WHY = 20
# How something stands, in words by their titles: what a second person is shown.
Standing = Mapping[str, str]


class About(Protocol):
    """What an act is upon: its id, and where what is asked of it is held, as a record is."""

    @property
    def pk(self) -> UUID:
        """The id."""

    @property
    def scope(self) -> UUID:
        """What a grant opens."""

    @property
    def desk(self) -> str:
        """The desk that holds it."""

    @property
    def seal(self) -> str:
        """The store it is in."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that is not as it was when the act was asked for."""

    title: str
    before: str
    now: str


def ask(
    *, by: Viewer, act: str, record: About, why: str, seen: Standing, at: datetime
) -> SecondPerson:
    """Ask for an act upon a record, kept where the record is; return what waits.

    Raises Refused for a reason too short to weigh, Conflict where it is asked for already.
    """
    problems = too_short(why)
    if problems:
        raise Refused(tuple(problems))
    try:
        with transaction.atomic():
            return SecondPerson.objects.create(
                id=uuid4(),
                act=act,
                about=record.pk,
                why=why.strip(),
                seen=dict(seen),
                asked_by_id=by.account_id,
                asked_at=at,
                scope=record.scope,
                desk=record.desk,
                seal=record.seal,
            )
    except IntegrityError as refusal:
        if "gt_second_person_asked_once" not in str(refusal):
            raise
    raise Conflict("Somebody has asked for this already. It waits for a second person.")


def too_short(why: str) -> list[Problem]:
    """Return the problem of a reason too short to weigh, where it is."""
    if len(why.strip()) >= LEAST_WHY:
        return []
    return [Problem("why", f"Say why, in {LEAST_WHY} characters or more")]


def waiting(*, viewer: Viewer, act: str, about: UUID) -> SecondPerson | None:
    """Return what is asked for and not decided, as far as the viewer sees."""
    asked = SecondPerson.objects.select_related("asked_by").filter(
        act=act, about=about, decision=""
    )
    return rows.visible(viewer=viewer, rows=asked).first()


def to_decide(*, by: Viewer, act: str, about: UUID) -> SecondPerson:
    """Return what waits for this second person; raises Conflict where nothing does."""
    found = waiting(viewer=by, act=act, about=about)
    if found is None:
        raise Conflict("Nobody has asked for this, or it was decided already.")
    return found


def decide(
    *,
    by: Viewer,
    asked: SecondPerson,
    decision: str,
    why: str,
    shown: str,
    now_is: Standing,
    at: datetime,
) -> SecondPerson:
    """Keep what the second person said; `shown` is the fingerprint of what they were shown.

    Raises Refused for no decision or no reason for refusing; Conflict for whoever asked, for one
    decided already, and where something changed after the page was made.
    """
    # Not there once the other's decision took what it is about out of this one's sight.
    locked = SecondPerson.objects.select_for_update().filter(pk=asked.pk).first()
    if locked is None or locked.decision:
        raise Conflict("Somebody has decided this already.")
    if locked.asked_by_id == by.account_id:
        raise Conflict("You asked for this yourself, so somebody else must agree to it.")
    if decision not in (AGREED, REFUSED):
        raise Refused((Problem("decision", "Say whether you agree"),))
    if decision == REFUSED and not why.strip():
        raise Refused((Problem("why", "Say why you do not agree"),))
    if shown != fingerprint(now_is):
        raise Conflict("Something has changed since you opened the page. Read it again first.")
    locked.decision, locked.decided_why = decision, why.strip()
    locked.decided_by_id, locked.decided_at = by.account_id, at
    locked.save(update_fields=["decision", "decided_why", "decided_by", "decided_at"])
    return locked


def changed(*, asked: SecondPerson, now_is: Standing) -> tuple[Change, ...]:
    """Return what is not as it was when this was asked for, by title."""
    return tuple(
        Change(title=title, before=asked.seen.get(title, ""), now=now_is.get(title, ""))
        for title in sorted({*asked.seen, *now_is})
        if asked.seen.get(title, "") != now_is.get(title, "")
    )


def fingerprint(standing: Standing) -> str:
    """Return what a page is marked with that showed it so."""
    said = json.dumps(dict(standing), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
