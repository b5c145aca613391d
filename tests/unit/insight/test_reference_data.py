"""The real files: published tables and the sector's own made-up returns, where they are at hand."""

import pytest

from goldenthread.actions import datasets
from goldenthread.insight import dataset, signs
from goldenthread.insight.importers import recognise
from goldenthread.kernel import rounding
from tests.made import reference
from tests.made.dataset import NOW

PRINTED = {
    "2012-13": "335.4",
    "2013-14": "378.4",
    "2014-15": "359.4",
    "2015-16": "395.3",
    "2016-17": "457.4",
    "2017-18": "535.4",
    "2018-19": "614.9",
    "2019-20": "697.4",
    "2020-21": "757.8",
    "2021-22": "861.2",
    "2022-23": "653.4",
    "2023-24": "630.2",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    files = [
        reference.file(reference.REFERRALS),
        reference.file(reference.POPULATION),
        reference.file(reference.CIN) / "fake_CIN_data.xml",
    ]
    folder = tmp_path_factory.mktemp("reference")
    datasets.load(files=files, home=folder, now=NOW)
    return folder


def rate(home, period):
    rows = signs.rows(home=home, period=period)
    return next(r for r in rows if r.indicator.id == "IND-RF-02" and r.observation.area == "380")


@pytest.mark.parametrize(("period", "printed"), PRINTED.items())
def test_every_published_rate_of_bradford_comes_out(home, period, printed):
    assert str(rate(home, period).value) == printed


@pytest.mark.parametrize(
    ("period", "neighbours", "england"),
    [("2018-19", "662.1", "553.7"), ("2019-20", "604.3", "545.3")],
)
def test_neighbours_and_england(home, period, neighbours, england):
    _, mean, region, national = rate(home, period).comparators

    assert mean.of == 10
    assert str(rounding.half_up(mean.value, 1)) == neighbours
    assert str(rounding.half_up(national.value, 1)) == england
    assert region.area == "Yorkshire and The Humber"
    assert region.value is not None


def test_almost_every_rate_dfe_printed_comes_out_of_its_own_numbers(home):
    """1,938 areas and years have a number and children; one region's rate is rounded otherwise."""
    from goldenthread.insight import observations

    snapshot = dataset.chosen(home=home)
    within = observations.of(snapshot)
    (indicator,) = [i for i in within.indicators if i.id == "IND-RF-02"]
    compared, differing = 0, []
    for row in snapshot.table("published_referrals").to_pylist():
        period = next(p for p in within.published_periods if p.end.year == row["year"])
        seen = within.published(indicator, area=row["area_code"], period=period)
        if seen.value is None or row["referrals_rate"] is None:
            continue
        compared += 1
        if abs(float(seen.value) - row["referrals_rate"]) > 0.051:
            differing.append((row["year"], row["area_code"]))
    assert compared > 1900
    assert differing == [(2023, "E12000004")]


def test_the_made_up_return_loads_whole(home):
    snapshot = dataset.chosen(home=home)

    assert (snapshot.rows("children"), snapshot.rows("referrals")) == (332, 402)
    assert snapshot.rows("unreadable") == 0
    rows = signs.rows(home=home, period="2021-22")
    (made_up,) = [r for r in rows if r.indicator.id == "IND-RF-01" and r.observation.area == "975"]
    assert made_up.value == 54


@pytest.mark.parametrize(
    ("name", "children", "unreadable"),
    [
        ("CIN2rows.xml", 1, []),
        ("CIN_Census_2021.xml", 1, []),
        ("CIN_Census_2024.xml", 2, [("Sex", "1")]),
        ("fake_CIN_data.xml", 332, []),
    ],
)
def test_every_return_at_hand_is_read(name, children, unreadable):
    piece = recognise.read(reference.file(reference.CIN) / name)

    assert piece.tables["children"].num_rows == children
    assert [(value.field, value.value) for value in piece.unreadable] == unreadable
