"""Who the children of a form being written may be, beside the form; and saying which they are."""

from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.language.answers import Answers
from goldenthread.language.instrument import Section
from goldenthread.queries import already_known
from goldenthread.queries.already_known import NAMES, Named
from goldenthread.records.draft import Draft
from goldenthread.web.asked import Asked
from goldenthread.web.pages import register as pages

GO = "same:"


def names(section: Section) -> bool:
    """Whether this section is where children are named."""
    return {question.key for question in section.questions}.issuperset(NAMES)


def of(request: Asked, viewer: Viewer, draft: Draft, answers: Answers) -> tuple[Named, ...]:
    """Return each child typed who may be known already, and note whoever is shown on the trail."""
    found = already_known.of(viewer=viewer, answers=answers, typed=draft.typed)
    for each in found:
        pages.note(request, each.found.matches)
    return found


def said(go: str) -> tuple[int, UUID | None] | None:
    """Return of which child a button says whom it is, "same:0:ID", or takes it back, "same:0:"."""
    number, _, person = go.removeprefix(GO).partition(":")
    if not go.startswith(GO) or not (number.isascii() and number.isdecimal() and len(number) < 4):
        return None
    try:
        return int(number), UUID(person) if person else None
    except ValueError:
        return None
