"""How long a search of the register takes over 150,000 children, and how often it finds the child.

Run: python -m bench.register [children]. Names are invented, of South Asian, Eastern European and
British kinds. Each search is a name with a mistake in it, with and without the birth date, as the
web role. Beside it, in the same run, the same search as a plain equality of names and date.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

CHILDREN, SEARCHES, SEED = 150_000, 300, 7
COMMAND = str(Path(sys.executable).parent / "goldenthread")
STARTS = {
    "south asian": [
        "Mo",
        "Ha",
        "Fa",
        "Za",
        "Sa",
        "Ra",
        "Ami",
        "Nas",
        "Us",
        "Im",
        "Ay",
        "Kha",
        "Sha",
        "Ta",
        "Wa",
        "Ri",
        "Ja",
        "Bil",
    ],
    "eastern european": [
        "Woj",
        "Kat",
        "Mag",
        "Jak",
        "Ol",
        "Zu",
        "Mat",
        "Kry",
        "Ag",
        "Da",
        "Lu",
        "Vik",
        "Iv",
        "Ele",
        "Mi",
        "Ste",
    ],
    "british": [
        "Jo",
        "Ol",
        "Geo",
        "Ha",
        "Cha",
        "Em",
        "Gra",
        "So",
        "Is",
        "Li",
        "Wil",
        "Tho",
        "Ru",
        "Me",
        "Ed",
        "Al",
        "Ka",
    ],
}
ENDS = {
    "south asian": [
        "hammed",
        "ssain",
        "tima",
        "inab",
        "kir",
        "him",
        "ra",
        "eem",
        "man",
        "ran",
        "esha",
        "lid",
        "hid",
        "riq",
        "qar",
        "zwan",
    ],
    "eastern european": [
        "ciech",
        "arzyna",
        "dalena",
        "ub",
        "ga",
        "zanna",
        "eusz",
        "stian",
        "nieszka",
        "wid",
        "kasz",
        "tor",
        "ana",
    ],
    "british": [
        "shua",
        "iver",
        "rge",
        "rry",
        "rlotte",
        "ily",
        "ce",
        "phie",
        "la",
        "iam",
        "ma",
        "by",
        "gan",
        "ward",
        "fie",
        "te",
    ],
}
FAMILIES = {
    "south asian": ["in", "an", "ood", "ari", "eem", "ullah", "esh", "oor"],
    "eastern european": ["ski", "ska", "wicz", "czyk", "enko", "escu", "ov", "nik"],
    "british": ["son", "ton", "ley", "field", "wood", "well", "ford", "shaw"],
}


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
        chance = random.Random(SEED)
        people = [_child(chance) for _ in range(children)]
        with psycopg.connect(databases.url("gt_loader")) as connection:
            screener = _screener(connection.cursor())
            began = time.perf_counter()
            _load(connection.cursor(), people)
        print(f"{children:,} children loaded and indexed in {time.perf_counter() - began:.0f} s")
        with psycopg.connect(databases.url("gt_loader"), autocommit=True) as connection:
            connection.execute("analyze gt_register_name")
        _measure(databases.url("gt_web"), screener, people, chance)


def _child(chance: random.Random) -> tuple[UUID, str, str, date]:
    kind = chance.choice(sorted(STARTS))
    given = chance.choice(STARTS[kind]) + chance.choice(ENDS[kind])
    family = chance.choice(STARTS[kind]) + chance.choice("aeioulnrst") + chance.choice("aeiourlmn")
    born = date(2002, 3, 1) + timedelta(days=chance.randrange(6570))
    return uuid4(), given, family + chance.choice(FAMILIES[kind]), born


def _screener(cursor: Any) -> UUID:
    from datetime import UTC, datetime

    from goldenthread.actions import establish

    agency = establish.agency(cursor, key="bench", name="Bench council", kind="council")
    return establish.account(
        cursor, email="bench@example.invalid", full_name="Bench", job_title="",
        role="front-door-screener", agency_id=agency, password="!",
        at=datetime(2018, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def _load(cursor: Any, people: list[tuple[UUID, str, str, date]]) -> None:
    columns = "id, kind, given_name, family_name, date_of_birth, sex, ethnicity, scope, desk, seal"
    with cursor.copy(f"copy gt_person ({columns}) from stdin") as copy:
        for person_id, given, family, born in people:
            copy.write_row((person_id, "child", given, family, born, "U", "", person_id, "", ""))


def _mistaken(chance: random.Random, name: str) -> str:
    """A letter doubled, dropped, changed, or two the wrong way round: never the first."""
    at = chance.randrange(1, len(name) - 1)
    return chance.choice(
        [
            name[:at] + name[at] + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + chance.choice("aeiouhlnrst") + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


def _measure(
    url: str, screener: UUID, people: list[tuple[UUID, str, str, date]], chance: random.Random
) -> None:
    import psycopg

    sample = chance.sample(people, SEARCHES)
    plain = "select id from gt_person where given_name = %s and family_name = %s limit 20"
    search = "select person_id from gt_search_register(%s, %s, %s, '', '', 20)"
    with psycopg.connect(url) as connection:
        cursor = connection.cursor()
        who = "select set_config('app.account', %s, false), set_config('app.now', %s, false)"
        cursor.execute(who, [str(screener), "2020-03-04T09:00+00:00"])
        kinds: dict[str, Callable[[str, str, date], tuple[str, list[Any]]]] = {
            "equality (baseline)": lambda g, f, _: (plain, [g, f]),
            "name alone": lambda g, f, _: (search, [g, f, None]),
            "name turned": lambda g, f, _: (search, [f, g, None]),
            "name and birth date": lambda g, f, b: (search, [g, f, b]),
        }
        for kind, ask in kinds.items():
            taken, ranks = [], []
            for person_id, given, family, born in sample:
                told = ask(_mistaken(chance, given), _mistaken(chance, family), born)
                began = time.perf_counter()
                found = [row for (row,) in cursor.execute(*told).fetchall()]
                taken.append((time.perf_counter() - began) * 1000)
                ranks.append(found.index(person_id) + 1 if person_id in found else 99)
            parts = statistics.quantiles(taken, n=20)
            first, five = (sum(rank <= most for rank in ranks) / len(ranks) for most in (1, 5))
            print(
                f"{kind:20} p50 {parts[9]:6.1f} ms  p95 {parts[18]:6.1f} ms"
                f"  the child first {first:4.0%}, among five {five:4.0%}"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["served"]:
        served(int(sys.argv[2]))
    else:
        main(*(int(each) for each in sys.argv[1:2]))
