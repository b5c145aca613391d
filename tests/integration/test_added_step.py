"""A step added by two files is recorded, due, queued and told on PostgreSQL, with nothing else."""

import pytest

from goldenthread.records.postgresql import address
from tests.made import how_to

pytestmark = pytest.mark.postgresql


def test_a_step_of_two_files_is_worked_with_like_any_other(database, tmp_path):
    copy = how_to.done("add-a-step-with-a-clock.md", into=tmp_path)
    server = address.changed(database.owner, database="postgres")

    ran = copy.test("tests/made/added_step.py", GOLDENTHREAD_TEST_OWNER_URL=server)

    assert "1 passed" in ran
