"""The words of the house: names that say something, docstrings on what is public."""

import ast
import re
from pathlib import Path

from tests.architecture import tree

EMPTY_NAMES = {"utils", "util", "core", "common", "helpers", "helper", "lib", "misc", "manager"}
# Spellings of another country, in names and in words shown to people.
AMERICAN = re.compile(
    r"\b(color|behavior|organization|authorization|center|canceled|fulfill"
    r"|program(?!s?\b)|labor|favor|judgment|enrollment|customize|initialize|normalize|summarize"
    r"|recognize|serialize|utilize|organize|analyze)\b",
    re.IGNORECASE,
)
# Names other people's libraries chose.
THEIRS = {"initialize", "normalize", "authorization", "color", "serialize", "center"}
PICTURES = re.compile("[\U0001f300-\U0001faff☀-➿]")


def test_nothing_is_called_utils():
    names = {part for path in tree.modules() for part in Path(path).with_suffix("").parts}
    assert names & EMPTY_NAMES == set()


def test_every_module_says_what_it_is_for():
    silent = [path for path, module in tree.modules().items() if not ast.get_docstring(module)]
    assert silent == []


def test_every_public_function_and_class_says_what_it_does():
    silent = []
    for path, module in tree.modules().items():
        for node in _public(module):
            if not ast.get_docstring(node) and not node.name.startswith("_"):
                silent.append(f"{path}:{node.lineno} {node.name}")
    assert silent == []


def test_british_spelling_in_docstrings_and_in_words_shown_to_people():
    found = []
    for path, module in tree.modules().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                words = {m.group().lower() for m in AMERICAN.finditer(node.value)} - THEIRS
                found += [f"{path}:{node.lineno} {word}" for word in words]
    assert found == []


def test_no_pictures_in_words_shown_to_people():
    shown = [*tree.PACKAGE.rglob("*.py"), *tree.PACKAGE.rglob("*.html")]
    assert [str(file) for file in shown if PICTURES.search(file.read_text())] == []


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError")
    files = [*tree.PACKAGE.rglob("*.py"), *(tree.ROOT / "bench").rglob("*.py")]
    assert [str(file) for file in files if marks.search(file.read_text())] == []


def _public(module: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Top-level functions and classes, and the methods of those classes, that are public."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    top = [node for node in module.body if isinstance(node, kinds)]
    classes = [node for node in top if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    methods = [n for c in classes for n in c.body if isinstance(n, ast.FunctionDef)]
    return [node for node in [*top, *methods] if not node.name.startswith("_")]
