"""How long loading a large census return takes, against reading the same file and nothing more.

Run: python -m bench.import_cin [children]. Both are timed in this process, in turn, three times and
in CPU seconds; the least of each is printed with their ratio. The whole load is timed: reading,
columns, Parquet, fsync. Then the most memory a load holds, in a process of its own, at three sizes:
of one return, and of a return laid over that of the year before, by which re-referrals are told.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from bench import measured
from goldenthread.actions import datasets
from goldenthread.insight.importers import recognise
from tests.made import cin

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SIZES = (10_000, 50_000, 100_000)


def bare(path: Path) -> int:
    """Read the file child by child with lxml and do nothing with them; returns how many."""
    children = 0
    for _, child in etree.iterparse(str(path), tag="{*}Child"):
        children += 1
        child.clear()
        while child.getprevious() is not None:
            del child.getparent()[0]
    return children


def hold(*paths: str) -> None:
    """Load files one after another, and print how many megabytes this process held at its most."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            datasets.load(files=[Path(path)], home=Path(folder), now=NOW)
    print(measured.peak())


def memory(folder: Path) -> None:
    """Print what a load holds at each size, and how many times that of the smallest."""
    least: dict[str, float] = {}
    for children in SIZES:
        before, after = (_made(folder, children, year=year) for year in ("2021", "2022"))
        for what, paths in {"one return": [after], "two years": [before, after]}.items():
            held = measured.of_its_own("bench.import_cin", "hold", *paths)
            ratio = held / least.setdefault(what, held)
            print(
                f"{children:7,} children, {what:10}: {held:.0f} MB at its most, {ratio:.2f} times"
            )


def _made(folder: Path, children: int, *, year: str = "2022") -> Path:
    path = folder / f"{children}-{year}.xml"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(cin.large(children, year=year))
    return path


def main(children: int = 50_000) -> None:
    """Make a return, time it both ways and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        path = _made(Path(folder), int(children))
        home = Path(folder) / "home"
        if bare(path) != int(children):
            raise SystemExit("The bare parse did not see every child.")
        seconds = measured.least(
            {
                "bare lxml iterparse": lambda: bare(path),
                "read into columns": lambda: recognise.read(path),
                "loaded and on disk": lambda: datasets.load(files=[path], home=home, now=NOW),
            }
        )
        print(f"{children:,} children, {path.stat().st_size / 1e6:.1f} MB")
        measured.printed(seconds)
        memory(Path(folder))


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        hold(*sys.argv[2:])
    else:
        main(*(int(number) for number in sys.argv[1:]))
