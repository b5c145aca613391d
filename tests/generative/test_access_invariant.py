"""After any sequence of giving and taking away, each layer shows what the oracle says, at once.

SECURITY 2.5.6 and ASVS 8.3.2: a grant or a seat that ends has ended for the very next question.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
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
from goldenthread.records.person import Person
from goldenthread.records.postgresql.identity import acting
from tests.made import casework, layers
from tests.made.casework import NOW
from tests.oracle import answers

pytestmark = pytest.mark.postgresql

WHO = ("manager", "analyst", "lead")
DESKS = ("", "front-door", "another-desk")
SEALS = ("", "lado", "adoption")
# From when, in hours from now, and for how long: some are over, some have not begun.
TIMES = st.tuples(st.integers(min_value=-3, max_value=2), st.sampled_from([None, 1, 2, 4]))


class GivingAndTakingAway(RuleBasedStateMachine):
    """Rows, grants and seats of every kind, and a moment that moves.

    Each row is kept twice: as a draft, behind row security, and as a person, on whose table it has
    been switched off. So PostgreSQL is asked alone of the one and the application of the other.
    """

    owner: psycopg.Cursor
    people: casework.People
    scopes = Bundle("scopes")

    @initialize(target=scopes)
    def begin(self):
        for table in ("gt_draft", "gt_person", "gt_grant", "gt_desk_seat"):
            self.owner.execute(f"delete from {table}")
        self.at = NOW
        begun = [uuid4(), uuid4(), self.people["lead"]]
        for scope in begun:
            for desk, seal in (("", ""), ("front-door", ""), ("front-door", "lado"), ("", "lado")):
                self.keep_a_row(scope, desk, seal)
        return multiple(*begun)

    @rule(scope=scopes, desk=st.sampled_from(DESKS), seal=st.sampled_from(SEALS))
    def keep_a_row(self, scope: UUID, desk: str, seal: str):
        place = [scope, desk, seal]
        row_id = uuid4()
        self.owner.execute(
            "insert into gt_draft (id, account_id, instrument, instrument_version, typed, version,"
            " started_at, updated_at, scope, desk, seal)"
            " values (%s, %s, 'referral-form', 1, '{}', 1, %s, %s, %s, %s, %s)",
            [row_id, self.people["lead"], NOW, NOW, *place],
        )
        self.owner.execute(
            "insert into gt_person (id, kind, given_name, family_name, sex, ethnicity,"
            " scope, desk, seal) values (%s, 'child', '', '', 'U', '', %s, %s, %s)",
            [row_id, *place],
        )

    @rule(who=st.sampled_from(WHO), scope=scopes, seal=st.sampled_from(SEALS), time=TIMES)
    def give(self, who: str, scope: UUID, seal: str, time: tuple[int, int | None]):
        self.owner.execute(
            "insert into gt_grant"
            " (id, account_id, kind, level, scope, seal, source, starts_at, ends_at)"
            " values (%s, %s, 'access-list', 5, %s, %s, %s, %s, %s)",
            [uuid4(), self.people[who], scope, seal, str(uuid4()), *self.from_to(time)],
        )

    @rule(who=st.sampled_from(WHO), desk=st.sampled_from(DESKS[1:]), time=TIMES)
    def seat(self, who: str, desk: str, time: tuple[int, int | None]):
        # One cannot sit twice at one desk: then nothing has changed.
        with suppress(psycopg.errors.ExclusionViolation):
            self.owner.execute(
                "insert into gt_desk_seat (id, account_id, desk, starts_at, ends_at)"
                " values (%s, %s, %s, %s, %s)",
                [uuid4(), self.people[who], desk, *self.from_to(time)],
            )

    @rule(who=st.sampled_from(WHO))
    def take_every_grant_away(self, who: str):
        self.owner.execute(
            "update gt_grant set ends_at = %s where account_id = %s and starts_at <= %s"
            " and (ends_at is null or ends_at > %s)",
            [self.at, self.people[who], self.at, self.at],
        )

    @rule(who=st.sampled_from(WHO))
    def leave_every_desk(self, who: str):
        self.owner.execute("delete from gt_desk_seat where account_id = %s", [self.people[who]])

    @rule(scope=scopes, desk=st.sampled_from(DESKS), seal=st.sampled_from(SEALS))
    def move_and_seal(self, scope: UUID, desk: str, seal: str):
        for table in ("gt_draft", "gt_person"):
            self.owner.execute(
                f"update {table} set desk = %s, seal = %s where scope = %s", [desk, seal, scope]
            )

    @rule(hours=st.integers(min_value=1, max_value=5))
    def let_time_pass(self, hours: int):
        self.at += timedelta(hours=hours)

    def from_to(self, time: tuple[int, int | None]) -> tuple[datetime, datetime | None]:
        starts, lasts = time
        begins = self.at + timedelta(hours=starts)
        return begins, None if lasts is None else begins + timedelta(hours=lasts)

    @invariant()
    def each_layer_shows_what_the_oracle_says(self):
        for who in WHO:
            account_id = self.people[who]
            expected = answers.visible(
                self.owner, account_id=account_id, at=self.at, tables=["gt_draft"]
            )["gt_draft"]
            with acting(account_id, now=self.at, purpose="test"):
                viewer = viewers.of(Account.objects.get(pk=account_id), now=self.at)
                with connection.cursor() as cursor:
                    cursor.execute("select id from gt_draft")
                    assert {row_id for (row_id,) in cursor.fetchall()} == expected
                listed = rows.visible(viewer=viewer, rows=Person.objects.all())
                assert {row.pk for row in listed} == expected
                seen = (r for r in Person.objects.all() if rows.sees(viewer=viewer, record=r))
                assert {row.pk for row in seen} == expected


@pytest.fixture
def everybody(transactional_db, loader_cursor, owner_cursor, database) -> Iterator[None]:
    GivingAndTakingAway.owner = owner_cursor
    GivingAndTakingAway.people = casework.people(loader_cursor)
    with layers.without_row_security(database.owner, tables=["gt_person"]):
        yield
    del GivingAndTakingAway.owner, GivingAndTakingAway.people


@pytest.mark.parametrize("examples", [6, pytest.param(30, marks=pytest.mark.slow)])
def test_after_any_giving_and_taking_away_each_layer_agrees_with_the_oracle(everybody, examples):
    run_state_machine_as_test(
        GivingAndTakingAway,
        settings=settings(max_examples=examples, stateful_step_count=12, deadline=None),
    )
