"""How long a page takes to say that a sealed record is not there, against one that never was.

Run: python -m bench.hidden [contacts]. Each address of one sealed child is asked for and then the
same of an id that is nobody's, which of them first by turns, 200 times each. At most 5 ms may lie
between the two middles, or whoever has a watch learns what nobody may tell them (SECURITY P4).
"""

import statistics
import sys
import time
import uuid
from typing import Any

from bench import home as homes
from bench import pages, volume

TRIES, WARM, MOST_APART = 200, 20, 5.0
SEALED, MISSING, MISSING_TOO = "sealed", "missing", "missing again"
TABLES = ("gt_person", "gt_identifier", "gt_episode", "gt_entry", "gt_clock_run", "gt_occasion")
ADDRESSES = {
    "contact": "/contacts/{contact}/",
    "thread": "/children/{child}/",
}


def main(contacts: int = 3_200) -> None:
    """Make a home of its own and measure in a process that serves only it."""
    homes.measured("bench.hidden", str(int(contacts)))


def measured(contacts: int) -> None:
    """Fill the home the environment names, seal one child of it, ask, and print."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django
        import psycopg

        django.setup()
        owner = address.changed(databases.url("gt_web"), role="postgres")
        with psycopg.connect(owner, autocommit=True) as connection:
            agency, account = pages.manager(connection.cursor())
            who = {"agency": agency, "account": account}
            volume.grow(connection.cursor(), start=0, end=contacts, **who)
            ids = _seal(connection.cursor())
            connection.execute("vacuum analyze")
        took = _asked(str(account), ids)
    _print(took, contacts=contacts)


def _seal(cursor: Any) -> dict[str, str]:
    """Seal everything of one child whose contact is open; return what it is asked for by."""
    cursor.execute(
        "select id, subject_person_id, occasion_id from gt_episode where desk <> ''"
        " and closed_at is null order by id limit 1"
    )
    contact, child, occasion = cursor.fetchone()
    cursor.execute("set session_replication_role = replica")
    for table in TABLES:
        cursor.execute(
            f"update {table} set seal = %s where scope = any(%s)",
            [f"restricted:{child}", [child, occasion]],
        )
    cursor.execute("set session_replication_role = origin")
    return {"contact": str(contact), "child": str(child)}


def _asked(account: str, ids: dict[str, str]) -> dict[str, dict[str, list[float]]]:
    """Return how many milliseconds each answer took, by page and by which it was of."""
    browser = _browser(account)
    took: dict[str, dict[str, list[float]]] = {
        page: {SEALED: [], MISSING: [], MISSING_TOO: []} for page in ADDRESSES
    }
    for turn in range(WARM + TRIES):
        order = [SEALED, MISSING, MISSING_TOO]
        order = order[turn % 3 :] + order[: turn % 3]
        for page, address in ADDRESSES.items():
            for which in order:
                of = ids if which == SEALED else dict.fromkeys(ids, str(uuid.uuid4()))
                began = time.perf_counter()
                status = browser.get(address.format(**of)).status_code
                taken = (time.perf_counter() - began) * 1000
                if status != 404:
                    raise SystemExit(f"{page} of the {which} answered {status}: nothing compared.")
                if turn >= WARM:
                    took[page][which].append(taken)
    return took


def _browser(account: str) -> Any:
    from django.conf import settings
    from django.test import Client

    from bench.asker import NOW
    from goldenthread.project import present
    from goldenthread.records.account import Account

    present.now = lambda: NOW
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    found = Account.objects.get(pk=account)
    client.force_login(found, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def _print(took: dict[str, dict[str, list[float]]], *, contacts: int) -> None:
    """Print both middles of each page and what lies between, beside what lies between two alike."""
    for page, of in took.items():
        middle = {which: statistics.median(times) for which, times in of.items()}
        apart = abs(middle[SEALED] - middle[MISSING])
        alike = abs(middle[MISSING] - middle[MISSING_TOO])
        says = "within" if apart <= MOST_APART else "OVER"
        if alike > MOST_APART:
            says = "the machine is too busy to tell: two that are alike are over"
        print(
            f"{page:14} among {contacts:,}: sealed {middle[SEALED]:.2f} ms, missing"
            f" {middle[MISSING]:.2f} ms, {apart:.2f} ms apart (two missing {alike:.2f} ms);"
            f" {says} {MOST_APART:.0f} ms"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["measured"]:
        measured(int(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:2]))
