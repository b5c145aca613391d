"""Made-up police notifications of domestic abuse, as rows of CSV and as objects of JSON."""

import csv
import io
from typing import Any

CHILD = {
    "given_name": "Amir",
    "family_name": "Akhtar",
    "unborn": "no",
    "date_of_birth": "2012-03-27",
    "sex": "M",
    "child_there": "there",
    "child_hurt": "no",
    "school_name": "Beck Lane Primary School",
}
SHARED = {
    "police_reference": "A/1",
    "incident_on": "2020-03-01",
    "incident_time": "21:40",
    "incident_account": "Canary: shouting heard by a neighbour",
    "victim_name": "Nadia Akhtar",
    "suspect_initials": "RA",
    "dash_risk": "medium",
    "dash_ticks": "frightened;money",
    "repeat_victim": "no",
    "victim_pregnant": "no",
    "injuries": "no",
    "weapons": "no",
    "strangulation": "no",
    "police_action": "Canary: spoken to both",
    "safe_contact": "safe",
}


def row(**changed: str) -> dict[str, str]:
    """Return one row of the CSV feed: one child of one notification."""
    return {**SHARED, **CHILD, **changed}


def as_csv(*rows: dict[str, str], heads: list[str] | None = None) -> str:
    """Return rows as a CSV file."""
    written = io.StringIO(newline="")
    names = heads or list(dict.fromkeys(name for each in rows for name in each))
    writer = csv.DictWriter(written, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def child(**changed: Any) -> dict[str, Any]:
    """Return one child of a notification."""
    return {key: value for key, value in {**CHILD, **changed}.items() if value is not None}


def answers(*children: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Return one notification as an object of the JSON feed; what is None is left out."""
    ticks = {"dash_ticks": SHARED["dash_ticks"].split(";")}
    every = {**SHARED, **ticks, **changed, "children": list(children) or [child()]}
    return {key: value for key, value in every.items() if value is not None}
