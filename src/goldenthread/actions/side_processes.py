"""Work shared out to processes of its own, each sending what it makes down a pipe of its own.

A pipe holds little, so that whoever makes more than is read waits: memory stays bounded. A process
whose reader is gone finds its pipe closed, and ends.
"""

import importlib
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

import django


class Ended(RuntimeError):
    """Raised when a process ended before all of its share was made; it said why as it did."""


@contextmanager
def made_by(name: str, shares: Sequence[Mapping[str, Any]]) -> Iterator[Iterator[Any]]:
    """Yield what the function `name` ("module:function") yields for each share, taken in turn.

    Each share, its arguments, has a process of its own, with Django set up. The first thing of each
    share comes first, then the second of each: always in the same order.
    """
    # Not a copy of this process, which may hold a database connection and threads.
    context = get_context("spawn")
    pipes, processes = [], []
    try:
        for share in shares:
            mine, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_make, args=(name, share, theirs), daemon=True)
            process.start()
            theirs.close()
            pipes.append(mine)
            processes.append(process)
        yield _in_turn(pipes)
    finally:
        for pipe in pipes:
            pipe.close()
        for process in processes:
            process.join()


def _in_turn(pipes: Sequence[Connection]) -> Iterator[Any]:
    left = list(pipes)
    while left:
        for pipe in tuple(left):
            try:
                found = pipe.recv()
            except EOFError:
                raise Ended("A process making a part of this ended before its time.") from None
            if found is None:
                left.remove(pipe)
            else:
                yield found


def _make(name: str, share: Mapping[str, Any], into: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its reader is told, and closes the pipe
    django.setup()
    module, _, function = name.partition(":")
    try:
        for made in getattr(importlib.import_module(module), function)(**share):
            into.send(made)
        into.send(None)
    except BrokenPipeError:
        return
