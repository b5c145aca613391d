"""How long a search of the register takes over 150,000 children, and how often it finds the child.

Run: python -m bench.register [children]. The children are made, the same every time, with the names
a northern English city has. Each line is one kind of mistake, asked as the web role: how long it
took by the clock and how long PostgreSQL was on a processor, which other work on the machine does
not lengthen; then how often the child was first and among five. "Rarer" are those whose own name at
most five children have; "told apart" are those of them where at most five children are called just
what was typed, or begin so: of ten who fit it equally no search can choose the one that was meant.
Beside them, in the same run, a plain equality of names.
"""

import random
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from bench import city, mistakes
from bench import home as homes
from bench.city import Child

CHILDREN, SEARCHES, SEED, SELECTIVE = 150_000, 200, 7, 5
PLAIN = "select id from gt_person where given_name = %s and family_name = %s limit 20"
SEARCH = "select person_id from gt_search_register(%s, %s, %s, %s, %s, 20)"


class Seen(NamedTuple):
    """One search: milliseconds by the clock and on a processor, and where the child stood."""

    taken: float
    worked: float
    place: int
    rare: bool
    apart: bool


def main(children: int = CHILDREN) -> None:
    """Make a home of its own and measure in a process that serves only it."""
    homes.measured("bench.register", str(children))


def measured(children: int) -> None:
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

    fits = _fits(people)
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
            chance = random.Random(kind)
            seen: list[Seen] = []
            for child in chance.sample(people, len(people)):
                if len(seen) == SEARCHES:
                    break
                told = ask(chance, child)
                if told is not None:
                    rare = fits[_name(child.given, child.family)] <= SELECTIVE
                    apart = rare and fits[_name(*told[:2])] <= SELECTIVE
                    seen.append(Seen(*_asked(cursor, kind, told, child), rare, apart))
            _print(kind, seen)
        told = ("Mohammed", "Khan", None, "", "")
        _print("Mohammed Khan alone", [Seen(*_asked(cursor, "", told, common), False, False)] * 2)


def _fits(people: list[Child]) -> Counter[str]:
    """Count how many children are called each name, and how many begin with each four letters."""
    called = (_name(child.given, child.family) for child in people)
    begun = (_name(child.given[:4], child.family[:4]) for child in people)
    return Counter([*called, *begun])


def _name(given: str, family: str) -> str:
    return f"{given}/{family}".casefold()


def _asked(cursor: Any, kind: str, told: mistakes.Asked, child: Child) -> tuple[float, float, int]:
    question, words = (PLAIN, told[:2]) if kind.startswith("equality") else (SEARCH, told)
    began, worked = time.perf_counter(), _on_a_processor(cursor)
    found = [row for (row,) in cursor.execute(question, words).fetchall()]
    taken, worked = (time.perf_counter() - began) * 1000, _on_a_processor(cursor) - worked
    return taken, worked, found.index(child.id) + 1 if child.id in found else 99


def _on_a_processor(cursor: Any) -> float:
    """Return for how many milliseconds the process that serves us has run, as Linux counts it."""
    counted = Path(f"/proc/{cursor.connection.info.backend_pid}/schedstat")
    return int(counted.read_text().split()[0]) / 1e6 if counted.exists() else float("nan")


def _print(kind: str, seen: list[Seen]) -> None:
    if len(seen) < 2:
        return
    clock, worked = (
        statistics.quantiles(each, n=20)
        for each in ([one.taken for one in seen], [one.worked for one in seen])
    )
    first, five = (sum(each.place <= most for each in seen) / len(seen) for most in (1, 5))
    print(
        f"{kind:32} {len(seen):4}  clock p50 {clock[9]:6.1f} p95 {clock[18]:6.1f}"
        f"  processor p50 {worked[9]:5.1f} p95 {worked[18]:5.1f}"
        f" max {max(one.worked for one in seen):5.1f} ms  first {first:4.0%} five {five:4.0%}"
        f"  rarer {_among([one for one in seen if one.rare])}"
        f"  told apart {_among([one for one in seen if one.apart])}",
        flush=True,
    )


def _among(seen: list[Seen]) -> str:
    found = sum(each.place <= 5 for each in seen)
    return f"{found / max(len(seen), 1):4.0%} of {len(seen):3}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["measured"]:
        measured(int(sys.argv[2]))
    else:
        main(*(int(each) for each in sys.argv[1:2]))
