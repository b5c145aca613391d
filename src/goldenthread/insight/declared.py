"""The columns content declares: a step's day, a clock's due day, an answer a question names.

So that an indicator on a new step or clock is a declaration and its spec, and nothing else. A table
of the dataset holds one row for each episode of one pathway.
"""

from collections.abc import Mapping

import pyarrow as pa

from goldenthread.content import catalogue
from goldenthread.language.question import Kind

PATHWAY_OF: Mapping[str, str] = {"contacts": "contact", "referrals": "referral"}

_KINDS = {Kind.DATE: pa.date32(), Kind.WHOLE_NUMBER: pa.int64()}

_FACTS = """
select n.episode_id, {columns}
from newest n
left join lateral (
  select distinct on (r.clock) r.clock, r.due_on, r.status
  from gt_clock_run r where r.episode_id = n.episode_id
  order by r.clock, r.started_at desc, r.id
) r on true
group by n.episode_id
"""


def columns(table: str) -> dict[str, pa.DataType]:
    """Return the declared columns of a table and their types, in the order they are declared.

    `<step>_on` is the day the newest entry of the step happened; `<clock>_due_on` and
    `<clock>_measurable` are of the clock's newest run; an answer's column is named by its question.
    """
    if table not in PATHWAY_OF:
        return {}
    pathway = PATHWAY_OF[table]
    found: dict[str, pa.DataType] = {}
    for step in catalogue.pathway(pathway).steps:
        found[f"{_name(step.key)}_on"] = pa.date32()
        for question in step.asks.questions if step.asks else ():
            if question.column:
                found[question.column] = _KINDS.get(question.kind, pa.string())
    for clock in catalogue.clocks_of(pathway):
        found[f"{_name(clock.key)}_due_on"] = pa.date32()
        found[f"{_name(clock.key)}_measurable"] = pa.bool_()
    return found


def facts(table: str) -> str:
    """Return the SQL of one row an episode with every declared column, read from `newest`.

    Only keys of content go into it, which hold letters, figures and hyphens.
    """
    pathway = catalogue.pathway(PATHWAY_OF[table])
    chosen = []
    for step in pathway.steps:
        only = f"filter (where n.step = '{step.key}')"
        chosen.append(f"max(n.happened_on) {only} as {_name(step.key)}_on")
        chosen += [
            f"max(n.counted ->> '{question.column}') {only} as {question.column}"
            for question in (step.asks.questions if step.asks else ())
            if question.column
        ]
    for clock in catalogue.clocks_of(PATHWAY_OF[table]):
        only = f"filter (where r.clock = '{clock.key}')"
        chosen.append(f"max(r.due_on) {only} as {_name(clock.key)}_due_on")
        chosen.append(
            "coalesce(bool_or(r.status not in ('not_measurable', 'cancelled')) "
            f"{only}, false) as {_name(clock.key)}_measurable"
        )
    return _FACTS.format(columns=", ".join(chosen))


def _name(key: str) -> str:
    return key.replace("-", "_")
