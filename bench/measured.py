"""Measuring: the least CPU seconds of several runs, and the most memory a process has held."""

import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

TIMES = 3


def least(actions: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The least CPU seconds of each action, run in turn: a busy moment slows them all."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(TIMES):
        for name, action in actions.items():
            before = used()
            action()
            taken[name].append(used() - before)
    return {name: min(seconds) for name, seconds in taken.items()}


def used() -> float:
    """CPU seconds of every thread of this process, its own and the system's for it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak() -> float:
    """The most megabytes this process has held."""
    # What `getrusage` says of a new program is never less than what the one before it held.
    held = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(held[1]) / 1024 if held else 0


def printed(seconds: dict[str, float]) -> None:
    """Print the seconds of each action, and how many times those of the first they are."""
    first, baseline = next(iter(seconds.items()))
    for name, taken in seconds.items():
        print(f"{name:20} {taken:6.2f} CPU s  {taken / baseline:5.2f} times the {first}")


def of_its_own(module: str, *asked: object) -> float:
    """Run a benchmark with these words in a process of its own, which prints its peak of MB."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, asked)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
