"""Signs: which areas are printed, from what, and what each is held against."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from goldenthread.content import catalogue
from goldenthread.insight import dataset, observations, signs
from goldenthread.language.indicator import Indicator
from tests.made import cin, published
from tests.made import dataset as made
from tests.made import signs as made_signs


@pytest.fixture
def home(tmp_path):
    made.load(tmp_path, **made_signs.files())
    return tmp_path


def sign(rows, number, *, area="380", nth=0):
    return [row for row in rows if row.indicator.id == number and row.observation.area == area][nth]


def values(row):
    return [None if c.value is None else float(round(c.value, 4)) for c in row.comparators]


def test_the_partnerships_own_area_as_published(home):
    rows = signs.rows(home=home, period="2019-20")
    count, rate = sign(rows, "IND-RF-01"), sign(rows, "IND-RF-02")

    assert [row.indicator.id for row in rows] == sorted(
        indicator.id for indicator in catalogue.declared(Indicator).values()
    )
    assert (count.value, count.observation.numerator, count.observation.denominator) == (
        9934,
        9934,
        None,
    )
    assert (str(rate.value), rate.observation.denominator) == ("697.4", 142439)
    assert rate.area_name == "Bradford"
    assert rate.snapshot == dataset.chosen(home=home).id


def test_a_council_is_held_against_its_region_and_a_measure_against_its_target(tmp_path):
    row = "2020,Reporting year,{},E92000001,England,E12000003,Yorkshire,{},{},{},"
    referrals_csv = published.referrals([("380", 2020, "10")])
    head, *_ = referrals_csv.splitlines()
    measures = "Referrals and Re-referrals,{0},1.0,{1},1.0,1,1.0,1,1.0,1,1.0,1,1.0"
    council = row.format("Local authority", "380", "E08000032", "Bradford")
    region = row.format("Regional", "", "", "")
    text = "\n".join(
        [head, council + measures.format("10", "5"), region + measures.format("40", "10")]
    )
    made.load(tmp_path, a_csv=text + "\n")
    found = sign(signs.rows(home=tmp_path, period="2019-20"), "IND-RF-05")

    assert [(c.type, c.area, c.value) for c in found.comparators if c.type == "regional"] == [
        ("regional", "Yorkshire", 25)
    ]
    decided = sign(signs.rows(home=tmp_path, period="2019-20"), "IND-FD-04")
    assert [(c.type, c.value) for c in decided.comparators if c.type == "target"] == [
        ("target", 100)
    ]


def test_what_a_rate_is_held_against(home):
    rate = sign(signs.rows(home=home, period="2019-20"), "IND-RF-02")

    # Before: 8,734 of 142,048. Neighbours: 100, 200 and 300 (one has no number). England.
    assert values(rate) == [614.8626, 200.0, None, 545.3605]
    before, neighbours, region, england = rate.comparators
    assert (region.type, region.area, region.value) == ("regional", "The region", None)
    assert (before.type, before.area, before.period) == ("previous_year", "380", "2018-19")
    assert (neighbours.type, neighbours.of) == ("statistical_neighbour_mean", 3)
    assert neighbours.area == "Neighbours of Bradford (group of April 2021)"
    assert (england.type, england.area, england.period) == ("national", "England", "2019-20")
    assert {c.vintage for c in rate.comparators} == {"published"}


def test_a_neighbour_whose_number_is_suppressed_is_no_part_of_the_mean(home):
    rate = sign(signs.rows(home=home, period="2018-19"), "IND-RF-02")

    # 90, 10 and 30; the year before that is not published here.
    assert values(rate)[:2] == [None, 43.3333]


def test_a_year_nobody_published_and_nobody_counted_says_so(home):
    rows = signs.rows(home=home, period="2010-11")

    assert {row.value for row in rows} == {None}
    assert (
        sign(rows, "IND-RF-01").observation.reason == "Nothing is held about referrals in 2010-11."
    )


@pytest.mark.parametrize("period", ["2019", "2019-21", "last year", ""])
def test_what_is_not_a_reporting_year_is_refused(home, period):
    with pytest.raises(ValueError, match="reporting year"):
        signs.rows(home=home, period=period)


def test_another_area_may_be_named(home, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_AREA", "354")
    row = sign(signs.rows(home=home, period="2019-20"), "IND-RF-02", area="354")

    assert (str(row.value), row.area_name) == ("100.0", "Area 354")
    assert row.comparators[1].value is None
    assert row.comparators[1].area == "Neighbours of Area 354"


def test_an_area_is_called_what_the_published_table_calls_it_and_else_what_we_do(tmp_path):
    made.load(tmp_path, a_xml=cin.written(la="380"), b_xml=cin.written(la="975"))
    names = {row.observation.area: row.area_name for row in signs.rows(home=tmp_path)}
    assert names == {"380": "Bradford", "975": "Council 975"}

    printed = published.referrals([("380", 2020, "1")], names={"380": "Thornbeck"})
    made.load(tmp_path, c_csv=printed)
    row = sign(signs.rows(home=tmp_path, period="2019-20"), "IND-RF-01")
    assert row.area_name == "Thornbeck"
    assert row.comparators[1].area.startswith("Neighbours of Thornbeck")


def test_areas_whose_rows_we_hold_come_first(home):
    made.load(
        home,
        a_xml=cin.written(
            made_signs.returned("2021-05-06", "2022-03-31", "2022-04-01", "2020-05-06")
        ),
    )
    rows = signs.rows(home=home, period="2021-22")

    assert [row.observation.area for row in rows if row.indicator.id == "IND-RF-01"] == [
        "975",
        "380",
    ]
    own = sign(rows, "IND-RF-01", area="975")
    assert (own.value, own.observation.vintage, own.area_name) == (2, "provisional", "Council 975")
    rate = sign(rows, "IND-RF-02", area="975")
    assert (rate.value, rate.observation.numerator) == (None, 2)
    assert "no number of children" in rate.observation.reason


def test_a_return_of_no_referrals_in_its_own_year_counts_nought(home):
    made.load(home, a_xml=cin.written(made_signs.returned("2020-05-06"), la="380"))

    assert sign(signs.rows(home=home, period="2021-22"), "IND-RF-01").value == 0


def test_a_return_of_the_partnerships_own_stands_for_its_year_in_place_of_what_is_published(home):
    made.load(
        home,
        a_xml=cin.written(made_signs.returned("2021-05-06", "2021-06-06"), la="380", year="2022"),
    )
    made.load(home, b_xml=cin.written(made_signs.returned("2022-05-06"), la="380", year="2023"))
    counted = [
        row for row in signs.rows(home=home, period="2022-23") if row.indicator.id == "IND-RF-01"
    ]

    (row,) = counted
    assert (row.value, values(row)[0]) == (1, 2.0)
    assert row.comparators[0].vintage == "provisional"


def test_the_year_before_is_never_of_another_vintage(home):
    made.load(home, a_xml=cin.written(made_signs.returned("2020-05-06"), la="380", year="2021"))
    row = sign(signs.rows(home=home, period="2020-21"), "IND-RF-01")

    assert (row.value, row.observation.vintage) == (1, "provisional")
    assert row.comparators[0].value is None  # 2019-20 is there, but as published


def test_records_of_part_of_a_year_say_so_and_what_is_published_stands_beside_them(home):
    made_signs.live(
        home,
        as_at=datetime(2020, 3, 4, 9, tzinfo=UTC),
        referrals=made_signs.referred(date(2020, 3, 3)),
    )
    rows = signs.rows(home=home)

    contacts = sign(rows, "IND-FD-04")
    assert (str(contacts.value), contacts.observation.numerator) == ("50.0", 1)
    assert "from 2 March 2020 to 4 March 2020" in contacts.observation.reason
    counted, printed = sign(rows, "IND-RF-02"), sign(rows, "IND-RF-02", nth=1)
    assert (counted.observation.numerator, counted.observation.vintage) == (1, "provisional")
    assert (str(printed.value), printed.observation.vintage) == ("697.4", "published")


def test_records_of_a_whole_year_stand_alone(home):
    days = (date(2019, 3, 31), date(2019, 5, 6), date(2020, 2, 1))
    made_signs.live(
        home, as_at=datetime(2020, 4, 1, 9, tzinfo=UTC), referrals=made_signs.referred(*days)
    )
    rows = [
        row for row in signs.rows(home=home, period="2019-20") if row.indicator.id == "IND-RF-01"
    ]

    (row,) = rows
    assert (row.value, row.observation.reason, values(row)[0]) == (2, "", 1.0)


def test_the_newest_year_is_that_of_our_own_rows(home):
    assert {row.observation.period.label for row in signs.rows(home=home)} == {"2021-22"}
    made.load(home, a_xml=cin.written(made_signs.returned("2019-05-06"), year="2023"))
    assert {row.observation.period.label for row in signs.rows(home=home)} == {"2022-23"}
    made.load(home, b_xml=cin.written(made_signs.returned("2020-05-06"), la="380", year="2021"))
    assert {row.observation.period.label for row in signs.rows(home=home)} == {"2020-21"}


def test_an_empty_snapshot_has_no_newest_year(tmp_path):
    with dataset.writing(home=tmp_path) as writer:
        writer.publish(kind="imported", tables={}, about={}, made_at=made.NOW)

    with pytest.raises(dataset.NoSnapshot, match="nothing to count"):
        signs.rows(home=tmp_path)


def test_years_are_listed_newest_first(home):
    made.load(home, a_xml=cin.written(made_signs.returned("2021-05-06"), year="2021"))
    years = [period.label for period in signs.periods(dataset.chosen(home=home))]

    assert years == ["2021-22", "2020-21", "2019-20", "2018-19"]


def compared(kind, area, value, *, period="2019-20"):
    return {"type": kind, "area": area, "period": period, "value": value, "vintage": "published"}


def test_json_has_the_agreed_names_and_plain_numbers(home):
    found = json.loads(signs.as_json(signs.rows(home=home, period="2019-20")))
    rate = next(row for row in found if row["id"] == "IND-RF-02")

    assert rate == {
        "id": "IND-RF-02",
        "key": "referral-rate",
        "title": "Referrals for every 10,000 children",
        "unit": "event",
        "period": "2019-20",
        "area": "380",
        "breakdown": None,
        "numerator": 9934,
        "denominator": 142439,
        "value": 697.4,
        "suppressed": False,
        "reason": None,
        "comparators": [
            compared("previous_year", "380", 614.9, period="2018-19"),
            compared(
                "statistical_neighbour_mean", "Neighbours of Bradford (group of April 2021)", 200.0
            ),
            compared("regional", "The region", None),
            compared("national", "England", 545.4),
        ],
        "snapshot": dataset.chosen(home=home).id,
    }
    count = next(row for row in found if row["id"] == "IND-RF-01")
    assert (count["value"], type(count["value"])) == (9934, int)
    assert [c["value"] for c in count["comparators"]] == [8734, 200, None, 642980]


def test_csv_has_the_same_with_each_comparator_in_a_column(home):
    found = list(csv.DictReader(io.StringIO(signs.as_csv(signs.rows(home=home, period="2019-20")))))
    rate = next(row for row in found if row["id"] == "IND-RF-02")

    assert (rate["value"], rate["previous_year"], rate["national"]) == ("697.4", "614.9", "545.4")
    assert (rate["area"], rate["area_name"]) == ("380", "Bradford")


def test_no_cell_of_the_csv_is_a_formula(tmp_path):
    names = {"380": "=HYPERLINK(1)", "381": "+1", "382": "@A1"}
    made.load(
        tmp_path,
        a_csv=published.referrals([(area, 2020, "1") for area in names], names=names),
    )
    for area, name in names.items():
        text = signs.as_csv(signs.rows(home=tmp_path, period="2019-20", area=area))
        cells = {cell for row in csv.reader(io.StringIO(text)) for cell in row}
        assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells)
        assert area == "380" or f"'{name}" in cells


def test_the_table_says_in_words_what_json_says_in_numbers(home):
    rows = signs.as_table(signs.rows(home=home, period="2019-20"))

    assert {len(row) for row in rows} == {len(signs.HEADINGS)}
    (rate,) = [row for row in rows if row[0].startswith("IND-RF-02")]
    assert rate[:9] == (
        "IND-RF-02 Referrals for every 10,000 children", "Bradford", "2019-20",
        "697.4 for every 10,000 children", "9,934", "142,439", "614.9", "200.0", "-",
    )  # fmt: skip
    assert rows[0][3] == "not known"


def test_a_year_that_has_only_just_begun_is_not_the_one_shown_first(tmp_path):
    rows = [{"received_on": day} for day in (date(2019, 5, 1), date(2020, 3, 31), date(2020, 4, 1))]
    for as_at, shown in (
        (datetime(2020, 4, 1, 9, tzinfo=UTC), "2019-20"),
        (datetime(2020, 6, 1, 9, tzinfo=UTC), "2020-21"),
    ):
        snapshot = made.live(tmp_path, as_at=as_at, contacts=rows)
        assert signs.newest_period(observations.of(snapshot)).label == shown


def test_records_that_have_only_just_begun_are_shown_all_the_same(tmp_path):
    rows = [{"received_on": date(2020, 4, 1)}]
    snapshot = made.live(tmp_path, as_at=datetime(2020, 4, 2, 9, tzinfo=UTC), contacts=rows)

    assert signs.newest_period(observations.of(snapshot)).label == "2020-21"
