"""One child, however many people they were recorded as before somebody said who they are."""

from uuid import UUID

from django.db import connection


def recorded_as(person_id: UUID) -> tuple[UUID, ...]:
    """Return everybody recorded who is this child, the one asked about among them.

    The ids alone: what is recorded of each is for whoever sees it. PostgreSQL tells nobody who does
    not see the one asked about, and nothing of what is sealed.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_cluster(%s)", [person_id])
        found = {found for (found,) in cursor.fetchall()}
    return (person_id, *sorted(found - {person_id}))
