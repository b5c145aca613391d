"""Who sees which row: by row security alone, by the application alone, and by both.

DESIGN section 7; SECURITY P1 and 2.5. The oracle is a second implementation over the bare tables.
"""

from collections.abc import Callable
from contextlib import nullcontext
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from goldenthread.access import rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import contacts, corrections, entries, projection
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import episode, queue, referrals, thread
from goldenthread.records.entry import Entry
from tests.made import casework, layers, world
from tests.made.casework import NOW
from tests.oracle import answers as oracle

pytestmark = pytest.mark.postgresql

Answer = dict[str, set]
HIDDEN = "denied: no-relationship, hidden: True"


@pytest.fixture(scope="module")
def expected(made, database) -> dict[str, Answer]:
    """What each account may see, by the oracle."""
    with psycopg.connect(database.owner) as owner:
        cursor = owner.cursor()
        return {
            who: oracle.visible(cursor, account_id=account_id, at=NOW)
            for who, account_id in made.accounts.items()
        }


def by_raw_sql(made: world.World, who: str) -> Answer:
    """What row security alone shows: no model, no manager, no filter."""
    seen = {}
    with casework.working(made.accounts[who]), connection.cursor() as cursor:
        for table in layers.TABLES:
            cursor.execute(f"select id from {table}")
            seen[table] = {row_id for (row_id,) in cursor.fetchall()}
    return seen


def by_the_application(made: world.World, who: str) -> Answer:
    """What `access.rows` shows, asked for a list and asked of each row."""
    seen = {}
    with casework.working(made.accounts[who]) as viewer:
        for model in layers.MODELS:
            listed = rows.visible(viewer=viewer, rows=model.objects.all())
            seen[model._meta.db_table] = {row.pk for row in listed}
            one_by_one = {
                row.pk for row in model.objects.all() if rows.sees(viewer=viewer, record=row)
            }
            assert one_by_one == seen[model._meta.db_table], model.__name__
    return seen


def everybody(ask: Callable[[world.World, str], Answer], made: world.World) -> dict[str, Answer]:
    return {who: ask(made, who) for who in made.accounts}


def test_the_world_is_worth_asking_about(made, expected):
    """Each table has rows, and kinds of account differ in what they see."""
    everything = {
        table: set().union(*(each[table] for each in expected.values())) for table in layers.TABLES
    }
    assert [table for table, ids in everything.items() if not ids] == []
    sizes = {who: sum(len(ids) for ids in each.values()) for who, each in expected.items()}
    assert sizes["analyst"] == 1, "what they uploaded"
    for who in ("administrator", "nobody", "left the desk", "grant over", "seal over"):
        assert sizes[who] == 0 or who == "seal over", who
    assert sizes["not yet at the desk"] == sizes["grant to come"] == sizes["another seal"] == 0
    assert sizes["lead"] != sizes["other lead"] != 0
    assert sizes["seal and desk"] > sizes["manager"] > sizes["child only"] > 0
    assert sizes["inside the seal"] > 0
    assert 0 < sizes[world.KEPT_OUT] < sizes["manager"]


def test_row_security_alone(made, expected):
    assert everybody(by_raw_sql, made) == expected


def test_the_application_alone(made, expected, database):
    with layers.without_row_security(database.owner):
        assert len(by_raw_sql(made, "nobody")["gt_entry"]) > 0, "row security is still on"
        assert everybody(by_the_application, made) == expected


def test_both_together(made, expected):
    assert everybody(by_the_application, made) == expected


def test_sealed_rows_are_seen_only_with_a_grant_of_that_seal(made, database):
    with psycopg.connect(database.owner) as owner:
        sealed = {
            row_id
            for table in layers.TABLES
            for (row_id,) in owner.execute(
                f"select id from {table} where seal <> ''"  # our own table names
            )
        }
    insiders = set()
    for who in made.accounts:
        seen = set().union(*by_raw_sql(made, who).values())
        if seen & sealed:
            insiders.add(who)
    assert len(sealed) >= 7
    assert insiders == {"inside the seal", "seal and desk", "privacy officer"}


QUESTIONS = {
    "queue": lambda viewer, made: queue.waiting(viewer=viewer, now=NOW),
    "thread": lambda viewer, made: [
        _answer(thread.of, viewer=viewer, person_id=person_id, now=NOW)
        for person_id in sorted(made.person_of.values())
    ],
    "episode": lambda viewer, made: [
        _answer(episode.one, viewer=viewer, episode_id=episode_id, now=NOW)
        for episode_id in sorted(made.person_of)
    ],
    "followed": lambda viewer, made: [
        _answer(referrals.one, viewer=viewer, occasion_id=occasion_id)
        for occasion_id in (made.occasion, made.other_occasion, made.sealed_occasion)
    ],
    "mine": lambda viewer, made: referrals.mine(viewer=viewer),
    "drafts": lambda viewer, made: referrals.drafts(viewer=viewer),
    "draft": lambda viewer, made: [
        _answer(referrals.draft, viewer=viewer, draft_id=draft_id)
        for draft_id in (made.draft, made.other_draft)
    ],
}


def _answer(ask: Callable, **asked: object) -> str:
    try:
        return repr(ask(**asked))
    except Denied as denied:
        return f"denied: {denied.reason}, hidden: {denied.hidden}"


def answers(made: world.World) -> dict[tuple[str, str], str]:
    """Every query as every account, in words that can be compared."""
    found = {}
    for who, account_id in made.accounts.items():
        with casework.working(account_id) as viewer:
            for name, ask in QUESTIONS.items():
                found[who, name] = str(_answer(ask, viewer=viewer, made=made))
    return found


def test_every_query_answers_the_same_whichever_layer_is_off(made, database):
    both = answers(made)
    with layers.without_the_application():
        row_security_alone = answers(made)
    with layers.without_row_security(database.owner):
        application_alone = answers(made)
    assert row_security_alone == both
    assert application_alone == both


class Undone(Exception):
    """Raised at the end of an attempt, so that the next one finds the world as it was."""


def _attempt(do: Callable, made: world.World, who: str, contact: UUID) -> str:
    """Say how an action ends, and undo it."""
    try:
        with casework.working(made.accounts[who]) as by:
            do(by, contact)
            raise Undone
    except Undone:
        return "done"
    except Denied as denied:
        return f"denied: {denied.reason}, hidden: {denied.hidden}"
    except (Conflict, Refused, projection.PartialView) as refusal:
        return f"{type(refusal).__name__}: {refusal}"


def _screen(by: Viewer, contact: UUID) -> None:
    entries.record(by=by, step="contact-screened", on=contact, answers=casework.SCREENED, at=NOW)


def _correct(by: Viewer, contact: UUID) -> None:
    found = Entry.objects.filter(episode_id=contact, step="contact-screened").first()
    entry_id = found.pk if found else contact
    corrections.correct(by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW)


def _claim(by: Viewer, contact: UUID) -> None:
    contacts.claim(by=by, episode_id=contact, version=2, at=NOW)


def attempts(made: world.World) -> dict[tuple[str, str, str], str]:
    """Every write, by those who could be confused with who may, on a contact at every stage."""
    return {
        (who, place, do.__name__): _attempt(do, made, who, getattr(made, place))
        for who in (
            "manager", "child only", "occasion only", "left the desk", "lead", "seal and desk",
            "inside the seal", "analyst", world.KEPT_OUT,
        )
        for place in (
            "open_contact", "claimed_contact", "referred_contact", "closed_contact",
            "sealed_contact",
        )
        for do in (_screen, _correct, _claim)
    }  # fmt: skip


def test_every_action_ends_the_same_whichever_layer_is_off(made, database):
    both = attempts(made)
    with layers.without_the_application():
        row_security_alone = attempts(made)
    with layers.without_row_security(database.owner):
        application_alone = attempts(made)
    assert both["manager", "open_contact", "_screen"] == "done"
    assert both["manager", "sealed_contact", "_screen"] == HIDDEN
    assert both["seal and desk", "sealed_contact", "_screen"] == "done"
    assert both["left the desk", "open_contact", "_claim"] == HIDDEN
    assert both["lead", "open_contact", "_screen"] == "denied: role-may-not, hidden: False"
    assert row_security_alone == both
    assert application_alone == both


@pytest.mark.parametrize("layer", ["both", "row security alone", "application alone"])
def test_an_analyst_and_an_administrator_are_told_nothing_by_any_query(made, database, layer):
    off = {
        "both": nullcontext(),
        "row security alone": layers.without_the_application(),
        "application alone": layers.without_row_security(database.owner),
    }[layer]
    with off:
        for who in ("analyst", "administrator"):
            for name, ask in QUESTIONS.items():
                with casework.working(made.accounts[who]) as viewer:
                    told = _answer(ask, viewer=viewer, made=made)
                assert "role-may-not" in told and "Akhtar" not in told, (who, name)
                assert "Canary" not in told


def test_a_referrer_is_told_the_words_written_for_them_and_nothing_else(made, database):
    for off in (nullcontext(), layers.without_row_security(database.owner)):
        with off, casework.working(made.accounts["lead"]) as viewer:
            told = repr(referrals.one(viewer=viewer, occasion_id=made.occasion))
            assert "Canary: the words for the referrer" in told
            assert "Canary: the worry" in told
            assert "screened" not in told and "rationale" not in told
            other = _answer(referrals.one, viewer=viewer, occasion_id=made.other_occasion)
            assert other == HIDDEN


def test_a_referrer_sees_no_head_no_clock_and_no_person_in_the_bare_tables(made):
    seen = by_raw_sql(made, "lead")
    assert seen["gt_episode"] == seen["gt_clock_run"] == seen["gt_person"] == set()
    assert seen["gt_identifier"] == set()
    with casework.working(made.accounts["lead"]), connection.cursor() as cursor:
        cursor.execute("select distinct step from gt_entry order by 1")
        steps = [step for (step,) in cursor.fetchall()]
        cursor.execute("select string_agg(answers::text, ' ') from gt_entry")
        (words,) = cursor.fetchone()
    assert steps == ["contact-acknowledged", "contact-outcome-told", "contact-received"]
    assert "rationale" not in words and "Canary: screened" not in words
