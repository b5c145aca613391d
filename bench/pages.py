"""Queue, contact, thread and search at 1.6 million contacts against 16,000: time, CPU, questions.

Run: python -m bench.pages [contacts] [folder to keep them in]. Two databases on one server, one
with a hundredth of the contacts; each page is asked of both in turn, so that whatever else the
machine is doing falls on both alike. Beside them the empty page (the frame with its trail row) and
an ordinary Django list of fifty. CPU is that of the process that serves and, after the plus, of
PostgreSQL.
"""

import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from bench import home as homes
from bench import volume

ROUNDS, TURNS_TO_WARM = 200, 10
EMAIL = "manager@example.invalid"
SMALL, LARGE = "goldenthread_small", "goldenthread"
# Which of the contacts that are open in both is read.
SHORT, LONG, ONE = volume.OPEN_EVERY, volume.OPEN_EVERY * 2, volume.OPEN_EVERY * 3

Cost = dict[str, float]
Costs = dict[str, dict[str, list[Cost]]]
Ask = Callable[[dict[str, Any]], Cost]


def main(contacts: int = 1_600_000, kept: str = "") -> None:
    """Make a home of its own, or use the one kept, and measure in a process that serves only it."""
    homes.measured("bench.pages", str(int(contacts)), kept=kept)


def measured(contacts: int) -> None:
    """Fill both databases of the home the environment names, measure and print."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django

        django.setup()
        web = databases.url("gt_web")
        few, account, pages = filled(address.changed(web, role="postgres"), contacts=contacts)
        small, large = (address.changed(web, database=size) for size in (SMALL, LARGE))
        with served(small, account) as of_few, served(large, account) as of_many:
            costs = alternately({SMALL: of_few, LARGE: of_many}, pages, rounds=ROUNDS)
        _print(costs, few=few, contacts=contacts)


def filled(owner: str, *, contacts: int) -> tuple[int, str, dict[str, list[dict[str, Any]]]]:
    """Fill both databases; return how many contacts the small one has, who asks, and for what."""
    import psycopg

    few = max(contacts // 100, volume.OPEN_EVERY * 4)
    with psycopg.connect(owner, autocommit=True) as connection:
        account = _filled(connection.cursor(), few=few)
    _grown(owner, account, few=few, contacts=contacts)
    with psycopg.connect(owner) as connection:
        return few, account, _pages(connection.cursor(), few=few)


def _filled(cursor: Any, *, few: int) -> str:
    """Fill the small database, unless it was kept; return whose pages are asked for."""
    cursor.execute("select id from gt_account where email = %s", [EMAIL])
    found = cursor.fetchone()
    if found:
        return str(found[0])
    agency, account = manager(cursor)
    who = {"agency": agency, "account": account}
    volume.grow(cursor, start=0, end=few, **who)
    volume.lengthen(cursor, contact=SHORT, entries=19, **who)
    volume.lengthen(cursor, contact=LONG, entries=1_999, **who)
    cursor.execute("vacuum analyze")
    return str(account)


def _grown(owner: str, account: str, *, few: int, contacts: int) -> None:
    """Copy the small database, unless both were kept, and fill the other up."""
    import psycopg

    from goldenthread.records.postgresql import address, roles

    with psycopg.connect(address.changed(owner, database="postgres"), autocommit=True) as other:
        known = other.execute("select 1 from pg_database where datname = %s", [SMALL])
        if known.fetchone():
            return
        other.execute(f"create database {SMALL} template {LARGE}")
        roles.settle(other, database=SMALL)
    began = time.perf_counter()
    with psycopg.connect(owner, autocommit=True) as connection:
        cursor = connection.cursor()
        cursor.execute("select agency_id from gt_account where id = %s", [account])
        ((agency,),) = cursor.fetchall()
        volume.grow(cursor, start=few, end=contacts, agency=agency, account=account)
        cursor.execute("vacuum analyze")
    print(f"grew to {contacts:,} contacts in {time.perf_counter() - began:.0f} s", flush=True)


def manager(cursor: Any) -> tuple[Any, Any]:
    """Make a council and a manager of its front door; return the ids of both."""
    from goldenthread.actions import establish

    establish.all_services(cursor)
    agency = establish.agency(cursor, key="council", name="The council", kind="council")
    account = establish.account(
        cursor,
        email=EMAIL,
        full_name="Carol Whitaker",
        job_title="Team manager",
        role="front-door-manager",
        agency_id=agency,
        password="!",
        at=datetime.fromisoformat("2019-01-01T09:00+00:00"),
    )
    return agency, account


def _pages(cursor: Any, *, few: int) -> dict[str, list[dict[str, Any]]]:
    """Return each page and the requests it is asked by, taken in turn."""

    def one(path: str) -> list[dict[str, Any]]:
        return [{"path": path}]

    cursor.execute(
        "select given_name, family_name, date_of_birth from gt_person where id = any(%s::uuid[])"
        " order by id",
        [[_id("child", number) for number in range(0, few, volume.OPEN_EVERY)]],
    )
    people, chance = cursor.fetchall(), random.Random(7)
    named = [
        {"given_name": _mistaken(chance, given), "family_name": _mistaken(chance, family)}
        for given, family, _ in people
    ]
    born = [
        {**each, "born-day": str(day.day), "born-month": str(day.month), "born-year": str(day.year)}
        for each, (_, _, day) in zip(named, people, strict=True)
    ]
    return {
        "empty page": one("/empty/"),
        "ordinary list": one("/ordinary/"),
        "queue": one("/queue/"),
        "contact": one(f"/contacts/{_id('contact', ONE)}/"),
        "thread of 20": one(f"/children/{_id('child', SHORT)}/"),
        "thread of 2,000": one(f"/children/{_id('child', LONG)}/"),
        "search, name": [{"path": "/register/", "posted": each} for each in named],
        "search, and born": [{"path": "/register/", "posted": each} for each in born],
    }


def _id(kind: str, number: int) -> str:
    return str(uuid.UUID(hashlib.md5(f"{kind} {number}".encode()).hexdigest()))


def _mistaken(chance: random.Random, name: str) -> str:
    """Return a name with two letters the wrong way round, never the first."""
    at = chance.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@contextmanager
def served(url: str, account: str, *how: str) -> Any:
    """Run a process that serves one database; give what asks it for a page and says the cost."""
    command = [sys.executable, "-m", "bench.asker", account, *how]
    with subprocess.Popen(
        command,
        env={**os.environ, "DATABASE_URL": url},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def ask(asked: dict[str, Any]) -> Cost:
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            return dict(json.loads(process.stdout.readline()))

        yield ask
        process.stdin.close()


def alternately(asks: dict[str, Ask], pages: Any, *, rounds: int) -> Costs:
    """Ask for every page of each in each round, which of them first by turns."""
    costs: Costs = {page: {name: [] for name in asks} for page in pages}
    order = list(asks.items())
    for turn in range(TURNS_TO_WARM + rounds):
        order.reverse()
        for page, asked in pages.items():
            for name, ask in order:
                cost = ask(asked[turn % len(asked)])
                if turn >= TURNS_TO_WARM:
                    costs[page][name].append(cost)
    return costs


def _print(costs: Costs, *, few: int, contacts: int) -> None:
    """Print each page at both sizes, and how many times as long the larger takes."""
    ordinary = _middle(costs["ordinary list"][LARGE], "cpu")
    for page, sizes in costs.items():
        for size, number in ((SMALL, few), (LARGE, contacts)):
            print(f"{page:17} {number:>9,} {line(sizes[size])}")
        least, middle, most = (
            of(sizes[LARGE], "taken") / of(sizes[SMALL], "taken")
            for of in (_least, _middle, _ninety_fifth)
        )
        print(
            f"{page:17} with {contacts // few} times the contacts: least {least:.2f},"
            f" p50 {middle:.2f}, p95 {most:.2f} times as long; CPU"
            f" {_middle(sizes[LARGE], 'cpu') / ordinary:.2f} of the ordinary list's"
        )
    short, long = (costs[page][LARGE] for page in ("thread of 20", "thread of 2,000"))
    times = [of(long, "taken") / of(short, "taken") for of in (_least, _middle, _ninety_fifth)]
    print("2,000 entries against 20: least {:.2f}, p50 {:.2f}, p95 {:.2f} times".format(*times))


def line(costs: list[Cost]) -> str:
    asked = "/".join(str(each) for each in sorted({int(cost["asked"]) for cost in costs}))
    return (
        f"least {_least(costs, 'taken'):6.1f} p50 {_middle(costs, 'taken'):6.1f}"
        f" p95 {_ninety_fifth(costs, 'taken'):6.1f} ms"
        f"  CPU p50 {_middle(costs, 'cpu'):5.1f} mean {_mean(costs, 'cpu'):5.1f}"
        f" + {_mean(costs, 'postgres'):5.1f} ms"
        f"  {asked} questions, {costs[-1]['rows']:.0f} rows, {costs[-1]['bytes'] / 1000:.0f} kB"
    )


def _least(costs: list[Cost], key: str) -> float:
    return min(cost[key] for cost in costs)


def _middle(costs: list[Cost], key: str) -> float:
    return statistics.median(cost[key] for cost in costs)


def _mean(costs: list[Cost], key: str) -> float:
    return statistics.mean(cost[key] for cost in costs)


def _ninety_fifth(costs: list[Cost], key: str) -> float:
    return statistics.quantiles((cost[key] for cost in costs), n=20)[-1]


if __name__ == "__main__":
    if sys.argv[1:2] == ["measured"]:
        measured(int(sys.argv[2]))
    else:
        main(*sys.argv[1:2] and [int(sys.argv[1])], *sys.argv[2:3])
