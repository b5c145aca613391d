"""The columns content declares: a step's day, a clock's due day, an answer a question names.

So that an indicator on a new step or clock is a declaration and its spec, and nothing else. A table
of the dataset holds one row for each episode of one pathway.
"""

from collections.abc import Mapping

import pyarrow as pa

from goldenthread.content import catalogue
from goldenthread.language.clock import Clock
from goldenthread.language.question import Kind

PATHWAY_OF: Mapping[str, str] = {
    "contacts": "contact",
    "referrals": "referral",
    "disagreements": "disagreement",
    "assessments": "assessment",
    "enquiries": "section-47-enquiry",
    "conferences": "initial-conference",
    "protection_plans": "protection-plan",
    "need_plans": "child-in-need-plan",
    "early_help": "early-help",
}

_KINDS = {Kind.DATE: pa.date32(), Kind.WHOLE_NUMBER: pa.int64()}

# Entries and clock runs are each brought to one row an episode before they meet, so that the work
# grows with the rows there are and not with their product.
_FACTS = """
select *
from (select n.episode_id, {answers} from newest n group by n.episode_id) said
left join (
  select r.episode_id as timed_id, {times}
  from (
    select distinct on (c.episode_id, c.clock) c.episode_id, c.clock, c.due_on, c.status
    from gt_clock_run c order by c.episode_id, c.clock, c.started_at desc, c.id
  ) r
  group by r.episode_id
) timed on timed.timed_id = said.episode_id
"""


def columns(table: str) -> dict[str, pa.DataType]:
    """Return the declared columns of a table and their types, in the order they are declared.

    `<step>_on` is the day the newest entry of the step happened; `<clock>_due_on`,
    `<clock>_measurable` and `<clock>_met` are of the clock's newest run; an answer's column is
    named by its question.
    """
    if table not in PATHWAY_OF:
        return {}
    pathway = PATHWAY_OF[table]
    found: dict[str, pa.DataType] = {}
    for step in catalogue.pathway(pathway).steps:
        found[f"{_name(step.key)}_on"] = pa.date32()
        for question in step.questions:
            if question.column:
                found[question.column] = _KINDS.get(question.kind, pa.string())
            if question.given_column:
                found[question.given_column] = pa.string()
    for clock in catalogue.clocks_of(pathway):
        found[f"{_name(clock.key)}_due_on"] = pa.date32()
        found[f"{_name(clock.key)}_measurable"] = pa.bool_()
        found[f"{_name(clock.key)}_met"] = pa.bool_()
    return found


def facts(table: str) -> str:
    """Return the SQL of one row an episode with every declared column, read from `newest`.

    Only keys of content go into it, which hold letters, figures and hyphens.
    """
    pathway = PATHWAY_OF[table]
    answers = [*_days(pathway), *_answers(pathway)]
    times = [column for clock in catalogue.clocks_of(pathway) for column in _times(clock)]
    # A pathway need not have a clock; a row always has an episode.
    return _FACTS.format(answers=", ".join(answers), times=", ".join(times or ["null as untimed"]))


def _days(pathway: str) -> list[str]:
    return [
        f"max(n.happened_on) filter (where n.step = '{step.key}') as {_name(step.key)}_on"
        for step in catalogue.pathway(pathway).steps
    ]


def _answers(pathway: str) -> list[str]:
    # Two forms of one step, or two steps, may ask the same thing: it is one column.
    asked: dict[str, list[str]] = {}
    for step in catalogue.pathway(pathway).steps:
        for question in step.questions:
            for name in filter(None, (question.column, question.given_column)):
                asked.setdefault(name, []).append(f"'{step.key}'")
    return [
        f"max(n.counted ->> '{name}') filter (where n.step in ({', '.join(dict.fromkeys(steps))}))"
        f" as {name}"
        for name, steps in asked.items()
    ]


def _times(clock: Clock) -> list[str]:
    only = f"filter (where r.clock = '{clock.key}')"
    measurable = f"bool_or(r.status not in ('not_measurable', 'cancelled')) {only}"
    return [
        f"max(r.due_on) {only} as {_name(clock.key)}_due_on",
        f"coalesce({measurable}, false) as {_name(clock.key)}_measurable",
        f"bool_or(r.status = 'met') {only} as {_name(clock.key)}_met",
    ]


def _name(key: str) -> str:
    return key.replace("-", "_")
