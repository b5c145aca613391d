"""An episode's head and clock runs worked out by hand from the bare tables.

The oracle of the projection: it shares no code with it but the legal calendar.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from goldenthread.kernel import calendar

STEPS = (
    "contact-received",
    "contact-acknowledged",
    "contact-screened",
    "contact-decided",
    "contact-outcome-told",
    "referral-opened",
    "referral-closed",
)
STATES = {
    "contact-received": "Waiting to be screened",
    "contact-screened": "Waiting for a decision",
    "contact-decided": "Waiting to tell the referrer",
    "contact-outcome-told": "Closed",
    "referral-opened": "Waiting for a social worker",
    "referral-closed": "Closed",
}
CLOCKS = {
    # clock: (start, stop, working days, steps after which there is nothing to wait for)
    "contact-acknowledgement": (
        "contact-received",
        "contact-acknowledged",
        1,
        "contact-outcome-told",
    ),
    "contact-decision": ("contact-received", "contact-decided", 1, None),
    "contact-outcome": ("contact-received", "contact-decided", 3, None),
    "contact-outcome-told": ("contact-decided", "contact-outcome-told", 3, None),
}
# Measured and never waited for: 24 hours to the decision.
COUNTED = "contact-outcome-in-24-hours"
HEAD = (
    "state", "last_step", "lane", "due_on", "due_at", "due_clock", "claimed_by_id", "claimed_at",
    "version", "closed_at",
)  # fmt: skip
DELEGATED = {"notification", "advice-request", "information-request"}


class Bare:
    """The tables as the owner reads them."""

    def __init__(self, owner_url: str) -> None:
        self.connection = psycopg.connect(owner_url, autocommit=True, row_factory=dict_row)

    def rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        return self.connection.execute(query, values).fetchall()

    def one(self, query: str, *values: object) -> dict[str, Any]:
        (row,) = self.rows(query, *values)
        return row


def head_and_runs(bare: Bare, episode_id: UUID) -> tuple[dict[str, Any], list[tuple]]:
    """Work out an episode's head and clock runs from nothing but its entries and its grants."""
    episode = bare.one("select * from gt_episode where id = %s", episode_id)
    every = {
        row["id"]: row
        for row in bare.rows("select * from gt_entry where episode_id = %s", episode_id)
    }
    # What is in quarantine alone: its rows count in every version, and so does each turn of it.
    alone = bare.rows("select * from gt_quarantine where entry_id is not null")
    away = {row["id"] for row in alone}
    turns = [row["decision"] == "released" for row in alone if row["episode_id"] == episode_id]
    superseded = {row["supersedes_id"] for row in every.values()}
    first = {}
    for entry_id, row in every.items():
        root = row
        while root["supersedes_id"]:
            root = every[root["supersedes_id"]]
        first[entry_id] = root
    current = sorted(
        (
            row
            for entry_id, row in every.items()
            if entry_id not in superseded and row["scope"] not in away
        ),
        key=lambda row: (first[row["id"]]["recorded_at"], STEPS.index(row["step"])),
    )
    by_step = {row["step"]: row for row in current}
    runs = _runs(by_step, known_until=max(row["recorded_at"] for row in current))
    waiting = sorted(
        (run[3], run[2], run[0]) for run in runs if run[4] is None and run[0] != COUNTED
    )
    closing = by_step.get("contact-outcome-told") or by_step.get("referral-closed")
    closed_at = first[closing["id"]]["recorded_at"] if closing else None
    claims = bare.rows(
        "select * from gt_grant where source = %s and scope = %s order by starts_at",
        f"claim:{episode_id}", episode["subject_person_id"],
    )  # fmt: skip
    held = [claim for claim in claims if claim["ends_at"] is None]
    head = {
        "state": next(STATES[row["step"]] for row in reversed(current) if row["step"] in STATES),
        "last_step": current[-1]["step"],
        "lane": _lane(bare, episode, by_step),
        "due_at": waiting[0][0] if waiting else None,
        "due_on": waiting[0][1] if waiting else None,
        "due_clock": waiting[0][2] if waiting else "",
        "claimed_by_id": held[0]["account_id"] if held else None,
        "claimed_at": held[0]["starts_at"] if held else None,
        "version": 1
        + len(every)
        + len(turns)
        + sum(turns)
        + sum(1 if c["ends_at"] is None else 2 for c in claims),
        "closed_at": closed_at,
    }
    return head, runs


def _runs(by_step: Mapping[str, dict], *, known_until: datetime) -> list[tuple]:
    found = [_within_24_hours(by_step)] if "contact-received" in by_step else []
    for clock, (start, stop, days, ends) in CLOCKS.items():
        if start not in by_step:
            continue
        started = by_step[start]["happened_at"]
        due_on = calendar.add_working_days(calendar.london_date(started), days)
        stops = [by_step[key]["happened_at"] for key in (stop, ends) if key in by_step]
        stopped = min(stops) if stops else None
        if stopped is None:
            status = "running"
        elif calendar.london_date(stopped) > due_on:
            status = "breached"
        else:
            ended_by = stop if stop in by_step and by_step[stop]["happened_at"] == stopped else ends
            status = "met" if ended_by == stop else "cancelled"
        found.append((clock, started, due_on, calendar.end_of_day(due_on), stopped, status))
    return sorted(found)


def _within_24_hours(by_step: Mapping[str, dict]) -> tuple:
    started = by_step["contact-received"]["happened_at"]
    due = started + timedelta(hours=24)
    stopped = by_step["contact-decided"]["happened_at"] if "contact-decided" in by_step else None
    status = "running" if stopped is None else "met" if stopped <= due else "breached"
    return (COUNTED, started, calendar.london_date(due), due, stopped, status)


def _lane(bare: Bare, episode: Mapping[str, Any], by_step: Mapping[str, dict]) -> str:
    if episode["pathway"] != "contact":
        return ""
    shared = bare.one("select answers from gt_occasion where id = %s", episode["occasion_id"])
    if shared["answers"]["in_danger_now"] == "yes":
        return "immediate"
    purpose = by_step.get("contact-screened", {}).get("answers", {}).get("purpose")
    if purpose == "early-help-request":
        return "early-help"
    return "advice" if purpose in DELEGATED else "concern"


def kept(bare: Bare, episode_id: UUID) -> tuple[dict[str, Any], list[tuple]]:
    """Return the head and clock runs as the product keeps them."""
    episode = bare.one("select * from gt_episode where id = %s", episode_id)
    runs = bare.rows("select * from gt_clock_run where episode_id = %s", episode_id)
    columns = ("clock", "started_at", "due_on", "due_at", "stopped_at", "status")
    return {name: episode[name] for name in HEAD}, sorted(
        tuple(run[name] for name in columns) for run in runs
    )


def assert_equals_kept(bare: Bare) -> None:
    """Hold every episode's kept head and runs to the rebuilt."""
    for row in bare.rows("select id from gt_episode"):
        assert kept(bare, row["id"]) == head_and_runs(bare, row["id"])
