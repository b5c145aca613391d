"""Which referrals are within twelve months of another of the same child to the same council.

Source: DfE's local authority interactive tool, re-referrals. A return holds the episodes open in
its year, so a referral closed before it began is in the return of the year before and nowhere
else: without that return nothing can be told, and nothing is guessed.
"""

from collections.abc import Collection

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import schema
from goldenthread.kernel import calendar

# One referral stands in each return of the years it was open in, so days are told apart first.
_WITHIN = """
with days as (select distinct la_code, cine_person_id, referral_on from referrals
              where cine_person_id is not null and referral_on is not null),
before as (select *, lag(referral_on) over (
             partition by la_code, cine_person_id order by referral_on) as last_on from days)
select r.place, coalesce(b.last_on >= b.referral_on - interval 12 month, false) as again
from referrals r join before b using (la_code, cine_person_id, referral_on)
order by r.place
"""


def of_returns(referrals: pa.Table, *, loaded: Collection[tuple[str, int]]) -> pa.Table:
    """The referrals of returns, marked where the same council's return of the year before is there.

    `loaded` are the returns there are, by council and the year each ends in.
    """
    places = zip(
        referrals["la_code"].to_pylist(), referrals["return_year"].to_pylist(), strict=True
    )
    told = pa.array([year is not None and (la, year - 1) in loaded for la, year in places])
    return _marked(referrals, told)


def of_records(referrals: pa.Table) -> pa.Table:
    """The referrals of our own records, marked from twelve months after the first of them."""
    first = pc.min(referrals["referral_on"]).as_py()
    if first is None:
        return referrals
    since = pa.scalar(calendar.add_months(first, 12), schema.DAY)
    return _marked(
        referrals, pc.fill_null(pc.greater_equal(referrals["referral_on"], since), False)
    )


def _marked(referrals: pa.Table, told: pa.Array) -> pa.Table:
    found = _within(referrals)
    marks = pc.if_else(told, found, pa.scalar(None, pa.bool_()))
    at = referrals.schema.get_field_index("re_referral")
    return referrals.set_column(at, referrals.schema.field(at), marks)


def _within(referrals: pa.Table) -> pa.Array:
    """For each row whether another came within the twelve months before; none without a day."""
    asked = referrals.select(["la_code", "cine_person_id", "referral_on"]).append_column(
        "place", pa.array(range(referrals.num_rows), pa.int64())
    )
    with duckdb.connect() as connection:
        connection.register("referrals", asked)
        found: pa.Table = connection.sql(_WITHIN).to_arrow_table()
    every = pa.nulls(referrals.num_rows, pa.bool_())
    mask = pc.is_in(asked["place"].combine_chunks(), value_set=found["place"].combine_chunks())
    return pc.replace_with_mask(every, mask, found["again"].combine_chunks())
