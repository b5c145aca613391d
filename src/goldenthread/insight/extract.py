"""Taking what counts out of the records: the only reader of them on this side of the house.

One read-only REPEATABLE READ transaction, so every table is of one moment; rows leave by COPY. The
role signed in as may read what is counted and nothing else: no names, no narrative, nothing sealed.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from goldenthread.content import cin_codes, tool_steps
from goldenthread.content.front_door import outcome, referral_outcome
from goldenthread.insight import declared, journeys, meetings, re_referrals, schema
from goldenthread.insight.importers import columns
from goldenthread.insight.importers.piece import Progress

TABLES = (
    "contacts", "referrals", "disagreements", "tools", "children", *journeys.TABLES,
    *meetings.TABLES,
)  # fmt: skip

# An entry that nothing has superseded, the newest of its step, with its date in London.
_CURRENT = """
with newest as (
  select distinct on (e.episode_id, e.step)
    e.episode_id, e.step, e.happened_at, e.counted,
    (e.happened_at at time zone 'Europe/London')::date as happened_on
  from gt_entry e
  where not exists (select 1 from gt_entry later where later.supersedes_id = e.id)
  order by e.episode_id, e.step, e.recorded_at desc, e.id
)
"""

_CONTACTS = """
select
  c.id as cont_contact_id,
  c.subject_person_id as cont_person_id,
  f.contact_received_on as cont_contact_date,
  received.counted ->> 'source_code' as cont_contact_source_code,
  received.happened_at at time zone 'UTC' as received_at,
  f.contact_received_on as received_on,
  f.contact_decided_on as decided_on,
  f.contact_decision_due_on as decision_due_on,
  f.contact_decision_measurable as decision_measurable,
  f.contact_outcome_told_on as told_on,
  f.*
from gt_episode c
left join facts f on f.episode_id = c.id
left join newest received on received.episode_id = c.id and received.step = 'contact-received'
where c.pathway = 'contact'
order by c.id
"""

_REFERRALS = """
select
  r.id as cine_referral_id,
  r.subject_person_id as cine_person_id,
  f.referral_opened_on as cine_referral_date,
  received.counted ->> 'source_code' as cine_referral_source_code,
  case when f.close_reason is not null then (r.closed_at at time zone 'Europe/London')::date end
    as cine_close_date,
  f.close_reason as cine_close_reason,
  f.referral_opened_on as referral_on,
  f.*
from gt_episode r
left join facts f on f.episode_id = r.id
left join newest received
  on received.episode_id = r.opened_from_id and received.step = 'contact-received'
where r.pathway = 'referral'
order by r.id
"""

_DISAGREEMENTS = """
select
  d.id as disagreement_id,
  d.subject_person_id as person_id,
  f.disagreement_raised_on as raised_on,
  f.*
from gt_episode d
left join facts f on f.episode_id = d.id
where d.pathway = 'disagreement'
order by d.id
"""

# Each time a tool was given, not the newest alone, beside the time before.
_TOOLS = """
select
  e.id as tool_id,
  t.subject_person_id as person_id,
  t.pathway as tool,
  a.kind as agency_kind,
  (e.happened_at at time zone 'Europe/London')::date as completed_on,
  (e.counted ->> 'very_concerned')::bigint as very_concerned,
  lag((e.counted ->> 'very_concerned')::bigint) over (
    partition by t.subject_person_id, t.pathway order by e.happened_at, e.recorded_at, e.id
  ) as very_concerned_before
from gt_entry e
join gt_episode t on t.id = e.episode_id
left join gt_agency a on a.id = e.agency_id
where e.step = any(string_to_array('{steps}', ','))
  and not exists (select 1 from gt_entry later where later.supersedes_id = e.id)
order by e.id
"""

_CHILDREN = """
select
  p.id as pers_person_id,
  p.sex as pers_sex,
  nullif(p.ethnicity, '') as pers_ethnicity,
  p.date_of_birth as pers_dob,
  p.expected_date_of_birth as pers_expected_dob
from gt_person p
where p.kind = 'child'
order by p.id
"""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One table: what it asks the records, and what is worked out from that afterwards.

    A query may read `newest`, the entries that stand, and `facts`, the declared columns.
    """

    query: str
    works_out: Callable[[pa.Table], Mapping[str, pa.Array]] = lambda _: {}


def tables(*, url: str, la_code: str, progress: Progress | None = None) -> dict[str, pa.Table]:
    """Every table of the records, all of one moment, with the columns of the dataset.

    `url` signs in as the extract role. Raises psycopg.Error if the database refuses.
    """
    found: dict[str, pa.Table] = {}
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        # Everything is read once and joined whole; after a bulk load the planner, with no figures
        # yet, would walk one table for each row of another.
        connection.execute("set enable_nestloop = off")
        for place, (name, taken) in enumerate(_TAKEN.items(), start=1):
            asked = _asked(taken.query, name)
            found[name] = shaped(_copied(connection, asked, name), name, la_code=la_code)
            if progress:
                progress(name, place, len(_TAKEN))
    return found | {"referrals": re_referrals.of_records(found["referrals"])}


def shaped(table: pa.Table, name: str, *, la_code: str) -> pa.Table:
    """The columns of the dataset's table `name`: those taken, worked out, the area, and nothing."""
    size = table.num_rows
    columns_found = dict(zip(table.column_names, table.columns, strict=True))
    columns_found |= _TAKEN[name].works_out(table)
    columns_found["la_code"] = pa.repeat(pa.scalar(la_code), size)
    of = schema.TABLES[name]
    return pa.table(
        [columns_found.get(field.name, pa.nulls(size, field.type)) for field in of], schema=of
    )


def _asked(query: str, name: str) -> str:
    """The whole of what a table asks, its common parts before it."""
    facts = f", facts as ({declared.facts(name)})" if name in declared.PATHWAY_OF else ""
    return " ".join((_CURRENT, facts, query))


def _copied(connection: psycopg.Connection[Any], query: str, name: str) -> pa.Table:
    of = {field.name: field.type for field in schema.TABLES[name]}
    of = {key: pa.timestamp("us") if kind == schema.INSTANT else kind for key, kind in of.items()}
    # Nobody else can open it, it has no name, and it is gone when it is closed.
    with TemporaryFile() as held:
        with (
            connection.cursor() as cursor,
            cursor.copy(f"copy ({query}) to stdout (format csv, header true)") as copy,
        ):
            for chunk in copy:
                held.write(chunk)
        held.seek(0)
        table = pyarrow.csv.read_csv(
            held,
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=of,
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
                true_values=["t"],
                false_values=["f"],
                null_values=[""],
            ),
        )
    return _in_utc(table)


def _in_utc(table: pa.Table) -> pa.Table:
    for place, field in enumerate(table.schema):
        if field.type == pa.timestamp("us"):
            # The query gave it in UTC without saying so, which is what Arrow's CSV can read.
            table = table.set_column(place, field.name, table[place].cast(schema.INSTANT))
    return table


_SOURCES = columns.codes(
    {code.key: code.label for code in cin_codes.REFERRAL_SOURCE}, expects="a source"
)


def _flags(outcomes: Iterable[outcome.Outcome], flags: Iterable[str]) -> columns.Reader:
    """Read an outcome as every flag the dataset asks for, its own among them raised."""
    every = tuple(flags)
    return columns.codes(
        {
            each.option.key: json.dumps(
                {flag: "Y" if flag == each.counts_as else "N" for flag in every}
            )
            for each in outcomes
        },
        expects="an outcome",
    )


_OUTCOMES = _flags(outcome.OUTCOMES, outcome.FLAGS)
_REFERRAL_OUTCOMES = _flags(referral_outcome.OUTCOMES, referral_outcome.FLAGS)


def _means(typed: pa.ChunkedArray, reader: columns.Reader) -> pa.Array:
    return columns.read(typed.cast(schema.TEXT).combine_chunks(), reader).values


def _became_referral(outcomes: pa.ChunkedArray) -> pa.ChunkedArray:
    opened = pc.is_in(outcomes, value_set=pa.array(outcome.OPENS_REFERRAL))
    return pc.if_else(pc.is_valid(outcomes), opened, pa.scalar(None, pa.bool_()))


def _no_further_action(outcomes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Y or N; none while nobody has decided what the referral needs."""
    nothing = pc.equal(outcomes, referral_outcome.NOTHING_FURTHER)
    return pc.if_else(nothing, pa.scalar("Y"), pa.scalar("N"))


_TAKEN: Mapping[str, Taken] = {
    "contacts": Taken(
        query=_CONTACTS,
        works_out=lambda table: {
            "cont_contact_source_desc": _means(table["cont_contact_source_code"], _SOURCES),
            "cont_contact_outcome_json": _means(table["outcome"], _OUTCOMES),
            "became_referral": _became_referral(table["outcome"].cast(schema.TEXT)),
        },
    ),
    "referrals": Taken(
        query=_REFERRALS,
        works_out=lambda table: {
            "cine_referral_source_desc": _means(table["cine_referral_source_code"], _SOURCES),
            "cine_referral_outcome_json": _means(table["referral_outcome"], _REFERRAL_OUTCOMES),
            "cine_referral_nfa": _no_further_action(table["referral_outcome"].cast(schema.TEXT)),
        },
    ),
    "disagreements": Taken(query=_DISAGREEMENTS),
    "tools": Taken(query=_TOOLS.format(steps=",".join(tool_steps.every()))),
    "children": Taken(query=_CHILDREN),
    **{name: Taken(query=journeys.query(name)) for name in journeys.TABLES},
    **{name: Taken(query=meetings.query(name)) for name in meetings.TABLES},
}
