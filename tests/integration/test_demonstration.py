"""The demonstration in a database: what is loaded is what the product would have kept."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from goldenthread.access import services, viewer
from goldenthread.access.viewer import Viewer
from goldenthread.actions import contacts, demonstration, entries, projection
from goldenthread.actions.demonstration import cast, place, plan, story, today
from goldenthread.content.front_door import guest_sender
from goldenthread.insight import signs
from goldenthread.queries import demonstration as who
from goldenthread.queries import (
    disagreements,
    known,
    mash,
    my_children,
    night,
    queue,
    referrals,
    samples,
    thread,
)
from goldenthread.records.account import Account
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from goldenthread.records.postgresql import address, stamp
from goldenthread.records.postgresql.identity import acting

pytestmark = pytest.mark.postgresql

SCALE = 0.005
NOW = place.MORNING


def load(database, home: Path, **asked: Any) -> demonstration.Loaded:
    asked = {"scale": SCALE, "seed": 1, **asked}
    return demonstration.load(url=database.url("gt_loader"), home=home, **asked)


@pytest.fixture
def loaded(database, transactional_db, home) -> demonstration.Loaded:
    # Set-up made the services already, as it does everywhere.
    return load(database, home)


def signed_in(email: str) -> Iterator[Viewer]:
    account = Account.objects.get(email=email)
    with acting(account.pk, now=NOW, purpose="a test"):
        yield viewer.of(account, now=NOW)


@pytest.fixture
def ruth(loaded) -> Iterator[Viewer]:
    yield from signed_in(story.RUTH)


@pytest.fixture
def leanne(loaded) -> Iterator[Viewer]:
    yield from signed_in(story.LEANNE)


@pytest.fixture
def shazia(loaded) -> Iterator[Viewer]:
    yield from signed_in(story.SHAZIA)


def test_it_is_loaded_once_and_then_left_alone(database, loaded, home, owner_cursor):
    assert (loaded.contacts, loaded.referrals, loaded.children) == (709, 217, 170)
    assert loaded.waiting == 66 and not loaded.already
    before = _table_sizes(owner_cursor)

    again = load(database, home)

    assert again == demonstration.Loaded(**{**vars(loaded), "already": True})
    assert _table_sizes(owner_cursor) == before
    assert len(list((home / "dataset" / "snapshots").iterdir())) == 2


@pytest.mark.parametrize("other", [{"seed": 2}, {"scale": 0.006}])
def test_another_story_is_refused_where_one_is_told(database, loaded, home, other):
    with pytest.raises(demonstration.Refused, match="name another folder in GOLDENTHREAD_HOME"):
        load(database, home, **other)


def test_a_database_with_people_of_its_own_is_refused(database, people, home):
    with pytest.raises(demonstration.Refused, match="holds other people already"):
        load(database, home)


def test_a_live_database_is_refused(database, transactional_db, home, monkeypatch, owner_cursor):
    live = stamp.Stamp(kind=stamp.LIVE, at=NOW)
    monkeypatch.setattr(stamp, "read", lambda cursor: live)

    with pytest.raises(demonstration.Refused, match="This database is live"):
        load(database, home)

    owner_cursor.execute("select count(*) from gt_agency where key <> %s", [guest_sender.ANOTHER])
    assert owner_cursor.fetchone() == (0,)


@pytest.mark.parametrize("scale", [0, 0.001, 11, float("nan")])
def test_a_scale_out_of_range_is_refused(database, transactional_db, home, scale):
    with pytest.raises(demonstration.Refused, match=r"from 0\.005 to 10"):
        load(database, home, scale=scale)


def test_a_failure_half_way_leaves_nothing(
    database, transactional_db, home, monkeypatch, owner_cursor
):
    def breaks(**_: object) -> Iterator[Any]:
        raise RuntimeError("broken")
        yield

    monkeypatch.setattr(today, "of", breaks)
    with pytest.raises(RuntimeError, match="broken"):
        load(database, home)

    owner_cursor.execute("select count(*) from gt_agency where key <> %s", [guest_sender.ANOTHER])
    assert owner_cursor.fetchone() == (0,)


def test_heads_and_clock_runs_are_those_the_projection_keeps(loaded, as_loader):
    """Episodes projected anew from their entries and grants, by the product's own projection.

    Every one that is open, and a fourth of those that are over.
    """
    service = services.account_id("correspondence")
    with acting(service, now=NOW, purpose="project anew"):
        episodes = list(Episode.objects.select_related("occasion"))
        kinds = Counter(episode.pathway for episode in episodes)
        assert (kinds["contact"], kinds["referral"]) == (loaded.contacts, loaded.referrals)
        assert kinds["disagreement"] == 1
        for episode in [each for each in episodes if each.desk or each.pk.int % 4 == 0]:
            before = _head_and_runs(episode.pk)
            projection.keep(episode=episode)
            assert _head_and_runs(episode.pk) == before


def test_what_is_over_is_off_the_desk_and_what_is_open_is_on_it(loaded, owner_cursor):
    owner_cursor.execute(
        "select count(*) from gt_episode e where (e.desk <> '') <> (e.closed_at is null or exists ("
        " select 1 from gt_episode o where o.opened_from_id = e.id and o.desk <> ''"
        " and o.pathway <> 'disagreement')) and e.pathway = any(%s)",
        [["contact", "referral", "disagreement"]],
    )
    assert owner_cursor.fetchone() == (0,)
    for table in ("gt_entry", "gt_clock_run"):
        owner_cursor.execute(
            f"select count(*) from {table} r join gt_episode e on e.id = r.episode_id"
            " where r.desk <> e.desk"
        )
        assert owner_cursor.fetchone() == (0,)
    for table, of in (("gt_person", "subject_person_id"), ("gt_occasion", "occasion_id")):
        owner_cursor.execute(
            f"select count(*) from {table} t where (t.desk <> '') <> exists ("
            f" select 1 from gt_episode e where e.{of} = t.id and e.desk <> '')"
            " and to_jsonb(t) ->> 'kind' <> 'adult'"
        )
        assert owner_cursor.fetchone() == (0,)
    owner_cursor.execute(
        "select count(*), count(*) filter (where a.desk = '' or not exists ("
        " select 1 from gt_relationship r join gt_person c on c.id = r.person_id"
        " where r.other_id = a.id and c.desk = a.desk)) from gt_person a where a.kind = 'adult'"
    )
    adults, wrong = owner_cursor.fetchone()
    assert adults > 10 and wrong == 0
    owner_cursor.execute(
        "select count(*) from gt_identifier i join gt_person p on p.id = i.person_id"
        " where i.desk <> p.desk or i.scope <> p.scope"
    )
    assert owner_cursor.fetchone() == (0,)


def test_a_claim_ends_with_what_was_claimed(loaded, owner_cursor):
    owner_cursor.execute(
        "select count(*), count(*) filter (where (g.ends_at is null) <> (e.closed_at is null))"
        " from gt_grant g join gt_episode e on g.source = 'claim:' || e.id"
    )
    claims, wrong = owner_cursor.fetchone()
    assert claims > 100 and wrong == 0


def test_everybody_of_the_cast_may_be_signed_in_as_and_nobody_else(loaded):
    assert {actor.name for group in who.groups() for actor in group.actors} == {
        person.full_name for person in cast.CAST
    }
    assert not any(account.has_usable_password() for account in Account.objects.all())


def test_the_queue_holds_one_of_everything_that_can_be_in_it(shazia):
    found = queue.waiting(viewer=shazia, now=NOW)

    more = queue.waiting(viewer=shazia, now=NOW, page=2)
    rows = (*found.pinned, *found.rows, *more.rows)
    assert found.waiting == len(rows) == 66
    assert found.overdue >= 8
    words = Counter(row.due.words.split(" by ")[0] for row in rows)
    assert words["Due today"] >= 15 and words["Due next working day"] >= 5
    assert {row.lane for row in rows} == {
        "immediate",
        "mash",
        "domestic-abuse",
        "concern",
        "early-help",
        "advice",
    }
    assert {row.state for row in rows} == {
        "Waiting to be screened",
        "Waiting for a decision",
        "Waiting to tell the referrer",
        "Waiting for police and social work",
        "Waiting for the joint decision",
        "With the MASH",
    }
    assert {bool(row.claimed_by) for row in rows} == {True, False}
    assert max(row.siblings for row in rows) == 2
    assert len({row.agency for row in rows}) >= 6
    dues = [row.due.at for row in found.rows]
    assert dues == sorted(dues)


def test_a_referrer_finds_answers_some_still_waiting_and_a_form_begun(ruth):
    sent = referrals.mine(viewer=ruth)
    states = Counter(each.state for each in sent)

    assert states["Answered"] >= 3
    assert states["Received: the front door is deciding"] >= 3
    assert all(child.told for each in sent if each.state == "Answered" for child in each.children)
    (begun,) = referrals.drafts(viewer=ruth)
    assert begun.children == ("Teddy",)


def test_the_thread_reads_differently_as_it_was_known_before_it_was_put_right(leanne):
    ellie = _ellie()
    before = thread.of(viewer=leanne, person_id=ellie, now=NOW, known_on=date(2020, 3, 10))
    after = thread.of(viewer=leanne, person_id=ellie, now=NOW, known_on=date(2020, 3, 11))

    assert "lives at home and works nights" in _screened(before)
    assert "moved out" not in _screened(before)
    assert "moved out in the first week of January" in _screened(after)
    (put_right,) = [entry for entry in after.entries if entry.corrected]
    assert put_right.why_corrected.startswith("I wrote that their father lives at home.")


def test_the_thread_runs_over_months_two_schools_and_a_referral(leanne):
    told = thread.of(viewer=leanne, person_id=_ellie(), now=NOW)

    assert (told.entries[0].happened_on, told.entries[-1].happened_on) == (
        date(2019, 10, 10),
        date(2020, 3, 31),
    )
    assert [each.title for each in told.episodes].count("Contact") == 3
    assert [each.title for each in told.episodes].count("Referral to children's social care") == 1
    received = [entry for entry in told.entries if entry.step == "contact-received"]
    assert len(received) == 3 and len({entry.agency for entry in received}) == 2


def test_claiming_gives_what_was_said_before_as_well(shazia, leanne):
    """The loaded claim and a claim made through the product open the same thread."""
    ellie = _ellie()
    (open_one,) = Episode.objects.filter(
        subject_person__same_as=ellie, pathway="contact", closed_at__isnull=True
    )
    as_loaded = [e.entry_id for e in thread.of(viewer=leanne, person_id=ellie, now=NOW).entries]
    at = NOW + timedelta(minutes=1)
    contacts.hand_back(by=leanne, episode_id=open_one.pk, at=at)
    open_one.refresh_from_db()
    with acting(shazia.account_id, now=at, purpose="claim"):
        contacts.claim(by=shazia, episode_id=open_one.pk, version=open_one.version, at=at)
        as_claimed = thread.of(viewer=shazia, person_id=ellie, now=at).entries
    assert [entry.entry_id for entry in as_claimed] == as_loaded


def test_work_goes_on_from_what_was_loaded(shazia):
    row = next(
        row
        for row in queue.waiting(viewer=shazia, now=NOW).rows
        if row.state == "Waiting for a decision" and not row.claimed_by
    )
    answers = {"outcome": "early-help", "rationale": "Agreed with the family this morning."}

    entries.record(
        by=shazia,
        step="contact-decided",
        on=row.episode_id,
        answers=answers,
        version=row.version,
        at=NOW + timedelta(minutes=5),
    )

    assert Episode.objects.get(pk=row.episode_id).state == "Waiting to tell the referrer"


def test_vital_signs_are_live_with_comparators_beside_them(loaded, home):
    found = {row.indicator.id: row for row in signs.rows(home=home, period="2019-20")}

    wanted = plan.totals(SCALE)[2020]
    assert found["IND-RF-01"].value == wanted.referrals == 50
    assert found["IND-FD-01"].value == wanted.contacts == 160
    again, nothing = found["IND-RF-05"].observation, found["IND-RF-03"].observation
    assert (again.numerator, again.denominator) == (wanted.again, wanted.referrals)
    assert (nothing.numerator, nothing.denominator) == (wanted.nothing, wanted.referrals)
    assert found["IND-FD-04"].observation.denominator > 100
    rate = found["IND-RF-02"]
    assert 690 < rate.value < 710, "a small place has the rate of the city it is a part of"
    assert all(each.value is not None for each in rate.comparators)


@pytest.fixture
def as_loader(database, transactional_db) -> Iterator[None]:
    """Let Django sign in as the loader, which sees every row, for one test."""
    from django.db import connections

    default = connections["default"]
    served_as = {**default.settings_dict}
    default.close()
    default.settings_dict.update(address.for_django(database.url("gt_loader")))
    yield
    default.close()
    default.settings_dict.update(served_as)


HEAD = [name if name != "claimed_by" else "claimed_by_id" for name in projection.HEAD]
RUN = ("clock", "started_at", "start_precision", "due_on", "due_at", "stopped_at", "status", "desk")


def _head_and_runs(episode_id: UUID) -> tuple[Any, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(HEAD)} from gt_episode where id = %s", [episode_id])
        head = cursor.fetchone()
        cursor.execute(
            f"select {', '.join(RUN)} from gt_clock_run where episode_id = %s order by 1, 2",
            [episode_id],
        )
        return head, cursor.fetchall()


def _ellie() -> UUID:
    person: UUID = Person.objects.get(given_name="Ellie", family_name="Marsden", same_as=None).pk
    return person


def _screened(told: thread.Thread) -> str:
    said = [entry for entry in told.entries if entry.step == "contact-screened"]
    newest = SimpleNamespace(answers={each.asked: each.answer for each in said[-1].said})
    return newest.answers["What do we know, and what matters most?"]


def _table_sizes(cursor: Any) -> dict[str, int]:
    sizes = {}
    for table in ("gt_account", "gt_person", "gt_episode", "gt_entry", "gt_clock_run", "gt_grant"):
        cursor.execute(f"select count(*) from {table}")
        sizes[table] = cursor.fetchone()[0]
    return sizes


def test_each_desk_has_what_it_is_there_for(loaded, owner_cursor, shazia):
    owner_cursor.execute(
        "select lane, count(*) from gt_episode where pathway = 'contact' and closed_at is null"
        " group by lane"
    )
    lanes = dict(owner_cursor.fetchall())
    assert lanes["mash"] == 6 and lanes["domestic-abuse"] == 8
    waiting = queue.waiting(viewer=shazia, now=NOW, only=queue.Only(lane="mash")).rows
    enquiries = {
        row.episode_id: mash.enquiry(viewer=shazia, episode_id=row.episode_id) for row in waiting
    }
    assert {each.priority for each in enquiries.values()} == {"Red", "Amber", "Green"}
    standings = {said.standing for each in enquiries.values() for said in each.contributions}
    assert standings == {"Given", "Declined"}
    late = [enquiries[row.episode_id] for row in waiting if row.due.at < NOW]
    assert any("Health" in each.waiting_for for each in late)
    assert disagreements.to_answer(viewer=shazia, now=NOW)
    drawn = samples.drawn(viewer=shazia)
    waiting_to_be_read = [each for each in drawn if not each.view]
    assert waiting_to_be_read and len(drawn) > len(waiting_to_be_read)
    assert all(NOW - each.drawn_at < timedelta(days=10) for each in waiting_to_be_read)
    assert all(each.reviewed_by != each.decided_by for each in drawn)
    tonight = night.sheet(viewer=shazia, now=NOW)
    assert any(each.watch_for for each in tonight) and not all(each.held_by for each in tonight)


def test_a_social_worker_finds_new_contacts_on_the_cases_they_hold(loaded):
    owen = signed_in("owen.hartley@kelderby.invalid")
    cases = my_children.mine(viewer=next(owen), now=NOW)
    owen.close()

    assert {case.child for case in cases} == {"Archie Bland", "Niamh Farrell"}
    # What was passed on to him. Two more are in, and nobody has said yet who they are about.
    (passed,) = (each for case in cases for each in case.came_in)
    assert passed.title == "Contact"


def test_what_is_known_is_said_in_the_queue(shazia):
    rows = [*queue.waiting(viewer=shazia, now=NOW).rows]
    rows += queue.waiting(viewer=shazia, now=NOW, page=2).rows
    told = known.flags(viewer=shazia, person_ids=[row.person_id for row in rows], now=NOW)
    said = told.values()

    assert any(each.same_child for each in said)
    assert any(each.earlier for each in said)
    assert any(each.open_holder == "Owen Hartley" for each in said)
