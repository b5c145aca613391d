"""After any sequence of giving and taking away, each layer shows what the oracle says, at once.

SECURITY 2.5.6 and ASVS 8.3.2: a grant or a seat that ends has ended for the very next question.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)  # fmt: skip

from goldenthread.access import rows
from goldenthread.access import viewer as viewers
from goldenthread.records.account import Account
from goldenthread.records.draft import Draft
from goldenthread.records.postgresql.identity import acting
from tests.made import casework, world
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

WHO = ("manager", "analyst", "lead")
DESKS = ("", "front-door", "another-desk")
SEALS = ("", "lado", "adoption")
HOURS = st.integers(min_value=-3, max_value=3)


class GivingAndTakingAway(RuleBasedStateMachine):
    """Rows of every kind, grants and seats of every kind, and a moment that moves.

    Drafts stand for every protected table: the policies are one text, and another test holds them
    to it table by table.
    """

    owner: psycopg.Cursor
    people: casework.People
    scopes = Bundle("scopes")

    @initialize(target=scopes)
    def begin(self):
        for table in ("gt_draft", "gt_grant", "gt_desk_seat"):
            self.owner.execute(f"delete from {table}")
        self.at = NOW
        self.desks = dict.fromkeys(WHO, ())
        return multiple(uuid4(), uuid4(), *(self.people[who] for who in WHO))

    @rule(scope=scopes, desk=st.sampled_from(DESKS), seal=st.sampled_from(SEALS))
    def keep_a_row(self, scope: UUID, desk: str, seal: str):
        self.owner.execute(
            "insert into gt_draft (id, account_id, instrument, instrument_version, typed, version,"
            " started_at, updated_at, scope, desk, seal)"
            " values (%s, %s, 'referral-form', 1, '{}', 1, %s, %s, %s, %s, %s)",
            [uuid4(), self.people["lead"], NOW, NOW, scope, desk, seal],
        )

    @rule(
        who=st.sampled_from(WHO), scope=scopes, seal=st.sampled_from(SEALS), starts=HOURS,
        lasts=st.sampled_from([None, 1, 2, 4]),
    )  # fmt: skip
    def give(self, who: str, scope: UUID, seal: str, starts: int, lasts: int | None):
        begins = self.at + timedelta(hours=starts)
        ends = None if lasts is None else begins + timedelta(hours=lasts)
        self.owner.execute(
            "insert into gt_grant (id, account_id, scope, seal, source, starts_at, ends_at)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            [uuid4(), self.people[who], scope, seal, str(uuid4()), begins, ends],
        )

    @rule(who=st.sampled_from(WHO))
    def take_every_grant_away(self, who: str):
        self.owner.execute(
            "update gt_grant set ends_at = %s where account_id = %s and starts_at <= %s"
            " and (ends_at is null or ends_at > %s)",
            [self.at, self.people[who], self.at, self.at],
        )

    @rule(
        who=st.sampled_from(WHO), desk=st.sampled_from(DESKS[1:]), starts=HOURS,
        lasts=st.sampled_from([None, 1, 3]),
    )  # fmt: skip
    def seat(self, who: str, desk: str, starts: int, lasts: int | None):
        begins = self.at + timedelta(hours=starts)
        ends = None if lasts is None else begins + timedelta(hours=lasts)
        # One cannot sit twice at one desk: then nothing has changed.
        with suppress(psycopg.errors.ExclusionViolation):
            self.owner.execute(
                "insert into gt_desk_seat (id, account_id, desk, starts_at, ends_at)"
                " values (%s, %s, %s, %s, %s)",
                [uuid4(), self.people[who], desk, begins, ends],
            )

    @rule(who=st.sampled_from(WHO))
    def leave_every_desk(self, who: str):
        self.owner.execute("delete from gt_desk_seat where account_id = %s", [self.people[who]])

    @rule(scope=scopes, desk=st.sampled_from(DESKS), seal=st.sampled_from(SEALS))
    def move_and_seal(self, scope: UUID, desk: str, seal: str):
        self.owner.execute(
            "update gt_draft set desk = %s, seal = %s where scope = %s", [desk, seal, scope]
        )

    @rule(hours=st.integers(min_value=1, max_value=5))
    def let_time_pass(self, hours: int):
        self.at += timedelta(hours=hours)

    @invariant()
    def each_layer_shows_what_the_oracle_says(self):
        for who in WHO:
            account_id = self.people[who]
            expected = world.oracle(
                self.owner, account_id=account_id, at=self.at, tables=["gt_draft"]
            )["gt_draft"]
            with acting(account_id, now=self.at, purpose="test"):
                viewer = viewers.of(Account.objects.get(pk=account_id), now=self.at)
                with connection.cursor() as cursor:
                    cursor.execute("select id from gt_draft")
                    assert {row_id for (row_id,) in cursor.fetchall()} == expected
                every = self.every_row()
                assert {row.pk for row in every if rows.sees(viewer=viewer, record=row)} == expected
                listed = rows.visible(viewer=viewer, rows=Draft.objects.all())
                assert {row.pk for row in listed} == expected

    def every_row(self) -> list[Draft]:
        """Read every row past row security, so that the application is asked about each."""
        self.owner.execute("select id, scope, desk, seal from gt_draft")
        return [
            Draft(id=row_id, scope=scope, desk=desk, seal=seal)
            for row_id, scope, desk, seal in self.owner.fetchall()
        ]


@pytest.fixture
def everybody(transactional_db, loader_cursor, owner_cursor) -> Iterator[None]:
    GivingAndTakingAway.owner = owner_cursor
    GivingAndTakingAway.people = casework.people(loader_cursor)
    yield
    del GivingAndTakingAway.owner, GivingAndTakingAway.people


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.slow)])
def test_after_any_giving_and_taking_away_each_layer_agrees_with_the_oracle(everybody, examples):
    run_state_machine_as_test(
        GivingAndTakingAway,
        settings=settings(max_examples=examples, stateful_step_count=12, deadline=None),
    )
