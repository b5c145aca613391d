"""A sample loaded by COPY is the same story told through the actions, row for row.

Ids are drawn at random by the actions, so each is named by what it is of: the third child of an
occasion, the entry of a step, the mother of that child. Left aside are the trail and jobs.
"""

import re
from collections import Counter, defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest

from goldenthread.actions.demonstration import blocks, telling
from goldenthread.actions.demonstration.people import People
from goldenthread.content.front_door.outcome import OPENS_REFERRAL
from goldenthread.content.front_door.referral_outcome import NOTHING_FURTHER
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.sample import Sample
from tests.made import retelling

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

SCALE, SEED = 0.005, 1
EVERY, A_FEW = 12, 3
TABLES = (
    "gt_person",
    "gt_identifier",
    "gt_identification",
    "gt_household",
    "gt_relationship",
    "gt_household_member",
    "gt_address",
    "gt_enrolment",
    "gt_involvement",
    "gt_register_name",
    "gt_register_number",
    "gt_occasion",
    "gt_notification",
    "gt_episode",
    "gt_entry",
    "gt_clock_run",
    "gt_sample",
    "gt_grant",
    "gt_draft",
)
REFERENCE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def some_families(people: People) -> list[Any]:
    """Return some families of the years: every so many, and the first few of each outcome."""
    numbered = list(telling.numbered(scale=SCALE, seed=SEED))
    some, seen = list(numbered[::EVERY]), Counter()
    for each in numbered:
        told = telling.families([each], people=people, seed=SEED)
        outcomes = {_outcome(row) for row in told if isinstance(row, Entry)}
        again = sum(planned.referral for planned in each[2].occasions) > 1
        found = {*outcomes, "again" if again else "", "siblings" if each[2].size > 2 else ""}
        if any(seen[one] < A_FEW for one in found):
            seen.update(found)
            some.append(each)
    return list({each[0]: each for each in some}.values())


def _outcome(entry: Entry) -> str:
    return str(entry.answers.get("outcome") or entry.answers.get("referral_outcome") or "")


@pytest.fixture
def told_twice(database, transactional_db, monkeypatch) -> tuple[Any, Any]:
    """The rows of each table as the loader wrote them, and as the actions did."""
    people = People(scale=SCALE, seed=SEED)
    families = some_families(people)
    kept = retelling.watched(monkeypatch)
    rows = [
        *telling.morning(people=people, seed=SEED),
        *telling.families(families, people=people, seed=SEED),
    ]
    everybody = list(people.rows())
    with psycopg.connect(database.url("gt_loader"), autocommit=True) as connection:
        cursor = connection.cursor()
        blocks.copy(cursor, blocks.packed([*everybody, *rows]))
        loaded = _named(_all(cursor))
        database.empty()
        blocks.copy(cursor, blocks.packed(everybody))
        read = [row for row in rows if isinstance(row, Sample) and row.reviewed_at]
        typed = [row for row in rows if isinstance(row, Draft)]
        retelling.Retelling(
            kept, read=read, typed=typed, cursor=cursor, monkeypatch=monkeypatch
        ).tell()
        return loaded, _named(_all(cursor))


def test_what_is_loaded_is_what_the_actions_would_have_kept(told_twice):
    loaded, acted = told_twice
    _must_hold_one_of_everything(loaded)
    different = [
        _told(table, loaded[table] - acted[table], acted[table] - loaded[table])
        for table in TABLES
        if loaded[table] != acted[table]
    ]
    assert not different, "\n".join(different)


def _must_hold_one_of_everything(loaded: dict[str, Counter[Any]]) -> None:
    episodes = [dict(row) for row in loaded["gt_episode"]]
    said = " ".join(dict(row)["answers"] for row in loaded["gt_entry"])
    assert len(episodes) > 150
    assert {row["lane"] for row in episodes} >= {
        "immediate", "mash", "domestic-abuse", "concern", "early-help", "advice",
    }  # fmt: skip
    assert {row["pathway"] for row in episodes} == {"contact", "referral", "disagreement"}
    contacts = [row for row in episodes if row["pathway"] == "contact"]
    assert max(Counter(row["occasion_id"] for row in contacts).values()) >= 3
    referred = Counter(row["subject_person_id"] for row in episodes if row["pathway"] == "referral")
    assert max(referred.values()) > 1, "a child referred again"
    outcomes = (*OPENS_REFERRAL, "allocated-worker", "early-help", "no-further-action")
    for outcome in (*outcomes, NOTHING_FURTHER, "single-assessment"):
        assert f"'{outcome}'" in said, outcome
    assert len(loaded["gt_identification"]) > 20 and loaded["gt_sample"]
    assert any(dict(row)["why_corrected"] for row in loaded["gt_entry"])
    assert all(loaded[table] for table in TABLES), "of each table something is told"
    assert any(dict(row)["why_ended"] for row in loaded["gt_address"]), "and somebody has moved"


def _all(cursor: Any) -> dict[str, list[dict[str, Any]]]:
    return {table: list(retelling.seen(cursor, f"select * from {table}")) for table in TABLES}


def _named(tables: dict[str, list[dict[str, Any]]]) -> dict[str, Counter[Any]]:
    """Return each row with its ids called by what they are of."""
    called = _names(tables)
    return {
        table: Counter(tuple((key, _called(key, value, called)) for key, value in row.items())
                       for row in rows)
        for table, rows in tables.items()
    }  # fmt: skip


def _names(tables: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    called: dict[str, str] = {}
    for row in tables["gt_occasion"]:
        called[str(row["id"])] = f"occasion {row['submitted_at']} {row['agency_id']}"
    assert len(set(called.values())) == len(tables["gt_occasion"]), "each has a name of its own"
    by_id = {row["id"]: row for row in tables["gt_episode"]}
    for row in sorted(tables["gt_episode"], key=lambda each: each["opened_from_id"] is not None):
        _name_episode(row, by_id, called)
    for row in tables["gt_entry"]:
        step, of = row["step"], called[str(row["episode_id"])]
        called[str(row["id"])] = f"{step} of {of} at {row['recorded_at']}"
    for row in tables["gt_sample"]:
        called[str(row["id"])] = f"sample of {called[str(row['entry_id'])]}"
    _name_homes(tables, called)
    return called


def _name_homes(tables: dict[str, list[dict[str, Any]]], called: dict[str, str]) -> None:
    """Name mothers by their children, households by who lives there, statements by what is said."""
    children: dict[str, list[str]] = defaultdict(list)
    for row in tables["gt_relationship"]:
        if str(row["person_id"]) in called:
            children[str(row["other_id"])].append(called[str(row["person_id"])])
    called |= {adult: f"adult of {min(names)}" for adult, names in children.items()}
    lives: dict[str, list[str]] = defaultdict(list)
    for row in tables["gt_household_member"]:
        lives[str(row["household_id"])].append(called[str(row["person_id"])])
    called |= {there: f"household of {min(names)}" for there, names in lives.items()}
    for row in tables["gt_relationship"]:
        ends = sorted((called[str(row["person_id"])], called[str(row["other_id"])]))
        called[str(row["pair"])] = f"tie of {ends}"
    for row in tables["gt_address"]:
        of, ended = called[str(row["person_id"])], row["supersedes_id"] is not None
        called[str(row["id"])] = f"{row['lines']} as home of {of}, ended {ended}"
    for row in tables["gt_identifier"]:
        called[str(row["id"])] = f"{row['kind']} of {called[str(row['person_id'])]}"


def _name_episode(row: dict[str, Any], by_id: dict[UUID, Any], called: dict[str, str]) -> None:
    if row["opened_from_id"] is None:
        of = called[str(row["occasion_id"])]
        name = f"contact {row['reference'].rpartition('-')[2]} of {of}"
        called[str(row["subject_person_id"])] = f"child of {name}"
    else:
        name = f"{row['pathway']} from {called[str(row['opened_from_id'])]}"
    called[str(row["id"])] = name


def _called(key: str, value: Any, called: dict[str, str]) -> Any:
    if isinstance(value, UUID):
        # Whatever has no name of its own is told apart by the rest of its row.
        return called.get(str(value), "" if key == "id" else str(value))
    if key == "id":
        return ""  # numbered by the database
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (dict, list)):
        return repr(sorted(value.items()) if isinstance(value, dict) else value)
    if isinstance(value, str):
        value = AN_ID.sub(lambda found: called.get(found[0], found[0]), value)
        return REFERENCE.sub("REFERENCE", value) if key == "reference" else value
    return value


def _told(table: str, only_loaded: Counter[Any], only_acted: Counter[Any]) -> str:
    def shown(rows: Counter[Any]) -> str:
        return "\n".join(
            "  " + " | ".join(f"{k}={v}" for k, v in row if v not in ("", None, "[]", False))
            for row in sorted(rows, key=repr)[:6]
        )

    return (
        f"{table}: {sum(only_loaded.values())} only loaded, {sum(only_acted.values())} only acted\n"
        f"loaded:\n{shown(only_loaded)}\nacted:\n{shown(only_acted)}"
    )
