"""A reader of files in a jail of its own: little memory, little time, and one answer a file.

Address space cannot be what is limited: the libraries map some two gigabytes of it and touch a
tenth. What is limited is data (the heap and every private mapping that may be written).
"""

import json
import os
import re
import resource
import select
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

MEMORY = 512 * 1024 * 1024  # bytes
SECONDS = 30
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


class Jail:
    """One reader, started once and handed many files; use it as a context."""

    def __init__(self, home: Path) -> None:
        self._reader = subprocess.Popen(
            [sys.executable, "-m", "tests.made.jailed", str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "ARROW_DEFAULT_MEMORY_POOL": "system"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._reader.kill()
        self._reader.wait()
        for end in (self._reader.stdin, self._reader.stdout):
            end.close()

    def give(self, path: Path, *, keep: bool) -> dict:
        """What became of a file; it is loaded if `keep`, else read and checked.

        AssertionError if the reader died or said nothing for half a minute.
        """
        self._reader.stdin.write(json.dumps([str(path), keep]).encode() + b"\n")
        self._reader.stdin.flush()
        ready, _, _ = select.select([self._reader.stdout], [], [], SECONDS)
        assert ready, f"nothing was said for {SECONDS} s"
        answer = self._reader.stdout.readline()
        assert answer, f"the reader died: {self._reader.wait()}"
        return json.loads(answer)


def main(home: Path) -> None:
    """Answer for each file named on the input until there are no more."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    for line in sys.stdin:
        path, keep = json.loads(line)
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, resource.RLIM_INFINITY))
        sys.stdout.write(json.dumps(_answer(Path(path), home, keep=keep)) + "\n")
        sys.stdout.flush()


def _answer(path: Path, home: Path, *, keep: bool) -> dict:
    from goldenthread.actions import datasets
    from goldenthread.insight.importers.piece import ImportRefused

    try:
        load = datasets.load(files=[path], home=home, now=NOW, dry_run=not keep)
    except ImportRefused as refused:
        return {"refused": str(refused)}
    finally:
        held = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
        assert int(held[1]) * 1024 < MEMORY, held[0]
    return {
        "snapshot": load.snapshot,
        "rows": sum(sum(file.rows.values()) for file in load.files),
        "unreadable": load.unreadable,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
