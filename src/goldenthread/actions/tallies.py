"""Counting what is tried without an account, so that nobody tries without end."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

COUNT = """
insert into gt_tally (id, hashed, hour, number) values (gen_random_uuid(), %s, %s, 1)
on conflict on constraint gt_tally_once do update set number = gt_tally.number + 1
returning number
"""


def within(*, what: str, who: str, most: int, at: datetime) -> bool:
    """Count one more try of `what` by `who` this hour; return whether it is within the most.

    Counted whether or not what is tried succeeds, and kept if it fails.
    """
    hashed = salted_hmac("tally", f"{what}:{who.lower()}", algorithm="sha256").hexdigest()
    hour = at.replace(minute=0, second=0, microsecond=0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from gt_tally where hour < %s", [hour - timedelta(days=1)])
        cursor.execute(COUNT, [hashed, hour])
        number: int = cursor.fetchone()[0]
    return number <= most
