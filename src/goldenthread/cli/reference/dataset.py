"""dataset.md: each table that is counted from, its columns, and which declaration fills them."""

from collections.abc import Iterator

import pyarrow as pa

from goldenthread.cli.reference import markdown
from goldenthread.cli.reference.markdown import code
from goldenthread.content import catalogue
from goldenthread.insight import declared, schema

_TYPES = (
    (pa.types.is_date, "a day"),
    (pa.types.is_timestamp, "an instant"),
    (pa.types.is_boolean, "yes or no"),
    (pa.types.is_integer, "a whole number"),
    (pa.types.is_floating, "a number"),
    (pa.types.is_string, "text"),
)
INTRODUCTION = """\
A snapshot has a Parquet file for each table. Names that begin `cont_`, `cine_` and `pers_` are the
Standard Safeguarding Dataset's. A column ending `_raw` holds what was typed, and one ending
`_symbol` the symbol DfE printed where it gave no number."""


def page() -> str:
    """Return the page."""
    parts = (part for name in schema.TABLES for part in _parts(name))
    return markdown.page("The dataset", INTRODUCTION, *parts)


def _parts(name: str) -> Iterator[str]:
    filled = _declared(name)
    yield f"## {code(name)}"
    if name in declared.PATHWAY_OF:
        episodes = f"each episode of the pathway {code(declared.PATHWAY_OF[name])}"
        yield f"From our own records there is one row for {episodes}."
    yield markdown.table(
        ("Column", "Holds", "Filled by"),
        (
            (code(field.name), _type(field.type), filled.get(field.name, ""))
            for field in schema.TABLES[name]
        ),
    )


def _type(of: pa.DataType) -> str:
    return next(words for is_one, words in _TYPES if is_one(of))


def _declared(name: str) -> dict[str, str]:
    """Return what fills each declared column of a table, in words."""
    if name not in declared.PATHWAY_OF:
        return {}
    pathway = declared.PATHWAY_OF[name]
    found: dict[str, str] = {}
    for step in catalogue.pathway(pathway).steps:
        found[f"{_name(step.key)}_on"] = f"the day of {code(step.key)}"
        for question in step.questions:
            if question.column:
                found[question.column] = f"“{question.asks}”"
            if question.given_column:
                found[question.given_column] = f"whether there is an answer to “{question.asks}”"
    for clock in catalogue.clocks_of(pathway):
        found[f"{_name(clock.key)}_due_on"] = f"the day {code(clock.key)} falls due"
        found[f"{_name(clock.key)}_measurable"] = f"whether {code(clock.key)} can be measured"
        found[f"{_name(clock.key)}_met"] = f"whether {code(clock.key)} was met"
    return found


def _name(key: str) -> str:
    return key.replace("-", "_")
