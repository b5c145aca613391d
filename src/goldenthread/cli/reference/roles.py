"""roles.md: who there is, what each may do, and which steps each may record."""

from collections.abc import Iterator

from goldenthread.cli.reference import markdown, pathways, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.role import Role
from goldenthread.language.step import Step

YES = "yes"


def page() -> str:
    """Return the page."""
    declared = list(catalogue.declared(Role).values())
    people = [role for role in declared if not role.service]
    services = [role for role in declared if role.service]
    return markdown.page(
        "Roles",
        "A role says what somebody may do. It opens no child's record by itself: that takes a desk "
        "that holds the record, or a grant to it.",
        "## People",
        markdown.table(
            ("Role", "Key", "The question they come with", "Works for", "Sits at"),
            (_person(role) for role in people),
        ),
        "## Services",
        "Accounts that act by themselves. Nobody signs in as one.",
        markdown.table(
            ("Role", "Key", "The question it answers", "Sits at"),
            (_service(role) for role in services),
        ),
        "## What each may do",
        _verbs(declared),
        "## What each may record",
        *(part for key in sorted(catalogue.pathways()) for part in _steps(key, declared)),
        "## Kinds of agency",
        "The code is what the children in need census calls a referral from one.",
        _agencies(),
    )


def _person(role: Role) -> tuple[str, ...]:
    kinds = catalogue.declared(AgencyKind)
    works_for = markdown.listed((kinds[kind].title for kind in role.agency_kinds), last="or")
    return role.title, code(role.key), role.question, works_for, _desks(role)


def _service(role: Role) -> tuple[str, ...]:
    return role.title, code(role.key), role.question, _desks(role)


def _desks(role: Role) -> str:
    return markdown.listed(code(desk) for desk in role.desks)


def _verbs(roles: list[Role]) -> str:
    verbs = sorted({verb for role in roles for verb in role.may})
    return markdown.table(
        ("May", *(role.title for role in roles)),
        ((code(verb), *(YES if verb in role.may else "" for role in roles)) for verb in verbs),
    )


def _steps(key: str, roles: list[Role]) -> Iterator[str]:
    """Who may record what on one pathway; nothing where nobody records anything by hand."""
    pathway = catalogue.pathway(key)
    naming = pathways.named(pathway)

    def cell(step: Step, role: Role) -> str:
        found = [by for by in step.by if by.role == role.key]
        return YES + wording.where(found[0].only_if, naming) if found else ""

    by_hand = [step for step in pathway.steps if not pathways.opens_with(step)]
    if by_hand:
        yield f"### {pathway.title}"
        yield markdown.table(
            ("Step", *(role.title for role in roles)),
            ((step.title, *(cell(step, role) for role in roles)) for step in by_hand),
        )


def _agencies() -> str:
    declared = catalogue.declared(AgencyKind).values()
    return markdown.table(
        ("Kind", "Key", "Source code"),
        ((kind.title, code(kind.key), kind.source_code) for kind in declared),
    )
