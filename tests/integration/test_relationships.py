"""Relationships: given with what begins them, gone with what ends them, and on the next request.

SECURITY 2.2 and 2.5.6, ASVS 8.3.2. Asked of the pages, and of the bare table with row security.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.urls import reverse

from goldenthread.access import grants
from goldenthread.actions import contacts, opening
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


@dataclass(frozen=True, kw_only=True)
class Case:
    """A referral about a child, and the team it may be allocated to."""

    people: casework.People
    referral: UUID
    child: UUID
    team: UUID


@pytest.fixture
def case(people, loader_cursor, home) -> Case:
    occasion = casework.send(people["lead"], "Amir")
    (contact,) = casework.contacts_of(occasion, people=people)
    casework.screen(people, contact)
    casework.decide(people, contact, casework.REFER)
    casework.tell(people, contact)
    team = uuid4()
    loader_cursor.execute(
        "insert into gt_team (id, agency_id, key, name)"
        " select %s, agency_id, 'assessment', 'Assessment' from gt_account where id = %s",
        [team, people["social worker"]],
    )
    for who in ("social worker", "team manager"):
        _join(loader_cursor, people[who], team)
    with casework.working(people["manager"]):
        referral = Episode.objects.get(pathway="referral")
        return Case(people=people, referral=referral.pk, child=referral.scope, team=team)


def _join(cursor, account_id: UUID, team: UUID | None) -> None:
    cursor.execute("update gt_account set team_id = %s where id = %s", [team, account_id])


def _colleague(cursor, case: Case) -> UUID:
    """Make another social worker of the team."""
    made = uuid4()
    cursor.execute(
        "insert into gt_account (id, email, full_name, job_title, role, agency_id, team_id,"
        " is_service, is_active, password) select %s, 'two@example.invalid', 'Second', '', role,"
        " agency_id, team_id, false, true, '!' from gt_account where id = %s",
        [made, case.people["social worker"]],
    )
    return made


def allocate(case: Case, to: UUID | None = None) -> None:
    with casework.working(case.people["manager"]) as by:
        contacts.hand_over(
            by=by,
            episode_id=case.referral,
            to=to or case.people["social worker"],
            why="Allocated",
            version=Episode.objects.get(pk=case.referral).version,
            at=NOW,
        )


def reads(account_id: UUID, child: UUID) -> int:
    """Return what the thread answers, and hold row security to the same."""
    answer = visit.signed_in(account_id).get(reverse("thread", args=[child])).status_code
    with casework.working(account_id), connection.cursor() as cursor:
        cursor.execute("select count(*) from gt_person where id = %s", [child])
        assert cursor.fetchone() == (int(answer == 200),)
    return int(answer)


def test_the_worker_their_team_and_its_manager_see_the_child_from_the_allocation(
    case, loader_cursor
):
    colleague = _colleague(loader_cursor, case)
    seers = (case.people["social worker"], colleague, case.people["team manager"])
    assert {reads(who, case.child) for who in seers} == {404}
    allocate(case)
    assert {reads(who, case.child) for who in seers} == {200}
    kinds = Grant.objects.filter(scope=case.child, ends_at__isnull=True)
    assert set(kinds.values_list("kind", "role")) == {
        ("allocated-worker", ""),
        ("team-cover", "social-worker"),
        ("line-manager", "social-work-team-manager"),
    }


def test_who_leaves_the_team_sees_it_no_more_on_the_next_request(case, loader_cursor):
    allocate(case)
    manager = case.people["team manager"]
    browser = visit.signed_in(manager)
    page = reverse("thread", args=[case.child])
    assert browser.get(page).status_code == 200
    _join(loader_cursor, manager, None)
    assert browser.get(page).status_code == 404
    _join(loader_cursor, manager, case.team)
    assert browser.get(page).status_code == 200


def test_a_grant_that_is_taken_away_is_gone_on_the_next_request(case):
    allocate(case)
    worker = visit.signed_in(case.people["social worker"])
    page = reverse("thread", args=[case.child])
    assert worker.get(page).status_code == 200
    with casework.working(case.people["manager"]):
        opening.let_go(episode=Episode.objects.get(pk=case.referral), at=NOW)
        Grant.objects.filter(kind="previous-worker").update(ends_at=NOW)
    assert worker.get(page).status_code == 404


@pytest.mark.parametrize(
    "change",
    ["role = 'analyst'", "agency_id = (select id from gt_agency where key = 'partnership')",
     "is_active = false"],
)  # fmt: skip
def test_who_leaves_an_agency_or_changes_role_holds_nothing_at_once(case, loader_cursor, change):
    allocate(case)
    for who in ("social worker", "screener"):
        loader_cursor.execute(f"update gt_account set {change} where id = %s", [case.people[who]])
        loader_cursor.execute(
            "select count(*) from gt_grant where account_id = %s and ends_at is null"
            " union all select count(*) from gt_desk_seat where account_id = %s"
            " and ends_at is null",
            [case.people[who]] * 2,
        )
        assert {row[0] for row in loader_cursor.fetchall()} == {0}, who


def test_who_changes_their_name_keeps_what_they_hold(case, loader_cursor):
    allocate(case)
    loader_cursor.execute(
        "update gt_account set full_name = 'Another' where id = %s", [case.people["social worker"]]
    )
    assert reads(case.people["social worker"], case.child) == 200


def test_a_previous_worker_reads_a_summary_for_thirty_days_and_then_nothing(case, loader_cursor):
    allocate(case)
    allocate(case, to=_colleague(loader_cursor, case))
    loader_cursor.execute(
        "select kind, level, ends_at from gt_grant where account_id = %s and scope = %s"
        " and (ends_at is null or ends_at > %s)",
        [case.people["social worker"], case.child, NOW],
    )
    ((kind, level, ends_at),) = loader_cursor.fetchall()
    assert (kind, level, ends_at) == ("previous-worker", 2, NOW + timedelta(days=30))
    # In the team still, they cover for whoever has it now; out of it, they were the worker.
    _join(loader_cursor, case.people["social worker"], None)
    for days, seen in ((0, 1), (29, 1), (30, 0)):
        at = NOW + timedelta(days=days)
        with casework.working(case.people["social worker"], at=at), connection.cursor() as cursor:
            cursor.execute("select count(*) from gt_person where id = %s", [case.child])
            assert cursor.fetchone() == (seen,), days


def test_when_the_case_closes_the_team_sees_it_no_more(case):
    allocate(case)
    with casework.working(case.people["manager"]):
        contact = Episode.objects.get(pathway="contact").pk
    casework.close_referral(case.people, contact)
    assert reads(case.people["team manager"], case.child) == 404


def test_what_is_given_when_built_again_is_what_is_given_now(case):
    """Rebuilt from who holds what, the grants of a claim are those that were given as it went."""
    allocate(case)

    def given() -> set[tuple]:
        rows = Grant.objects.filter(ends_at__isnull=True, source__regex="^(claim|team):")
        return set(rows.values_list("account", "team", "role", "kind", "level", "scope", "source"))

    before = given()
    with casework.working(case.people["manager"]):
        Grant.objects.filter(source__regex="^(claim|team):").update(ends_at=NOW)
    with casework.working(case.people["manager"]) as by:
        held = Episode.objects.get(pk=case.referral)
        opening.rebuilt(by=by, episode=held, at=NOW)
    assert given() == before != set()


def test_no_relationship_is_given_that_opens_nothing(case):
    with (
        casework.working(case.people["manager"]),
        pytest.raises(grants.OpensNothing, match="sees nothing by"),
    ):
        grants.give(
            account_id=case.people["analyst"], kind="allocated-worker", scope=case.child,
            source="test", at=NOW,
        )  # fmt: skip


def test_a_dip_sample_lasts_thirty_days_at_the_most(case):
    with casework.working(case.people["manager"]) as by:
        grants.give(
            account_id=by.account_id, kind="dip-sample", scope=case.child, source="s", at=NOW
        )
        grants.give(
            account_id=by.account_id, kind="dip-sample", scope=case.child, source="s", at=NOW
        )
        (given,) = Grant.objects.filter(source="s")
        assert given.ends_at == NOW + timedelta(days=30)
        assert grants.end(source="s", at=NOW + timedelta(days=2)) == 1
        assert grants.end(source="s", at=NOW + timedelta(days=3)) == 0
