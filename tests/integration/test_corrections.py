"""Putting words right on a page: who may, and what a correction may not bring about."""

from datetime import timedelta
from uuid import UUID

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import corrections
from goldenthread.actions.conflict import Refused
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

CHANGED = {
    **casework.SCREENED,
    "front_door_level": "2",
    "screening_summary": "The right words",
    "why_corrected": "Typed the wrong level",
}


def correct(who: UUID, entry_id: UUID, answers: dict, *, at=NOW) -> UUID:
    with casework.working(who, at=at) as by:
        return corrections.correct(
            by=by, entry_id=entry_id, answers=answers, why="It was wrong", at=at
        ).pk


def test_who_recorded_it_puts_it_right_on_a_page_and_both_can_be_read(sent):
    entry_id = casework.screen(sent.people, sent.amir)
    screener = visit.signed_in(sent.people["screener"])
    contact = screener.get(f"/contacts/{sent.amir}/").content.decode()
    assert f"/entries/{entry_id}/correct/" in contact
    begun = screener.get(f"/entries/{entry_id}/correct/").content.decode()
    assert begun.count("Canary: screened") == 2, "what it says, and what it will say"
    answer = screener.post(f"/entries/{entry_id}/correct/", CHANGED, follow=True)
    words = answer.content.decode()
    assert answer.status_code == 200 and "Typed the wrong level" in words
    assert words.index("The right words") < words.index("Canary: screened")
    contact = screener.get(f"/contacts/{sent.amir}/").content.decode()
    assert "The right words" in contact and "Canary: screened" not in contact
    assert "Show what was corrected" in contact


def test_who_loses_keeps_their_words_and_is_shown_what_the_other_wrote(sent):
    entry_id = casework.screen(sent.people, sent.amir)
    manager = visit.signed_in(sent.people["manager"])
    correct(sent.people["screener"], entry_id, casework.ADVICE)
    answer = manager.post(f"/entries/{entry_id}/correct/", CHANGED)
    words = answer.content.decode()
    assert answer.status_code == 409 and "corrected already" in words
    assert "The right words" in words and "Typed the wrong level" in words
    assert f"/entries/{entry_id}/corrected/" in words


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"why_corrected": " "}, "why_corrected"),
        ({"screening_summary": ""}, "screening_summary"),
        ({"front_door_level": "9"}, "front_door_level"),
        ({"screening_summary": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")}, ""),
    ],
)
def test_what_will_not_do_is_said_beside_its_field_and_nothing_is_kept(sent, changed, field):
    entry_id = casework.screen(sent.people, sent.amir)
    screener = visit.signed_in(sent.people["screener"])
    answer = screener.post(f"/entries/{entry_id}/correct/", {**CHANGED, **changed})
    if not field:
        assert answer.status_code < 500
        return
    assert answer.status_code == 422 and f'href="#{field}' in answer.content.decode()
    assert "Typed the wrong level" in answer.content.decode() or field == "why_corrected"
    with casework.working(sent.people["screener"]):
        assert not Entry.objects.filter(supersedes_id=entry_id).exists()


def test_nothing_different_is_no_correction(sent):
    entry_id = casework.screen(sent.people, sent.amir)
    with pytest.raises(Refused, match="Nothing is different"):
        correct(sent.people["screener"], entry_id, casework.SCREENED)


def test_a_colleague_may_not_and_is_not_offered_it(sent):
    entry_id = casework.screen(sent.people, sent.amir)
    colleague = visit.signed_in(sent.people["second screener"])
    assert "/correct/" not in colleague.get(f"/contacts/{sent.amir}/").content.decode()
    assert colleague.get(f"/entries/{entry_id}/correct/").status_code == 403
    assert colleague.post(f"/entries/{entry_id}/correct/", CHANGED).status_code == 403
    with pytest.raises(Denied):
        correct(sent.people["second screener"], entry_id, casework.ADVICE)


def test_what_was_sent_to_us_is_not_ours_to_correct(sent):
    with casework.working(sent.people["manager"]):
        received = Entry.objects.get(episode_id=sent.amir, step="contact-received")
    manager = visit.signed_in(sent.people["manager"])
    assert manager.get(f"/entries/{received.pk}/correct/").status_code == 403


OPENED_AND_NOT = [
    (casework.ADVISE, casework.REFER, "Write down a new contact"),
    (casework.REFER, casework.ADVISE, "Close it first on its own page"),
    (
        casework.ADVISE,
        {"outcome": "allocated-worker", "rationale": "Canary: rationale"},
        "Tell them yourself",
    ),
]


@pytest.mark.parametrize(("decided", "corrected", "instead"), OPENED_AND_NOT)
def test_a_correction_opens_passes_on_and_undoes_nothing(sent, decided, corrected, instead):
    casework.screen(sent.people, sent.amir)
    entry_id = casework.decide(sent.people, sent.amir, decided)
    with casework.working(sent.people["manager"]):
        before = Episode.objects.count()
    with pytest.raises(Refused) as refused:
        correct(sent.people["manager"], entry_id, corrected)
    (problem,) = refused.value.problems
    assert problem.field == "outcome" and instead in problem.message
    with casework.working(sent.people["manager"]):
        assert Episode.objects.count() == before
        assert not Entry.objects.filter(supersedes_id=entry_id).exists()


def test_the_words_of_a_decision_that_opened_a_referral_may_be_put_right(sent):
    casework.screen(sent.people, sent.amir)
    entry_id = casework.decide(sent.people, sent.amir, casework.REFER)
    correct(sent.people["manager"], entry_id, {**casework.REFER, "rationale": "Said better"})
    with casework.working(sent.people["manager"]):
        assert Episode.objects.filter(opened_from_id=sent.amir).count() == 1


def test_the_desk_of_the_lane_a_correction_leads_to_has_the_contact(sent):
    entry_id = casework.screen(sent.people, sent.amir)
    correct(
        sent.people["manager"], entry_id, {**casework.SCREENED, "purpose": "early-help-request"}
    )
    with casework.working(sent.people["early help"]):
        episode = Episode.objects.get(pk=sent.amir)
        assert (episode.lane, episode.desk) == ("early-help", "early-help")


def test_a_letter_put_right_is_what_the_referrer_reads_and_they_are_told(sent, owner_cursor):
    casework.screen(sent.people, sent.amir)
    # The referral keeps the closed contact with the desk.
    casework.decide(sent.people, sent.amir, casework.REFER)
    entry_id = casework.record(
        sent.people["manager"], "contact-outcome-told", sent.amir, casework.LETTER
    )
    letter = {**casework.LETTER, "told_referrer": "What we meant to say"}
    later = NOW + timedelta(hours=1)
    correct(sent.people["manager"], entry_id, letter, at=later)
    owner_cursor.execute(
        "select count(*) from procrastinate_jobs where task_name = 'tell_referrer'"
    )
    assert owner_cursor.fetchone() == (2,)
    lead = visit.signed_in(sent.people["lead"])
    page = lead.get(f"/referrals/{sent.occasion_id}/").content.decode()
    assert "What we meant to say" in page and "Canary: the words for the referrer" not in page


def test_a_condition_on_what_an_agency_gave_holds_for_what_it_gave_before(sent):
    """Who may not read the contribution may not read what it said before either."""
    casework.screen(sent.people, sent.amir)
    casework.record(sent.people["manager"], "mash-opened", sent.amir, casework.ENQUIRE)
    kept = {
        "known_to_agency": "yes",
        "agency_information": "Canary: not for health",
        "share_restriction": ["agencies"],
        "restricted_agencies": ["health"],
        "restriction_why": "Canary: why not",
    }
    entry_id = casework.record(
        sent.people["police partner"], "mash-information-given", sent.amir, kept
    )
    new = correct(
        sent.people["police partner"], entry_id, {**kept, "agency_information": "Canary: newer"}
    )
    for who, reads in (("police partner", True), ("manager", True), ("health partner", False)):
        page = visit.signed_in(sent.people[who]).get(f"/entries/{new}/corrected/")
        assert page.status_code == 200
        assert ("Canary: not for health" in page.content.decode()) is reads, who
        assert ("Canary: newer" in page.content.decode()) is reads, who
