"""Markdown: the few shapes the reference is made of."""

from collections.abc import Iterable, Sequence

DO_NOT_EDIT = (
    "This page is written by `goldenthread docs` from the declarations in\n"
    "`src/goldenthread/content` and the tables in `tests/spec`. Change those, then run `make fix`."
)


def page(title: str, *parts: str) -> str:
    """Return a whole page: its title, how it is made, and its parts with a line between them."""
    return "\n\n".join((f"# {title}", DO_NOT_EDIT, *(part for part in parts if part))) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; "" where there are no rows."""
    body = [_line(row) for row in rows]
    if not body:
        return ""
    return "\n".join((_line(heads), _line(["---"] * len(heads)), *body))


def bullets(items: Iterable[str]) -> str:
    """Return a list, one item a line; "" where there are none."""
    return "\n".join(f"- {item}" for item in items if item)


def code(text: object) -> str:
    """Return text as it is written in code."""
    return f"`{text}`"


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Return "a, b and c"."""
    *before, final = list(items) or [""]
    return f"{', '.join(before)} {last} {final}" if before else final


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
