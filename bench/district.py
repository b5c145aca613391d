"""How long the demonstration of a city takes to load, and whether it counts what was published.

Run: python -m bench.district [scale]. The city is loaded into a home of its own, with its first
extract; then the same rows are written once more by nothing but COPY, into the same tables emptied,
by the same role. Memory is what a process held at most that was its own. The counts are those the
product's indicators give.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

COMMAND = str(Path(sys.executable).parent / "goldenthread")
YEAR = "2019-20"
# What DfE and the partnership published, by indicator: contacts, referrals, rate, re-referrals and
# what went no further as shares of a hundred.
PUBLISHED = {
    "IND-FD-01": 32_038,
    "IND-RF-01": 9_934,
    "IND-RF-02": 697.4,
    "IND-RF-03": 7.9,
    "IND-RF-05": 22.9,
}
CHILDREN = 8_705


def main(scale: float = 1.0) -> None:
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
        here = [sys.executable, "-m", "bench.district", "served", str(scale)]
        subprocess.run(here, env=environment, check=True)


def served(scale: float) -> None:
    """Load the home the environment names, count it, load it barely, and print what was seen."""
    from goldenthread.project import home
    from goldenthread.records.postgresql import server

    with server.held(home.folder()):
        import django

        django.setup()
        print(f"load average {os.getloadavg()[0]:.1f} before")
        loaded = _loaded(scale)
        _counted(scale)
        bare = _bare()
    print(f"bare COPY of the same rows {bare:.1f} s: {loaded / bare:.2f} times as long")


def _loaded(scale: float) -> float:
    from goldenthread.actions import demonstration
    from goldenthread.project import databases, home

    held = _Held()
    began = time.perf_counter()
    made = demonstration.load(
        url=databases.url("gt_loader"),
        home=home.folder(),
        scale=scale,
        progress=held.look,
        extract_url=databases.url("gt_extract"),
    )
    taken = time.perf_counter() - began
    own, tellers = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    cpu = own.ru_utime + own.ru_stime + tellers.ru_utime + tellers.ru_stime
    print(
        f"scale {scale:g}: {made.contacts:,} contacts and {made.referrals:,} referrals of six years"
        f" in {taken:.1f} s (story {held.written - began:.1f}, extract and published figures the"
        f" rest), {cpu:.1f} CPU s of ours\nmost memory held: this process"
        f" {own.ru_maxrss >> 10:,} MB, each teller {tellers.ru_maxrss >> 10:,} MB, the server's"
        f" loader {held.most >> 10:,} MB",
        flush=True,
    )
    return taken


class _Held:
    """What the server's process for the loader held at most, looked at with each report."""

    def __init__(self) -> None:
        self.most = 0
        self.written = 0.0

    def look(self, what: str, *_: int) -> None:
        """Look, and keep when the story was written."""
        if what != "contacts":
            return
        with _as_owner() as connection:
            asked = "select pid from pg_stat_activity where usename = 'gt_loader'"
            for (pid,) in connection.execute(asked).fetchall():
                said = Path(f"/proc/{pid}/status").read_text()
                (own,) = (line for line in said.splitlines() if line.startswith("RssAnon"))
                self.most = max(self.most, int(own.split()[1]))
        self.written = time.perf_counter()


def _counted(scale: float) -> None:
    """Count by the product's indicators and hold what comes out to what was published."""
    from goldenthread.insight import signs
    from goldenthread.project import home

    found = {row.indicator.id: row for row in signs.rows(home=home.folder(), period=YEAR)}
    wrong = []
    for key, published in PUBLISHED.items():
        is_count = isinstance(published, int)
        wanted = round(published * scale) if is_count else published
        value = found[key].value
        seen = round(value) if is_count else round(float(value), 1)
        wrong += [key] if seen != wanted and (scale == 1 or is_count) else []
        print(f"{key} {found[key].indicator.title}: {seen:,} (published {wanted:,})")
    children = _children()
    print(f"children referred in the year: {children:,} (published {round(CHILDREN * scale):,})")
    if wrong or children != round(CHILDREN * scale):
        raise SystemExit(f"The city does not count what was published: {wrong or 'children'}.")


def _children() -> int:
    with _as_owner() as connection:
        (found,) = connection.execute(
            "select count(distinct subject_person_id) from gt_episode where pathway = 'referral'"
            " and opened_at >= '2019-04-01 Europe/London'"
            " and opened_at < '2020-04-01 Europe/London'"
        ).fetchone()
    return int(found)


def _bare() -> float:
    """Return the seconds that COPY alone takes to write every row anew."""
    import psycopg

    from goldenthread.actions.demonstration import rows
    from goldenthread.project import databases

    tables = [rows.table_of(kind).db_table for kind in rows.ORDER]
    with tempfile.TemporaryDirectory() as folder:
        with _as_owner() as connection:
            cursor = connection.cursor()
            for table in tables:
                _out(cursor, table, Path(folder) / table)
            # The rows of set-up, such as the services, go too: what names nothing else is enough.
            cursor.execute("set session_replication_role = replica")
            cursor.execute(f"truncate {', '.join(tables)} cascade")
        with psycopg.connect(databases.url("gt_loader")) as loader:
            cursor = loader.cursor()
            began = time.perf_counter()
            cursor.execute("set constraints all immediate")
            for table in tables:
                _in(cursor, table, Path(folder) / table)
            loader.commit()
            return time.perf_counter() - began


def _out(cursor: Any, table: str, path: Path) -> None:
    with path.open("wb") as file, cursor.copy(f"copy {table} to stdout") as rows:
        for row in rows:
            file.write(row)


def _in(cursor: Any, table: str, path: Path) -> None:
    with path.open("rb") as file, cursor.copy(f"copy {table} from stdin") as into:
        while some := file.read(1 << 20):
            into.write(some)


def _as_owner() -> Any:
    import psycopg

    from goldenthread.project import home
    from goldenthread.records.postgresql import server

    return psycopg.connect(server.url(home.folder()), autocommit=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["served"]:
        served(float(sys.argv[2]))
    else:
        main(*(float(number) for number in sys.argv[1:]))
