"""The source tree as the architecture tests read it: parsed once, never imported."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "goldenthread"
PURE = ("kernel", "language", "content")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module but migrations, by its path under the package."""
    return {
        str(file.relative_to(PACKAGE)): ast.parse(file.read_text())
        for file in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in file.parts
    }


def room(path: str) -> str:
    """The room a module lies in."""
    return path.partition("/")[0]


def lines(path: str) -> int:
    """How many lines a module has."""
    return len((PACKAGE / path).read_text().splitlines())


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in a module, nested ones too."""
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
