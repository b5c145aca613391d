"""Meetings in words: what kinds of agency are called, and lists of what is missing."""

from collections.abc import Iterable

from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.records.invitation import Invitation


def agency_kind(key: str) -> str:
    """Return what a kind of agency is called within a sentence; the key of one there is not."""
    found = catalogue.declared(AgencyKind).get(key)
    return found.title[:1].lower() + found.title[1:] if found else key


def listed(parts: Iterable[str]) -> str:
    """Return "a, b and c"."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last


def somebody(invitation: Invitation) -> str:
    """Return who was asked, with their agency."""
    who = str(invitation.account) if invitation.account else invitation.who
    return ", ".join(each for each in (who, str(invitation.agency or "")) if each)
