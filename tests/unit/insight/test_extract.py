"""What is worked out from the records' rows, with no database: the columns of the dataset."""

import json
import re

import pyarrow as pa
import pytest

from goldenthread.content.front_door.outcome import OUTCOMES
from goldenthread.insight import extract, schema


@pytest.mark.parametrize("name", extract.TABLES)
def test_every_column_the_query_gives_is_one_of_the_datasets(name):
    query = extract._TAKEN[name].query
    chosen = query[: query.index("\nfrom gt_")]
    given = set(re.findall(r" as (\w+),?$", chosen, re.MULTILINE))

    assert given
    assert given <= set(schema.TABLES[name].names)


def test_outcomes_raise_the_flag_they_count_as_and_no_other():
    keys = [outcome.option.key for outcome in OUTCOMES]
    taken = pa.table(
        {"outcome": [*keys, None], "cont_contact_source_code": ["2A", *[None] * len(keys)]}
    )
    shaped = extract.shaped(taken, "contacts", la_code="380")

    assert shaped.schema.equals(schema.CONTACTS)
    assert set(shaped["la_code"].to_pylist()) == {"380"}
    assert shaped["cont_contact_source_desc"].to_pylist()[:2] == ["Schools", None]
    *flags, none = shaped["cont_contact_outcome_json"].to_pylist()
    assert none is None
    for outcome, text in zip(OUTCOMES, flags, strict=True):
        raised = [flag for flag, value in json.loads(text).items() if value == "Y"]
        assert raised == [outcome.counts_as]


@pytest.mark.parametrize("name", extract.TABLES)
def test_no_rows_are_a_table_with_no_rows(name):
    taken = pa.table({field.name: pa.array([], field.type) for field in schema.TABLES[name]})

    assert extract.shaped(taken, name, la_code="380").num_rows == 0


def test_it_never_asks_for_a_name_an_answer_or_who_recorded_it():
    asked = " ".join(taken.query for taken in extract._TAKEN.values()) + extract._CURRENT

    assert not re.search(
        r"\b(given_name|family_name|answers|by_id|claimed_by_id|occasion_id)\b", asked
    )
