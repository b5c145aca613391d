"""Meetings and those who were asked to them, as tables: what each asks the records, and holds.

One row for each meeting, and one for each agency asked to one. Nothing in them is about a child.
"""

from collections.abc import Mapping

import pyarrow as pa

DAY, TEXT = pa.date32(), pa.string()

_DAY = "({0} at time zone 'Europe/London')::date"
_YES = "case when {0} then 'yes' else 'no' end"

# Each column with its type and what it is, of the meeting `m` and the invitation `i`.
Columns = Mapping[str, tuple[pa.DataType, str]]

MEETINGS: Columns = {
    "meeting_id": (TEXT, "m.id"),
    "meeting_kind": (TEXT, "m.kind"),
    "called_on": (DAY, _DAY.format("m.called_at")),
    "planned_on": (DAY, _DAY.format("m.planned_at")),
    "held_on": (DAY, _DAY.format("m.held_at")),
    "meeting_state": (TEXT, "m.state"),
    "minutes_on": (DAY, _DAY.format("m.minutes_sent_at")),
}
INVITATIONS: Columns = {
    "invitation_id": (TEXT, "i.id"),
    "meeting_id": (TEXT, "m.id"),
    "meeting_kind": (TEXT, "m.kind"),
    "agency": (TEXT, "g.key"),
    "agency_kind": (TEXT, "i.agency_kind"),
    "invited_on": (DAY, _DAY.format("i.invited_at")),
    "invited_in_time": (TEXT, _YES.format("i.in_time")),
    "held_on": (DAY, _DAY.format("m.held_at")),
    "attendance": (TEXT, "nullif(i.attendance, '')"),
    "report_due_on": (DAY, "i.report_due_on"),
    "reported_on": (DAY, _DAY.format("i.reported_at")),
}
_ASKED = """gt_invitation i join gt_meeting m on m.id = i.meeting_id
join gt_agency g on g.id = i.agency_id order by i.id"""
TABLES: Mapping[str, tuple[Columns, str]] = {
    "meetings": (MEETINGS, "gt_meeting m order by m.id"),
    "invitations": (INVITATIONS, _ASKED),
}


def schema(table: str) -> pa.Schema:
    """The columns of one of these tables and their types."""
    columns, _ = TABLES[table]
    return pa.schema({name: kind for name, (kind, _) in columns.items()} | {"la_code": TEXT})


def query(table: str) -> str:
    """What one of these tables asks the records."""
    columns, source = TABLES[table]
    asked = ",\n  ".join(f"{said} as {name}" for name, (_, said) in columns.items())
    return f"select\n  {asked}\nfrom {source}"
