"""Counting what is tried without an account, so that nobody tries without end.

In the database: every process of the service counts as one.
"""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from goldenthread.language.allowance import Allowance

COUNT = """
insert into gt_tally (id, hashed, hour, number) values (gen_random_uuid(), %s, %s, 1)
on conflict on constraint gt_tally_once do update set number = gt_tally.number + 1
returning number
"""


def within(allowed: Allowance, *, who: str, at: datetime, what: str = "") -> bool:
    """Count one more try by `who` this hour or minute; return whether it is within what is allowed.

    `what` parts things that are each allowed as often.

    Counted whether or not what is tried succeeds, and kept if it fails.
    """
    tried = f"{allowed.key}:{what}:{who.lower()}"
    hashed = salted_hmac("tally", tried, algorithm="sha256").hexdigest()
    began = allowed.began(at)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from gt_tally where hour < %s", [began - timedelta(days=1)])
        cursor.execute(COUNT, [hashed, began])
        number: int = cursor.fetchone()[0]
    return number <= allowed.most
