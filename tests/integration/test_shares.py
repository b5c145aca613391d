"""Telling another agency: a copy of the words on a basis, for a time, and taken back at once.

SECURITY 2.3: the recipient has exactly the version shared; later changes need a new share; a
recall ends it on the next request; a decision not to share is recorded as well.
"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access import grants
from goldenthread.access.decision import Denied
from goldenthread.actions import corrections, settlements, shares
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import shared_copies
from goldenthread.queries import shares as told
from tests.made import casework, visit
from tests.made.casework import NOW
from tests.spec.partnership.test_sharing_forms import FULL

pytestmark = pytest.mark.postgresql

LATER = NOW + timedelta(hours=3)
DECLINED = {
    "asked_by": "A. Neighbour",
    "asked_agency": "Nobody's",
    "asked_for": "Whether we know the family",
    "purpose": "subject-request",
    "why_not": "no-basis",
    "why_not_words": "Canary: why it was kept",
}


@pytest.fixture
def screened(sent):
    """Amir's contact, screened: two entries that may be given."""
    casework.claim(sent.people["screener"], sent.amir)
    casework.screen(sent.people, sent.amir)
    return sent


def child_of(bare, contact: UUID) -> UUID:
    found = bare.one("select subject_person_id from gt_episode where id = %s", contact)
    return UUID(str(found["subject_person_id"]))


def entry_of(bare, contact: UUID, step: str) -> UUID:
    found = bare.one("select id from gt_entry where episode_id = %s and step = %s", contact, step)
    return UUID(str(found["id"]))


def give(sent, bare, *, who: str = "screener", to: str = "professional", at=NOW, **more):
    child = child_of(bare, sent.amir)
    entries = more.pop("entries", [entry_of(bare, sent.amir, "contact-screened")])
    with casework.working(sent.people[who], at=at) as by:
        return shares.give(
            by=by,
            person_id=child,
            to=sent.people[to],
            entries=entries,
            answers=more.pop("answers", FULL),
            at=at,
            **more,
        )


def received(sent, who: str, at=LATER):
    with casework.working(sent.people[who], at=at) as by:
        return shared_copies.received(viewer=by)


def test_who_is_told_reads_the_copy_and_nothing_else_of_the_child(screened, bare):
    give(screened, bare)

    (copy,) = received(screened, "professional")

    assert copy.child.startswith("Amir") and copy.purpose.startswith("Enquiries into harm")
    assert len(copy.items) == 1
    assert "Canary: screened" in str(copy.items)
    browser = visit.signed_in(screened.people["professional"])
    assert "Canary: screened" in visit.text(browser.get(f"/told-to-us/{copy.copy_id}/"))
    child = child_of(bare, screened.amir)
    assert browser.get(f"/children/{child}/").status_code in (403, 404)
    assert received(screened, "lead") == () and received(screened, "health partner") == ()
    # Who gave it has a grant on it as well, and was not told anything.
    assert received(screened, "screener") == ()


def test_the_copy_stays_as_it_was_given_when_the_record_is_corrected(screened, bare):
    give(screened, bare)
    entry = entry_of(bare, screened.amir, "contact-screened")
    with casework.working(screened.people["screener"], at=LATER) as by:
        corrections.correct(
            by=by,
            entry_id=entry,
            answers={**casework.SCREENED, "screening_summary": "Put right"},
            why="It was another school",
            at=LATER,
        )

    (copy,) = received(screened, "professional")

    assert "Canary: screened" in str(copy.items) and "Put right" not in str(copy.items)
    row = bare.one("select told, items, digest from gt_shared_copy")
    assert shared_copies.digest(told=row["told"], items=row["items"]) == row["digest"]


def test_taken_back_it_is_gone_on_the_next_request_and_says_whether_it_was_opened(screened, bare):
    share = give(screened, bare)
    (copy,) = received(screened, "professional")
    browser = visit.signed_in(screened.people["professional"])
    address = f"/told-to-us/{copy.copy_id}/"
    assert browser.get(address).status_code == 200

    with casework.working(screened.people["manager"], at=LATER) as by:
        shares.recall(by=by, share_id=share.pk, why="Sent to the wrong nurse", at=LATER)

    missing = browser.get(f"/told-to-us/{uuid4()}/")
    gone = browser.get(address)
    assert gone.status_code == missing.status_code == 404
    assert visit.words(gone) == visit.words(missing)
    with casework.working(screened.people["manager"], at=LATER) as by:
        found = told.of(viewer=by, person_id=child_of(bare, screened.amir), now=LATER)
    (each,) = found.told
    assert each.opened_at and each.recalled_at == LATER and not each.may_recall
    assert each.recalled_why == "Sent to the wrong nurse"
    with (
        pytest.raises(Conflict),
        casework.working(screened.people["manager"], at=LATER) as by,
    ):
        shares.recall(by=by, share_id=share.pk, why="Again", at=LATER)


def test_it_can_be_read_until_its_last_day_and_not_after(screened, bare):
    give(screened, bare, answers={**FULL, "until": "2020-03-05"})

    assert len(received(screened, "professional", at=NOW + timedelta(days=2))) == 1
    assert received(screened, "professional", at=NOW + timedelta(days=3)) == ()


def test_nobody_gives_what_they_do_not_see(screened, bare):
    child = child_of(bare, screened.amir)
    for who in ("lead", "professional", "analyst", "administrator", "privacy officer"):
        with pytest.raises(Denied), casework.working(screened.people[who]) as by:
            shares.give(
                by=by,
                person_id=child,
                to=screened.people["professional"],
                entries=[entry_of(bare, screened.amir, "contact-screened")],
                answers=FULL,
                at=NOW,
            )
    assert bare.rows("select id from gt_share") == []


@pytest.mark.parametrize(
    ("who", "kind"), [("early help", "contact-holder"), ("social worker", "previous-worker")]
)
def test_who_sees_part_of_a_child_tells_nobody_of_them(screened, bare, who, kind):
    """It takes the whole record to weigh what may be told of it (`share.give`, level 4)."""
    child = child_of(bare, screened.amir)
    share = give(screened, bare)
    with casework.working(screened.people["manager"]):
        entries = bare.rows("select scope from gt_entry where episode_id = %s", screened.amir)
        for scope in {child, *(UUID(str(each["scope"])) for each in entries)}:
            grants.give(
                account_id=screened.people[who], kind=kind, scope=scope, source="test", at=NOW
            )
    for refused in (
        lambda by: shares.give(
            by=by, person_id=child, to=screened.people["professional"], answers=FULL, at=NOW,
            entries=[entry_of(bare, screened.amir, "contact-screened")],
        ),
        lambda by: shares.write_down(
            by=by, person_id=child, given=False, answers=DECLINED, at=NOW
        ),
        lambda by: shares.recall(by=by, share_id=share.pk, why="It was wrong", at=NOW),
        lambda by: told.of(viewer=by, person_id=child, now=NOW),
        lambda by: told.one(viewer=by, share_id=share.pk, now=NOW),
    ):  # fmt: skip
        with pytest.raises(Denied) as denied, casework.working(screened.people[who]) as by:
            refused(by)
        assert (denied.value.reason, denied.value.hidden) == ("level-too-low", False)
    browser = visit.signed_in(screened.people[who])
    assert browser.get(f"/children/{child}/told/").status_code == 403
    page = browser.get(f"/children/{child}/")
    assert page.status_code == 200 and "Who has been told what" not in visit.words(page)
    assert len(bare.rows("select id from gt_share where recalled_at is null")) == 1


def test_a_child_out_of_sight_is_a_child_that_is_not_there(screened, bare):
    with pytest.raises(Denied) as denied, casework.working(screened.people["social worker"]) as by:
        told.of(viewer=by, person_id=child_of(bare, screened.amir), now=NOW)
    assert denied.value.hidden


@pytest.mark.parametrize("to", ["analyst", "administrator", "screener"])
def test_only_somebody_who_may_be_told_is(screened, bare, to):
    """The screener gives it here, and nobody tells themselves."""
    with pytest.raises(Denied):
        give(screened, bare, to=to)


def test_another_childs_entry_is_not_given_with_it(screened, bare):
    entries = [
        entry_of(bare, screened.amir, "contact-screened"),
        entry_of(bare, screened.zain, "contact-received"),
    ]
    with pytest.raises(Refused) as refused:
        give(screened, bare, entries=entries)
    assert [problem.field for problem in refused.value.problems] == ["entries"]
    assert bare.rows("select id from gt_share") == [] == bare.rows("select id from gt_shared_copy")


def test_a_basis_that_does_not_hold_is_refused_and_nothing_is_given(screened, bare):
    with pytest.raises(Refused):
        give(screened, bare, answers={**FULL, "lawful_basis": "consent", "agreement": "not-needed"})
    assert bare.rows("select id from gt_share") == []
    assert bare.rows("select id from gt_grant where source like 'share:%%'") == []


def test_sent_twice_it_is_given_once(screened, bare):
    share_id = uuid4()
    assert give(screened, bare, share_id=share_id) == give(screened, bare, share_id=share_id)
    assert len(bare.rows("select id from gt_share")) == 1


def test_what_was_not_given_is_written_down_with_why(screened, bare):
    child = child_of(bare, screened.amir)
    with casework.working(screened.people["screener"]) as by:
        shares.write_down(by=by, person_id=child, given=False, answers=DECLINED, at=NOW)
        (each,) = told.of(viewer=by, person_id=child, now=NOW).told
    assert not each.given and not each.may_recall and each.to == "A. Neighbour"
    assert "Canary: why it was kept" in str(each.said)
    assert bare.rows("select id from gt_shared_copy") == []


def test_what_was_decided_is_never_edited(screened, bare, database):
    give(screened, bare)
    for change in ("answers = '{}'", "digest = ''", "opened_at = now()"):
        with (
            casework.working(screened.people["screener"]),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            cursor.execute(f"update gt_share set {change}")


def test_the_pages_from_finding_somebody_to_giving_it(screened, bare, database):
    browser = visit.signed_in(screened.people["screener"])
    child, to = child_of(bare, screened.amir), screened.people["professional"]
    entry = entry_of(bare, screened.amir, "contact-screened")
    found = browser.get(f"/children/{child}/told/whom/", {"words": "profess hospital"})
    assert str(to) in visit.text(found)
    address = f"/children/{child}/told/whom/{to}/"

    nothing = browser.post(address, {})
    assert nothing.status_code == 422 and "Choose what they are to be given" in visit.text(nothing)
    posted = {**FULL, "entries": str(entry), "share": str(uuid4())}
    check = browser.post(address, posted)
    assert check.status_code == 200 and "will read" in visit.text(check)
    assert "Canary: screened" in visit.text(check) and bare.rows("select id from gt_share") == []
    trail = visit.Trail(database.owner)
    given = browser.post(address, {**posted, "confirmed": "yes"})
    assert given.status_code == 302
    assert ("share.give", "done") in set(visit.decisions(trail.new()))
    trail.close()
    page = visit.text(browser.get(given.headers["Location"]))
    assert "Professional" in page and "Not opened yet" in page


@pytest.mark.parametrize("alone", [True, False], ids=["one entry", "the whole contact"])
def test_what_is_withdrawn_is_read_by_nobody_it_was_given_to_and_they_are_told(
    screened, bare, alone
):
    give(screened, bare)
    people, screening = screened.people, entry_of(bare, screened.amir, "contact-screened")
    (copy,) = received(screened, "professional")
    reader = visit.signed_in(people["professional"])
    if alone:
        casework.withdraw_entry(people["screener"], screening, at=LATER)
    else:
        casework.withdraw(people["manager"], screened.amir, at=LATER)
    (kept,) = bare.rows("select scope, desk, seal from gt_shared_copy")
    held = bare.one("select id from gt_quarantine")["id"]
    assert (kept["scope"], kept["desk"], kept["seal"]) == (held, "privacy", "quarantine")
    assert received(screened, "professional") == () and received(screened, "screener") == ()
    assert reader.get(f"/told-to-us/{copy.copy_id}/").status_code == 404
    told = bare.rows(
        "select args from procrastinate_jobs where task_name = 'tell_holder_withdrawn'"
    )
    assert str(people["professional"]) in {row["args"]["account_id"] for row in told}
    with casework.working(people["privacy officer"], at=LATER) as by:
        settlements.settle(by=by, quarantine_id=held, decided="released", why="Right", at=LATER)
    assert bare.one("select seal from gt_shared_copy")["seal"] == ""


def test_a_copy_of_other_entries_stays_where_it_is(screened, bare):
    give(screened, bare, entries=[entry_of(bare, screened.amir, "contact-received")])
    screening = entry_of(bare, screened.amir, "contact-screened")
    casework.withdraw_entry(screened.people["screener"], screening, at=LATER)
    assert bare.one("select seal from gt_shared_copy")["seal"] == ""


def test_who_does_not_see_an_entry_is_not_told_who_was_given_it(screened, bare):
    give(screened, bare)
    ids = [entry_of(bare, screened.amir, "contact-screened")]
    with casework.working(screened.people["manager"]), connection.cursor() as cursor:
        cursor.execute("select * from gt_given_to(%s)", [ids])
        assert cursor.fetchall() == [(screened.people["professional"],)]
    with casework.working(screened.people["social worker"]), connection.cursor() as cursor:
        cursor.execute("select * from gt_given_to(%s)", [ids])
        assert cursor.fetchall() == []
