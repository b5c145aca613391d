"""fields.md: of each field kept, who may read it, what leaves with it, and how long it stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.cli.reference import markdown
from goldenthread.cli.reference.markdown import code
from goldenthread.content import catalogue
from goldenthread.language.need_to_know import FieldClass
from goldenthread.records import classification
from goldenthread.records.field_class import (
    Access,
    Class,
    Log,
    Redaction,
    Retention,
    Statistics,
    SubjectAccess,
)


@dataclass(frozen=True, kw_only=True)
class Column:
    """One of the questions a class answers: its head, the answer's name, each answer in words."""

    head: str
    answer: str
    words: Mapping[str, str]


COLUMNS = (
    Column(
        head="What it holds",
        answer="holds",
        words={"": "", **{key: kind.title for key, kind in catalogue.declared(FieldClass).items()}},
    ),
    Column(
        head="Who may read it",
        answer="access",
        words={
            Access.RELATIONSHIP: "who has a relationship",
            Access.SIGNED_IN: "who has signed in",
            Access.SERVICE: "the service alone",
            Access.NOBODY: "no serving role",
        },
    ),
    Column(
        head="In a document that leaves the partnership",
        answer="redaction",
        words={
            Redaction.NONE: "as it is",
            Redaction.IDENTITY: "redacted as identity",
            Redaction.NARRATIVE: "redacted as narrative",
            Redaction.SOURCE: "redacted as source",
            Redaction.STAFF: "redacted as staff",
            Redaction.NEVER_LEAVES: "never leaves",
        },
    ),
    Column(
        head="For somebody asking for their own record",
        answer="subject_access",
        words={
            SubjectAccess.GIVEN: "given",
            SubjectAccess.READ_FIRST: "read first",
            SubjectAccess.WITHHELD: "withheld",
            SubjectAccess.NOT_THEIRS: "not theirs",
        },
    ),
    Column(
        head="Kept for as long as",
        answer="retention",
        words={
            Retention.CHILD: "the child's record",
            Retention.ACCOUNT: "the account",
            Retention.DRAFT: "the draft",
            Retention.TRAIL: "the trail",
            Retention.PARTNERSHIP: "the partnership",
        },
    ),
    Column(
        head="Counted",
        answer="statistics",
        words={Statistics.COUNTED: "yes", Statistics.NEVER: "never"},
    ),
    Column(
        head="In the trail",
        answer="log",
        words={Log.ID: "as an id or a key", Log.NEVER: "never"},
    ),
)
INTRODUCTION = """\
Each field of each model, and each table of a library, has one answer to each of seven questions.
They are written in `src/goldenthread/records/classification`. Tests hold what PostgreSQL lets
each role read to them. How long each is kept, in years, is the partnership's to set."""


def page() -> str:
    """Return the page."""
    models = (part for model in sorted(classification.FIELDS) for part in _model(model))
    libraries = {
        table: kind for kind, tables in classification.TABLES.items() for table in tables.split()
    }
    return markdown.page(
        "What is kept",
        INTRODUCTION,
        *models,
        "## Tables of the libraries",
        _table("Table", libraries),
    )


def _model(model: str) -> Iterator[str]:
    yield f"## {code(model)}"
    yield _table("Field", classification.of(model))


def _table(head: str, kinds: Mapping[str, Class]) -> str:
    return markdown.table(
        (head, *(column.head for column in COLUMNS)),
        (
            (code(name), *(column.words[getattr(kind, column.answer)] for column in COLUMNS))
            for name, kind in sorted(kinds.items())
        ),
    )
