"""How long loading a long list of contacts takes, against Python's bare CSV reader.

Run: python -m bench.import_contacts [contacts]. Both are timed in this process, in turn, three
times and in CPU seconds; the least of each is printed with their ratio. Then the most memory a load
holds, in a process of its own, at 100,000 and at a million contacts.
"""

import csv
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench import measured
from goldenthread.actions import datasets
from goldenthread.insight.importers import contacts, recognise

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SIZES = (100_000, 1_000_000)
FLAGS = ('{"NEW_REFERRAL_FLAG": "Y"}', '{"NEW_REFERRAL_FLAG": "N"}', "")


def bare(path: Path) -> int:
    """Read the file row by row and do nothing with them; returns how many."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def hold(path: str) -> None:
    """Load a file, and print how many megabytes this process held at its most."""
    with tempfile.TemporaryDirectory() as folder:
        datasets.load(files=[Path(path)], home=Path(folder), now=NOW)
    print(measured.peak())


def _made(folder: Path, rows: int) -> Path:
    path = folder / f"{rows}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        into = csv.writer(file)
        into.writerow(contacts.NEEDS)
        for number in range(rows):
            day = date(2015, 4, 1) + timedelta(days=number * 7919 % 1827)
            flags = FLAGS[number % 3]
            code = ("1A", "2A", "3E", "6", "5D")[number % 5]
            into.writerow((f"CON{number:09d}", f"CH{number * 7 // 9:08d}", day, code, "", flags))
    return path


def main(rows: int = 100_000) -> None:
    """Make a list, time it both ways and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        path = _made(Path(folder), int(rows))
        home = Path(folder) / "home"
        seconds = measured.least(
            {
                "bare csv.reader": lambda: bare(path),
                "read into columns": lambda: recognise.read(path),
                "loaded and on disk": lambda: datasets.load(files=[path], home=home, now=NOW),
            }
        )
        print(f"{rows:,} contacts, {path.stat().st_size / 1e6:.1f} MB")
        measured.printed(seconds)
        least = 0.0
        for size in SIZES:
            held = measured.of_its_own("bench.import_contacts", "hold", _made(Path(folder), size))
            least = least or held
            print(f"{size:9,} contacts: {held:.0f} MB at its most, {held / least:.2f} times")


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        hold(sys.argv[2])
    else:
        main(*(int(number) for number in sys.argv[1:]))
