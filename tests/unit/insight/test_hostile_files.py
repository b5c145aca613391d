"""Each kind of file that is refused: one sentence, nothing loaded, exit 2 (promise P13)."""

import codecs
import gzip
import io
import os
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from goldenthread.cli import shell
from goldenthread.insight.importers import opened
from tests.made import cin, published
from tests.made import dataset as made
from tests.made.cin import Child

RETURN = cin.written([Child(), Child(id="Zoë")])
TABLE = published.referrals([("380", 2020, "9934")])


def packed(name: str, content: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return kept.getvalue()


def inside(dtd: str) -> bytes:
    return f"<?xml version='1.0'?>\n{dtd}\n{RETURN}".encode()


BOMB = packed("return.xml", bytes(50_000_000))
LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
AWAY = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">'
PACKED = "whatever its name says, and is not opened: give the XML or CSV file itself."
UTF_7 = '<?xml version="1.0" encoding="UTF-7"?>'

# What it is, what it is called, its bytes, and what is said of it.
CASES = {
    "another XML": ("a.xml", b"<html><p>Hello</p></html>", "begins with 'html'"),
    "another table": ("a.csv", b"name,age\nZain,4\n", "row 1: It is none of the files"),
    "a letter": ("a.csv", b"Dear all,\n\nplease find the return attached.\n", "none of the files"),
    "another collection": (
        "a.xml", RETURN.replace(">CIN<", ">SSDA903<").encode(), "the collection 'SSDA903'",
    ),
    "a year not read": ("a.xml", cin.written(year="2019").encode(), "Year: '2019' is not"),
    "cut short": ("a.xml", RETURN.encode()[:-60], "breaks off or is badly formed here"),
    "a table cut short": ("a.csv", TABLE.encode()[:-30], "it is cut short from here"),
    "an entity": ("a.xml", inside(LAUGHS), "document type declaration (<!DOCTYPE)"),
    "a DTD elsewhere": ("a.xml", inside(AWAY), "document type declaration (<!DOCTYPE)"),
    "a DTD in UTF-16": ("a.xml", inside(LAUGHS).decode().encode("utf-16"), "<!DOCTYPE"),
    "an entity nobody declared": (
        "a.xml", RETURN.replace("C1", "&who;").encode(), "badly formed here",
    ),
    "UTF-7": ("a.xml", f"{UTF_7}{RETURN}".encode("utf-7"), "only UTF-8 and UTF-16 are read"),
    "UTF-32": ("a.xml", codecs.BOM_UTF32_LE + RETURN.encode("utf-32-le"), "UTF-8 or UTF-16"),
    "Latin letters said to be UTF-8": ("a.xml", RETURN.encode("latin-1"), "badly formed here"),
    "a table of Latin letters": (
        "a.csv", TABLE.replace("England", "Englånd").encode("latin-1"), "is not UTF-8",
    ),
    "a spreadsheet renamed": ("a.xml", packed("xl/workbook.xml", b"<w/>"), PACKED),
    "an old spreadsheet renamed": ("a.xml", bytes.fromhex("d0cf11e0a1b11ae1") * 99, PACKED),
    "a zip bomb": ("a.xml", BOMB, PACKED),
    "a zip of a return": ("a.zip", packed("a.xml", RETURN.encode()), PACKED),
    "compressed": ("a.xml", gzip.compress(RETURN.encode()), PACKED),
    "a PDF": ("a.csv", b"%PDF-1.7\n1 0 obj\n", PACKED),
    "a picture": ("a.xml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is not a text file"),
    "deep nesting": ("a.xml", b"<Message>" + b"<a>" * 100_000, "badly formed here"),
    "deep nesting in a child": (
        "a.xml", RETURN.replace("<CINdetails>", "<a>" * 5_000, 1).encode(), "badly formed here",
    ),
    "text without end": (
        "a.xml", RETURN.replace("C1", "x" * 12_000_000).encode(), "without a whole Child",
    ),
    "a row without end": ("a.csv", b'a,"' + b"b" * 12_000_000, "without a whole row"),
    "rows without end": ("a.csv", b'a,"' + b"b\n" * 6_000_000, "do not make sense here"),
    "nothing": ("a.xml", b"", "It is empty"),
    "spaces": ("a.csv", b" \r\n\t\n", "It is empty"),
    "zeros": ("a.xml", bytes(4096), "It is empty"),
    "a mark and no more": ("a.xml", codecs.BOM_UTF16_LE, "It is empty"),
    "headings alone": ("a.csv", TABLE.splitlines()[0].encode(), "a header and no rows"),
    "no children": ("a.xml", cin.written([]).encode(), "It holds no children"),
}  # fmt: skip


def refused(capsys, home, *paths) -> str:
    """What the command says; it must be one line, with exit 2, and nothing may be loaded."""
    assert shell.run(["import", *map(str, paths)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1 and err.endswith(".\n")
    assert not (home / "dataset" / "CURRENT").exists()
    return err


@pytest.mark.parametrize("case", CASES)
def test_each_is_refused_in_one_sentence_that_names_the_file(case, capsys, home, tmp_path):
    name, content, says = CASES[case]
    path = tmp_path / name
    path.write_bytes(content)
    err = refused(capsys, home, path)
    assert err.startswith(name) and says in err


def test_two_hundred_megabytes_are_refused_unread_and_a_large_return_is_not_too_large(
    capsys, home, tmp_path
):
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "larger than 150 MB: split it or check it" in refused(capsys, home, path)
    assert opened.LARGEST > 107_000_000


def test_what_is_no_file_is_refused_and_never_waited_for(capsys, home, tmp_path):
    pipe, link = tmp_path / "pipe.xml", tmp_path / "link.xml"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    (tmp_path / "folder.xml").mkdir()
    for name, says in (
        ("pipe.xml", "It is a device or a pipe"),
        ("link.xml", "It is a device or a pipe"),
        ("folder.xml", "It is a folder"),
        ("none.xml", "There is no such file"),
        ("link.xml/a.xml", "There is no such file"),
        ("x" * 300, "could not be read"),
    ):
        assert says in refused(capsys, home, tmp_path / name)


@contextmanager
def as_nobody():
    """Read as an account that owns nothing, where these tests run as one that may read all."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_is_refused(capsys, monkeypatch):
    # Not in a folder of the tests' own, which nobody else may enter.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setenv("GOLDENTHREAD_HOME", folder)
        path = Path(folder) / "kept.xml"
        path.write_text(RETURN)
        assert shell.run(["import", "--dry-run", str(path)]) == 0
        capsys.readouterr()
        path.chmod(0)
        with as_nobody():
            assert shell.run(["import", str(path)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("kept.xml: This account may not read it")


@pytest.mark.parametrize(
    "name", ["two\nlines.xml", "\x1b[2Jgone.xml", "\u202elmx.xml", "\udcff.xml", "ن ' \" $(x).xml"]
)
def test_a_name_of_odd_letters_is_shown_on_one_line_and_moves_nothing(capsys, home, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"<html/>")
    err = refused(capsys, home, path)
    assert err.rstrip("\n").isprintable()
    path.write_text(RETURN)
    assert shell.run(["import", str(path)]) == 0
    out, _ = capsys.readouterr()
    assert all(line.isprintable() for line in out.splitlines())


def test_one_bad_file_among_good_ones_loads_none_of_them(capsys, home, tmp_path):
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_text(RETURN)
    bad.write_bytes(BOMB)
    assert refused(capsys, home, good, bad).startswith("bad.xml")


def test_the_same_files_again_change_nothing(tmp_path):
    files = {"return_xml": RETURN, "table_csv": TABLE}
    first = made.load(tmp_path, **files)
    pointer = tmp_path / "dataset" / "CURRENT"
    before, tables = pointer.read_bytes(), sorted(tmp_path.rglob("*.parquet"))
    again = made.load(tmp_path, at=made.NOW.replace(year=2027), **files)
    assert again.snapshot == first.snapshot
    assert pointer.read_bytes() == before
    assert sorted(tmp_path.rglob("*.parquet")) == tables


def test_a_file_that_changed_makes_a_new_snapshot(tmp_path):
    first = made.load(tmp_path, return_xml=RETURN)
    again = made.load(tmp_path, return_xml=RETURN.replace("2012-03-27", "soon"))
    assert again.snapshot != first.snapshot and again.unreadable == 2
