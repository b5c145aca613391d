"""An agency that leaves: two people end its part, and all its people held ends at once.

SECURITY 2.2: leaving ends every account, grant, desk, duty and key. What they recorded stays.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from goldenthread.access import rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import access_changes, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import access_changes as asked_for
from goldenthread.queries.access_changes import LEAVE
from goldenthread.records.access_change import AccessChange


def ask_to_end(*, by: Viewer, agency_id: UUID | None, why: str, at: datetime) -> AccessChange:
    """Ask for an agency's part to be ended; return what waits.

    Raises Denied, Refused for one's own agency, Conflict where it is asked for already.
    """
    with transaction.atomic():
        agency = asked_for.agency(viewer=by, agency_id=agency_id, needs=LEAVE)
        if agency.pk == by.agency_id:
            says = "Ask an administrator of another agency to end the part of your own"
            raise Refused((Problem("why", says),))
        change = AccessChange(agency=agency)
        return access_changes.ask(by=by, act=LEAVE, about=agency.pk, change=change, why=why, at=at)


def settle(*, by: Viewer, asked_id: UUID, agreed: str, why: str, shown: str, at: datetime) -> bool:
    """Agree that an agency's part ends, or refuse it; return whether it has ended.

    What its people had in hand is kept in numbers, for whoever takes it up. Raises Denied, Refused,
    Conflict for whoever asked or is of that agency, and where something changed since the page.
    """
    with transaction.atomic():
        change = asked_for.one(viewer=by, asked_id=asked_id)
        if change.agency_id == by.agency_id and agreed == second_person.AGREED:
            raise Conflict("This is your own agency, so an administrator of another must agree.")
        change = access_changes.decide(
            by=by, asked_id=asked_id, agreed=agreed, why=why, shown=shown, at=at
        )
        if change.asked.decision != second_person.AGREED:
            return False
        left = "; ".join(
            f"{what}: {number}"
            for what, number in asked_for.held(agency_id=change.agency_id, at=at).items()
        )
        rows.forget()
        with connection.cursor() as cursor:
            cursor.execute("select gt_end_agency(%s, %s, %s)", [change.pk, left, at])
            closed: list[UUID] = cursor.fetchone()[0]
        trail.write(
            viewer=by, verb=LEAVE, decision="done", resource=LEAVE, reason="ended",
            objects=[change.pk, change.agency_id, *closed],
        )  # fmt: skip
    return True
