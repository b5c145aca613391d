"""What each room may know. import-linter holds the imports; this holds what imports cannot show."""

import ast
from pathlib import Path

import pytest

from tests.architecture import tree

ROOMS = {
    "kernel", "language", "content", "records", "access", "insight",
    "queries", "actions", "web", "api", "jobs", "cli", "project",
}  # fmt: skip
# Reaching outside the process: none of it in the rooms that only say what law and practice say.
OUTSIDE = {
    "asyncio", "ftplib", "http", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "signal", "smtplib", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib", "uuid",
}  # fmt: skip
# The catalogue finds declarations by walking the package: that, and no more, it may.
MAY_WALK = {"content/catalogue.py": {"pkgutil", "importlib"}}
BELOW_THE_INTERFACES = ROOMS - {"web", "api", "jobs", "cli", "project"}
CLOCKS = {"now", "utcnow", "today", "time", "localdate", "monotonic"}
CLOCK_OWNERS = {"datetime", "date", "time", "timezone"}


def test_every_folder_is_a_room_and_every_room_says_what_it_is_for():
    folders = {f.name for f in tree.PACKAGE.iterdir() if f.is_dir() and f.name != "__pycache__"}
    assert folders == ROOMS
    for room in ROOMS:
        assert ast.get_docstring(tree.modules()[f"{room}/__init__.py"]), room


@pytest.mark.parametrize("room", tree.PURE)
def test_a_pure_room_reaches_nothing_outside(room):
    reached = {}
    for path, module in tree.modules().items():
        if tree.room(path) == room:
            found = (_imported(module) & OUTSIDE) - MAY_WALK.get(path, set())
            found |= {call for call in _called(module) if call in {"open", "print", "input"}}
            if found:
                reached[path] = found
    assert reached == {}


@pytest.mark.parametrize("room", tree.PURE)
def test_a_pure_room_reads_no_setting_of_the_machine(room):
    found = [
        path
        for path, module in tree.modules().items()
        if tree.room(path) == room and "environ" in ast.dump(module)
    ]
    assert found == []


def test_nobody_below_the_interfaces_asks_what_time_it_is():
    """ruff bans the names; this catches the ways round it, such as an aliased import."""
    asked = []
    for path, module in tree.modules().items():
        if tree.room(path) not in BELOW_THE_INTERFACES or "postgresql/server" in path:
            continue
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                if node.func.attr in CLOCKS and name.lower() in CLOCK_OWNERS:
                    asked.append(f"{path}:{node.lineno}")
    assert asked == []


def test_one_model_a_file_named_for_it():
    for path, module in tree.modules().items():
        if Path(path).parent.name != "records":
            continue
        models = [node.name for node in module.body if _is_model(node)]
        assert len(models) <= 1, path
        for name in models:
            assert Path(path).stem == _snake(name), path


def test_no_signals_and_no_overridden_save():
    for path, module in tree.modules().items():
        assert "django.dispatch" not in _imported_whole(module), path
        if tree.room(path) == "records":
            names = {function.name for function in tree.functions(module)}
            assert not names & {"save", "delete"}, path


def _is_model(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any(
        ast.unparse(base) in {"models.Model", "Protected", "AbstractBaseUser"}
        for base in node.bases
    )


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _imported_whole(module: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def _imported(module: ast.Module) -> set[str]:
    return {name.split(".")[0] for name in _imported_whole(module)}


def _called(module: ast.Module) -> set[str]:
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call))
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)}
