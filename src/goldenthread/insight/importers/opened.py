"""Opening a file somebody gave us: its size, its hash, and what its first bytes say it is."""

import codecs
import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from goldenthread.insight.importers.piece import ImportRefused

LARGEST = 150 * 1024 * 1024  # bytes; a return of 100,000 children has some 107,000,000
TOO_LARGE = f"It is larger than {LARGEST // 1024**2} MB: split it or check it."
_LONGEST_NAME = 120
_CHUNK = 1024 * 1024
# What begins with these is packed and is never unpacked: a small one may hold a very large one.
_PACKED = {
    b"PK\x03\x04": "a zip file or a spreadsheet",
    b"PK\x05\x06": "a zip file or a spreadsheet",
    b"PK\x07\x08": "a zip file or a spreadsheet",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or a document of an older kind",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"\x28\xb5\x2f\xfd": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"%PDF": "a PDF",
}
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
    (b"<\0", "UTF-16LE"),
    (b"\0<", "UTF-16BE"),
)
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
# US-ASCII is UTF-8 with fewer letters; some software writes it by default.
_READ = {"UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file that may be read: its name, its bytes, how many, their hash and how they start."""

    name: str
    bytes: BinaryIO
    size: int
    sha256: str
    encoding: str
    start: str

    @property
    def is_xml(self) -> bool:
        """Whether the first character that is not a space opens an element."""
        return self.start.lstrip().startswith("<")


@contextmanager
def opened(path: Path, *, name: str = "") -> Iterator[Opened]:
    """Open `path` for reading; raises ImportRefused if it is missing, empty, too big or not text.

    `name` is what whoever gave it calls it, where that is not what it is called here.
    Any document type declaration is refused before a parser sees it, as is any encoding but UTF-8
    and UTF-16 (promise P13: entities, external files and UTF-7 come no further than here).
    """
    name = printable(name or path.name)
    try:
        with os.fdopen(_handle(path, name), "rb") as file:
            first = file.read(_CHUNK)
            encoding = _must_be_text(first, name)
            file.seek(0)
            size, sha256 = _scan(file, encoding, name)
            file.seek(0)
            yield Opened(
                name=name,
                bytes=file,
                size=size,
                sha256=sha256,
                encoding=encoding,
                start=first[:8192].decode(encoding, errors="replace").lstrip("\ufeff"),
            )
    except OSError as refused:
        raise ImportRefused(_why(refused), file=name) from None


def printable(name: str) -> str:
    """A file's name as it may be shown: one line, nothing that moves a cursor, not too long."""
    kept = "".join(each if each.isprintable() else "\ufffd" for each in name)
    return kept if len(kept) <= _LONGEST_NAME else f"{kept[:_LONGEST_NAME]}..."


def _handle(path: Path, name: str) -> int:
    """Open a regular file of no great size: without waiting, as a pipe might never be written to.

    Its kind is asked of what was opened, so that it cannot be another by then. Raises OSError.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
        return handle
    os.close(handle)
    if stat.S_ISREG(found.st_mode):
        raise ImportRefused(TOO_LARGE, file=name)
    if stat.S_ISDIR(found.st_mode):
        raise ImportRefused("It is a folder: name the files in it.", file=name)
    raise ImportRefused("It is a device or a pipe and not a file: name a file.", file=name)


def _why(refused: OSError) -> str:
    if isinstance(refused, FileNotFoundError | NotADirectoryError):
        return "There is no such file: check its name."
    if isinstance(refused, PermissionError):
        return "This account may not read it: ask whoever it belongs to."
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return "There is no room on this machine's disk to read it: make room and give it again."
    if refused.errno in (errno.ENXIO, errno.ENODEV):
        return "It is a device or a pipe and not a file: name a file."
    return "It could not be read from the disk: copy it again from where it came."


def _must_be_text(first: bytes, name: str) -> str:
    """The encoding of a file that begins like this; raises ImportRefused if it is no text."""
    for mark, what in _PACKED.items():
        if first.startswith(mark):
            raise ImportRefused(
                f"It is {what}, whatever its name says, and is not opened: give the XML or CSV "
                "file itself.",
                file=name,
            )
    if not first.strip(b"\0 \t\r\n" + codecs.BOM_UTF8 + codecs.BOM_UTF16):
        raise ImportRefused("It is empty: ask for the file again.", file=name)
    encoding = _encoding(first, name)
    if encoding == "UTF-8" and b"\0" in first:
        raise ImportRefused("It is not a text file: give the XML or CSV file itself.", file=name)
    return encoding


class Metered:
    """An opened file that counts what is read, and refuses what goes on for too long.

    Whoever reads calls `mark()` at each whole thing it meets; more than `MOST` bytes without one
    would fill the memory, and no real file has them.
    """

    MOST = 4 * 1024 * 1024

    def __init__(self, file: Opened, *, thing: str) -> None:
        self._file = file
        self._thing = thing
        self.done = 0
        self._since = 0

    def mark(self) -> None:
        """Something whole was met: count from here again."""
        self._since = 0

    def read(self, most: int = -1) -> bytes:
        """Up to `most` bytes; raises ImportRefused past the bound."""
        got = self._file.bytes.read(most)
        self.count(len(got))
        return got

    def count(self, size: int) -> None:
        """Count `size` bytes read in some other way; raises ImportRefused past the bound."""
        self.done += size
        self._since += size
        if self._since > self.MOST:
            raise ImportRefused(
                f"More than 4 MB goes by without a whole {self._thing}: this is no file we know.",
                file=self._file.name,
                row=f"byte {self.done:,}",
                field=self._thing,
            )


def _encoding(first: bytes, name: str) -> str:
    if first.startswith((codecs.BOM_UTF32_LE, b"<\0\0\0", b"\0\0")):
        raise ImportRefused("It is not written in UTF-8 or UTF-16: save it as UTF-8.", file=name)
    encoding = next((found for mark, found in _MARKS if first.startswith(mark)), "UTF-8")
    declared = _DECLARED.match(first[:512].decode(encoding, errors="replace").lstrip("\ufeff"))
    if declared and declared[1].upper() not in _READ:
        raise ImportRefused(
            f"It says it is written in {declared[1][:40]!r}, and only UTF-8 and UTF-16 are read: "
            "save it as UTF-8.",
            file=name,
            row="line 1",
            field="encoding",
        )
    return encoding


def _scan(file: BinaryIO, encoding: str, name: str) -> tuple[int, str]:
    wanted = "<!DOCTYPE".encode(encoding)
    hashed, size, tail = hashlib.sha256(), 0, b""
    while chunk := file.read(_CHUNK):
        hashed.update(chunk)
        size += len(chunk)
        if size > LARGEST:
            raise ImportRefused(TOO_LARGE, file=name)
        if wanted in tail + chunk:
            raise ImportRefused(
                "It carries a document type declaration (<!DOCTYPE), which no return has: "
                "ask for a file without one.",
                file=name,
            )
        tail = chunk[-len(wanted) :]
    return size, hashed.hexdigest()
