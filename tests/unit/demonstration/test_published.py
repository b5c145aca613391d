"""The published figures a demonstration carries: facts, in the layout they were published in."""

import csv
from pathlib import Path

import pytest

from goldenthread.actions.demonstration import plan, published
from goldenthread.content.partnership.area import partnership_area
from tests.made import reference

AREAS = 13


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["time_period"], row["geographic_level"], row["old_la_code"] or row["region_code"]


def test_the_place_itself_its_neighbours_its_region_and_england_for_three_years(tmp_path):
    referrals, population = published.write(home=tmp_path, scale=1)
    (group,) = [each for each in partnership_area.neighbours if each.since is None]

    for path in (referrals, population):
        found = rows(path)
        councils = {row["old_la_code"] for row in found} - {""}
        assert len(found) == AREAS * 3 + (3 if path == population else 0)
        assert councils == {partnership_area.la_code, *group.councils}


def test_each_year_the_records_hold_has_the_number_of_the_place_s_own_children(tmp_path):
    found = rows(published.write(home=tmp_path, scale=1)[1])
    own = {
        int(row["time_period"]) for row in found if row["old_la_code"] == partnership_area.la_code
    }

    assert own == {year - 1 for year in plan.PUBLISHED}


def test_of_another_scale_only_its_own_counts_are_scaled_and_no_rate(tmp_path):
    whole = rows(published.write(home=tmp_path / "whole", scale=1)[0])
    small = rows(published.write(home=tmp_path / "small", scale=0.01)[0])

    for one, other in zip(whole, small, strict=True):
        if one["old_la_code"] != partnership_area.la_code:
            assert one == other
        else:
            assert one["Referrals_rate"] == other["Referrals_rate"]
            assert int(other["Referrals"]) == round(int(one["Referrals"]) / 100)


def test_it_says_where_the_figures_are_from(tmp_path):
    published.write(home=tmp_path, scale=1)

    said = (tmp_path / "demonstration" / "README.txt").read_text()
    assert "Open Government Licence" in said and "Department for Education" in said


@pytest.mark.parametrize(("place", "name"), [(0, reference.REFERRALS), (1, reference.POPULATION)])
def test_every_figure_is_the_one_that_was_published(tmp_path, place, name):
    theirs = {key(row): row for row in rows(reference.file(name))}

    for row in rows(published.write(home=tmp_path, scale=1)[place]):
        expected = theirs[key(row)]
        row["la_name"] = expected["la_name"] if row["old_la_code"] == "380" else row["la_name"]
        assert row == expected
