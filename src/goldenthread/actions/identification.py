"""Which child of the register the person a contact arrived with is: decided, and undone exactly.

Nothing is ever merged: the person recorded stays as recorded, and a link says who they are. Twins
and children of one name are two children until somebody says why they are one (SECURITY I9).
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import opening
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.records.episode import Episode
from goldenthread.records.identification import Identification
from goldenthread.records.person import Person

VERB = "identification.decide"
SAME, NOT_KNOWN, UNDONE = "same", "not-known", "undone"


def identify(*, by: Viewer, person_id: UUID, child_id: UUID, why: str, at: datetime) -> None:
    """Say that this person is that child of the register, and why.

    Raises Denied, Refused without a reason, Conflict where it was decided already, or where either
    is linked in a way that would make a chain.
    """
    with transaction.atomic():
        person = _lock(by=by, person_id=person_id)
        _must_say(why)
        now_is = standing(person_id)
        if now_is is not None and now_is.decision == SAME:
            raise Conflict("Somebody has already said which child this is. Undo that first.")
        if not _on_register(child_id):
            raise Denied(verb=VERB, reason="no-relationship", hidden=True)
        _decide(by=by, person=person, decided=SAME, child_id=child_id, why=why, at=at, old=now_is)
        _link(person, child_id)
        _for_each_claim(person, lambda episode: opening.share(episode=episode, at=at))


def not_known_before(*, by: Viewer, person_id: UUID, why: str, at: datetime) -> None:
    """Say that the register was searched and this child is not on it.

    Raises Denied, Refused without a word of what was searched, Conflict where it was decided.
    """
    with transaction.atomic():
        person = _lock(by=by, person_id=person_id)
        _must_say(why)
        now_is = standing(person_id)
        if now_is is not None and now_is.decision != UNDONE:
            raise Conflict("Somebody has already decided who this is. Undo that first.")
        _decide(by=by, person=person, decided=NOT_KNOWN, child_id=None, why=why, at=at, old=now_is)


def undo(*, by: Viewer, person_id: UUID, why: str, at: datetime) -> None:
    """Take the decision back: the link is gone, and with it what it opened to whom.

    Raises Denied, Refused without a reason, Conflict where there is nothing to undo or a referral
    has been opened about the child since.
    """
    with transaction.atomic():
        person = _lock(by=by, person_id=person_id)
        _must_say(why)
        now_is = standing(person_id)
        if now_is is None or now_is.decision == UNDONE:
            raise Conflict("There is nothing to undo: nobody has decided who this is.")
        opened = Episode.objects.filter(opened_from__subject_person=person)
        if now_is.child_id is not None and opened.filter(subject_person=now_is.child_id).exists():
            raise Conflict(
                "A referral has been opened about the child since. Withdraw it before undoing this."
            )
        _for_each_claim(person, lambda episode: opening.unshare(episode=episode, at=at))
        _decide(
            by=by, person=person, decided=UNDONE, child_id=now_is.child_id, why=why, at=at,
            old=now_is,
        )  # fmt: skip
        _link(person, None)


def standing(person_id: UUID) -> Identification | None:
    """Return the decision that stands about a person, if any was made."""
    made = Identification.objects.filter(person_id=person_id, superseded_by__isnull=True)
    return made.select_related("recorded_by").first()


def rebuilt(person_id: UUID) -> UUID | None:
    """Return the link as the decisions alone give it: what `Person.same_as` must be."""
    now_is = standing(person_id)
    return now_is.child_id if now_is is not None and now_is.decision == SAME else None


def _lock(*, by: Viewer, person_id: UUID) -> Person:
    visible = rows.visible(viewer=by, rows=Person.objects.select_for_update())
    found = visible.filter(pk=person_id).first()
    return decision.opened(viewer=by, verb=VERB, record=found)


def _must_say(why: str) -> None:
    if not why.strip():
        raise Refused((Problem("why", "Say how you know, so that it can be checked later"),))


def _on_register(child_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select 1 from gt_stubs(%s::uuid[])", [[child_id]])
        return cursor.fetchone() is not None


def _decide(
    *,
    by: Viewer,
    person: Person,
    decided: str,
    child_id: UUID | None,
    why: str,
    at: datetime,
    old: Identification | None,
) -> None:
    made = Identification.objects.create(
        id=uuid4(),
        person=person,
        decision=decided,
        child_id=child_id,
        why=why.strip(),
        recorded_at=at,
        recorded_by_id=by.account_id,
        supersedes=old,
        scope=person.scope,
        desk=person.desk,
        seal=person.seal,
    )
    trail.write(
        viewer=by,
        verb=VERB,
        decision="done",
        resource=decided,
        objects=[made.pk],
        persons=[person.pk, *([child_id] if child_id else [])],
    )


def _link(person: Person, child_id: UUID | None) -> None:
    try:
        with transaction.atomic():
            person.same_as_id = child_id
            person.save(update_fields=["same_as"])
    except IntegrityError as refusal:
        if "gt_person_no_chain" not in str(refusal):
            raise
        raise Conflict(
            "One of these two is already linked with another record. Open that link first."
        ) from refusal


def _for_each_claim(person: Person, do: Callable[[Episode], None]) -> None:
    held = Episode.objects.filter(
        subject_person=person, claimed_by__isnull=False, closed_at__isnull=True
    )
    for episode in held:
        do(episode)
