"""Search before create: who on the register the children of a form being written may be.

Only shown, to whoever may search the register, from the names as they were typed once. Nothing is
joined by it: the form is sent as it is, and who a child is stays a decision of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.language.answers import Answers
from goldenthread.language.instrument import Section
from goldenthread.queries import register
from goldenthread.queries.register import Found, Sought
from goldenthread.web.asked import Asked
from goldenthread.web.pages import register as pages

MOST = 5
NAMES = ("given_name", "family_name")


@dataclass(frozen=True, kw_only=True)
class Named:
    """One child as typed, and who they may be."""

    name: str
    found: Found
    dated: bool


def names(section: Section) -> bool:
    """Whether this section is where children are named."""
    return {question.key for question in section.questions}.issuperset(NAMES)


def of(request: Asked, viewer: Viewer, answers: Answers) -> tuple[Named, ...]:
    """Return each child typed who may be known already, and note whoever is shown on the trail.

    Nobody, for a guest, and for who may not search the register: a school among them.
    """
    may = decision.decide(viewer=viewer, verb="register.search").allowed
    if viewer.within is not None or not may:
        return ()
    try:
        found = [_named(viewer, sought) for sought in _sought(answers)]
    except Denied:
        # Their role may, and they hold no desk and no child now: the form is theirs all the same.
        return ()
    for each in found:
        pages.note(request, each.found.matches)
    return tuple(each for each in found if each.found.matches)


def _named(viewer: Viewer, sought: Sought) -> Named:
    found = register.search(viewer=viewer, sought=sought, most=MOST)
    name = f"{sought.given_name} {sought.family_name}".strip()
    return Named(name=name, found=found, dated=sought.born is not None)


def _sought(answers: Answers) -> Iterator[Sought]:
    """Yield each child of whom enough is typed. A postcode would bring the whole street."""
    children = answers.get("children")
    for child in children if isinstance(children, list) else ():
        given, family = (str(child.get(key) or "") for key in NAMES)
        number = str(child.get("nhs_number") or child.get("pupil_number") or "")
        if given and family:
            yield Sought(
                given_name=given, family_name=family, born=_born(child), number=number
            )  # fmt: skip


def _born(child: Answers) -> date | None:
    for said in (child.get("date_of_birth"), child.get("expected_on")):
        try:
            return date.fromisoformat(str(said))
        except ValueError:
            continue
    return None
