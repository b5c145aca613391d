"""The tables of the dataset: the Standard Safeguarding Dataset's columns, our own, the declared.

A column ending in `_raw` holds what was typed, whether it could be read or not; the column beside
it is empty where it could not. Columns ending in `_symbol` hold DfE's symbol where a number was
not printed.
"""

from collections.abc import Mapping

import pyarrow as pa

from goldenthread.insight import declared, journeys, meetings

DAY = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
TEXT = pa.string()
YEAR = pa.int16()

CHILDREN = pa.schema(
    {
        "pers_person_id": TEXT,
        "pers_sex": TEXT,
        "pers_gender": TEXT,
        "pers_ethnicity": TEXT,
        "pers_dob": DAY,
        "pers_upn_unknown": TEXT,
        "pers_expected_dob": DAY,
        "pers_death_date": DAY,
        "la_code": TEXT,
        "return_year": YEAR,
        "child_row": pa.int32(),
        "pers_dob_raw": TEXT,
        "pers_expected_dob_raw": TEXT,
        "pers_death_date_raw": TEXT,
        "pers_sex_raw": TEXT,
        "pers_gender_raw": TEXT,
        "pers_ethnicity_raw": TEXT,
        "pers_upn_unknown_raw": TEXT,
    }
)

REFERRALS = pa.schema(
    {
        "cine_referral_id": TEXT,
        "cine_person_id": TEXT,
        "cine_referral_date": DAY,
        "cine_cin_primary_need_code": TEXT,
        "cine_referral_source_code": TEXT,
        "cine_referral_source_desc": TEXT,
        "cine_referral_outcome_json": TEXT,
        "cine_referral_nfa": TEXT,
        "cine_close_reason": TEXT,
        "cine_close_date": DAY,
        "cine_referral_team": TEXT,
        "cine_referral_worker_id": TEXT,
        "la_code": TEXT,
        "referral_on": DAY,
        "re_referral": pa.bool_(),  # within twelve months of another; none where it cannot be told
        "return_year": YEAR,
        "child_row": pa.int32(),
        "referral_row": pa.int32(),
        "cine_referral_date_raw": TEXT,
        "cine_cin_primary_need_code_raw": TEXT,
        "cine_referral_source_code_raw": TEXT,
        "cine_referral_nfa_raw": TEXT,
        "cine_close_reason_raw": TEXT,
        "cine_close_date_raw": TEXT,
    }
    | declared.columns("referrals")
)

# What a return holds of an assessment besides what our own records do.
ASSESSMENTS = pa.unify_schemas(
    [
        journeys.schema("assessments"),
        pa.schema(
            {
                "return_year": YEAR,
                "child_row": pa.int32(),
                "referral_row": pa.int32(),
                "assessment_row": pa.int32(),
                "cina_assessment_start_date_raw": TEXT,
                "cina_assessment_auth_date_raw": TEXT,
            }
        ),
    ]
)

CONTACTS = pa.schema(
    {
        "cont_contact_id": TEXT,
        "cont_person_id": TEXT,
        "cont_contact_date": DAY,
        "cont_contact_source_code": TEXT,
        "cont_contact_source_desc": TEXT,
        "cont_contact_outcome_json": TEXT,
        "cont_contact_date_raw": TEXT,
        "cont_contact_source_code_raw": TEXT,
        "became_referral": pa.bool_(),  # none while nobody has decided
        "received_at": INSTANT,
        "received_on": DAY,
        "decided_on": DAY,
        "decision_due_on": DAY,
        "decision_measurable": pa.bool_(),
        "told_on": DAY,
        "la_code": TEXT,
    }
    | declared.columns("contacts")
)

DISAGREEMENTS = pa.schema(
    {"disagreement_id": TEXT, "person_id": TEXT, "raised_on": DAY, "la_code": TEXT}
    | declared.columns("disagreements")
)

TOOLS = pa.schema(
    {
        "tool_id": TEXT,
        "person_id": TEXT,
        "tool": TEXT,  # the key of its form's pathway
        "agency_kind": TEXT,
        "completed_on": DAY,
        "very_concerned": pa.int64(),
        "very_concerned_before": pa.int64(),  # none the first time it was given
        "la_code": TEXT,
    }
)

_PLACE = {
    "year": YEAR,
    "area_level": TEXT,  # national, regional or la
    "area_code": TEXT,  # three digits for a council, ONS codes for the rest
    "ons_code": TEXT,
    "name": TEXT,
    "region_code": TEXT,  # of a council: the region it is in
}

REFERRAL_COUNTS = (
    "referrals",
    "re_referrals",
    "no_further_action",
    "not_in_need",
    "referrals_child",
    "re_referrals_child",
    "further_action",
)
REFERRAL_RATES = (
    "referrals_rate",
    "re_referrals_percent",
    "no_further_action_percent",
    "not_in_need_percent",
    "referrals_child_rate",
    "re_referrals_child_percent",
)


def _measures(names: tuple[str, ...], kind: pa.DataType) -> dict[str, pa.DataType]:
    pairs = [{name: kind, f"{name}_symbol": TEXT} for name in names]
    return {column: of for pair in pairs for column, of in pair.items()}


PUBLISHED_REFERRALS = pa.schema(
    _PLACE
    | {"category": TEXT}
    | _measures(REFERRAL_COUNTS, pa.int64())
    | _measures(REFERRAL_RATES, pa.float64())
)

PUBLISHED_ASSESSMENTS = pa.schema(
    _PLACE
    | {"category": TEXT}
    | _measures(
        (
            "completed",
            "same_day",
            "days_1_to_10",
            "days_11_to_20",
            "days_21_to_30",
            "days_31_to_40",
            "days_41_to_45",
            "in_45_days",
        ),
        pa.int64(),
    )
)

POPULATION = pa.schema(_PLACE | {"age_group": TEXT} | _measures(("population",), pa.int64()))

FIGURES = pa.schema(
    {"kind": TEXT, "period": TEXT}
    | _PLACE
    | {"about": TEXT, "measure": TEXT, "value": pa.float64(), "symbol": TEXT, "typed": TEXT}
)

NEIGHBOURS = pa.schema(
    {
        "version": TEXT,
        "area_code": TEXT,
        "name": TEXT,
        "rank": pa.int8(),
        "neighbour_code": TEXT,
        "closeness": TEXT,
    }
)

MEASURES = pa.schema(
    dict.fromkeys(("code", "topic", "title", "short", "good_is", "description", "method"), TEXT)
)

_SOURCE = {"kind": TEXT, "la_code": TEXT, "year": YEAR, "file": TEXT}

UNREADABLE = pa.schema(
    _SOURCE | {"row": TEXT, "line": pa.int32(), "field": TEXT, "value": TEXT, "problem": TEXT}
)

LOADED = pa.schema(
    _SOURCE | {"table": TEXT, "rows": pa.int64(), "sha256": TEXT, "loaded_at": INSTANT}
)

TABLES: Mapping[str, pa.Schema] = {
    "contacts": CONTACTS,
    "referrals": REFERRALS,
    "assessments": ASSESSMENTS,
    **{name: journeys.schema(name) for name in journeys.TABLES if name != "assessments"},
    "disagreements": DISAGREEMENTS,
    "tools": TOOLS,
    **{name: meetings.schema(name) for name in meetings.TABLES},
    "children": CHILDREN,
    "published_referrals": PUBLISHED_REFERRALS,
    "published_assessments": PUBLISHED_ASSESSMENTS,
    "population": POPULATION,
    "figures": FIGURES,
    "neighbours": NEIGHBOURS,
    "measures": MEASURES,
    "unreadable": UNREADABLE,
    "loaded": LOADED,
}


def empty(table: str) -> pa.Table:
    """A table of this name with no rows; raises KeyError if the dataset has none of the name."""
    return TABLES[table].empty_table()
