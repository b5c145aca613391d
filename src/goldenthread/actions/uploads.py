"""Files given on a page: taken, read into the dataset by a job, and deleted."""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from goldenthread.access import decision, rows, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import datasets, jobs
from goldenthread.actions.conflict import Refused
from goldenthread.insight.importers.opened import printable
from goldenthread.insight.importers.piece import ImportRefused, Progress
from goldenthread.language.answers import Problem
from goldenthread.records.account import Account
from goldenthread.records.postgresql.identity import acting
from goldenthread.records.upload import Upload

VERB = "dataset.load"
MOST_FILES = 20
OURS = "Something went wrong that is ours to mend, and nothing was loaded: tell whoever runs this."


def take(*, by: Viewer, files: Sequence[tuple[str, Path]], home: Path, at: datetime) -> Upload:
    """Keep files, each with the name it was given by, until the job that loads them has run.

    They are moved, not copied. Raises Denied, or Refused where there is none or too many.
    """
    decision.require(viewer=by, verb=VERB)
    if not 0 < len(files) <= MOST_FILES:
        says = f"Choose from one to {MOST_FILES} files" if files else "Choose at least one file"
        raise Refused((Problem("files", says),))
    upload_id = uuid4()
    folder = _folder(home, upload_id)
    folder.mkdir(parents=True, mode=0o700)
    try:
        for number, (_, path) in enumerate(files):
            shutil.move(path, folder / str(number))
        return _begin(by=by, upload_id=upload_id, files=files, folder=folder, at=at)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _begin(
    *, by: Viewer, upload_id: UUID, files: Sequence[tuple[str, Path]], folder: Path, at: datetime
) -> Upload:
    upload = Upload(
        id=upload_id,
        account_id=by.account_id,
        uploaded_at=at,
        files=[
            {"name": printable(name) or "file", "bytes": (folder / str(number)).stat().st_size}
            for number, (name, _) in enumerate(files)
        ],
        scope=by.account_id,
    )
    upload.save(force_insert=True)
    _trail(by=by, upload_id=upload_id, verb="dataset.upload", reason="")
    jobs.defer("load_dataset", upload_id=upload_id, account_id=by.account_id)
    return upload


def read(*, upload_id: UUID, account_id: UUID, home: Path, now: Callable[[], datetime]) -> None:
    """Load the files of an upload, or say why not, and delete them; safe to repeat.

    Whoever gave them must still be somebody who may. `now` is asked as the work goes on. An error
    of ours is raised again once it has been said.
    """
    names = _start(upload_id=upload_id, account_id=account_id, now=now())
    folder = _folder(home, upload_id)
    if not names:
        shutil.rmtree(folder, ignore_errors=True)
        return
    became: dict[str, Any] = {"state": "failed", "says": OURS}
    try:
        load = datasets.load(
            files=[folder / str(number) for number in range(len(names))],
            names=names,
            home=home,
            now=now(),
            progress=_progress(upload_id, account_id, len(names), now),
        )
        became = {"state": "loaded", "snapshot": load.snapshot, "files": _files(load)}
    except ImportRefused as refused:
        became = {"state": "refused", "says": str(refused)}
    finally:
        _end(upload_id=upload_id, account_id=account_id, now=now(), became=became)
        shutil.rmtree(folder, ignore_errors=True)


def _start(*, upload_id: UUID, account_id: UUID, now: datetime) -> list[str]:
    """The names of the files to read; none where that has been done."""
    with acting(account_id, now=now, purpose=VERB):
        by = _viewer(account_id, now)
        upload = rows.visible(viewer=by, rows=Upload.objects.select_for_update()).get(pk=upload_id)
        if upload.finished_at is not None:
            return []
        if not decision.decide(viewer=by, verb=VERB).allowed:
            says = "Whoever gave it may no longer load files, so nothing was loaded."
            _write(upload, {"state": "refused", "says": says, "finished_at": now})
            return []
        _write(upload, {"state": "reading"})
        return [each["name"] for each in upload.files]


def _progress(
    upload_id: UUID, account_id: UUID, files: int, now: Callable[[], datetime]
) -> Progress:
    """A report that keeps how far the reading has come, each twentieth of the way."""
    seen: list[str] = []
    kept = {"percent": 0}

    def report(name: str, done: int, total: int) -> None:
        if name not in seen:
            seen.append(name)
        percent = int(100 * (min(len(seen), files) - 1 + done / max(total, 1)) / files)
        if percent >= kept["percent"] + 5:
            kept["percent"] = percent
            with acting(account_id, now=now(), purpose=VERB):
                upload = Upload.objects.get(pk=upload_id)
                _write(upload, {"reading": name, "percent": min(percent, 100)})

    return report


def _end(*, upload_id: UUID, account_id: UUID, now: datetime, became: dict[str, Any]) -> None:
    with acting(account_id, now=now, purpose=VERB):
        upload = Upload.objects.select_for_update().get(pk=upload_id)
        _write(upload, {"finished_at": now, "percent": 100, "reading": "", **became})
        by = _viewer(account_id, now)
        _trail(by=by, upload_id=upload_id, verb=VERB, reason=became["state"])


def _files(load: datasets.Load) -> list[dict[str, Any]]:
    return [
        {
            "name": file.file,
            "kind": file.kind,
            "title": file.title,
            "la_code": file.la_code,
            "year": file.year,
            "rows": dict(file.rows),
            "unreadable": len(file.unreadable),
        }
        for file in load.files
    ]


def _write(upload: Upload, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(upload, name, value)
    upload.save(update_fields=list(said))


def _viewer(account_id: UUID, now: datetime) -> Viewer:
    return viewers.of(Account.objects.get(pk=account_id), now=now)


def _folder(home: Path, upload_id: UUID) -> Path:
    return home / "uploads" / str(upload_id)


def _trail(*, by: Viewer, upload_id: UUID, verb: str, reason: str) -> None:
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource="dataset",
        reason=reason,
        objects=[upload_id],
    )
