"""How long a search of the register takes over 150,000 children, and how often it finds the child.

Run: python -m bench.register [children]. The children are made, the same every time, with the names
a northern English city has. Each line is one kind of mistake, asked as the web role: how long it
took, and how often the child was first and among five; last, of those whose exact name at most five
children have. Beside them, in the same run, a plain equality of names.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from bench import city, mistakes
from bench.city import Child

CHILDREN, SEARCHES, SEED, SELECTIVE = 150_000, 200, 7, 5
COMMAND = str(Path(sys.executable).parent / "goldenthread")
PLAIN = "select id from gt_person where given_name = %s and family_name = %s limit 20"
SEARCH = "select person_id from gt_search_register(%s, %s, %s, %s, %s, 20)"


def main(children: int = CHILDREN) -> None:
    """Make a home of its own and measure in a process that serves only it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "GOLDENTHREAD_HOME": folder,
            "GOLDENTHREAD_MODE": "demonstration",
            "DJANGO_SETTINGS_MODULE": "goldenthread.project.settings",
        }
        subprocess.run(
            [COMMAND, "setup", "--demonstration"], env=environment, check=True, capture_output=True
        )
        here = [sys.executable, "-m", "bench.register", "served", str(children)]
        subprocess.run(here, env=environment, check=True)


def served(children: int) -> None:
    """Fill the home the environment names, search it, and print what was seen."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import server

    with server.held(home.folder()):
        import django
        import psycopg

        django.setup()
        people = city.children(children, seed=SEED)
        with psycopg.connect(databases.url("gt_loader")) as connection:
            screener = _screener(connection.cursor())
            began = time.perf_counter()
            _load(connection.cursor(), people, screener)
        print(f"{children:,} children loaded and indexed in {time.perf_counter() - began:.0f} s")
        # Only who owns a table may count it.
        with psycopg.connect(server.url(home.folder()), autocommit=True) as connection:
            connection.execute("vacuum analyze")
        measure(databases.url("gt_web"), screener, people)


def _screener(cursor: Any) -> UUID:
    from goldenthread.actions import establish

    agency = establish.agency(cursor, key="bench", name="Bench council", kind="council")
    return establish.account(
        cursor, email="bench@example.invalid", full_name="Bench", job_title="",
        role="front-door-screener", agency_id=agency, password="!",
        at=datetime(2018, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def _load(cursor: Any, people: list[Child], by: UUID) -> None:
    for table, columns in city.COLUMNS.items():
        with cursor.copy(f"copy {table} ({columns}) from stdin") as copy:
            for child in people:
                copy.write_row(city.rows(child, by=by)[table])


def measure(url: str, screener: UUID, people: list[Child]) -> None:
    """Ask each kind of search of some of the children and print what was seen."""
    import psycopg

    named = Counter((child.given, child.family) for child in people)
    with psycopg.connect(url) as connection:
        cursor = connection.cursor()
        who = "select set_config('app.account', %s, false), set_config('app.now', %s, false)"
        cursor.execute(who, [str(screener), "2020-03-04T09:00+00:00"])
        common = Child(
            id=screener, given="Mohammed", family="Khan", born=people[0].born, unborn=False,
            number="", postcode="",
        )  # fmt: skip
        cursor.execute(SEARCH, ["Mohammed", "Khan", None, "", ""])
        kinds = {"equality (baseline)": mistakes.KINDS["exact"], **mistakes.KINDS}
        for kind, ask in kinds.items():
            chance, seen = random.Random(kind), []
            for child in chance.sample(people, len(people)):
                if len(seen) == SEARCHES:
                    break
                told = ask(chance, child)
                if told is not None:
                    seen.append((*_asked(cursor, kind, told, child), named[child.given,
                        child.family] <= SELECTIVE))  # fmt: skip
            _print(kind, seen)
        told = ("Mohammed", "Khan", None, "", "")
        _print("Mohammed Khan alone", [(*_asked(cursor, "", told, common), False)] * 2)


def _asked(cursor: Any, kind: str, told: mistakes.Asked, child: Child) -> tuple[float, int]:
    question, words = (PLAIN, told[:2]) if kind.startswith("equality") else (SEARCH, told)
    began = time.perf_counter()
    found = [row for (row,) in cursor.execute(question, words).fetchall()]
    taken = (time.perf_counter() - began) * 1000
    return taken, found.index(child.id) + 1 if child.id in found else 99


def _print(kind: str, seen: list[tuple[float, int, bool]]) -> None:
    if len(seen) < 2:
        return
    taken = [each[0] for each in seen]
    parts = statistics.quantiles(taken, n=20)
    first, five = (sum(each[1] <= most for each in seen) / len(seen) for most in (1, 5))
    rare = [each[1] <= 5 for each in seen if each[2]]
    print(
        f"{kind:32} {len(seen):4}  p50 {parts[9]:6.1f}  p95 {parts[18]:6.1f}  max {max(taken):6.1f}"
        f" ms  first {first:4.0%}  among five {five:4.0%}"
        f"  of rarer names {sum(rare) / max(len(rare), 1):4.0%}",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["served"]:
        served(int(sys.argv[2]))
    else:
        main(*(int(each) for each in sys.argv[1:2]))
