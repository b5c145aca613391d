"""need-to-know.md and .csv: who sees what, for a Caldicott Guardian to read and sign."""

from collections.abc import Iterator

from goldenthread.access import need_to_know
from goldenthread.cli.reference import markdown
from goldenthread.cli.reference.markdown import code
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import verbs
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState, Sight
from goldenthread.language.role import Role

INTRODUCTION = """\
What is not on this page, nobody sees. A role opens no record by itself: a relationship does, at its
level, for as long as it lasts. Where several hold, the highest counts. `need-to-know.csv` beside
this page has every line of it; a Caldicott Guardian signs that table, and
`src/goldenthread/content/need_to_know/signed.py` says who did, when, and of which SHA-256."""


def table() -> str:
    """Return the table that is signed."""
    return need_to_know.as_csv()


def page() -> str:
    """Return the page."""
    roles = sorted(catalogue.declared(Role).values(), key=lambda each: (each.service, each.title))
    return markdown.page(
        "Need to know",
        INTRODUCTION,
        "## Levels",
        markdown.bullets(f"{level.value}: {level.title}" for level in Level),
        "## What a field may hold",
        _field_classes(),
        "## What may stand with a record",
        _record_states(),
        "## Relationships",
        _relationships(),
        "## Purposes",
        _purposes(),
        "## What each role sees",
        *(part for role in roles for part in _role(role)),
        "## What each verb needs",
        _verbs(),
    )


def _field_classes() -> str:
    return markdown.table(
        ("Field class", "Key", "What it holds", "Shown from level", "Law"),
        (
            (each.title, code(each.key), each.holds, str(each.shown_from.value), str(each.law))
            for each in catalogue.declared(FieldClass).values()
        ),
    )


def _record_states() -> str:
    found = sorted(catalogue.declared(RecordState).values(), key=lambda each: each.order)
    return markdown.table(
        ("State", "Key", "Meaning", "Sealed", "Law"),
        (
            (each.title, code(each.key), each.meaning, "yes" if each.sealed else "", str(each.law))
            for each in found
        ),
    )


def _relationships() -> str:
    return markdown.table(
        ("Relationship", "Key", "Begins", "Ends", "For", "Given now", "Law"),
        (
            (
                each.title, code(each.key), each.begins, each.ends,
                need_to_know.purpose_of(each).title, "yes" if each.given_now else "not yet",
                str(each.law),
            )
            for each in catalogue.declared(GrantKind).values()
        ),
    )  # fmt: skip


def _purposes() -> str:
    return markdown.table(
        ("Purpose", "Key", "Law"),
        (
            (each.title, code(each.key), str(each.law))
            for each in catalogue.declared(Purpose).values()
        ),
    )


def _role(role: Role) -> Iterator[str]:
    yield f"### {role.title}"
    yield markdown.table(
        ("Through", "Records that are", "Level", "Shown", "Masked"),
        (
            (
                code(sight.by), ", ".join(sight.states), str(sight.level.value),
                _classes(sight, shown=True), _classes(sight, shown=False),
            )
            for sight in need_to_know.sees(role)
        ),
    )  # fmt: skip


def _classes(sight: Sight, *, shown: bool) -> str:
    every = catalogue.declared(FieldClass).values()
    return ", ".join(each.key for each in every if sight.shown(each) is shown)


def _verbs() -> str:
    return markdown.table(
        ("Verb", "What it does", "Least level"),
        (
            (code(verb), verbs.WORDS[verb], str(verbs.NEEDS[verb].value))
            for verb in sorted(verbs.WORDS)
        ),
    )
