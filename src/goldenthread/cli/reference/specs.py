"""Where each declaration stands, and the table of cases its spec test holds it to."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from goldenthread.content import catalogue

_CONTENT = "goldenthread.content."
_TABLE = "TABLE"


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of cases, its name in words, and what the comment above it says."""

    name: str
    note: str
    text: str

    @property
    def lead(self) -> str:
        """What is said above the table; "" where it needs no words."""
        named = f"**{self.name}.**" if self.name else ""
        return f"{named} {self.note}".strip()


class Specs:
    """The spec tests of content, read as text: they are never run here.

    content/front_door/contact.py is specified by front_door/test_contact.py, or where that name is
    wanted for the kind, by front_door/test_contact_pathway.py.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, declaration: Any) -> str:
        """Return the cases a declaration is held to, and where; "" if it has no spec test."""
        spec = self.file(declaration)
        if spec is None:
            return ""
        where = f"`tests/spec/{spec.relative_to(self.folder).as_posix()}`"
        found = list(_tables(spec.read_text("utf-8")))
        parts = [f"Tested in {where}{', by these cases.' if found else '.'}"]
        for table in found:
            parts += [table.lead, table.text]
        return "\n\n".join(part for part in parts if part)

    def file(self, declaration: Any) -> Path | None:
        """Return the file of a declaration's spec test; None if there is none."""
        place = self._places[id(declaration)]
        area, _, module = place.removeprefix(_CONTENT).rpartition(".")
        folder = self.folder.joinpath(*area.split(".")) if area else self.folder
        kind = type(declaration).__name__.lower()
        named = (folder / f"test_{module}.py", folder / f"test_{module}_{kind}.py")
        return next((file for file in named if file.exists()), None)

    @cached_property
    def _places(self) -> dict[int, str]:
        """The name of the module that makes each declaration; others may import it."""
        return {
            id(value): module.__name__
            for module in catalogue.modules()
            for value in _made_in(module)
            if isinstance(value, catalogue.KINDS)
        }


def _made_in(module: ModuleType) -> Iterator[Any]:
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    for name, _ in _assigned(tree):
        yield getattr(module, name)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.Assign | ast.AnnAssign]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, statement


def _tables(source: str) -> Iterator[Table]:
    lines = source.splitlines()
    for name, statement in _assigned(ast.parse(source)):
        held = statement.value
        if name.endswith(_TABLE) and isinstance(held, ast.Constant) and isinstance(held.value, str):
            yield Table(
                name=_in_words(name),
                note=_comment_above(lines, statement.lineno),
                text=held.value.strip(),
            )


def _in_words(name: str) -> str:
    """Return "Next" for NEXT_TABLE and "" for TABLE."""
    return name.removesuffix(_TABLE).strip("_").replace("_", " ").capitalize()


def _comment_above(lines: list[str], number: int) -> str:
    """Return the comment that stands right above a line, given by its number from 1."""
    said: list[str] = []
    for line in reversed(lines[: number - 1]):
        if not line.startswith("# "):
            break
        said.insert(0, line.removeprefix("# "))
    return " ".join(said)
