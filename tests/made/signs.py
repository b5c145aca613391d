"""Numbers made for a test of signs: published ones, a return's, and those of records."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from goldenthread.insight import dataset
from goldenthread.insight.dataset import Snapshot
from tests.made import dataset as made
from tests.made import published
from tests.made.cin import Child, Referral

ENGLAND = published.ENGLAND


def files() -> dict[str, str]:
    """Published numbers of Bradford, four of its neighbours and England, for two years.

    Of a third year there is Bradford's number alone, and nobody's children.
    """
    return {
        "referrals_csv": published.referrals(
            [
                *_both("380", "9934", "8734"),
                *_both("354", "100", "90"),
                *_both("353", "200", "c"),
                *_both("889", "x", "10"),
                *_both("350", "300", "30"),
                *_both(ENGLAND, "642980", "650930"),
                ("380", 2022, "12098"),
            ],
            names={"380": "Bradford"},
        ),
        "population_csv": published.population(
            [
                (area, year - 1, number)
                for area, year, number in (
                    *_both("380", "142439", "142048"),
                    *_both("354", "10000", "10000"),
                    *_both("353", "10000", "10000"),
                    *_both("889", "10000", "10000"),
                    *_both("350", "10000", "10000"),
                    *_both(ENGLAND, "11790000", "11755000"),
                )
            ],
            names={"380": "Bradford"},
        ),
    }


def _both(area: str, now: str, before: str) -> list[tuple[str, int, str]]:
    """An area's numbers of the years that end in 2020 and in 2019."""
    return [(area, 2020, now), (area, 2019, before)]


def returned(*days: str) -> list[Child]:
    """A child for each day, referred on it."""
    return [Child(id=f"C{n}", referrals=[Referral(on=day)]) for n, day in enumerate(days)]


def referred(*days: date) -> list[dict[str, Any]]:
    """A referral of our own records for each day."""
    return [{"cine_referral_id": str(n), "referral_on": day} for n, day in enumerate(days)]


CONTACTS = [
    {"cont_contact_id": "1", "received_on": date(2020, 3, 2), "decided_on": date(2020, 3, 3),
     "decision_due_on": date(2020, 3, 3), "decision_measurable": True},
    {"cont_contact_id": "2", "received_on": date(2020, 3, 2), "decided_on": date(2020, 3, 4),
     "decision_due_on": date(2020, 3, 3), "decision_measurable": True},
]  # fmt: skip


def live(home: Path, *, as_at: datetime, referrals: Sequence[dict[str, Any]] = ()) -> Snapshot:
    """Records of two contacts, one decided in time, beside what was imported before."""
    before = dataset.newest(home=home, kind="imported")
    tables = {
        "contacts": made.table("contacts", [{**row, "la_code": "380"} for row in CONTACTS]),
        "referrals": made.table("referrals", [{**row, "la_code": "380"} for row in referrals]),
    }
    if before:
        tables |= {name: before.table(name) for name in ("published_referrals", "population")}
    about = {"la_code": "380", "as_at": as_at.isoformat()}
    with dataset.writing(home=home) as writer:
        return writer.publish(kind="live", tables=tables, about=about, made_at=as_at)
