"""The sender's own copy: what they wrote, readable and tagged, and nothing that was said since."""

from io import BytesIO

import pytest
from django.core import mail
from pypdf import PdfReader

from goldenthread.actions import drafts, referrals
from goldenthread.web import pdf
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

HOSTILE = "Siân O'Brien said <script>alert(1)</script> محمد 😀 <img src=http://example.invalid/x>"


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


def copy_of(people, who, occasion_id):
    return visit.signed_in(people[who]).get(f"/referrals/{occasion_id}/copy/")


def test_it_says_what_was_written_however_it_was_written(people):
    occasion_id = casework.send(people["lead"], "Amir", "Zain", worried_about=HOSTILE)
    answer = copy_of(people, "lead", occasion_id)
    text = " ".join(visit.text(answer).split())
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "Siân O'Brien said <script>alert(1)</script>" in text
    assert "<img" in text and "src=http://example.invalid/x>" in text
    assert all(letter in text for letter in "محمد😀")
    assert "Amir" in text and "Zain" in text and "page 1 of" in text
    assert "3 March 2020" in text and "Beck Lane Primary School" in text


def test_it_says_nothing_that_was_said_since(people):
    occasion_id = casework.send(people["lead"], "Amir")
    (contact,) = casework.contacts_of(occasion_id, people=people)
    casework.screen(people, contact)
    casework.decide(people, contact, casework.ADVISE)
    casework.tell(people, contact)
    text = visit.text(copy_of(people, "lead", occasion_id))
    assert "Canary: the worry" in text
    for canary in ("Canary: screened", "Canary: rationale", "Canary: the words for the referrer"):
        assert canary not in text


def test_its_metadata_name_nobody_and_it_is_tagged(people):
    occasion_id = casework.send(people["lead"], "Amir")
    read = PdfReader(BytesIO(copy_of(people, "lead", occasion_id).content))
    assert "Amir" not in str(read.metadata) and "Lead" not in str(read.metadata)
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"] == "en-GB"
    assert round(float(read.pages[0].mediabox.width)) == 595


def test_it_is_nobody_elses(people):
    occasion_id = casework.send(people["lead"], "Amir")
    assert copy_of(people, "other lead", occasion_id).status_code == 404
    assert copy_of(people, "colleague", occasion_id).status_code == 404


def test_a_document_that_asks_for_anything_outside_itself_gets_nothing():
    for address in ("http://127.0.0.1:9/x", "file:///etc/passwd"):
        made = pdf.written(f'<html lang="en"><title>T</title><p>Words<img alt="x" src="{address}">')
        assert "Words" in PdfReader(BytesIO(made)).pages[0].extract_text()
        assert b"root:" not in made


def test_a_machine_without_pango_says_so_beside_the_link(people, monkeypatch):
    occasion_id = casework.send(people["lead"], "Amir")
    monkeypatch.setattr(pdf, "missing", lambda: pdf.MISSING)
    page = visit.signed_in(people["lead"]).get(f"/referrals/{occasion_id}/")
    assert "libpango-1.0-0" in visit.text(page) and "/copy/" not in visit.text(page)
    assert copy_of(people, "lead", occasion_id).status_code == 503


def test_the_acknowledgement_of_a_call_goes_to_nobody_who_wrote_it_down(people):
    call = {
        "instrument": "telephone-form",
        "typed": {
            **{key: value for key, value in casework.form("Amir").items() if key != "told_family"},
            "caller_kind": ["public"],
            "caller_source": ["9"],
        },
    }
    with casework.working(people["screener"]) as by:
        draft_id = drafts.save(by=by, at=casework.NOW, **call).pk
        occasion_id = referrals.send(by=by, draft_id=draft_id, at=casework.NOW).occasion_id
    mail.outbox = []
    assert casework.acknowledge(occasion_id)
    assert mail.outbox == []
