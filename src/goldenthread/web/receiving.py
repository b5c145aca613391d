"""Receiving files: each goes straight to the home folder, and no more of it than its page takes."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from goldenthread.insight.importers import opened
from goldenthread.project import home

# Every page but that of returns takes files of some megabytes; what is longer is let fall.
RETURNS = "/vital-signs/files/"
MOST_ELSEWHERE = 6_000_000


class Received(UploadedFile):
    """A file in the home folder, gone when it is closed unless it was moved before."""

    def __init__(self, name: str, content_type: str, charset: str | None) -> None:
        folder = home.uploads()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = tempfile.NamedTemporaryFile(prefix=".arriving-", dir=folder)  # noqa: SIM115
        super().__init__(kept, name, content_type, 0, charset)

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.file.name)

    def close(self) -> None:
        """Let go of it; where it was moved there is nothing left to delete."""
        with contextlib.suppress(FileNotFoundError):
            self.file.close()


class ToHome(FileUploadHandler):
    """Writes each file as it comes; one that is too large is let fall, and its page is told so."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.received = Received(self.file_name or "", self.content_type or "", self.charset)
        path = getattr(self.request, "path", "")
        self.most = opened.LARGEST if path == RETURNS else MOST_ELSEWHERE

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece of it."""
        if start + len(raw_data) > self.most:
            self.received.close()
            too_large = self.request.META.setdefault("goldenthread.too_large", [])
            too_large.append(self.file_name or "")
            raise SkipFile
        self.received.file.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """Hand it over."""
        self.received.file.flush()
        self.received.file.seek(0)
        self.received.size = file_size
        return self.received

    def upload_interrupted(self) -> None:
        """Whoever sent it went away: keep nothing."""
        if hasattr(self, "received"):
            self.received.close()
