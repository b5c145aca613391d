"""meetings.md: every kind of meeting, who must be there, and what is written before and after."""

from collections.abc import Iterator

from goldenthread.cli.reference import markdown, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.meeting_kind import MeetingKind


def page(specs: Specs) -> str:
    """Return the page: a part for each kind, in the order of their keys."""
    kinds = sorted(catalogue.declared(MeetingKind).values(), key=lambda each: each.key)
    return markdown.page("Meetings", *(part for kind in kinds for part in _of(kind, specs)))


def _of(kind: MeetingKind, specs: Specs) -> Iterator[str]:
    yield f"## {kind.title}"
    yield markdown.table(("What", ""), list(_facts(kind)))
    asked = [(each.brings, _kinds(each.kinds), "yes" if each.must else "") for each in kind.invites]
    yield markdown.table(("Brings", "Any of", "Must be asked"), asked)
    yield specs.of(kind)


def _facts(kind: MeetingKind) -> Iterator[tuple[str, str]]:
    yield "Key", code(kind.key)
    yield "About", kind.subject
    yield "Decides with", kind.quorum.in_words(_title)
    yield "Called by", ", ".join(catalogue.role(each).title for each in kind.called_by)
    yield "Chaired by", ", ".join(catalogue.role(each).title for each in kind.chaired_by)
    yield "Asked in time", f"{kind.in_notice()} before"
    if kind.report:
        yield "Reports in time", f"{kind.report.days_before} working days before"
    yield "Minutes", wording.limit(kind.minutes_within)
    yield "May be read", f"until {kind.read_for_days} days after the minutes went round"
    yield "Law", wording.law(kind.law)


def _kinds(kinds: tuple[str, ...]) -> str:
    return ", ".join(_title(each) for each in kinds)


def _title(kind: str) -> str:
    return catalogue.declared(AgencyKind)[kind].title.lower()
