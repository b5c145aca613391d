"""Each kind of file that is refused: one sentence, nothing loaded, exit 2 (promise P13)."""

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from goldenthread.cli import shell
from goldenthread.insight.importers import opened
from tests.made import dataset as made
from tests.made.refusals import BOMB, CASES, RETURN, TABLE


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
