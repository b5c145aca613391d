"""The head of a chain: its newest link, as it is written down where nobody here can change it."""

import re
from dataclasses import dataclass

LINE = re.compile(r"([1-9][0-9]{0,17}) ([1-9][0-9]{0,8}) ([0-9a-f]{64})")


@dataclass(frozen=True, kw_only=True)
class Head:
    """Link number `batch` of a chain, over `count` things, and its hash in 64 hexadecimal digits.

    As a line it is the three with a space between.
    """

    batch: int
    count: int
    hash: str

    def __str__(self) -> str:
        return f"{self.batch} {self.count} {self.hash}"


def read(text: str) -> tuple[list[Head], list[int]]:
    """Return the heads in a text, one a line, and the numbers of the lines that are none.

    Left out is what a killed writer left half done: a last line that does not end, and the
    beginning of a line that is written whole after it.
    """
    heads, unreadable = [], []
    lines = text.split("\n")
    for number, line in enumerate(lines[:-1], start=1):
        found = LINE.fullmatch(line)
        if found:
            heads.append(Head(batch=int(found[1]), count=int(found[2]), hash=found[3]))
        elif not lines[number].startswith(line):
            unreadable.append(number)
    return heads, unreadable
