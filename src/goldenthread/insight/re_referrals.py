"""Which referrals are within twelve months of another of the same child to the same council.

Source: DfE's local authority interactive tool, re-referrals. A return holds the episodes open in
its year, so a referral closed before it began is in the return of the year before and nowhere
else: without that return nothing can be told, and nothing is guessed.
"""

from collections.abc import Callable, Collection, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import passes, schema
from goldenthread.insight.aside import Aside
from goldenthread.insight.batches import Made, Rows
from goldenthread.kernel import calendar

# One referral stands in each return of the years it was open in: its own day is not before it.
_AGAIN = """
select place from (
  select place, referral_on, max(referral_on) over (
    partition by la_code, cine_person_id order by referral_on
    range between unbounded preceding and interval 1 day preceding) as last_on
  from held where hash(la_code, cine_person_id) % $passes = $turn
    and cine_person_id is not null and referral_on is not null)
where last_on >= referral_on - interval 12 month
"""
_ASKED = pa.schema(
    [schema.REFERRALS.field(name) for name in ("la_code", "cine_person_id", "referral_on")]
    + [pa.field("place", pa.int64())]
)


def of_returns(referrals: Rows, *, loaded: Collection[tuple[str, int]]) -> Rows:
    """The referrals of returns, marked where the same council's return of the year before is there.

    `loaded` are the returns there are, by council and the year each ends in.
    """
    known = pa.array([f"{la}-{year + 1}" for la, year in loaded], schema.TEXT)
    if not any((la, year + 1) in loaded for la, year in loaded):
        return referrals

    def told(batch: pa.RecordBatch) -> pa.Array:
        years = batch["return_year"].cast(schema.TEXT)
        return pc.is_in(pc.binary_join_element_wise(batch["la_code"], years, "-"), known)

    return Made(schema=schema.REFERRALS, through=lambda: _marked(referrals, told))


def of_records(referrals: pa.Table) -> pa.Table:
    """The referrals of our own records, marked from twelve months after the first of them."""
    first = pc.min(referrals["referral_on"]).as_py()
    if first is None:
        return referrals
    since = pa.scalar(calendar.add_months(first, 12), schema.DAY)

    def told(batch: pa.RecordBatch) -> pa.Array:
        return pc.greater_equal(batch["referral_on"], since)

    return pa.Table.from_batches(_marked(referrals, told), schema.REFERRALS)


def _marked(
    referrals: Rows, told: Callable[[pa.RecordBatch], pa.Array]
) -> Iterator[pa.RecordBatch]:
    """The referrals, each marked where it is told and has a child and a day."""
    again = _again(referrals)
    place = schema.REFERRALS.get_field_index("re_referral")
    at = 0
    for batch in referrals.to_batches():
        known = pc.and_(pc.is_valid(batch["cine_person_id"]), pc.is_valid(batch["referral_on"]))
        marks = pc.if_else(
            pc.and_(known, told(batch)),
            again.slice(at, batch.num_rows).cast(pa.bool_()),
            pa.scalar(None, pa.bool_()),
        )
        yield batch.set_column(place, schema.REFERRALS.field(place), marks)
        at += batch.num_rows


def _again(referrals: Rows) -> pa.Array:
    """For each row 1 where another came within the twelve months before, else 0."""
    asked = Aside(_ASKED)
    for batch in referrals.to_batches():
        places = range(asked.num_rows, asked.num_rows + batch.num_rows)
        found = batch.select(_ASKED.names[:-1]).columns
        asked.add(pa.table([*found, pa.array(places, pa.int64())], schema=_ASKED))
    again = bytearray(asked.num_rows)
    for (place,) in passes.asked(_AGAIN, asked):
        again[place] = 1
    return pa.Array.from_buffers(pa.uint8(), len(again), [None, pa.py_buffer(again)])
