"""Meetings written as tables: who came, whether they could decide, and what was missing."""

from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.language.quorum import There
from tests.spec import tables


def came(cell: str) -> tuple[There, ...]:
    """Return those who came: "police" is an agency, "police (north)" another of that kind."""
    words = [each.strip() for each in cell.split(",") if each.strip()]
    return tuple(There(agency=each, kind=each.partition(" (")[0]) for each in words)


def title(kind: str) -> str:
    """Return what a kind of agency is called within a sentence."""
    return catalogue.declared(AgencyKind)[kind].title.lower()


def decided(kind: MeetingKind, table: str) -> list[tuple[str, str, str]]:
    """Return for each row its reason, whether there was a quorum, and what was missing."""
    found = []
    for case in tables.rows(table):
        there = came(case["who came"])
        missing = kind.quorum.missing(there, title)
        assert bool(missing) != kind.quorum.met(there), case["why"]
        found.append((case["why"], "yes" if kind.quorum.met(there) else "no", ", ".join(missing)))
    return found


def expected(table: str) -> list[tuple[str, str, str]]:
    """Return the same of what the table says."""
    return [(each["why"], each["quorum"], each["missing"]) for each in tables.rows(table)]
