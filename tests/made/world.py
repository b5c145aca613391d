"""A small world in which everybody who could be confused with somebody else is present.

Two schools, a front door, contacts at every stage, sealed copies of a whole record, and accounts
whose seats and grants have begun, ended, not begun, or are for another store. Who may see which row
of it is said by the oracle.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from goldenthread.actions import establish
from tests.made import casework
from tests.made.casework import NOW

LONG_AGO = NOW - timedelta(days=300)
SEAL = "restricted:one child"
KEPT_OUT = "kept from a child"
REGISTER = (
    "gt_person", "gt_identifier", "gt_person_name", "gt_address", "gt_relationship",
    "gt_household_member", "gt_identification", "gt_withdrawal", "gt_enrolment", "gt_involvement",
)  # fmt: skip

MEETINGS = (
    "gt_meeting", "gt_meeting_child", "gt_invitation", "gt_agency_report", "gt_meeting_decision",
    "gt_dissent", "gt_minutes",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class World:
    """The accounts by a plain name, and the contacts that the tests ask about."""

    accounts: Mapping[str, UUID]
    open_contact: UUID
    claimed_contact: UUID
    referred_contact: UUID
    closed_contact: UUID
    sealed_contact: UUID
    occasion: UUID
    other_occasion: UUID
    sealed_occasion: UUID
    draft: UUID
    other_draft: UUID
    person_of: Mapping[UUID, UUID]
    samples: tuple[UUID, ...]
    shares: tuple[UUID, ...]
    copies: tuple[UUID, ...]
    entries: tuple[UUID, ...]
    sealed: tuple[UUID, ...]
    quarantine: UUID
    upload: UUID


def build(cursor: Any) -> World:
    """Make the world through the product's doors; its seals and odd grants as the owner."""
    people = casework.people(cursor)
    occasion = casework.send(people["lead"], "Amir", "Zain")
    other_occasion = casework.send(people["other lead"], "Isla")
    waiting = casework.send(people["colleague"], "Noor")
    # The words of the child are entered anew as they were: here they name nobody.
    unnamed = {"children-0-child_words": "Canary: words that name nobody"}
    mistaken = casework.send(people["colleague"], "Wrongly", **unnamed)
    to_seal = casework.send(people["lead"], "Sealia")
    casework.acknowledge(occasion)
    amir, zain = casework.contacts_of(occasion, people=people)
    (isla,) = casework.contacts_of(other_occasion, people=people)
    (noor,) = casework.contacts_of(waiting, people=people)
    (hidden,) = casework.contacts_of(to_seal, people=people)
    casework.claim(people["screener"], zain)
    casework.screen(people, amir)
    casework.decide(people, amir, casework.REFER)
    casework.tell(people, amir)
    casework.claim(people["second screener"], isla)
    casework.screen(people, isla)
    casework.decide(people, isla, casework.NO_ACTION)
    casework.tell(people, isla)
    (wrong,) = casework.contacts_of(mistaken, people=people)
    casework.withdraw(people["manager"], wrong)
    person_of = _persons(cursor)
    fill(cursor)
    _seal(cursor, occasion_id=to_seal, person_id=person_of[hidden])
    restrict(cursor, those=SEAL)
    draft = casework.drafted(people["lead"], "Bexley")
    other_draft = casework.drafted(people["other lead"], "Corin")
    _seal_one_draft(cursor, account_id=people["colleague"])
    accounts = {**people, **_odd_ones(cursor, people=people, person_of=person_of, amir=amir)}
    _give(cursor, accounts["occasion only"], occasion)
    _give(cursor, accounts["child only"], person_of[noor])
    _grants_on_the_sealed(cursor, accounts=accounts, person_id=person_of[hidden], occasion=to_seal)
    return World(
        accounts=accounts,
        open_contact=noor,
        claimed_contact=zain,
        referred_contact=amir,
        closed_contact=isla,
        sealed_contact=hidden,
        occasion=occasion,
        other_occasion=other_occasion,
        sealed_occasion=to_seal,
        draft=draft,
        other_draft=other_draft,
        person_of=person_of,
        samples=_ids(cursor, "gt_sample"),
        shares=_ids(cursor, "gt_share"),
        copies=_ids(cursor, "gt_shared_copy"),
        entries=_entries_of(cursor),
        sealed=_ids(cursor, "gt_sealed_record"),
        quarantine=_quarantine_of(cursor),
        upload=_upload(cursor, account_id=people["analyst"]),
    )


def _persons(cursor: Any) -> dict[UUID, UUID]:
    cursor.execute("select id, subject_person_id from gt_episode")
    return dict(cursor.fetchall())


def _identifiers(cursor: Any) -> None:
    """Give every child an NHS number, held where the child is held."""
    cursor.execute(
        "insert into gt_identifier (id, person_id, kind, value, scope, desk, seal)"
        " select gen_random_uuid(), id, 'nhs', id::text, scope, desk, seal from gt_person"
    )


def _register(cursor: Any) -> None:
    """Say something of every child in each table of the register."""
    stated = "id, person_id, recorded_at, recorded_by_id, scope, desk, seal"
    cursor.execute(
        "insert into gt_practitioner (id, full_name, job_title, agency_id, phone, email)"
        " select gen_random_uuid(), 'A. Visitor', '', id, '', '' from gt_agency limit 1"
    )
    said = "gen_random_uuid(), id, %s, (select id from gt_account limit 1), scope, desk, seal"
    for table, columns, values in (
        ("gt_person_name", "kind, given_name, family_name", "'also-known-as', 'X', 'Y'"),
        ("gt_address", "kind, lines, postcode, is_safe", "'home', '1 High Street', '', false"),
        ("gt_relationship", "other_id, pair, kind, parental_responsibility",
         "id, gen_random_uuid(), 'sibling', false"),
        ("gt_identification", "decision, why", "'not-known', 'searched'"),
        ("gt_enrolment", "kind, name", "'school', 'Beck Lane'"),
        ("gt_involvement", "what, practitioner_id",
         "'Health visitor', (select id from gt_practitioner)"),
    ):  # fmt: skip
        cursor.execute(
            f"insert into {table} ({stated}, {columns}) select {said}, {values} from gt_person",
            [NOW],
        )
    cursor.execute("insert into gt_household (id, recorded_at) values (%s, %s)", [uuid4(), NOW])
    cursor.execute(
        f"insert into gt_household_member ({stated}, household_id)"
        f" select {said}, (select id from gt_household) from gt_person",
        [NOW],
    )


def fill(cursor: Any) -> None:
    """Put something in each table that what was sent leaves empty, held where it is held."""
    _identifiers(cursor)
    _register(cursor)
    _samples(cursor)
    _withdrawals(cursor)
    cursor.execute(
        "insert into gt_kept_apart (id, entry_id, home_desk, answers, scope, desk, seal)"
        " select gen_random_uuid(), id, desk, '{}', scope, desk, seal from gt_entry"
        " where step = 'contact-received'"
    )
    _guests(cursor)
    _look_report(cursor)
    _signal(cursor)
    _shares(cursor)
    _look_sample(cursor)
    _meetings(cursor)
    _actions(cursor)
    _exclusion(cursor)
    _break_glass(cursor)
    cursor.execute(
        "insert into gt_notification (id, agency_id, police_reference, occasion_id, fingerprint,"
        " version, received_at, changed_at, scope, desk, seal)"
        " select gen_random_uuid(), agency_id, reference, id, '', 1, submitted_at, submitted_at,"
        " scope, desk, seal from gt_occasion"
    )


def _withdrawals(cursor: Any) -> None:
    """Withdraw something from everybody, and hold one of them in quarantine."""
    cursor.execute(
        "insert into gt_withdrawal (id, person_id, happened_at, withdrawn_at, scope, desk, seal)"
        " select gen_random_uuid(), id, %s, %s, scope, desk, seal from gt_person",
        [NOW, NOW],
    )
    held = uuid4()
    cursor.execute(
        "insert into gt_quarantine (id, withdrawal_id, episode_id, entered_anew_id, why,"
        " withdrawn_by_id, withdrawn_at, held, decision, decided_why, scope, desk, seal)"
        " select %s, (select id from gt_withdrawal limit 1), e.id, e.id, 'made for a test',"
        " (select id from gt_account limit 1), %s, '[]', '', '', %s, 'privacy', 'quarantine'"
        " from gt_episode e limit 1",
        [held, NOW, held],
    )


def _look_report(cursor: Any) -> None:
    """Have somebody been told who looked at one of the children."""
    report = uuid4()
    cursor.execute(
        "insert into gt_look_report (id, person_id, asked_by, names, why, made_by_id, made_at,"
        " scope, desk, seal) select %s, p.id, 'made for a test', false, '',"
        " (select id from gt_account limit 1), %s, %s, 'privacy', '' from gt_person p limit 1",
        [report, NOW, report],
    )


def _signal(cursor: Any) -> None:
    """Have a look noticed that somebody should be asked about."""
    signal = uuid4()
    cursor.execute(
        "insert into gt_signal (id, kind, account_id, person_id, day, seen, usual, raised_at,"
        " outcome, why, scope, desk, seal) select %s, 'closed-case', (select id from gt_account"
        " where not is_service limit 1), p.id, %s, 1, 0, %s, '', '', %s, 'privacy', ''"
        " from gt_person p limit 1",
        [signal, NOW.date(), NOW, signal],
    )


def _exclusion(cursor: Any) -> None:
    """Have a screener who was once kept from one of the children and is no more."""
    cursor.execute(
        "select a.id, p.id from gt_account a, gt_person p where a.role = 'front-door-screener'"
        " order by p.given_name <> 'Isla', a.email, p.id limit 1"
    )
    account_id, person_id = cursor.fetchone()
    _exclude(cursor, account_id, person_id, starts=LONG_AGO, ends=NOW)


def _break_glass(cursor: Any) -> None:
    """Have the glass broken for an hour that is long over, and waiting to be looked into."""
    glass = uuid4()
    cursor.execute(
        "insert into gt_break_glass (id, account_id, person_id, category, why, opened_at, ends_at,"
        " scope, desk, seal) select %s, a.id, p.id, 'here', 'made for a test', %s, %s, %s,"
        " 'privacy', '' from gt_account a, gt_person p where a.role = 'front-door-screener'"
        " order by p.given_name <> 'Isla', a.email, p.id limit 1",
        [glass, LONG_AGO, LONG_AGO + timedelta(minutes=60), glass],
    )


def _exclude(
    cursor: Any, account_id: UUID, person_id: UUID, *, starts: Any, ends: Any = None
) -> None:
    exclusion = uuid4()
    cursor.execute(
        "insert into gt_exclusion (id, account_id, person_id, kind, household, starts_at, ends_at,"
        " scope, desk, seal) values (%s, %s, %s, 'neighbour', false, %s, %s, %s, 'exclusions', '')",
        [exclusion, account_id, person_id, starts, ends, exclusion],
    )


def _look_sample(cursor: Any) -> None:
    """Have a look of a screener's drawn for the manager to read, and one nobody manages."""
    manager = "(select id from gt_account where role = 'front-door-manager' order by id limit 1)"
    for scope in (manager, "gen_random_uuid()"):
        cursor.execute(
            "insert into gt_look_sample (id, week, trail_id, account_id, verb, person_ids,"
            " looked_at, drawn_at, view, words, scope, desk, seal) select gen_random_uuid(), %s,"
            " gen_random_uuid(), a.id, 'queue.read', '{}', %s, %s, '', '',"
            f" {scope}, 'privacy', '' from gt_account a where a.role = 'front-door-screener'"
            " limit 1",
            [NOW.date(), NOW, NOW],
        )


def _guests(cursor: Any) -> None:
    """Have somebody without an account behind everything sent, held where it is held."""
    cursor.execute(
        "insert into gt_guest (id, full_name, job_title, agency_id, agency_words, agency_kind,"
        " email, telephone, came_by, started_at, scope, desk, seal)"
        " select gen_random_uuid(), 'X', 'Y', agency_id, '', 'school', reference || '@x.invalid',"
        " '1', 'http://x.invalid/', submitted_at, scope, desk, seal from gt_occasion"
    )


def restrict(cursor: Any, *, those: str) -> None:
    """Restrict every record whose seal is this, have it looked up, and have it asked about.

    It is sealed besides, with an access list, so that those tables have rows of it too.
    """
    account = "(select id from gt_account order by email limit 1)"
    cursor.execute(
        "insert into gt_restriction (id, person_id, custodian_id, telephone, why,"
        " restricted_by_id, restricted_at, scope, desk, seal)"
        f" select gen_random_uuid(), id, {account}, '1', 'X', {account}, %s, scope, desk, %s"
        " from gt_person where seal = %s",
        [NOW, SEAL, those],
    )
    cursor.execute(
        "insert into gt_restricted_look (id, restriction_id, account_id, at, scope, desk, seal)"
        " select gen_random_uuid(), id, custodian_id, %s, custodian_id, '', ''"
        " from gt_restriction",
        [NOW],
    )
    cursor.execute(
        "insert into gt_second_person (id, act, about, why, seen, asked_by_id, asked_at,"
        " scope, desk, seal) select gen_random_uuid(), 'un-restrict', id, 'X', '{}',"
        " custodian_id, %s, scope, desk, seal from gt_restriction",
        [NOW],
    )
    cursor.execute(
        "insert into gt_sealed_record (id, store, about, person_id, custodian_id, why,"
        " sealed_by_id, sealed_at, scope, desk, seal) select gen_random_uuid(), 'restricted',"
        f" given_name, id, {account}, 'X', {account}, %s, scope, desk, %s"
        " from gt_person where seal = %s",
        [NOW, SEAL, those],
    )
    cursor.execute(
        "insert into gt_access_name (id, sealed_id, account_id, added_by_id, added_at, scope, desk,"
        " seal) select gen_random_uuid(), id, custodian_id, custodian_id, %s, scope, desk, seal"
        " from gt_sealed_record",
        [NOW],
    )


def _shares(cursor: Any) -> None:
    """Tell somebody something of everybody, the copy held where the child is held."""
    cursor.execute(
        "insert into gt_share (id, person_id, decision, form, form_version, answers, items, digest,"
        " to_id, by_id, at, expires_at, recalled_why, scope, desk, seal)"
        " select gen_random_uuid(), p.id, 'given', 'sharing', 1, '{}', '[]', 'x', a.id, a.id,"
        " %s, %s, '', p.scope, p.desk, p.seal"
        " from gt_person p, (select id from gt_account order by email limit 1) a",
        [NOW, NOW + timedelta(days=90)],
    )
    cursor.execute(
        "insert into gt_shared_copy (id, share_id, person_id, to_id, told, items, digest, at,"
        " expires_at, scope, desk, seal)"
        " select gen_random_uuid(), s.id, s.person_id, s.to_id, jsonb_build_object('child',"
        " p.given_name, 'born', '', 'by', 'X', 'agency', 'Y', 'purpose', 'Z'), '[]', 'x', s.at,"
        " s.expires_at, s.scope, s.desk, s.seal"
        " from gt_share s join gt_person p on p.id = s.person_id"
    )


def _actions(cursor: Any) -> None:
    """Have something to be done for everybody, held where the child is held, and by an agency."""
    said = (
        "origin_kind, origin_key, what, why, owner_agency_id, proposed_by_id, proposed_at, due_on,"
        " first_due_on, state, at_risk, measure, measure_before, measure_after, moves, version"
    )
    values = (
        "'other', '', 'Canary: do it', 'X', (select id from gt_agency limit 1),"
        " (select id from gt_account order by email limit 1), %s, %s, %s, 'proposed', false, '',"
        " '', '', '[]', 1"
    )
    cursor.execute(
        f"insert into gt_child_action (id, person_id, scope, desk, seal, {said})"
        f" select gen_random_uuid(), id, scope, desk, seal, {values} from gt_person",
        [NOW, NOW.date(), NOW.date()],
    )
    cursor.execute(
        f"insert into gt_action (id, {said}) select gen_random_uuid(), {values}",
        [NOW, NOW.date(), NOW.date()],
    )


def _meetings(cursor: Any) -> None:
    """Have met about everybody, with all that a meeting holds, held where the child is held."""
    account = "(select id from gt_account order by email limit 1)"
    cursor.execute(
        "insert into gt_meeting (id, kind, title, place, planned_at, held_at, state, why,"
        " chair_id, called_by_id, called_at, version, scope, desk, seal)"
        " select p.id, 'core-group', '', 'A room', %s, %s, 'held', '',"
        f" {account}, {account}, %s, 1, p.scope, p.desk, p.seal from gt_person p",
        [NOW, NOW, NOW],
    )
    cursor.execute(
        "insert into gt_meeting_child (id, meeting_id, person_id, given_name, family_name, scope,"
        " desk, seal) select p.id, p.id, p.id, p.given_name, p.family_name, p.scope, p.desk, p.seal"
        " from gt_person p"
    )
    cursor.execute(
        "insert into gt_invitation (id, meeting_id, agency_kind, who, children, invited_by_id,"
        " invited_at, in_time, scope, desk, seal) select p.id, p.id, '', 'X', array[p.id],"
        f" {account}, %s, true, p.scope, p.desk, p.seal from gt_person p",
        [NOW],
    )
    for table, columns, values in (
        ("gt_agency_report", "invitation_id, child_id, form, form_version, answers",
         "p.id, p.id, 'conference-report', 1, '{}'"),
        ("gt_meeting_decision", "meeting_id, child_id, form, form_version, answers",
         "p.id, p.id, 'core-group-form', 1, '{}'"),
        ("gt_dissent", "decision_id, invitation_id, words", "p.id, p.id, 'X'"),
        ("gt_minutes", "meeting_id, child_id, words", "p.id, p.id, 'X'"),
    ):  # fmt: skip
        cursor.execute(
            f"insert into {table} (id, by_id, at, scope, desk, seal, {columns})"
            f" select p.id, {account}, %s, p.scope, p.desk, p.seal, {values} from gt_person p",
            [NOW],
        )


def _ids(cursor: Any, table: str) -> tuple[UUID, ...]:
    cursor.execute(f"select id from {table} order by id")
    return tuple(row[0] for row in cursor.fetchall())


def _samples(cursor: Any) -> None:
    """Draw a sample of everything received, held where what it was drawn from is held."""
    cursor.execute(
        "insert into gt_sample (id, duty, entry_id, episode_id, reference, person_scope,"
        " decided_by_id, drawn_at, view, words, scope, desk, seal)"
        " select gen_random_uuid(), 'contact-decision', n.id, n.episode_id, 'C', e.scope, n.by_id,"
        " n.recorded_at, '', '', e.scope, n.desk, n.seal"
        " from gt_entry n join gt_episode e on e.id = n.episode_id"
        " where n.step = 'contact-received'"
    )


def _upload(cursor: Any, *, account_id: UUID) -> UUID:
    """Have an analyst give a file that has not been read yet."""
    upload_id = uuid4()
    cursor.execute(
        "insert into gt_upload (id, account_id, uploaded_at, state, files, reading, percent,"
        " snapshot, says, scope, desk, seal)"
        " values (%s, %s, %s, 'waiting', '[]', '', 0, '', '', %s, '', '')",
        [upload_id, account_id, NOW, account_id],
    )
    return upload_id


def _entries_of(cursor: Any) -> tuple[UUID, ...]:
    cursor.execute(
        "select id from gt_entry where step = 'contact-screened' or seal <> '' order by id"
    )
    return tuple(row[0] for row in cursor.fetchall())


def _quarantine_of(cursor: Any) -> UUID:
    cursor.execute("select id from gt_quarantine where why like 'Canary%'")
    (found,) = cursor.fetchone()
    return UUID(str(found))


def _seal(cursor: Any, *, occasion_id: UUID, person_id: UUID) -> None:
    """Seal a whole record; PostgreSQL stops even this being done to an entry in place."""
    cursor.execute("set session_replication_role = replica")
    for table in (
        *REGISTER,
        "gt_episode",
        "gt_entry",
        "gt_clock_run",
        "gt_sample",
        "gt_kept_apart",
        "gt_share",
        "gt_child_action",
        "gt_shared_copy",
        *MEETINGS,
    ):
        cursor.execute(f"update {table} set seal = %s where scope = %s", [SEAL, person_id])
    for table in ("gt_occasion", "gt_entry", "gt_notification", "gt_kept_apart", "gt_guest"):
        cursor.execute(f"update {table} set seal = %s where scope = %s", [SEAL, occasion_id])
    cursor.execute("set session_replication_role = origin")


def _seal_one_draft(cursor: Any, *, account_id: UUID) -> None:
    sealed = casework.drafted(account_id, "Deneb")
    cursor.execute("update gt_draft set seal = %s where id = %s", [SEAL, sealed])


def _odd_ones(
    cursor: Any, *, people: Mapping[str, UUID], person_of: Mapping[UUID, UUID], amir: UUID
) -> dict[str, UUID]:
    """Make accounts whose relationship is partial, over, not begun, or of another kind."""
    cursor.execute("select agency_id from gt_account where id = %s", [people["manager"]])
    (council,) = cursor.fetchone()
    made = {}
    for who in (
        "left the desk", "not yet at the desk", "child only", "occasion only", "grant over",
        "grant to come", "inside the seal", "seal over", "another seal", "seal and desk", "nobody",
        KEPT_OUT,
    ):  # fmt: skip
        made[who] = establish.account(
            cursor,
            email=f"{who.replace(' ', '.')}@example.invalid",
            full_name=who.capitalize(),
            job_title="",
            role="front-door-manager",
            agency_id=council,
            password="!",
            at=LONG_AGO,
        )
        if who not in ("seal and desk", KEPT_OUT):
            cursor.execute("delete from gt_desk_seat where account_id = %s", [made[who]])
    _sit(cursor, made["left the desk"], starts=LONG_AGO, ends=NOW)
    _sit(cursor, made["not yet at the desk"], starts=NOW + timedelta(seconds=1))
    child = person_of[amir]
    _exclude(cursor, made[KEPT_OUT], child, starts=LONG_AGO)
    _give(cursor, made[KEPT_OUT], child)
    _give(cursor, made["child only"], child)
    _give(cursor, made["grant over"], child, ends=NOW)
    _give(cursor, made["grant to come"], child, starts=NOW + timedelta(seconds=1))
    return made


def _grants_on_the_sealed(
    cursor: Any, *, accounts: Mapping[str, UUID], person_id: UUID, occasion: UUID
) -> None:
    for scope in (person_id, occasion):
        _give(cursor, accounts["inside the seal"], scope, seal=SEAL)
        _give(cursor, accounts["seal over"], scope, seal=SEAL, ends=NOW)
        _give(cursor, accounts["seal over"], scope)
        _give(cursor, accounts["another seal"], scope, seal="adopted:another")
        _give(cursor, accounts["child only"], scope)
    # Holds the store's seal and the desk, and no grant on this child.
    _give(cursor, accounts["seal and desk"], uuid4(), seal=SEAL)


def _sit(cursor: Any, account_id: UUID, *, starts: Any, ends: Any = None) -> None:
    cursor.execute(
        "insert into gt_desk_seat (id, account_id, desk, starts_at, ends_at)"
        " values (%s, %s, 'front-door', %s, %s)",
        [uuid4(), account_id, starts, ends],
    )


def _give(
    cursor: Any,
    account_id: UUID,
    scope: UUID,
    *,
    seal: str = "",
    starts: Any = LONG_AGO,
    ends: Any = None,
) -> None:
    cursor.execute(
        "insert into gt_grant"
        " (id, account_id, kind, level, scope, seal, source, starts_at, ends_at)"
        " values (%s, %s, %s, %s, %s, %s, 'made for a test', %s, %s)",
        [
            uuid4(),
            account_id,
            "access-list" if seal else "contact-holder",
            5 if seal else 4,
            scope,
            seal,
            starts,
            ends,
        ],
    )
