"""The table that is signed, as its reader reads it: what a role sees of a record, and may do.

For the demonstration it is signed by somebody invented. A signature is a line of text: the SHA-256
of the table, who read it, as what, and the day.
"""

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "docs" / "reference" / "need-to-know.csv"
SIGNATURE = Path(__file__).with_name("signature.txt")
# What a role may do that opens nobody's record; some of it in some kinds of agency alone, as in
# "none in:police in:health", or with a record "intelligence.record@police".
NO_RECORD, IN, AT, WHATEVER = "none", "in:", "@", "any"


class NotWhatWasSigned(AssertionError):
    """Raised where the table is not the one that was read: it opens nothing until it is."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What one relationship opens to a role of a record in one state."""

    level: int
    shown: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Table:
    """The whole of it, by role.

    `opens` is by role, relationship and state; `asks` is what each role may ask to do at all, each
    verb with the kinds of agency it is kept to, if it is; a verb `needs` the lowest level at which
    anybody is given it.
    """

    opens: Mapping[tuple[str, str, str], Opened]
    asks: Mapping[str, Mapping[str, frozenset[str]]]
    needs: Mapping[str, int]
    classes: frozenset[str]

    def may(self, role: str, agency_kind: str) -> frozenset[str]:
        """Return what a role may ask to do whose holder works for such an agency."""
        asked = self.asks.get(role, {})
        return frozenset(v for v, kinds in asked.items() if not kinds or agency_kind in kinds)


def digest(table: Path = TABLE) -> str:
    """Return what a signature is of."""
    return hashlib.sha256(table.read_bytes()).hexdigest()


def check(*, table: Path = TABLE, signature: Path = SIGNATURE) -> str:
    """Return the line that was signed; raises NotWhatWasSigned if it is of another table."""
    line = signature.read_text().strip()
    if line.partition(" ")[0] != digest(table):
        raise NotWhatWasSigned(
            f"{table.name} is not what was signed. Read what changed in it with `git diff`. If it"
            f" is right, sign it: put {digest(table)} at the head of tests/oracle/{signature.name}."
        )
    return line


@cache
def table() -> Table:
    """Return the table that was signed; raises NotWhatWasSigned."""
    check()
    return read(TABLE)


def read(file: Path) -> Table:
    """Return the table of a file, signed or not."""
    opens: dict[tuple[str, str, str], Opened] = {}
    asks: dict[str, dict[str, frozenset[str]]] = {}
    needs: dict[str, int] = {}
    classes: set[str] = set()
    with file.open(newline="") as lines:
        for row in csv.DictReader(lines):
            level, (by, *kept_to) = int(row["level"]), row["relationship"].split()
            verbs = set()
            for said in row["verb"].split():
                verb, *kinds = said.split(AT)
                verbs.add(verb)
                kinds += [kind.removeprefix(IN) for kind in kept_to]
                asks.setdefault(row["role"], {})[verb] = frozenset(kinds)
            needs |= {verb: min(level, needs.get(verb, level)) for verb in verbs}
            if by == NO_RECORD:
                continue
            classes.add(row["field_class"])
            key = row["role"], by, row["record_state"]
            so_far = opens[key].shown if key in opens else frozenset()
            shown = {row["field_class"]} if row["shown"] == "shown" else set()
            opens[key] = Opened(level=level, shown=so_far | shown, verbs=frozenset(verbs))
    return Table(opens=opens, asks=asks, needs=needs, classes=frozenset(classes))
