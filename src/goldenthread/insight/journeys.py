"""What happens to a child after the front door, as tables: what each asks the records, and holds.

One row for each episode, with the columns of the Standard Safeguarding Dataset before our own and
the declared. A query reads `facts`, one row an episode with every declared column.
"""

from collections.abc import Mapping

import pyarrow as pa

from goldenthread.insight import declared

DAY, TEXT = pa.date32(), pa.string()

_QUERY = """
select
  {columns},
  f.*
from gt_episode e left join facts f on f.episode_id = e.id
where e.pathway = '{pathway}'
order by e.id
"""
# "Y" and "N", as the dataset writes them, of what is "yes" or "no" here.
_FLAG = "case {0} when 'yes' then 'Y' when 'no' then 'N' end"

# Each column with its type and what it is, of the episode `e` and the facts `f`.
Columns = Mapping[str, tuple[pa.DataType, str]]

ASSESSMENTS: Columns = {
    "cina_assessment_id": (TEXT, "e.id"),
    "cina_person_id": (TEXT, "e.subject_person_id"),
    "cina_referral_id": (TEXT, "e.opened_from_id"),
    "cina_assessment_start_date": (DAY, "e.began_on"),
    "cina_assessment_child_seen": (TEXT, _FLAG.format("f.assessment_child_seen")),
    "cina_assessment_auth_date": (DAY, "f.assessment_authorised_on"),
    "assessment_due_on": (
        DAY,
        "coalesce(f.assessment_from_referral_due_on, f.reassessment_due_on)",
    ),
    "due_from_start_on": (DAY, "f.assessment_from_start_due_on"),
}
ENQUIRIES: Columns = {
    "s47e_s47_enquiry_id": (TEXT, "e.id"),
    "s47e_person_id": (TEXT, "e.subject_person_id"),
    "s47e_referral_id": (TEXT, "e.opened_from_id"),
    "s47e_s47_start_date": (
        DAY,
        "case when f.strategy_decision like 'enquire-%' then f.strategy_discussion_held_on end",
    ),
    "s47e_s47_end_date": (DAY, "f.enquiry_authorised_on"),
    "strategy_quorate": (
        TEXT,
        (
            "case when f.strategy_took_part is not null then case when"
            ' f.strategy_took_part::jsonb @> \'["social-care", "police", "health"]\''
            " then 'yes' else 'no' end end"
        ),
    ),
}
CONFERENCES: Columns = {
    "icpc_icpc_id": (TEXT, "e.id"),
    "icpc_person_id": (TEXT, "e.subject_person_id"),
    "icpc_s47_enquiry_id": (
        TEXT,
        "case when f.transfer_in_notified_on is null then e.opened_from_id end",
    ),
    "icpc_icpc_transfer_in": (
        TEXT,
        "case when f.transfer_in_notified_on is null then 'N' else 'Y' end",
    ),
    "icpc_icpc_target_date": (
        DAY,
        "coalesce(f.conference_in_time_due_on, f.transfer_in_conference_due_on)",
    ),
    "icpc_icpc_date": (DAY, "f.conference_held_on"),
    "icpc_icpc_outcome_cp_flag": (TEXT, _FLAG.format("f.threshold_met")),
}
PROTECTION_PLANS: Columns = {
    "cppl_cp_plan_id": (TEXT, "e.id"),
    "cppl_person_id": (TEXT, "e.subject_person_id"),
    "cppl_icpc_id": (TEXT, "e.opened_from_id"),
    "cppl_cp_plan_start_date": (DAY, "e.began_on"),
    "cppl_cp_plan_end_date": (DAY, "e.ended_on"),
    "cppl_cp_plan_initial_category": (TEXT, "f.plan_category"),
    "cppl_cp_plan_latest_category": (TEXT, "coalesce(f.plan_latest_category, f.plan_category)"),
    "plan_days": (pa.int64(), "e.ended_on - e.began_on"),
}
NEED_PLANS: Columns = {
    "cinp_cin_plan_id": (TEXT, "e.id"),
    "cinp_person_id": (TEXT, "e.subject_person_id"),
    "cinp_cin_plan_start_date": (DAY, "f.child_in_need_plan_agreed_on"),
    "cinp_cin_plan_end_date": (DAY, "e.ended_on"),
}
EARLY_HELP: Columns = {
    "earl_episode_id": (TEXT, "e.id"),
    "earl_person_id": (TEXT, "e.subject_person_id"),
    "earl_episode_start_date": (DAY, "e.began_on"),
    "earl_episode_end_date": (DAY, "e.ended_on"),
    "earl_episode_end_reason": (
        TEXT,
        (
            "case when f.early_help_stepped_up_on is not null then 'stepped-up'"
            " when f.early_help_superseded_on is not null then 'superseded'"
            " else f.early_help_ended_as end"
        ),
    ),
}
TABLES: Mapping[str, Columns] = {
    "assessments": ASSESSMENTS,
    "enquiries": ENQUIRIES,
    "conferences": CONFERENCES,
    "protection_plans": PROTECTION_PLANS,
    "need_plans": NEED_PLANS,
    "early_help": EARLY_HELP,
}


def schema(table: str) -> pa.Schema:
    """The columns of one of these tables and their types."""
    named = {name: kind for name, (kind, _) in TABLES[table].items()}
    return pa.schema(named | {"la_code": TEXT} | declared.columns(table))


def query(table: str) -> str:
    """What one of these tables asks the records."""
    columns = ",\n  ".join(f"{said} as {name}" for name, (_, said) in TABLES[table].items())
    return _QUERY.format(columns=columns, pathway=declared.PATHWAY_OF[table])
