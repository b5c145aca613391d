"""Actions in the story: two for Ellie that came from her neglect toolkit, and three of agencies.

Told last, about what is written already: one is late, one waits to be verified, one has lasted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.people import People
from goldenthread.kernel.calendar import LONDON

RUTH, LEANNE = "ruth.oldroyd@oxgarth.invalid", "leanne.brook@kelderby.invalid"
SHAZIA, MARTIN = "shazia.mahmood@kelderby.invalid", "martin.teale@kelderby.invalid"
NAMES = {
    RUTH: "Ruth Oldroyd",
    LEANNE: "Leanne Brook",
    SHAZIA: "Shazia Mahmood",
    MARTIN: "Martin Teale",
}
# The newest toolkit about a child, and whose it is.
TOOLKIT = """
select n.id, e.subject_person_id from gt_entry n join gt_episode e on e.id = n.episode_id
where n.step = 'neglect-toolkit-repeated' order by n.happened_at desc limit 1
"""
INSERT = """
insert into {table} ({columns}) values ({places})
"""
PROPOSED = datetime(2020, 3, 12, 15, 0, tzinfo=LONDON)


@dataclass(frozen=True, kw_only=True)
class _Told:
    """One action: whose it is, how it stands, and the moves that brought it there."""

    what: str
    why: str
    owner: str
    due_on: date
    state: str
    first_due_on: date | None = None
    of_ellie: bool = False
    origin: tuple[str, str] = ("other", "")
    measure: tuple[str, str, str] = ("", "", "")
    measured_on: date | None = None
    verified_by: str = ""
    moves: tuple[tuple[str, str, int, str], ...] = field(default=())


TOLD = (
    _Told(
        what="Visit Ellie's mother on a Monday morning and see what there is for breakfast",
        why="She is hungry after weekends, by two toolkits five months apart.",
        owner=LEANNE,
        due_on=date(2020, 4, 6),
        state="in-progress",
        of_ellie=True,
        measure=("Has Ellie eaten before school?", "Not on four Mondays of six", ""),
        moves=(
            ("accept", LEANNE, 12, ""),
            ("start", LEANNE, 16, "Rang her mother, who agreed to Monday 30 March."),
        ),
    ),
    _Told(
        what="Find a bed for Ellie at her father's",
        why="She sleeps on the sofa there, in October and still in March.",
        owner=LEANNE,
        due_on=date(2020, 3, 27),
        first_due_on=date(2020, 3, 20),
        state="accepted",
        of_ellie=True,
        moves=(
            ("accept", LEANNE, 12, ""),
            ("due", LEANNE, 19, "The fund answers only on Tuesdays."),
        ),
    ),
    _Told(
        what="Tell every class teacher how to ring the front door",
        why="Two concerns reached the front door a day late this winter.",
        owner=RUTH,
        due_on=date(2020, 3, 25),
        state="evidence-submitted",
        origin=("indicator", "contacts-received"),
        moves=(
            ("accept", RUTH, 12, ""),
            ("evidence", RUTH, 24, "Minutes of the staff meeting of 23 March; card in each room."),
        ),
    ),
    _Told(
        what="Say to each sender what became of their concern before the contact is closed",
        why="Senders told us that they hear nothing.",
        owner=MARTIN,
        due_on=date(2020, 3, 18),
        state="in-progress",
        origin=("indicator", "feedback-given"),
        moves=(("accept", MARTIN, 12, ""), ("start", MARTIN, 13, "Told the team on Friday.")),
    ),
    _Told(
        what="Keep one list of whom to ring at night",
        why="Two lists did not agree.",
        owner=MARTIN,
        due_on=date(2020, 3, 31),
        state="embedded",
        measure=("How many numbers on the list are right?", "7 of 12", "12 of 12"),
        measured_on=date(2020, 3, 30),
        verified_by=SHAZIA,
        moves=(
            ("accept", MARTIN, 12, ""),
            ("evidence", MARTIN, 17, "The list, on the wall and in the folder."),
            ("verify", SHAZIA, 18, "I rang every number."),
            ("embed", SHAZIA, 30, "Still right a fortnight later."),
            ("impact", SHAZIA, 30, "12 of 12"),
        ),
    ),
)


def write(cursor: psycopg.Cursor, *, people: People, seed: int) -> None:
    """Write the actions through the loader's cursor."""
    cursor.execute(TOOLKIT)
    toolkit = cursor.fetchone()
    chance = chances.of("actions", seed)
    for told in TOLD:
        if told.of_ellie and toolkit is None:
            continue
        table = "gt_child_action" if told.of_ellie else "gt_action"
        row = {"id": new_id(chance), **_row(told, people=people)}
        if told.of_ellie and toolkit is not None:
            entry, ellie = toolkit
            row |= {"origin_kind": "tool", "origin_id": entry, "person_id": ellie}
            row |= {"scope": ellie, "desk": "", "seal": ""}
        columns, places = ", ".join(row), ", ".join(["%s"] * len(row))
        cursor.execute(
            INSERT.format(table=table, columns=columns, places=places).encode(), list(row.values())
        )


def _row(told: _Told, *, people: People) -> dict[str, Any]:
    owner = people.account(told.owner)
    return {
        "origin_kind": told.origin[0],
        "origin_key": told.origin[1],
        "what": told.what,
        "why": told.why,
        "owner_agency_id": owner.agency_id,
        "owner_id": owner.account_id,
        "proposed_by_id": people.account(SHAZIA).account_id,
        "proposed_at": PROPOSED,
        "due_on": told.due_on,
        "first_due_on": told.first_due_on or told.due_on,
        "state": told.state,
        "at_risk": False,
        "verified_by_id": _account(told.verified_by, people),
        "measure": told.measure[0],
        "measure_before": told.measure[1],
        "measure_after": told.measure[2],
        "measured_on": told.measured_on,
        "moves": Jsonb(list(_moves(told, people=people))),
        "version": 1 + len(told.moves),
    }


def _account(email: str, people: People) -> UUID | None:
    return people.account(email).account_id if email else None


def _moves(told: _Told, *, people: People) -> Iterator[dict[str, str]]:
    for move, who, day, words in told.moves:
        by = people.account(who)
        at = datetime(2020, 3, day, 16, 5, tzinfo=LONDON)
        more = {"due_on": told.due_on.isoformat()} if move == "due" else {}
        yield {
            "move": move,
            "by": str(by.account_id),
            "name": NAMES[who],
            "at": at.isoformat(),
            "words": words,
            **more,
        }
