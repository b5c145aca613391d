"""A new version of a form from the browser: two people, and what was answered stays as it was."""

from datetime import timedelta

import psycopg
import pytest

from goldenthread.access import forms
from goldenthread.access.decision import Denied
from goldenthread.actions import corrections
from goldenthread.actions import form_drafts as writing
from goldenthread.actions import tools as completing
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.queries import form_drafts, tools
from goldenthread.records.episode import Episode
from goldenthread.records.form_version import FormVersion
from goldenthread.records.question_key import QuestionKey
from tests.made import casework, visit
from tests.spec.protection.tools.test_neglect_toolkit import FINE

NOW = casework.NOW
FORM = "neglect-toolkit"
COT = {
    "key": "",
    "asks": "Is there a safe place to sleep for a baby?",
    "hint": "",
    "kind": "yes_no",
    "options": [],
    "required": True,
    "may_be_not_known": True,
    "holds": "narrative",
    "called": "",
    "concept": "",
    "evidence": [],
    "evidence_asks": "",
    "only_if": None,
}
OWN = "here_is_there_a_safe_place"


@pytest.fixture
def writers(people, loader_cursor):
    """The business unit of two: who writes and who publishes."""
    from goldenthread.actions import establish

    agency = establish.agency(
        loader_cursor, key="partnership", name="The partnership", kind="partnership"
    )
    second = establish.account(
        loader_cursor,
        email="second.unit@example.invalid",
        full_name="Second Unit",
        job_title="",
        role="business-unit-administrator",
        agency_id=agency,
        password="!",
        at=NOW - timedelta(days=400),
    )
    return people["business unit"], second


def acting(who, do, *, at=NOW, **given):
    with casework.working(who, at=at) as by:
        return do(by=by, form=FORM, at=at, **given)


def draft(who, *, at=NOW):
    with casework.working(who, at=at) as viewer:
        return form_drafts.one(viewer=viewer, form=FORM, now=at).draft


def write(who, *, at=NOW):
    """Begin a draft, add a question to it, and reword another."""
    acting(who, writing.begin)
    acting(who, writing.keep, section="neglect_surroundings", question=COT, version=1, at=at)
    body = draft(who).body
    bed = next(q for s in body["sections"] for q in s["questions"] if q["key"] == "neglect_bed")
    reworded = {**bed, "asks": "A bed of their own"}
    acting(who, writing.keep, section="neglect_surroundings", question=reworded, version=2, at=at)


def publish(writers, *, since=None, at=NOW):
    write(writers[0])
    return acting(writers[1], writing.publish, since=since or at.date(), version=3, at=at)


def test_whoever_wrote_it_last_does_not_publish_it(writers):
    author, other = writers
    write(author)
    with pytest.raises(Refused) as refused:
        acting(author, writing.publish, since=NOW.date(), version=3)
    assert [each.field for each in refused.value.problems] == ["since"]
    assert acting(other, writing.publish, since=NOW.date(), version=3, at=NOW) == 101


def test_postgresql_itself_takes_two_people_and_edits_nothing_published(writers, owner_cursor):
    author, _ = writers
    write(author)
    with pytest.raises(psycopg.Error):
        owner_cursor.execute(
            "update gt_form_version set number = 101, published_by_id = written_by_id,"
            " published_at = now(), since = '2020-03-03'"
        )
    acting(writers[1], writing.publish, since=NOW.date(), version=3)
    for change in ("update gt_form_version set body = '{}'", "delete from gt_form_version"):
        with pytest.raises(psycopg.Error):
            owner_cursor.execute(change)


@pytest.mark.parametrize("who", ["screener", "manager", "analyst", "administrator", "scrutineer"])
def test_nobody_but_the_business_unit_writes_one(people, who):
    with pytest.raises(Denied):
        acting(people[who], writing.begin)
    with pytest.raises(Denied), casework.working(people[who]) as viewer:
        form_drafts.one(viewer=viewer, form=FORM, now=NOW)


def test_what_the_front_door_must_ask_is_not_written_here(writers):
    with pytest.raises(Denied), casework.working(writers[0]) as by:
        writing.begin(by=by, form="referral-form", at=NOW)


def test_it_is_asked_from_its_day_on_and_not_before(writers, sent):
    day = NOW.date() + timedelta(days=7)
    publish(writers, since=day)
    declared = catalogue.instrument(FORM)
    with casework.working(sent.people["screener"]):
        assert forms.asked(declared, on=day - timedelta(days=1)).version == 1
        assert forms.asked(declared, on=day).version == 101


def test_old_answers_keep_their_wording_and_new_ones_have_the_new(writers, sent):
    casework.claim(sent.people["screener"], sent.amir)
    screener, later = sent.people["screener"], NOW + timedelta(days=8)
    with casework.working(screener) as by:
        child = Episode.objects.get(pk=sent.amir).subject_person_id
        first = completing.complete(by=by, person_id=child, form=FORM, answers=FINE, at=NOW).pk
    publish(writers, since=NOW.date() + timedelta(days=7))

    with casework.working(screener, at=later) as by:
        with pytest.raises(Refused) as refused:
            completing.complete(by=by, person_id=child, form=FORM, answers=FINE, at=later)
        answers = FINE | {OWN: "yes"}
        second = completing.complete(by=by, person_id=child, form=FORM, answers=answers, at=later)
        before, after = (tools.one(viewer=by, entry_id=each) for each in (first, second.pk))

    assert [each.field for each in refused.value.problems] == [OWN]
    asked = {"neglect_bed": "A bed and a place of their own to sleep"}
    assert before.form.version == 1
    assert {q.key: q.asks for q in before.form.questions if q.key == "neglect_bed"} == asked
    assert after.form.version == 101
    assert {q.asks for q in after.form.questions if q.key == "neglect_bed"} == {
        "A bed of their own"
    }
    assert "Is there a safe place to sleep for a baby?" in {e.asked for e in after.entry.said}
    home = next(each for each in after.areas if each.title == "Environmental")
    # What is new was not asked the first time, so it is not counted now either.
    assert dict(home.ways)["Not concerned"] == (5, 5)


def test_what_was_answered_on_a_version_is_corrected_on_that_version(writers, sent):
    casework.claim(sent.people["screener"], sent.amir)
    publish(writers)
    with casework.working(sent.people["screener"]) as by:
        child = Episode.objects.get(pk=sent.amir).subject_person_id
        answers = FINE | {OWN: "yes"}
        old = completing.complete(by=by, person_id=child, form=FORM, answers=answers, at=NOW)
        new = corrections.correct(
            by=by, entry_id=old.pk, answers=FINE | {OWN: "no"}, why="Looked again", at=NOW
        )
        assert (new.form_version, new.answers[OWN]) == (101, "no")


def test_a_key_that_was_used_is_never_given_again(writers):
    author, other = writers
    publish(writers)
    acting(other, writing.begin)
    acting(other, writing.remove, key=OWN, version=1)
    acting(author, writing.publish, since=NOW.date(), version=2)
    acting(author, writing.begin)
    section = "neglect_surroundings"
    acting(author, writing.keep, section=section, question=COT, version=1)

    keys = {q.key for q in draft(author).form.questions}
    assert f"{OWN}_2" in keys
    assert OWN not in keys
    with casework.working(author):
        ledger = dict(QuestionKey.objects.filter(form=FORM).values_list("key", "number"))
        assert ledger[OWN] == 101
        assert ledger["neglect_bed"] == 1


def test_what_somebody_else_wrote_meanwhile_is_read_first(writers):
    write(writers[0])
    with pytest.raises(Conflict):
        acting(writers[1], writing.remove, key=OWN, version=1)


def test_what_the_advice_and_the_judgement_need_cannot_be_taken_out(writers):
    acting(writers[0], writing.begin)
    with pytest.raises(Refused):
        acting(writers[0], writing.remove, key="neglect_judgement", version=1)
    assert draft(writers[0]).version == 1


def test_the_pages_write_preview_compare_and_publish_it(writers):
    author, other = (visit.signed_in(who) for who in writers)
    here = f"/forms/{FORM}/"
    author.post(f"{here}begin/")
    typed = {
        "version": "1",
        "asks": "Is there a cot?",
        "kind": "choice",
        "options": "Yes, a safe one\nnone = None",
        "evidence": "none",
        "required": "yes",
        "may_be_not_known": "yes",
        "holds": "narrative",
    }
    empty = author.post(f"{here}neglect_surroundings/new/", {"version": "1", "asks": "Kept?"})
    strange = author.post(f"{here}neglect_surroundings/new/", {**typed, "evidence": "never"})
    kept = author.post(f"{here}neglect_surroundings/new/", typed)
    seen = visit.text(author.get(f"{here}preview/"))
    beside = visit.text(author.get(f"{here}compare/"))
    day = {"version": "2", "since-day": "1", "since-month": "4", "since-year": "2020"}
    own = author.post(f"{here}publish/", day)
    done = other.post(f"{here}publish/", day)

    assert (empty.status_code, strange.status_code, kept.status_code) == (422, 422, 302)
    assert "Kept?" in visit.text(empty)
    assert "No answer has the short name never" in visit.text(strange)
    assert "Is there a cot?" in seen
    assert "Yes, a safe one" in seen
    assert "Added (2)" in beside
    assert own.status_code == 422
    assert "somebody else must publish it" in visit.text(own)
    assert done.status_code == 302
    assert "asked from 1 April 2020" in visit.text(other.get(here))
    with casework.working(writers[0]):
        assert FormVersion.objects.get(number=101).since.isoformat() == "2020-04-01"
