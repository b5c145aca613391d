"""The how-to pages, done: their files written into a copy of the source, and run there."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ROOT / "docs" / "how-to"
# A file of a how-to: its path on a line of its own, then the whole of it.
FILE = re.compile(
    r"^`(?P<path>\S+\.py)`:\n\n```python\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
COPIED = ("src", "tests", "docs/reference", "pyproject.toml", "DEVELOPERS.md")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy of the source in a folder of its own; nothing done in it touches the source."""

    folder: Path

    def run(self, *command: str, **environment: str) -> str:
        """Run Python there on the copy's own modules; return what it printed, or fail with it."""
        there = {
            **os.environ,
            "PYTHONPATH": str(self.folder / "src"),
            "GOLDENTHREAD_HOME": str(self.folder / "var"),
            "GOLDENTHREAD_MODE": "demonstration",
            **environment,
        }
        # Compiled once there, not once for each command.
        there.pop("PYTHONDONTWRITEBYTECODE", None)
        ran = subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env=there,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
        return ran.stdout

    def test(self, *paths: str, **environment: str) -> str:
        """Run tests there, in one process that leaves no cache behind."""
        return self.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *paths, **environment)

    def read(self, path: str) -> str:
        """Return the text of one of its files."""
        return (self.folder / path).read_text()


def files(page: str) -> dict[str, str]:
    """Return the files a how-to gives, each with its text, by its path."""
    return {found["path"]: found["text"] for found in FILE.finditer((PAGES / page).read_text())}


def done(page: str, *, into: Path) -> Copy:
    """Copy the source into a folder and write the files of a how-to there, as a reader would."""
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, into / name, ignore=unwanted)
        elif source.exists():
            shutil.copy(source, into / name)
    for path, text in files(page).items():
        assert not (into / path).exists(), f"{path} is there already: the how-to adds nothing."
        (into / path).write_text(text)
    return Copy(folder=into)
