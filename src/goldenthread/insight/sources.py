"""What each source can answer: what it cannot is "not in this source", with why, and never nought.

A source fills some columns of some tables. An indicator that reads another is not counted from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from goldenthread.content import catalogue
from goldenthread.insight import engine, meetings, schema
from goldenthread.insight.importers import cin_rows, contacts
from goldenthread.language.indicator import Indicator

NOT_IN_SOURCE = "Not in this source"
_AGAIN = "re_referral"
# What a column holds, in words, where a source may be without it.
_WORDS = {
    "decided_on": "the day a contact was decided",
    "decision_due_on": "when a decision fell due",
    "outcome": "the partnership's own outcomes",
    "purpose": "what a contact was for",
    "referrer_level": "the level of need the referrer saw",
    "front_door_level": "the level of need the front door saw",
    "contact_outcome_told_on": "when the referrer was told",
    "domestic_abuse_matched_on": "what police notified of",
    "contact_outcome_in_24_hours_met": "the hour a contact came in",
}


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of source, by what a sentence calls it, and the columns it fills of each table."""

    key: str
    title: str
    fills: Mapping[str, frozenset[str]]


def _of_fields(fields: Mapping[str, tuple[str, object]], *more: str) -> frozenset[str]:
    return frozenset({column for column, _ in fields.values()} | set(more))


# What our own records do not hold, of the columns that are not of a return.
_UNKEPT = frozenset(
    {
        "cine_cin_primary_need_code",
        "cine_referral_team",
        "cine_referral_worker_id",
        "pers_death_date",
        "pers_gender",
        "pers_upn_unknown",
    }
)
# What only a return has: the year it is of, and where in it something stands.
_OF_RETURNS = frozenset({"return_year", "child_row", "referral_row"})


def _kept_in_records(table: str) -> set[str]:
    names = set(schema.TABLES[table].names) - _UNKEPT - _OF_RETURNS
    return {name for name in names if not name.endswith("_raw")}


CENSUS = Source(
    key="cin",
    title="a children in need census",
    fills={
        "children": _of_fields(cin_rows.CHILD),
        "referrals": _of_fields(
            cin_rows.REFERRAL, "referral_on", "re_referral", "cine_person_id", "cine_referral_id"
        ),
        "assessments": _of_fields(
            cin_rows.ASSESSMENT, "assessment_due_on", "due_from_start_on", "cina_person_id"
        ),
    },
)
CONTACTS = Source(
    key=contacts.KIND,
    title="a list of contacts from another system",
    fills={"contacts": frozenset(contacts.FILLS)},
)
RECORDS = Source(
    key="records",
    title="our own records",
    fills={
        name: frozenset(_kept_in_records(name))
        for name in ("contacts", "referrals", "disagreements", "children", *meetings.TABLES)
    },
)


def lacks(indicator: Indicator, source: Source) -> str:
    """Why a source cannot answer an indicator, as one sentence; "" where it can."""
    what = indicator.table.replace("_", " ")
    if indicator.table not in source.fills:
        return f"{NOT_IN_SOURCE}: {_carries(source)} no {what}."
    missing = _read(indicator.key) - source.fills[indicator.table]
    if not missing:
        return ""
    words = sorted({_WORDS[column] for column in missing if column in _WORDS})
    said = " or ".join(words) or "all that this measure is made of"
    return (
        f"{NOT_IN_SOURCE}: {source.title} {'do' if source is RECORDS else 'does'} not say {said}."
    )


def _carries(source: Source) -> str:
    return f"{source.title} {'hold' if source is RECORDS else 'carries'}"


def rests_on_year_before(indicator: Indicator) -> bool:
    """Whether an indicator cannot be told without the records of the year before."""
    return _AGAIN in _read(indicator.key)


def without_year_before(source: Source, year: str) -> str:
    """Why that is so where they are not there, as one sentence."""
    if source is RECORDS:
        return (
            f"{NOT_IN_SOURCE}: {source.title} do not hold the whole of {year}, so who was referred "
            "before cannot be told."
        )
    return (
        f"{NOT_IN_SOURCE}: a return leaves out what was closed before it began, so without that of "
        f"{year} who was referred before cannot be told."
    )


@cache
def _read(key: str) -> frozenset[str]:
    return engine.columns(catalogue.declared(Indicator)[key])
