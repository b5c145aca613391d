"""The head and the clock runs of an episode, rebuilt by hand from entries and grants.

DESIGN section 6: projections are rebuildable, and the rebuilt equals the incremental. The oracle
reads the bare tables and shares no code with `actions.projection` but the legal calendar.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from goldenthread.access.decision import Denied
from goldenthread.actions import contacts, corrections, entries, projection
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, rebuilt
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


REFUSALS = (Denied, Conflict, Refused)
DOINGS = {
    "acknowledge": lambda p, c, at: casework.acknowledge(_occasion(c), at=at),
    "screen as a concern": lambda p, c, at: casework.screen(p, c, at=at),
    "screen as advice": lambda p, c, at: casework.screen(p, c, at=at, purpose="advice-request"),
    "refer": lambda p, c, at: casework.decide(p, c, casework.REFER, at=at),
    "advise": lambda p, c, at: casework.decide(p, c, casework.ADVISE, at=at),
    "tell": lambda p, c, at: casework.tell(p, c, at=at),
    "close the referral": lambda p, c, at: casework.close_referral(p, c, at=at),
    "screener claims": lambda p, c, at: casework.claim(p["screener"], c, at=at),
    "manager claims": lambda p, c, at: casework.claim(p["manager"], c, at=at),
    "screener hands back": lambda p, c, at: _hand_back(p["screener"], c, at=at),
    "manager hands back": lambda p, c, at: _hand_back(p["manager"], c, at=at),
    "correct the screening": lambda p, c, at: _correct(p, c, "contact-screened", at=at),
    "correct the decision": lambda p, c, at: _correct(p, c, "contact-decided", at=at),
    "correct the letter": lambda p, c, at: _correct(p, c, "contact-outcome-told", at=at),
}
CORRECTED = {
    "contact-screened": {**casework.SCREENED, "purpose": "early-help-request"},
    "contact-decided": {**casework.ADVISE, "rationale": "Put right"},
    "contact-outcome-told": {**casework.LETTER, "told_by": "telephone"},
}


def _occasion(episode_id: UUID) -> UUID:
    return OCCASIONS[episode_id]


OCCASIONS: dict[UUID, UUID] = {}


def _hand_back(account_id: UUID, episode_id: UUID, *, at: datetime) -> None:
    with casework.working(account_id, at=at) as by:
        contacts.hand_back(by=by, episode_id=episode_id, at=at)


def _correct(people: casework.People, episode_id: UUID, step: str, *, at: datetime) -> None:
    with casework.working(people["manager"], at=at) as by:
        found = Entry.objects.filter(episode_id=episode_id, step=step, superseded_by=None).first()
        corrections.correct(
            by=by,
            entry_id=found.pk if found else uuid4(),
            answers=CORRECTED[step],
            why="It was wrong",
            at=at,
        )


def _sent(people: casework.People) -> UUID:
    occasion_id = casework.send(people["lead"], "Amir")
    (contact,) = casework.contacts_of(occasion_id, people=people)
    OCCASIONS[contact] = occasion_id
    return contact


def _do(people: casework.People, contact: UUID, doing: str, *, at: datetime) -> bool:
    """Do one thing; whether it was allowed."""
    try:
        DOINGS[doing](people, contact, at)
    except (*REFUSALS, Episode.DoesNotExist):
        return False
    return True


walks = st.lists(
    st.tuples(st.sampled_from(sorted(DOINGS)), st.sampled_from([0, 1, 20, 80])), max_size=10
)
THROUGH = [
    ("acknowledge", 0), ("screener claims", 1), ("screen as a concern", 1), ("refer", 20),
    ("correct the screening", 1), ("tell", 1), ("correct the letter", 20),
    ("close the referral", 1),
]  # fmt: skip


@example(walk=THROUGH)
@example(walk=[(doing, 0) for doing, _ in THROUGH])
@example(walk=[("screen as a concern", 0), ("advise", 1), ("correct the screening", 1)])
@example(walk=[("screen as advice", 0), ("manager claims", 1), ("advise", 1), ("tell", 80)])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(walk=walks)
def test_after_any_walk_the_rebuilt_equals_the_kept(people, bare, walk):
    contact, at = _sent(people), NOW
    for doing, hours in walk:
        at += timedelta(hours=hours)
        _do(people, contact, doing, at=at)
    rebuilt.assert_equals_kept(bare)


def test_every_step_of_a_whole_journey_keeps_what_is_rebuilt(people, bare):
    contact, at = _sent(people), NOW
    for doing, hours in THROUGH:
        at += timedelta(hours=hours)
        assert _do(people, contact, doing, at=at), doing
        rebuilt.assert_equals_kept(bare)


def test_correcting_an_earlier_step_does_not_put_a_decision_back(people, bare):
    contact = _sent(people)
    for hours, doing in enumerate(("screen as a concern", "advise", "correct the screening")):
        assert _do(people, contact, doing, at=NOW + timedelta(hours=hours))
    head, _ = rebuilt.kept(bare, contact)
    assert (head["state"], head["last_step"]) == ("Waiting to tell the referrer", "contact-decided")
    assert head["lane"] == "early-help"


def test_things_recorded_in_the_same_instant_stand_in_the_order_of_the_pathway(people, bare):
    """A demonstration's clock stops at the end of its day: then every instant is the same."""
    for _ in range(4):
        contact = _sent(people)
        for doing in ("acknowledge", "screen as a concern", "refer", "tell"):
            assert _do(people, contact, doing, at=NOW)
        head, _ = rebuilt.kept(bare, contact)
        assert (head["state"], head["last_step"]) == ("Closed", "contact-outcome-told")


def test_a_closed_contact_is_nobodys_and_cannot_be_taken(people, bare):
    contact = _sent(people)
    for doing in ("manager claims", "screen as a concern", "refer", "tell"):
        assert _do(people, contact, doing, at=NOW)
    head, _ = rebuilt.kept(bare, contact)
    assert head["claimed_by_id"] is None and head["claimed_at"] is None
    with casework.working(people["manager"]) as by, pytest.raises(Conflict, match="closed"):
        contacts.claim(by=by, episode_id=contact, version=head["version"], at=NOW)


def _sees_the_child_only(loader_cursor, people, bare, contact: UUID) -> UUID:
    """Take the screener off the desk and give them the child: some entries are out of sight."""
    child = bare.one("select subject_person_id from gt_episode where id = %s", contact)
    loader_cursor.execute("delete from gt_desk_seat where account_id = %s", [people["screener"]])
    loader_cursor.execute(
        "insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)"
        " values (gen_random_uuid(), %s, 'contact-holder', 4, %s, '', 'made for a test', %s)",
        [people["screener"], child["subject_person_id"], NOW - timedelta(days=1)],
    )
    return people["screener"]


CHANGING = {
    "screen": lambda by, contact, version: entries.record(
        by=by, step="contact-screened", on=contact, answers=casework.SCREENED, at=NOW
    ),
    "claim": lambda by, contact, version: contacts.claim(
        by=by, episode_id=contact, version=version, at=NOW
    ),
    "hand back": lambda by, contact, version: contacts.hand_back(by=by, episode_id=contact, at=NOW),
    "keep": lambda by, contact, version: projection.keep(episode=Episode.objects.get(pk=contact)),
}


@pytest.mark.parametrize("acknowledged", [False, True])
@pytest.mark.parametrize("doing", list(CHANGING))
def test_who_sees_only_some_entries_cannot_forget_the_others(
    people, bare, loader_cursor, doing, acknowledged
):
    contact = _sent(people)
    if acknowledged:
        casework.acknowledge(OCCASIONS[contact])
    if doing == "hand back":
        casework.claim(people["screener"], contact)
        loader_cursor.execute("delete from gt_grant where scope = %s", [OCCASIONS[contact]])
    who = _sees_the_child_only(loader_cursor, people, bare, contact)
    before = rebuilt.kept(bare, contact)
    with casework.working(who):
        assert not Entry.objects.filter(episode_id=contact).exists()
    with pytest.raises(projection.PartialView), casework.working(who) as by:
        CHANGING[doing](by, contact, before[0]["version"])
    assert rebuilt.kept(bare, contact) == before


def test_the_clock_runs_say_why_they_stopped(people, bare):
    """Answered before it was acknowledged: nothing was left to acknowledge."""
    contact, at = _sent(people), NOW
    for doing in ("screen as advice", "advise", "tell"):
        at += timedelta(hours=1)
        assert _do(people, contact, doing, at=at)
    _, runs = rebuilt.kept(bare, contact)
    assert {run[0]: run[5] for run in runs} == {
        "contact-acknowledgement": "cancelled",
        "contact-decision": "met",
        "contact-outcome": "met",
        "contact-outcome-in-24-hours": "met",
        "contact-outcome-told": "met",
    }
