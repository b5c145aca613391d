"""The papers partners sign before real children are in here, filled from the declarations.

The words of each stand in `templates`; what the software decides is written in, and what only
people can decide stands in square brackets for them to fill (UK GDPR articles 13, 14, 26 and 35).
"""

from collections.abc import Iterable
from pathlib import Path
from string import Template

from goldenthread.cli.reference import markdown
from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.basis import Basis, Sort
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState
from goldenthread.language.role import Role

FOLDER = Path(__file__).parent / "templates"
TEMPLATE = (
    "A template, not legal advice. What stands in [square brackets] is for the partners and their "
    "data protection officers to fill; the rest is what this software does, and changes with it."
)
TITLES = {
    "joint-controllers.md": "Joint controllers: the arrangement",
    "sharing-agreement.md": "Sharing agreement",
    "impact-assessment.md": "Data protection impact assessment",
    "privacy-notices.md": "Privacy notices",
}


def pages() -> dict[str, str]:
    """Return each paper by the name of its file."""
    parts = _parts()
    return {
        name: markdown.page(
            title, Template((FOLDER / name).read_text("utf-8")).substitute(parts).strip()
        )
        for name, title in TITLES.items()
    }


def _parts() -> dict[str, str]:
    """Return what the declarations have to say, by the word a template has for it."""
    return {
        "template": TEMPLATE,
        "agencies": markdown.bullets(each.title for each in _every(AgencyKind)),
        "purposes": markdown.table(
            ("Purpose", "Law"), ((each.title, str(each.law)) for each in _every(Purpose))
        ),
        "bases": _bases(Sort.LAWFUL_BASIS),
        "conditions": _bases(Sort.CONDITION),
        "powers": _bases(Sort.POWER),
        "relationships": markdown.table(
            ("Relationship", "Begins", "Ends"),
            ((each.title, each.begins, each.ends) for each in _every(GrantKind) if each.given_now),
        ),
        "classes": markdown.table(
            ("What", "What it holds", "Shown from level"),
            ((each.title, each.holds, str(each.shown_from.value)) for each in _every(FieldClass)),
        ),
        "stores": markdown.bullets(
            f"{each.title}: {each.meaning}" for each in _every(RecordState) if each.sealed
        ),
        "roles": markdown.bullets(
            f"{each.title}: {each.question}" for each in _every(Role) if not each.service
        ),
    }


def _every[Declared](kind: type[Declared]) -> Iterable[Declared]:
    return catalogue.declared(kind).values()


def _bases(sort: Sort) -> str:
    return markdown.table(
        ("Basis", "Law", "Offered since"),
        (
            (each.title, str(each.law), each.since.isoformat() if each.since else "")
            for each in _every(Basis)
            if each.sort is sort
        ),
    )
