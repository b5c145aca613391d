"""Published figures, neighbours and the interactive tool: each number a row of its own."""

import pytest

from goldenthread.content.partnership.area import bradford
from goldenthread.insight.importers import recognise
from goldenthread.insight.importers.piece import ImportRefused
from tests.made import dataset, reference

PLACE = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name"
)
BRADFORD = (
    "2020,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire,380,E08000032,"
    "Bradford"
)
PLANS = (
    f"{PLACE},category,CPP_start,CPP_At31\n{BRADFORD},Child Protection Plans,1186,953\n"
    f"{BRADFORD.replace('2020', '2019')},Child Protection Plans,c,many\n"
)
ENGLAND = (
    "time_period,time_identifier,geographic_level,country_code,country_name,category,category_type,"
    "number,rate,percent\n"
    "2020,Reporting year,National,E92000001,England,{},Number,7,8.5,z\n"
)
TOOL = (
    "topic,measure_short,measure,polarity,decimals,year_type,year,area_role,la_code,area,value\n"
    "Need,CIN,Children in need,-,,Financial Year,2020,la,380,Bradford,-1.5\n"
    "Need,CIN,Children in need,-,,Financial Year,2018-20,national,970,England,-\n"
    "Need,CIN,Children in need,-,,Financial Year,2019,region,Y&H,Yorkshire,lots\n"
)
NEIGHBOURS = (
    "LA num,LA Name,LA number,GOInd,GOReg,"
    + ",".join(f"SN{n},SNP" for n in range(1, 11))
    + ",\n380,Bradford,380,1,Yorkshire,"
    + ",".join(f"{350 + n},Close" for n in range(10))
    + ",\n"
)


def read(tmp_path, text):
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")
    return recognise.read(path)


def test_each_number_is_a_row_with_its_place_and_what_it_is_about(tmp_path):
    piece = read(tmp_path, PLANS)
    start, at31, hidden, odd = piece.tables["figures"].to_pylist()

    assert piece.kind == "published-protection-plans"
    assert (start["year"], start["area_code"], start["name"]) == (2020, "380", "Bradford")
    assert (start["about"], start["measure"], start["value"]) == (
        "Child Protection Plans",
        "CPP_start",
        1186.0,
    )
    assert (at31["measure"], at31["value"]) == ("CPP_At31", 953.0)
    assert (hidden["value"], hidden["symbol"]) == (None, "c")
    assert (odd["value"], odd["typed"]) == (None, "many")
    (listed,) = piece.unreadable
    assert (listed.row, listed.field, listed.value) == ("row 3", "CPP_At31", "many")


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("Children in Need", "published-england-need"),
        ("Section 47", "published-england-protection"),
    ],
)
def test_two_files_of_one_shape_are_told_apart_by_what_they_are_about(tmp_path, category, kind):
    assert read(tmp_path, ENGLAND.format(category)).kind == kind


def test_a_third_file_of_that_shape_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="row 2, category: None of its rows is about"):
        read(tmp_path, ENGLAND.format("Trains"))


def test_the_interactive_tool_has_numbers_below_nought_and_a_dash_for_none(tmp_path):
    piece = read(tmp_path, TOOL)
    bradford_, england, region = piece.tables["figures"].to_pylist()

    assert (bradford_["value"], bradford_["area_level"]) == (-1.5, "la")
    assert (england["value"], england["symbol"], england["year"]) == (None, "-", None)
    assert (england["period"], england["area_code"]) == ("2018-20", "E92000001")
    assert region["area_level"] == "regional"
    assert [listed.value for listed in piece.unreadable] == ["lots"]


def test_neighbours_stand_in_order_of_likeness(tmp_path):
    piece = read(tmp_path, NEIGHBOURS)
    rows = piece.tables["neighbours"].to_pylist()

    assert piece.title == "Statistical neighbours of April 2021 (DfE)"
    assert [row["neighbour_code"] for row in rows] == [str(350 + n) for n in range(10)]
    assert {row["closeness"] for row in rows} == {"Close"}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("381,Calderdale,381,1,Yorkshire,350", "row 3: The row has 6 cells"),
    ],
)
def test_a_row_of_neighbours_cut_short_is_refused(tmp_path, row, says):
    with pytest.raises(ImportRefused, match=says):
        read(tmp_path, NEIGHBOURS + row + "\n")


def test_one_kind_of_figures_leaves_the_others_alone(tmp_path):
    dataset.load(tmp_path, a_csv=PLANS, b_csv=TOOL, c_csv=NEIGHBOURS)
    dataset.load(tmp_path, d_csv=PLANS.replace("953", "954"))
    from goldenthread.insight import dataset as snapshots

    found = snapshots.newest(home=tmp_path, kind="imported")
    kinds = found.table("figures")["kind"].to_pylist()

    assert sorted(set(kinds)) == ["interactive-tool", "published-protection-plans"]
    assert len(kinds) == 7
    assert 954.0 in found.table("figures")["value"].to_pylist()
    assert found.rows("neighbours") == 10


FILES = {
    "a1_cin_assessments_episodes_referrals_2013_to_2024.csv": ("figures", 540, 0),
    "a2_section47_icpc_cpp_2013_to_2024.csv": ("figures", 468, 0),
    "b1_children_in_need_2013_to_2024.csv": ("figures", 31_472, 0),
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv": (
        "published_referrals", 1_967, 0,
    ),
    "c2_children_in_need_assessments_duration_2014_to_2024.csv": (
        "published_assessments", 1_803, 0,
    ),
    "c3_factors_identified_at_end_of_assessment_2018_to_2024.csv": ("figures", 45_880, 0),
    "cla_number_and_rate_per_10k_children.csv": ("figures", 7_515, 0),
    "d1_child_protection_plans_2013_to_2024.csv": ("figures", 27_538, 0),
    "headline_figures_2013_to_2024.csv": ("figures", 72, 0),
    "lait_bradford_neighbours_region_england.csv": ("figures", 23_728, 0),
    "lait_data_dictionary.csv": ("measures", 448, 0),
    "New_Statistical_Neighbour_Groupings_April_2021.csv": ("neighbours", 1_570, 10),
    "ons_mid-year_population_estimates_2012_to_2023.csv": ("population", 1_967, 0),
    "sn_model_2025_wide.csv": ("neighbours", 1_530, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_published_file_at_hand_is_read(name):
    table, rows, unreadable = FILES[name]
    piece = recognise.read(reference.file(f"comparators/{name}"))

    assert {each: found.num_rows for each, found in piece.tables.items()} == {table: rows}
    assert len(piece.unreadable) == unreadable


def test_no_published_file_at_hand_is_left_out():
    folder = reference.file("comparators")

    assert sorted(path.name for path in folder.glob("*.csv")) == sorted(FILES)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("New_Statistical_Neighbour_Groupings_April_2021.csv", "April 2021"),
        ("sn_model_2025_wide.csv", "May 2025"),
    ],
)
def test_the_declared_neighbours_are_those_of_the_files(name, version):
    piece = recognise.read(reference.file(f"comparators/{name}"))
    (declared,) = [group for group in bradford.neighbours if group.version == version]

    rows = [row for row in piece.tables["neighbours"].to_pylist() if row["area_code"] == "380"]
    assert tuple(row["neighbour_code"] for row in rows) == declared.councils


def test_published_assessments_in_time_are_those_dfe_prints(tmp_path):
    piece = recognise.read(
        reference.file("comparators/c2_children_in_need_assessments_duration_2014_to_2024.csv")
    )
    (found,) = [
        row
        for row in piece.tables["published_assessments"].to_pylist()
        if (row["area_code"], row["year"]) == ("380", 2020)
    ]

    assert (found["completed"], found["in_45_days"]) == (13_982, 10_547)
