"""How long loading a large census return takes, against reading the same file and nothing more.

Run: python -m bench.import_cin [children]. Both are timed in this process, in turn, three times and
in CPU seconds; the best of each is printed with their ratio. The whole load is timed: reading,
columns, Parquet, fsync. Then the most memory a load holds, in a process of its own, at three sizes.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from goldenthread.actions import datasets
from goldenthread.insight.importers import recognise
from tests.made import cin

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
TIMES = 3
CHILDREN = 50_000


def bare(path: Path) -> int:
    """Read the file child by child with lxml and do nothing with them; returns how many."""
    children = 0
    for _, child in etree.iterparse(str(path), tag="{*}Child"):
        children += 1
        child.clear()
        while child.getprevious() is not None:
            del child.getparent()[0]
    return children


def best(actions: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The least seconds of each action, run in turn several times: a busy moment slows them all."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(TIMES):
        for name, action in actions.items():
            start = time.process_time()
            action()
            taken[name].append(time.process_time() - start)
    return {name: min(seconds) for name, seconds in taken.items()}


SIZES = (10_000, 50_000, 100_000)


def hold(path: Path) -> None:
    """Load a file, and print how many megabytes this process held before it and at its most."""
    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        datasets.load(files=[path], home=Path(folder), now=NOW)
    print(f"{before:.0f} MB with nothing loaded, {_peak():.0f} MB at its most")


def _peak() -> float:
    # What `getrusage` says of a new program is never less than what the one before it held.
    held = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(held[1]) / 1024 if held else 0


def memory(folder: Path) -> None:
    """Print what a load holds at each size."""
    for children in SIZES:
        path = folder / f"{children}.xml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(cin.large(children))
        asked = [sys.executable, "-m", "bench.import_cin", "hold", str(path)]
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
        size = path.stat().st_size / 1e6
        print(f"{children:7,} children, {size:5.1f} MB: {done.stdout.strip()}")


def main(children: int = 50_000) -> None:
    """Make a return, time it both ways and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "return.xml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(cin.large(children))
        home = Path(folder) / "home"
        if bare(path) != children:
            raise SystemExit("The bare parse did not see every child.")
        seconds = best(
            {
                "bare lxml iterparse": lambda: bare(path),
                "read into columns": lambda: recognise.read(path),
                "loaded and on disk": lambda: datasets.load(files=[path], home=home, now=NOW),
            }
        )
        print(f"{children:,} children, {path.stat().st_size / 1e6:.1f} MB")
        baseline = seconds["bare lxml iterparse"]
        for name, taken in seconds.items():
            print(f"{name:20} {taken:6.2f} s  {taken / baseline:4.2f} times the bare parse")
        memory(Path(folder))


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        hold(Path(sys.argv[2]))
    else:
        main(*(int(number) for number in sys.argv[1:]))
