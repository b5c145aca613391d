"""The shell: done is 0, refused is 2 with one sentence, and never a traceback."""

import subprocess
import sys

import pytest

from goldenthread.cli import refusal, shell


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        ("2020-03-02", "45wd", "2020-05-06"),
        ("2020-03-02", "3m", "2020-06-02"),
        ("2020-03-27T20:00", "72h", "2020-03-30T21:00"),
    ],
)
def test_due_prints_the_day_or_for_hours_the_time_and_nothing_else(capsys, start, limit, due):
    assert shell.run(["due", start, limit]) == 0
    assert capsys.readouterr() == (f"{due}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "2020-03-02", "soon"],
        ["due", "the other day", "3m"],
        ["due", "2020-03-02", "72h"],
        ["due", "2020-03-02"],
        ["signs", "--as", "poem"],
        ["wander"],
    ],
)
def test_a_refusal_is_one_sentence_on_the_error_stream(capsys, home, arguments):
    assert shell.run(arguments) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert said.strip() and len(said.splitlines()) == 1
    assert "Traceback" not in said


def test_a_folder_with_no_casework_says_what_to_run(capsys, home, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert shell.run(["dbhash"]) == 2
    assert "run goldenthread setup first" in capsys.readouterr().err


def test_a_fault_of_ours_keeps_its_details_out_of_sight(capsys, home, monkeypatch):
    def fail():
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("goldenthread.cli.processes.stop_all", fail)
    assert shell.run(["stop"]) == 1
    assert "a fault" not in capsys.readouterr().err
    assert "ZeroDivisionError: a fault" in (home / "run" / "fault.txt").read_text()


def test_every_sentence_for_people_that_is_named_is_there_to_be_raised():
    import importlib

    for module, name in refusal._SENTENCES:
        assert issubclass(getattr(importlib.import_module(module), name), Exception)


def test_due_loads_neither_django_nor_the_database():
    told = "import sys; from goldenthread.cli import shell; shell.run(['due', '2020-03-02', '3m']);"
    told += "print(sorted({'django', 'duckdb', 'ibis', 'pyarrow'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["2020-06-02", "[]"]
