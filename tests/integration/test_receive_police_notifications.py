"""The how-to page about police notifications is true: its files are sent each way it says."""

import http.client
import json
import re
import shlex
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.actions import establish
from goldenthread.content import catalogue
from goldenthread.language.question import Kind, Question
from goldenthread.records.postgresql import server
from tests.integration.test_notifications import held, people  # noqa: F401  (a fixture)
from tests.made import visit
from tests.made.how_to import PAGES
from tests.made.service import Service

pytestmark = pytest.mark.postgresql

PAGE = (PAGES / "receive-police-notifications.md").read_text()
CSV, JSON, IMPORT, KEYS, CURL = re.findall(r"```\w+\n(.*?)```", PAGE, re.DOTALL)
FORM = catalogue.instrument("domestic-abuse-form")


@pytest.fixture(scope="module")
def service():
    """An installation with the police agency the page names, and its two files beside it."""
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        found = Service(Path(folder))
        assert found.run("setup", "--demonstration").returncode == 0
        with server.held(found.folder):
            with psycopg.connect(server.url(found.folder, role="gt_loader")) as connection:
                establish.agency(
                    connection.cursor(),
                    key="kelderdale-police",
                    name="Kelderdale Police",
                    kind="police",
                )
        (found.folder / "notifications.csv").write_text(CSV, encoding="utf-8")
        (found.folder / "notifications.json").write_text(JSON, encoding="utf-8")
        yield found
        found.run("stop")


def run(service, line):
    """Run a command of the page on the files it names."""
    _, *words = shlex.split(line)
    words = [str(service.folder / each) if each.startswith("notif") and "." in each else each
             for each in words]  # fmt: skip
    return service.run(*words)


def sent(service, line, *, key, address):
    """Send what a curl line of the page sends, to this address with this key."""
    words = shlex.split(line.replace("$KEY", key))
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    (file,) = [word[1:] for word in words if word.startswith("@")]
    asking = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    asking.request("POST", urlsplit(words[-1]).path, (service.folder / file).read_bytes(), headers)
    answer = asking.getresponse()
    return answer.status, json.loads(answer.read())


def test_by_the_command_and_by_http(service):
    add, listed, end = KEYS.strip().splitlines()
    as_json, as_csv = CURL.strip().splitlines()

    imported = run(service, IMPORT.strip())
    assert imported.returncode == 0, imported.stderr
    first, second = imported.stdout.splitlines()
    assert re.fullmatch(r"KD/20/000123: new, [0-9A-Z]{4}-[0-9A-Z]{4}\.", first)
    assert second.startswith("KD/20/000124: new, ")

    given = run(service, add)
    assert given.returncode == 0, given.stderr
    key = given.stdout.split()[-1]
    told = run(service, listed).stdout
    assert told.startswith("Records system: Kelderdale Police, in use, from ") and key not in told
    assert run(service, add).returncode == 2

    address = service.start("serve")
    status, answer = sent(service, as_json, key=key, address=address)
    (one,) = answer["received"]
    assert (status, one["police_reference"], one["became"]) == (201, "KD/20/000125", "new")
    status, answer = sent(service, as_csv, key=key, address=address)
    assert status == 200
    assert [each["became"] for each in answer["received"]] == ["same", "same"]
    assert answer["received"][0]["reference"] in first

    assert run(service, end).returncode == 0
    assert sent(service, as_json, key=key, address=address)[0] == 401
    assert "ended" in run(service, listed).stdout


def test_by_the_page(people, home):  # noqa: F811
    client = visit.signed_in(people["officer"])

    for name, text in (("notifications.csv", CSV), ("notifications.json", JSON)):
        answer = client.post(
            "/joint-triage/send/", {"file": SimpleUploadedFile(name, text.encode())}
        )
        assert answer.status_code == 200, answer.content

    assert sorted(str(each.subject_person) for each in held(people)) == [
        "Amir Example",
        "Baby Example",
        "Isla Example",
        "Kofi Example",
    ]


def row(question: Question) -> str:
    if question.options:
        keys = ", ".join(f"`{option.key}`" for option in question.options)
        allowed = f"{'one' if question.kind is Kind.CHOICE else 'any'} of {keys}"
    elif question.kind is Kind.YES_NO:
        allowed = "`yes` or `no`"
    elif question.kind is Kind.DATE:
        allowed = "a day like `2020-03-02`"
    else:
        allowed = f"text, at most {question.longest:,} characters"
    allowed += "; or not known" if question.may_be_not_known else ""
    needed = "yes" if question.required is True else "no"
    needed += f", and only where {question.only_if}" if question.only_if is not None else ""
    return f"| `{question.key}` | {question.asks} | {allowed} | {needed} |"


def test_every_field_is_there_with_what_it_allows_and_no_other():
    given = [line for line in PAGE.splitlines() if line.startswith("| `")]

    assert given == [row(q) for section in FORM.sections for q in section.questions]


def test_the_examples_name_every_field():
    heads = set(CSV.splitlines()[0].split(","))

    assert heads == {question.key for question in FORM.questions}


def test_every_answer_the_service_gives_is_in_the_table():
    from goldenthread.api.notifications import api

    described = api.get_openapi_schema(path_prefix="/api/")
    statuses = set(described["paths"]["/api/notifications/"]["post"]["responses"])

    assert statuses - {403} == {
        int(found) for found in re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE)
    }
