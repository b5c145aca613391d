"""A tool about a child: who completes it, what it came to, and who reads how much of it."""

import csv
from datetime import timedelta

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import corrections
from goldenthread.actions import tools as completing
from goldenthread.actions.conflict import Refused
from goldenthread.queries import thread, tools
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, visit
from tests.spec.front_door.tools.test_domestic_abuse_victim import AREAS
from tests.spec.protection.tools.test_neglect_toolkit import BED, FINE

NOW = casework.NOW
VICTIM = {
    **dict.fromkeys(AREAS, "no"),
    "victim_judgement": "high",
    "victim_judgement_why": "Canary: she cannot say",
}


@pytest.fixture
def held(sent):
    """Amir's contact in the screener's hand: (who, contact, child)."""
    casework.claim(sent.people["screener"], sent.amir)
    with casework.working(sent.people["screener"]):
        child = Episode.objects.get(pk=sent.amir).subject_person_id
    return sent.people, sent.amir, child


def complete(who, child, answers, *, form="neglect-toolkit", at=NOW):
    with casework.working(who, at=at) as by:
        return completing.complete(by=by, person_id=child, form=form, answers=answers, at=at).pk


def read(ask, who, *, at=NOW, **given):
    with casework.working(who, at=at) as viewer:
        return ask(viewer=viewer, **given)


def test_it_is_kept_by_itself_with_who_and_which_agency(held):
    people, _, child = held

    entry = complete(people["screener"], child, FINE | {"neglect_bed": "very-concerned", **BED})

    found = read(tools.one, people["screener"], entry_id=entry)
    assert (found.entry.by, found.entry.agency) == ("Screener", "Council children's services")
    assert found.advised.startswith("Talk with the front door")
    assert (found.judged, found.why) == (
        "Our own agency goes on helping",
        "It is getting better",
    )
    assert found.completeness.whole
    assert found.areas == ()


def test_it_is_on_the_thread_with_its_band_and_judgement(held):
    people, _, child = held
    complete(people["screener"], child, FINE | {"neglect_bed": "sometimes-concerned", **BED})

    story = read(thread.of, people["screener"], person_id=child, now=NOW)

    (kept,) = [each for each in story.entries if each.in_short]
    assert kept.title == "Neglect toolkit completed"
    assert {each.asked: each.answer for each in kept.in_short} == {
        "What should happen next?": "Our own agency goes on helping",
        "Why do you judge so?": "It is getting better",
        "What the tool advised": "Think of an early help assessment: something is sometimes "
        "concerning",
    }


def test_given_again_it_stands_on_the_same_run_and_shows_each_area_then_and_now(held):
    people, _, child = held
    complete(people["screener"], child, FINE | {"neglect_bed": "very-concerned", **BED})
    later = NOW + timedelta(days=90)

    entry = complete(people["screener"], child, FINE, at=later)

    found = read(tools.one, people["screener"], entry_id=entry, at=later)
    assert found.entry.step == "neglect-toolkit-repeated"
    assert len(found.days) == 2
    home = {each.title: dict(each.ways) for each in found.areas}["Environmental"]
    assert (home["Very concerned"], home["Not concerned"]) == ((1, 0), (4, 5))
    with casework.working(people["screener"], at=later):
        (run,) = Episode.objects.filter(pathway="neglect")
        assert (run.due_clock, run.closed_at) == ("neglect-repeat", None)
        assert [each.counted for each in run.entries.order_by("happened_at")] == [
            {"very_concerned": 1},
            {"very_concerned": 0},
        ]


def test_answers_that_will_not_do_are_refused_and_nothing_is_kept(held):
    people, _, child = held

    with pytest.raises(Refused) as refused:
        complete(people["screener"], child, FINE | {"neglect_bed": "very-concerned"})

    assert [each.field for each in refused.value.problems] == ["neglect_bed_evidence"]
    with casework.working(people["screener"]):
        assert not Episode.objects.filter(pathway="neglect").exists()


@pytest.mark.parametrize("who", ["second screener", "lead", "social worker", "police partner"])
def test_nobody_completes_one_about_a_child_they_have_no_relationship_with(held, who):
    people, _, child = held

    with pytest.raises(Denied):
        complete(people[who], child, FINE)


def test_what_is_no_tool_is_not_there(held):
    people, _, child = held
    with pytest.raises(Denied):
        complete(people["screener"], child, {}, form="decision-form")


@pytest.mark.parametrize("who", ["second screener", "lead", "social worker", "early help"])
def test_a_completed_tool_is_read_by_those_who_work_with_the_child_alone(held, who):
    people, _, child = held
    entry = complete(people["screener"], child, FINE)

    with pytest.raises(Denied):
        read(tools.one, people[who], entry_id=entry)


def test_whoever_completed_it_may_put_it_right_and_nothing_of_the_first_is_lost(held):
    people, _, child = held
    entry = complete(people["screener"], child, VICTIM, form="domestic-abuse-victim")
    changed = {**VICTIM, AREAS[0]: "yes", f"{AREAS[0]}_evidence": "Bruised, seen today"}

    with casework.working(people["screener"]) as by:
        corrected = corrections.correct(
            by=by, entry_id=entry, answers=changed, why="I had missed it", at=NOW
        ).pk

    found = read(tools.one, people["screener"], entry_id=corrected)
    assert found.counted == 1
    with casework.working(people["screener"]):
        assert Entry.objects.get(pk=entry).answers == VICTIM


def test_the_pages_complete_it_show_it_and_print_it(held):
    people, _, child = held
    client = visit.signed_in(people["screener"])
    typed = {key: value for key, value in FINE.items() if isinstance(value, str)}

    empty = client.post(f"/children/{child}/tools/neglect-toolkit/", {"neglect_worried": "Canary"})
    kept = client.post(f"/children/{child}/tools/neglect-toolkit/", typed)
    one = client.get(kept.url)
    listed = client.get(f"/children/{child}/tools/")
    pdf = client.get(f"{kept.url}pdf/")

    assert empty.status_code == 422
    assert "Canary" in visit.text(empty)
    assert kept.status_code == 302
    assert "Go on helping and look again" in visit.text(one)
    assert "Our own agency goes on helping" in visit.text(listed)
    assert "Grandmother helps" in visit.text(pdf)
    assert client.post(f"{kept.url}csv/").status_code == 403


def test_a_manager_takes_it_away_as_a_line_for_each_question(sent):
    people = sent.people
    casework.claim(people["manager"], sent.amir)
    with casework.working(people["manager"]):
        child = Episode.objects.get(pk=sent.amir).subject_person_id
    entry = complete(people["manager"], child, FINE | {"neglect_worried": "=Canary()"})

    answer = visit.signed_in(people["manager"]).post(f"/tools/{entry}/csv/")

    lines = list(csv.reader(answer.content.decode().splitlines()))
    assert lines[0] == ["section", "key", "question", "answer"]
    # A spreadsheet would run what begins with an equals sign.
    assert ["Summary", "neglect_worried", "What are we worried about?", "'=Canary()"] in lines
