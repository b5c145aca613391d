"""Breaking the glass, ending it, and saying afterwards whether it was justified.

SECURITY P8: one child, to be looked at, for an hour; the privacy officers of both agencies are told
at once, without a word of whom it is about, and one of them looks into it.
"""

from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from goldenthread.access import break_glass as glass
from goldenthread.access import grants, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import break_glass as content
from goldenthread.language.answers import Problem
from goldenthread.queries import break_glass
from goldenthread.records.break_glass import BreakGlass

NOT_ALLOWED = "42501"
BREAK = "select glass, officers from gt_break_glass(%s, %s, %s, %s, %s, %s, %s)"


def open_child(*, by: Viewer, person_id: UUID, category: str, why: str, at: datetime) -> UUID:
    """Open one child to whoever was refused them; return the id of the break-glass.

    Raises Refused with each problem by its field, and Denied as if there were no such child for one
    that is sealed, kept from them, open to them already, or that they were not refused.
    """
    break_glass.asked(viewer=by, person_id=person_id)
    _check(category=category, why=why)
    level = int(grants.most(role=by.role, kind=glass.KIND))
    told = [person_id, category, why.strip(), level, content.MANY, content.LATELY, at]
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(BREAK, told)
                glass_id, officers = cursor.fetchone()
            rows.forget()
            for officer in officers:
                jobs.defer("tell_of_break_glass", account_id=officer)
            trail.write(
                viewer=by, verb=glass.VERB, decision="done", resource=category,
                reason=f"{glass.SOURCE}{glass_id}", objects=[glass_id], persons=[person_id],
            )  # fmt: skip
    except DatabaseError as refusal:
        if getattr(refusal.__cause__, "sqlstate", "") != NOT_ALLOWED:
            raise
        raise Denied(verb=glass.VERB, reason=glass.WANTING, hidden=True) from refusal
    found: UUID = glass_id
    return found


def _check(*, category: str, why: str) -> None:
    problems = []
    if category not in content.CATEGORIES:
        problems.append(Problem("category", "Say what cannot wait"))
    said = len(why.strip())
    if said < content.LEAST_WHY:
        says = f"Say why in your own words, in {content.LEAST_WHY} characters or more"
        problems.append(Problem("why", says))
    if said > content.LONGEST_WHY:
        problems.append(Problem("why", f"Say it in {content.LONGEST_WHY} characters or fewer"))
    if problems:
        raise Refused(tuple(problems))


def end(*, by: Viewer, glass_id: UUID, at: datetime) -> None:
    """End one that runs, at once. Raises Denied, Conflict if it has ended."""
    with transaction.atomic():
        broken = break_glass.record(viewer=by, glass_id=glass_id, lock=True)
        if broken.ends_at <= at:
            raise Conflict("It has ended already.")
        grants.end(source=f"{glass.SOURCE}{glass_id}", at=at)
        broken.ends_at, broken.ended_by_id = at, by.account_id
        broken.save(update_fields=["ends_at", "ended_by"])
        _trail(by=by, broken=broken, reason="ended")


def review(*, by: Viewer, glass_id: UUID, outcome: str, done: str, at: datetime) -> None:
    """Keep whether it was justified, and what was done. Raises Denied, Refused, Conflict.

    Nobody reviews their own.
    """
    with transaction.atomic():
        broken = break_glass.record(viewer=by, glass_id=glass_id, lock=True)
        if broken.outcome:
            raise Conflict(f"{broken.reviewed_by} has looked into this one already.")
        if broken.account_id == by.account_id:
            raise Conflict("This one is your own, so somebody else must look into it.")
        problems = []
        if outcome not in content.OUTCOMES:
            problems.append(Problem("outcome", "Say whether it was justified"))
        if not done.strip():
            problems.append(Problem("done", "Say how you know, and what was done"))
        if problems:
            raise Refused(tuple(problems))
        broken.outcome, broken.done = outcome, done.strip()
        broken.reviewed_by_id, broken.reviewed_at = by.account_id, at
        broken.save(update_fields=["outcome", "done", "reviewed_by", "reviewed_at"])
        _trail(by=by, broken=broken, reason=outcome)


def _trail(*, by: Viewer, broken: BreakGlass, reason: str) -> None:
    trail.write(
        viewer=by, verb=break_glass.REVIEW, decision="done", resource="break-glass",
        reason=reason, objects=[broken.pk, broken.account_id], persons=[broken.person_id],
    )  # fmt: skip
