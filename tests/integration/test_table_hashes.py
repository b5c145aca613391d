"""dbhash: tells whether a record changed, and is deaf to everything else."""

from uuid import uuid4

import pytest

from goldenthread.cli import table_hashes

pytestmark = pytest.mark.postgresql


@pytest.fixture
def hashes(database):
    return lambda: table_hashes.of(database.url("gt_loader"))


def agency(cursor, key):
    cursor.execute(
        "INSERT INTO gt_agency (id, key, name, kind) VALUES (%s, %s, 'A school', 'school')",
        [uuid4(), key],
    )


def test_a_new_row_changes_its_table_and_no_other(loader_cursor, hashes):
    before = hashes()
    agency(loader_cursor, "a")
    after = hashes()
    assert {name for name in after if after[name] != before[name]} == {"gt_agency"}


def test_the_order_rows_lie_in_does_not_matter(loader_cursor, hashes):
    agency(loader_cursor, "a")
    agency(loader_cursor, "b")
    before = hashes()
    loader_cursor.execute("UPDATE gt_agency SET name = name WHERE key = 'a'")
    assert hashes() == before


def test_who_looked_what_is_half_typed_and_what_is_queued_are_left_out(hashes):
    assert "gt_entry" in hashes()
    left_out = ("gt_trail", "gt_watch", "gt_draft", "django_session", "axes_", "procrastinate_")
    assert not [name for name in hashes() if name.startswith(left_out)]
