"""Where a rule comes from, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Citation:
    """A law, guidance or convention.

    `place` is the chapter, section or paragraph. `since` and `until` are the first and last days
    it was in force. `status` is "seen" where the text was read, "known" where it is standing
    professional knowledge still to be checked, and "LOCAL" where it is this partnership's own
    convention, with no statutory force.
    """

    source: str
    place: str = ""
    since: date | None = None
    until: date | None = None
    url: str = ""
    status: Literal["known", "seen", "LOCAL"] = "known"

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" if self.place else self.source
