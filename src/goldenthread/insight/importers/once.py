"""Whether an id that should be given once is given twice, told without holding every id."""

from collections.abc import Iterator

import pyarrow as pa

from goldenthread.insight import passes, schema
from goldenthread.insight.aside import Aside

OF = pa.schema({"id": schema.TEXT, "number": pa.int64()})
_AGAIN = """
select number, first, id from (
  select number, id, min(number) over (partition by id) as first
  from held where hash(id) % $passes = $turn and id is not null)
where number > first order by number limit 1
"""


def given_again(ids: Aside) -> tuple[int, int, str] | None:
    """The first row that gives an id a second time, the row that gave it first, and the id."""
    found: Iterator[tuple[int, int, str]] = passes.asked(_AGAIN, ids)
    return min(found, default=None)
