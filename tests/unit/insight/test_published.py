"""Reading what DfE publishes: numbers, symbols in place of numbers, and files that are not it."""

import pytest

from goldenthread.insight.importers import recognise, sheet
from goldenthread.insight.importers.opened import Metered
from goldenthread.insight.importers.piece import ImportRefused
from tests.made import published

REFERRALS = published.referrals([("380", 2020, "9934"), ("England", 2020, "642980")])
POPULATION = published.population([("380", 2019, "142439")])


def read(tmp_path, text, *, name="table.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return recognise.read(path)


def rows(piece):
    (table,) = piece.tables.values()
    return table.to_pylist()


def test_areas_are_known_by_the_code_of_their_level(tmp_path):
    council, england = rows(read(tmp_path, REFERRALS))

    assert (council["area_level"], council["area_code"], council["name"]) == (
        "la",
        "380",
        "Area 380",
    )
    assert council["ons_code"] == "E08000380"
    assert (england["area_level"], england["area_code"]) == ("national", "E92000001")
    assert (council["year"], council["referrals"], council["referrals_symbol"]) == (
        2020,
        9934,
        None,
    )


def test_a_region_is_known_by_its_own_code(tmp_path):
    text = REFERRALS.replace(
        "Local authority,E92000001,England,,,380", "Regional,E92000001,England,E12000003,Yorkshire,"
    )
    region = rows(read(tmp_path, text))[0]

    assert (region["area_level"], region["area_code"], region["name"]) == (
        "regional",
        "E12000003",
        "Yorkshire",
    )


@pytest.mark.parametrize("symbol", ["c", "x", "z", "u", "k", "low", ":"])
def test_a_symbol_is_kept_and_its_number_is_missing(tmp_path, symbol):
    piece = read(tmp_path, published.referrals([("380", 2020, symbol)]))
    (row,) = rows(piece)

    assert (row["referrals"], row["referrals_symbol"]) == (None, symbol)
    assert [value.field for value in piece.unreadable if symbol != ":"] == []


def test_an_empty_cell_is_missing_without_a_symbol(tmp_path):
    piece = read(tmp_path, published.population([("380", 2019, "")]))

    assert (rows(piece)[0]["population"], rows(piece)[0]["population_symbol"]) == (None, None)
    assert piece.unreadable == ()


@pytest.mark.parametrize(
    "typed", ["9,934", "-5", "1e3", "about 40", "9934.0", "９９３４", "9" * 19]
)
def test_a_number_that_cannot_be_read_is_kept_counted_missing_and_listed(tmp_path, typed):
    piece = read(tmp_path, published.population([("380", 2019, "1"), ("381", 2019, typed)]))

    assert (rows(piece)[1]["population"], rows(piece)[1]["population_symbol"]) == (None, typed)
    (listed,) = piece.unreadable
    assert (listed.row, listed.line, listed.field, listed.value) == (
        "row 3",
        3,
        "population_estimate",
        typed,
    )


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("2019,", "2018/19,", "time_period"), ("Local authority", "District", "geographic_level")],
)
def test_a_row_that_cannot_be_placed_is_kept_and_listed(tmp_path, old, new, field):
    piece = read(tmp_path, POPULATION.replace(old, new))

    assert [value.field for value in piece.unreadable] == [field]
    assert len(rows(piece)) == 1


def test_rates_are_kept_as_printed(tmp_path):
    text = REFERRALS.replace("9934,1.0", "9934,697.4")

    assert rows(read(tmp_path, text))[0]["referrals_rate"] == 697.4


def test_other_ages_are_left_out_and_listed(tmp_path):
    adults = POPULATION.splitlines()[1].replace("0 to 17 years", "18 to 25 years")
    piece = read(tmp_path, POPULATION + adults + "\n")

    assert len(rows(piece)) == 1
    assert [(value.row, value.field) for value in piece.unreadable] == [("row 3", "age_group")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_the_encoding_are_no_part_of_the_first_header(tmp_path, encoding):
    assert len(rows(read(tmp_path, POPULATION, encoding=encoding))) == 1


def test_columns_may_stand_in_any_order_beside_others(tmp_path):
    lines = [f"{line},new" for line in POPULATION.splitlines()]
    turned = [",".join(reversed(line.split(","))) for line in lines]

    assert rows(read(tmp_path, "\n".join(turned)))[0]["population"] == 142439


@pytest.mark.parametrize("blank", ["\n", "\n\n\n"])
def test_blank_lines_are_passed_over(tmp_path, blank):
    assert len(rows(read(tmp_path, POPULATION.replace("\n", blank)))) == 1


def dropped(text, name):
    """The file without one of its columns."""
    place = text.splitlines()[0].split(",").index(name)
    kept = [line.split(",") for line in text.splitlines()]
    return "\n".join(",".join(cells[:place] + cells[place + 1 :]) for cells in kept)


NEEDED = [name for name in (*published.PLACE, *published.MEASURES) if name != "time_identifier"]


@pytest.mark.parametrize("name", [*NEEDED, "category"])
def test_a_referrals_table_without_one_of_its_columns_is_refused(tmp_path, name):
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, dropped(REFERRALS, name))

    assert (refused.value.row, refused.value.field) == ("row 1", name)


@pytest.mark.parametrize("name", ["old_la_code", "age_group", "population_estimate"])
def test_a_population_table_without_one_of_its_columns_is_refused(tmp_path, name):
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, dropped(POPULATION, name))

    assert refused.value.field == name


@pytest.mark.parametrize(
    ("text", "row", "field", "says"),
    [
        (POPULATION.replace("la_name", "old_la_code"), "row 1", "old_la_code", "twice"),
        (POPULATION + "2018,Reporting year,Local", "row 3", "country_code", "cut short"),
        (POPULATION.replace("142439", "142,439"), "row 2", "population_estimate", "too long"),
        (POPULATION.splitlines()[0], "row 1", "", "no rows"),
        (POPULATION + POPULATION.splitlines()[1], "row 3", "old_la_code", "second time"),
        (POPULATION.replace("0 to 17", "0 to 4"), "row 2", "age_group", "None of its rows"),
        (POPULATION.replace("Area 380", '"Area 380'), "row 2", "", "quotation"),
        (POPULATION.replace("Area 380", "A" * 140_000), "row 2", "", "length"),
        (POPULATION.replace("Area", "Ar\0ea"), "", "", "not a text file"),
        (POPULATION.encode().replace(b"Area", b"Ar\xe9a"), "row 2", "", "UTF-8"),
        ("a,b\n1,2\n", "row 1", "", "none of the files"),
        ("a" * 5_000_000, "byte 4,194,305", "row", "4 MB"),
        (POPULATION + '"\n' + '","\n' * 1_200_000, "byte", "row", "4 MB"),
        (POPULATION + POPULATION.splitlines()[1].replace("380", "") + "\n", None, None, None),
    ],
    ids=["header twice", "cut short", "too long", "no rows", "same area twice", "other ages",
         "open quotation", "endless cell", "not text", "latin 1", "unknown", "endless line",
         "endless record", "no code"],
)  # fmt: skip
def test_a_file_that_is_not_what_it_says_is_refused_in_one_sentence(
    tmp_path, text, row, field, says
):
    if says is None:
        assert [value.field for value in read(tmp_path, text).unreadable] == ["old_la_code"]
        return
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, text)

    said = str(refused.value)
    assert said.startswith("table.csv")
    assert says in said
    assert "\n" not in said
    if row:
        assert refused.value.row.startswith(row)
    assert refused.value.field == field


def test_more_rows_than_any_published_table_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "_MOST", 3)
    with pytest.raises(ImportRefused, match="more than 3 rows"):
        read(tmp_path, published.population([(str(380 + n), 2019, "1") for n in range(4)]))


def test_long_files_report_their_progress(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "_REPORT_EVERY", 2)
    path = tmp_path / "table.csv"
    path.write_text(published.population([(str(380 + n), 2019, "1") for n in range(5)]))
    seen = []

    recognise.read(path, progress=lambda name, done, size: seen.append((name, done <= size)))

    assert len(seen) == 4
    assert set(seen) == {("table.csv", True)}


def test_the_bound_on_what_is_read_at_once_starts_again_at_each_whole_thing(tmp_path):
    class File:
        name = "endless"

    metered = Metered(File(), thing="row")
    for _ in range(10):
        metered.count(Metered.MOST)
        metered.mark()
    metered.count(Metered.MOST)
    with pytest.raises(ImportRefused):
        metered.count(1)
