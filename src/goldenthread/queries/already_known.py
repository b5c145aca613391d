"""Search before create: who on the register the children of a form being written may be.

From the names as they were typed once. Somebody who may open a child's thread may say on the form
that it is the same child; what they say holds for the name and birth date it was said of alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.language import feed
from goldenthread.language.answers import Answers
from goldenthread.queries import register
from goldenthread.queries.register import Found, Match, Sought

MOST = 5
NAMES = ("given_name", "family_name")
# What a draft keeps of it, beside what was typed: whom, and of what name and birth date.
SAME = "same_child"


@dataclass(frozen=True, kw_only=True)
class Named:
    """One child as typed, and who they may be. `number` is its place among the children, from 0.

    `same` is whom the writer said it is, if anybody, and still may be.
    """

    number: int
    sought: Sought
    found: Found
    same: Match | None = None

    @property
    def name(self) -> str:
        """The child's name as typed."""
        return f"{self.sought.given_name} {self.sought.family_name}".strip()

    @property
    def dated(self) -> bool:
        """Whether a birth date was typed, which tells many apart."""
        return self.sought.born is not None


def of(*, viewer: Viewer, answers: Answers, typed: Mapping[str, Any]) -> tuple[Named, ...]:
    """Return each child typed who may be known already; nobody, for who may not search.

    A guest and a school may not.
    """
    may = decision.decide(viewer=viewer, verb="register.search").allowed
    if viewer.within is not None or not may:
        return ()
    try:
        named = [_named(viewer, number, each, typed) for number, each in _sought(answers)]
    except Denied:
        # Their role may, and they hold no desk and no child now: the form is theirs all the same.
        return ()
    return tuple(each for each in named if each.found.matches)


def may_say(viewer: Viewer, match: Match) -> bool:
    """Whether this viewer may say that a child is this one: they decide it, and may open it."""
    return match.may_open and decision.decide(viewer=viewer, verb="identification.decide").allowed


def kept(sought: Sought, person_id: UUID) -> str:
    """Return what a draft keeps of one such word."""
    said = {key: str(value) for key, value in asdict(sought).items() if value}
    return f"{person_id} {feed.fingerprinted(said)}"


def _named(viewer: Viewer, number: int, sought: Sought, typed: Mapping[str, Any]) -> Named:
    found = register.search(viewer=viewer, sought=sought, most=MOST)
    said = typed.get(SAME, ())
    same = [
        match
        for match in found.matches
        if may_say(viewer, match) and kept(sought, match.person_id) in said
    ]
    return Named(number=number, sought=sought, found=found, same=same[0] if same else None)


def _sought(answers: Answers) -> Iterator[tuple[int, Sought]]:
    """Yield each child of whom enough is typed. A postcode would bring the whole street."""
    children = answers.get("children")
    for place, child in enumerate(children if isinstance(children, list) else ()):
        given, family = (str(child.get(key) or "") for key in NAMES)
        number = str(child.get("nhs_number") or child.get("pupil_number") or "")
        if given and family:
            named = {"given_name": given, "family_name": family}
            yield place, Sought(**named, born=_born(child), number=number)


def _born(child: Answers) -> date | None:
    for said in (child.get("date_of_birth"), child.get("expected_on")):
        try:
            return date.fromisoformat(str(said))
        except ValueError:
            continue
    return None
