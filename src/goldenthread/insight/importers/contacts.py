"""A list of contacts from another system: `ssd_contacts` of the Standard Safeguarding Dataset.

One row of the CSV is one contact about one child. What cannot be read is kept as given and listed;
a date and time is taken for its day, because no zone goes with it.
"""

import json
from collections.abc import Sequence
from datetime import date, time
from itertools import batched

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.content import cin_codes
from goldenthread.content.front_door.outcome import FLAGS
from goldenthread.insight import areas, schema
from goldenthread.insight.aside import Aside
from goldenthread.insight.importers import columns, once, sheet
from goldenthread.insight.importers.listing import Listing
from goldenthread.insight.importers.opened import Opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress, Unreadable
from goldenthread.insight.importers.sheet import Row

KIND = "ssd-contacts"
NEEDS = (
    "cont_contact_id",
    "cont_person_id",
    "cont_contact_date",
    "cont_contact_source_code",
    "cont_contact_source_desc",
    "cont_contact_outcome_json",
)
FILLS = (*NEEDS, "received_on", "became_referral")
KNOWN_BY = frozenset({"cont_contact_id", "cont_contact_date"})
_SOURCES = {code.key: code.label for code in cin_codes.REFERRAL_SOURCE}
# Either opens a referral (the flags of a strategy discussion are its own).
OF_REFERRAL = ("NEW_REFERRAL_FLAG", "CP_ENQUIRY_FLAG")
# A council of half a million people has some 200,000 in six years.
MOST = 2_000_000
_NEEDED = {
    "cont_contact_id": "No id is given: expected the other system's own",
    "cont_person_id": "No id is given: expected the child's",
    "cont_contact_date": "No date is given, so this contact is counted in no period",
}
_LISTED = 200
_AT_ONCE = 5000  # rows


def read(opened: Opened, *, progress: Progress | None = None) -> Piece:
    """Read a whole list of contacts of our own area; raises ImportRefused. Nothing is written."""
    contacts, ids, unreadable = Aside(schema.TABLES["contacts"]), Aside(once.OF), Listing()
    found = sheet.rows(opened, needs=NEEDS, what="a list of contacts", progress=progress, most=MOST)
    for some in batched(found, _AT_ONCE):
        table = _table(some, unreadable)
        numbers = pa.array([row.number for row in some], pa.int64())
        ids.add(pa.table([table["cont_contact_id"], numbers], schema=once.OF))
        contacts.add(table)
        unreadable.settle()
    _must_be_once(ids, opened.name)
    return Piece(
        kind=KIND,
        file=opened.name,
        sha256=opened.sha256,
        title=f"Contacts (Standard Safeguarding Dataset) of {areas.own().la_code}",
        la_code=areas.own().la_code,
        tables={"contacts": contacts},
        unreadable=unreadable,
    )


def _table(body: Sequence[Row], unreadable: Listing) -> pa.Table:
    typed = {name: pa.array([row.cells[name] for row in body], schema.TEXT) for name in NEEDS}
    said = {name: columns.trimmed(typed[name]) for name in NEEDS}

    def column(name: str, reader: columns.Reader) -> pa.Array:
        found = columns.read(typed[name], reader)
        says = f"Expected {reader.expects}"
        unreadable.add(_listed(body[place], name, says) for place in found.unreadable)
        return found.values

    read = {
        "cont_contact_id": said["cont_contact_id"],
        "cont_person_id": said["cont_person_id"],
        "cont_contact_date": column("cont_contact_date", _DAY),
        "cont_contact_source_code": column("cont_contact_source_code", _SOURCE),
        "cont_contact_source_desc": said["cont_contact_source_desc"],
        "cont_contact_outcome_json": said["cont_contact_outcome_json"],
        "became_referral": column("cont_contact_outcome_json", _BECAME_REFERRAL),
        "la_code": pa.repeat(pa.scalar(areas.own().la_code), len(body)),
        **{
            f"{name}_raw": typed[name] for name in ("cont_contact_date", "cont_contact_source_code")
        },
    }
    read["received_on"] = read["cont_contact_date"]
    for name, says in _NEEDED.items():
        absent = pc.indices_nonzero(pc.is_null(said[name])).to_pylist()
        unreadable.add(_listed(body[place], name, says) for place in absent)
    of = schema.TABLES["contacts"]
    return pa.table(
        [read.get(field.name, pa.nulls(len(body), field.type)) for field in of], schema=of
    )


def _listed(row: Row, name: str, problem: str) -> Unreadable:
    return Unreadable(
        row=f"row {row.number}",
        line=row.line,
        field=name,
        value=row.cells[name].strip()[:_LISTED],
        problem=problem,
    )


def _must_be_once(ids: Aside, file: str) -> None:
    """Raise ImportRefused where two rows have one id: one of them would be counted twice."""
    if again := once.given_again(ids):
        number, first, of = again
        raise ImportRefused(
            f"It gives the contact {of[:40]!r} a second time (first in row {first}), so it "
            "cannot be told which is right.",
            file=file,
            row=f"row {number}",
            field="cont_contact_id",
        )


def _day(text: str) -> date | None:
    """The day of a date, with or without a time after it."""
    head, rest = text[:10], text[10:]
    if rest and (rest[0] not in "T " or not _is_time(rest[1:])):
        return None
    return columns.DAY.read(head)


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _became_referral(text: str) -> bool | None:
    """Whether the flags say that it became a referral; None for what are no flags."""
    try:
        flags = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(flags, dict) or not flags or not set(flags) <= set(FLAGS):
        return None
    if any(value not in ("Y", "N", "", None) for value in flags.values()):
        return None
    return any(flags.get(flag) == "Y" for flag in OF_REFERRAL)


_DAY = columns.Reader(
    read=_day, kind=schema.DAY, expects="a date such as 2020-03-04, with or without a time"
)
_SOURCE = columns.codes(_SOURCES, expects="a code for the source of a contact, such as 2A")
_BECAME_REFERRAL = columns.Reader(
    read=_became_referral,
    kind=pa.bool_(),
    expects="the flags of the Standard Safeguarding Dataset as JSON, each Y or N",
)
