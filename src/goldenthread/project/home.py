"""The home folder: all state of one installation, so that two can run side by side."""

import os
from pathlib import Path

from goldenthread.records.postgresql import stamp


class Unknown(ValueError):
    """The mode asked for is neither demonstration nor live."""


def folder() -> Path:
    """Return GOLDENTHREAD_HOME, or `var` in the current folder; it need not exist yet."""
    return Path(os.environ.get("GOLDENTHREAD_HOME") or "var").resolve()


def dataset() -> Path:
    """Return the folder of the dataset's snapshots."""
    return folder() / "dataset"


def uploads() -> Path:
    """Return the folder of files somebody gave on a page, until they have been read."""
    return folder() / "uploads"


def mail() -> Path:
    """Return the folder a demonstration writes its e-mail to."""
    return folder() / "mail"


def run() -> Path:
    """Return the folder of what is running now: process ids and locks."""
    return folder() / "run"


def secret() -> Path:
    """Return the file of a demonstration's signing key."""
    return folder() / "secret"


def anchor() -> Path:
    """Return the file the heads of the trail are anchored in: GOLDENTHREAD_ANCHOR, or one here."""
    given = os.environ.get("GOLDENTHREAD_ANCHOR")
    return Path(given) if given else folder() / "trail.anchor"


def mode() -> str:
    """Return "demonstration" or "live": GOLDENTHREAD_MODE, else what set-up wrote in the folder.

    A folder nobody set up counts as a demonstration, which is safe: start-up compares the mode with
    the stamp in the database and refuses when they differ. Raises Unknown for anything else.
    """
    written = folder() / "mode"
    said = os.environ.get("GOLDENTHREAD_MODE", "").strip()
    if not said and written.exists():
        said = written.read_text().strip()
    if said not in ("", stamp.DEMONSTRATION, stamp.LIVE):
        raise Unknown(f"GOLDENTHREAD_MODE must be demonstration or live, not {said}.")
    return said or stamp.DEMONSTRATION


def remember(kind: str) -> None:
    """Write the mode into the folder, for the commands that follow."""
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / "mode").write_text(kind + "\n")
