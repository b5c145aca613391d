"""Showing how far long work has come, on the error stream so that output stays clean."""

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Report = Callable[[str, int, int], None]


@contextlib.contextmanager
def shown() -> Iterator[Report]:
    """Yield report(what, done, total): one bar for each thing worked on."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bars: dict[str, TaskID] = {}
    console = Console(stderr=True)
    # Where nobody looks on, the error stream holds the one sentence of a refusal and nothing more.
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:

        def report(what: str, done: int, total: int) -> None:
            if what not in bars:
                bars[what] = progress.add_task(what, total=total)
            progress.update(bars[what], completed=done, total=total)

        yield report
