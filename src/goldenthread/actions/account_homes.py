"""Keeping where somebody with an account lives, through a connection of the loader role."""

from typing import Any


class NotKept(ValueError):
    """Raised when there is no such account; the message says so."""


def keep(cursor: Any, *, email: str, postcode: str, lines: str = "") -> None:
    """Keep where somebody lives, in place of what was kept before; an empty postcode forgets it.

    Raises NotKept.
    """
    cursor.execute("select id from gt_account where lower(email) = lower(%s)", [email])
    found = cursor.fetchone()
    if found is None:
        raise NotKept(f"There is no account for {email}.")
    cursor.execute("delete from gt_account_home where account_id = %s", [found[0]])
    if postcode.strip():
        cursor.execute(
            "insert into gt_account_home (account_id, lines, postcode) values (%s, %s, %s)",
            [found[0], lines.strip(), postcode.strip().upper()],
        )
