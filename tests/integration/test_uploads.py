"""Files given on a page: taken, read by the job, reported or refused, and deleted."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.access.decision import Denied
from goldenthread.actions import uploads
from goldenthread.cli import shell
from goldenthread.insight import dataset
from goldenthread.insight.importers import opened
from goldenthread.records.upload import Upload
from goldenthread.web import receiving
from tests.made import casework, cin, published, visit
from tests.made.casework import NOW
from tests.made.cin import Child

pytestmark = pytest.mark.postgresql

RETURN = cin.written([Child(id="C1"), *(Child(id=f"B{n}", born=f"soon{n}") for n in range(60))])
TABLE = published.referrals([("380", 2020, "9934")])


@pytest.fixture
def written(database, transactional_db):
    found = visit.Trail(database.owner)
    yield found
    found.close()


@pytest.fixture
def tomasz(people, home):
    return visit.signed_in(people["analyst"])


def give(client, **files: str | bytes):
    """Post files by name; return the answer."""
    sent = [
        SimpleUploadedFile(
            name.replace("_", ".", 1), content.encode() if isinstance(content, str) else content
        )
        for name, content in files.items()
    ]
    return client.post("/vital-signs/files/", {"files": sent})


def work(people, home) -> None:
    """Run the jobs that wait."""
    for job in ProcrastinateJob.objects.filter(status="todo", task_name="load_dataset"):
        args = {name: UUID(value) for name, value in job.args.items()}
        uploads.read(**args, home=home, now=lambda: NOW)


def left(home) -> list[str]:
    return sorted(each.name for each in (home / "uploads").rglob("*"))


def test_files_are_loaded_by_the_job_reported_value_by_value_and_deleted(
    tomasz, people, home, written
):
    answer = give(tomasz, return_xml=RETURN, table_csv=TABLE)
    assert answer.status_code == 302
    where = answer.headers["Location"]
    (row,) = written.new()
    assert (row["verb"], row["decision"], row["account_id"]) == (
        "dataset.upload", "done", people["analyst"],
    )  # fmt: skip
    waiting = tomasz.get(where).content.decode()
    assert "Waiting to be read" in waiting and "See how far it is now" in waiting
    (job,) = ProcrastinateJob.objects.filter(task_name="load_dataset")
    assert set(job.args) == {"upload_id", "account_id"} and "return" not in str(job.args)
    written.new()
    work(people, home)
    (row,) = written.new()
    assert (row["verb"], row["decision"], row["reason"]) == ("dataset.load", "done", "loaded")
    assert left(home) == []
    first = tomasz.get(where).content.decode()
    for said in ("2 files loaded", "61 children", "1 published referrals", "child 2 (line",
                 "PersonBirthDate", "soon0", "Expected a date such as", "Page 1 of 2"):  # fmt: skip
        assert said in first, said
    second = tomasz.get(f"{where}?page=2").content.decode()
    assert "soon59" in second and "soon0" not in second
    made = dataset.newest(home=home, kind="imported")
    assert made.id in first and made.rows("children") == 61


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("renamed_xml", b"PK\x03\x04" + bytes(400)),
        ("cut_xml", RETURN.encode()[:-40]),
        ("laughs_xml", b"<!DOCTYPE a [<!ENTITY a 'ha'>]>" + RETURN.encode()),
        ("empty_csv", b" \n"),
        ("other_csv", b"name,age\nZain,4\n"),
    ],
)
def test_a_refusal_is_in_the_words_of_the_command(
    tomasz, people, home, capsys, tmp_path, name, content
):
    where = give(tomasz, **{name: content}).headers["Location"]
    work(people, home)
    path = tmp_path / name.replace("_", ".")
    path.write_bytes(content)
    assert shell.run(["import", str(path)]) == 2
    said = capsys.readouterr().err.strip()
    with casework.working(people["analyst"]):
        assert Upload.objects.get().says == said
    page = tomasz.get(where).content.decode()
    assert "Nothing was loaded" in page and path.name in page
    assert left(home) == [] and dataset.newest(home=home, kind="imported") is None


def test_a_file_that_a_later_one_replaced_lists_nobody_else_s_values(tomasz, people, home):
    give(tomasz, other_xml=cin.written([Child(born="elsewhere")], la="380"))
    work(people, home)
    where = give(tomasz, a_xml=RETURN, b_xml=cin.written([Child()])).headers["Location"]
    work(people, home)
    page = tomasz.get(where).content.decode()
    assert "2 files loaded" in page and "elsewhere" not in page


def test_one_bad_file_among_good_ones_loads_none(tomasz, people, home):
    give(tomasz, good_xml=RETURN, bad_xml=b"<html/>")
    work(people, home)
    assert dataset.newest(home=home, kind="imported") is None


def test_no_file_and_too_many_are_said_beside_the_field(tomasz, people, home):
    none = tomasz.post("/vital-signs/files/", {})
    assert none.status_code == 422 and "Choose at least one file" in none.content.decode()
    many = give(tomasz, **{f"f{n}_csv": "x" for n in range(21)})
    assert many.status_code == 422 and "from one to 20 files" in many.content.decode()
    assert not ProcrastinateJob.objects.filter(task_name="load_dataset").exists()
    assert left(home) == []


def test_a_file_that_is_too_large_is_let_fall_as_it_comes(tomasz, people, home, monkeypatch):
    monkeypatch.setattr(opened, "LARGEST", 100_000)
    answer = give(tomasz, large_xml=b"<Message>" + b" " * 200_000)
    assert answer.status_code == 422
    assert f"large.xml: {opened.TOO_LARGE}" in answer.content.decode()
    assert left(home) == []


def test_other_pages_take_no_such_files(people, home, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_ELSEWHERE", 100)
    client = visit.signed_in(people["officer"])
    sent = SimpleUploadedFile("n.csv", b"a" * 200)
    answer = client.post("/joint-triage/send/", {"file": sent})
    assert answer.status_code == 422 and left(home) == []


def test_what_was_done_is_not_done_twice_and_who_left_loads_nothing(
    tomasz, people, home, owner_cursor
):
    give(tomasz, return_xml=RETURN)
    work(people, home)
    work(people, home)
    with casework.working(people["analyst"]):
        assert Upload.objects.get().state == "loaded"
    give(tomasz, return_xml=RETURN.replace("C1", "C2"))
    before = dataset.newest(home=home, kind="imported")
    owner_cursor.execute("update gt_account set role = 'system-administrator' where id = %s",
                         [people["analyst"]])  # fmt: skip
    work(people, home)
    assert dataset.newest(home=home, kind="imported") == before and left(home) == []


def test_a_fault_of_ours_is_said_and_raised(tomasz, people, home, monkeypatch):
    where = give(tomasz, return_xml=RETURN).headers["Location"]

    def fail(**asked):
        raise ZeroDivisionError

    monkeypatch.setattr(uploads.datasets, "load", fail)
    with pytest.raises(ZeroDivisionError):
        work(people, home)
    assert "ours to mend" in tomasz.get(where).content.decode() and left(home) == []


def test_only_who_may_gives_files_and_nobody_sees_another_s(people, home, tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(RETURN)
    with casework.working(people["manager"]) as by, pytest.raises(Denied):
        uploads.take(by=by, files=[("a.xml", path)], home=home, at=NOW)
    with casework.working(people["analyst"]) as by:
        uploads.take(by=by, files=[("../../a\n.xml", path)], home=home, at=NOW)
    with casework.working(people["manager"]):
        assert not Upload.objects.exists()
    with casework.working(people["analyst"]):
        assert Upload.objects.get().files[0]["name"].isprintable()
