"""The partnership's area, and the group of neighbours that goes with a year."""

import pytest

from goldenthread.content.partnership.area import bradford
from goldenthread.insight import areas
from goldenthread.kernel.period import reporting_year


@pytest.mark.parametrize(
    ("period", "version"),
    [
        ("2012-13", "April 2021"),
        ("2023-24", "April 2021"),
        ("2024-25", "May 2025"),
        ("2030-31", "May 2025"),
    ],
)
def test_the_group_is_that_of_the_year(period, version):
    group = areas.neighbours(bradford, period=reporting_year(period))

    assert group.version == version
    assert len(set(group.councils)) == 10
    assert bradford.la_code not in group.councils


@pytest.mark.parametrize(("given", "code"), [(None, "380"), ("", "380"), (" 354 ", "354")])
def test_the_area_is_the_declared_one_unless_another_is_named(monkeypatch, given, code):
    monkeypatch.delenv("GOLDENTHREAD_AREA", raising=False)
    if given is not None:
        monkeypatch.setenv("GOLDENTHREAD_AREA", given)

    assert areas.own().la_code == code


def test_an_area_nobody_declared_has_no_neighbours():
    assert areas.neighbours(areas.of("354"), period=reporting_year("2019-20")) is None
