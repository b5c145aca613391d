"""The application's own half of the exclusion list: by scope and by whom a row names."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db.models import Q

from goldenthread.access import exclusions
from goldenthread.access.viewer import NOBODY
from goldenthread.records.relationship import Relationship

CHILD, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("scope", "other", "barred"),
    [(CHILD, OTHER, True), (OTHER, CHILD, True), (OTHER, OTHER, False)],
)
def test_a_row_is_barred_by_its_scope_or_by_whom_it_names(scope, other, barred):
    viewer = replace(NOBODY, barred=frozenset({CHILD}))
    record = Relationship(scope=scope, other_id=other)
    assert exclusions.bars(viewer=viewer, record=record) is barred
    assert not exclusions.bars(viewer=NOBODY, record=record)


def test_who_is_on_no_list_is_asked_nothing_more_of_the_database():
    assert exclusions.within(frozenset(), names=("other_id",)) == Q()


def test_each_column_that_names_somebody_is_asked():
    kept_from = frozenset({CHILD})
    expected = ~Q(run__scope__in=kept_from) & ~Q(run__other_id__in=kept_from)
    assert exclusions.within(kept_from, names=("other_id",), through="run__") == expected
