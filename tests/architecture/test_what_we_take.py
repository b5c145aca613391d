"""What we take from others, locked and with a reason, and what we ask of the machine."""

import re
import tomllib

from tests.architecture import tree

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bootstrap.lock")
HOSTS = re.compile(r"https?://|\bindex-url\b|--find-links|git\+")
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)


def _pins(lock: str) -> dict[str, str]:
    return dict(PINNED.findall((tree.ROOT / lock).read_text()))


def test_no_lock_names_where_it_was_fetched_from():
    for lock in LOCKS:
        assert not HOSTS.search((tree.ROOT / lock).read_text()), lock
    assert '"resolved"' not in (tree.ROOT / "frontend" / "package-lock.json").read_text()


def test_every_pin_of_every_lock_carries_a_hash():
    for lock in LOCKS:
        text = (tree.ROOT / lock).read_text()
        for entry in re.split(r"\n(?=[a-z0-9])", text):
            if PINNED.match(entry):
                assert "--hash=sha256:" in entry, f"{lock}: {entry.splitlines()[0]}"


def test_what_runs_and_what_is_tested_are_the_same_versions():
    tested = _pins("requirements-dev.lock")
    assert _pins("requirements.lock").items() <= tested.items()
    shared = _pins("requirements-bootstrap.lock").items()
    assert {(n, v) for n, v in shared if n in tested} <= tested.items()


def test_every_library_we_name_is_locked_and_stands_beside_its_reason():
    text = (tree.ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in named:
        name = re.match(r"[A-Za-z0-9._-]+", requirement).group().lower().replace("_", "-")
        assert name in _pins("requirements-dev.lock"), name
    for requirement in project["dependencies"]:
        line = next(each for each in text.splitlines() if f'"{requirement}"' in each)
        assert "#" in line, line


def test_every_variable_we_read_is_explained():
    explained = (tree.ROOT / "DEVELOPERS.md").read_text()
    asked = re.compile(
        r'(?:environ(?:\.get\(|\[|\.setdefault\()|getenv\(|variable=|envvar=)\s*"([A-Z_]+)"'
    )
    read = set()
    for file in [*tree.PACKAGE.rglob("*.py"), *(tree.ROOT / "tests").rglob("*.py")]:
        read |= set(asked.findall(file.read_text()))
    read -= {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    assert {"DATABASE_URL", "GOLDENTHREAD_HOME"} <= read
    assert {name for name in read if f"`{name}`" not in explained} == set()


def test_no_secret_is_written_down():
    secret = re.compile(r"(?i)(secret_key|password)\s*=\s*[\"'][^\"'{}<%]{8,}[\"']")
    files = [*tree.PACKAGE.rglob("*.py"), tree.ROOT / "pyproject.toml", tree.ROOT / "Makefile"]
    assert [str(file) for file in files if secret.search(file.read_text())] == []
