"""Loading files: all of them or none, each over what it replaces and nothing else."""

from datetime import timedelta

import pytest

from goldenthread.actions import datasets
from goldenthread.insight import dataset
from goldenthread.insight.importers.piece import ImportRefused
from tests.made import cin, published
from tests.made import dataset as made
from tests.made.cin import Child, Referral
from tests.made.dataset import NOW


def newest(home):
    return dataset.newest(home=home, kind="imported")


def children(home):
    rows = newest(home).table("children").to_pylist()
    return sorted((row["la_code"], row["return_year"], row["pers_person_id"]) for row in rows)


def test_what_was_loaded_is_told_and_kept(tmp_path):
    load = made.load(
        tmp_path,
        a_xml=cin.written([Child(), Child(id="C2", sex="X")]),
        b_csv=published.population([("380", 2019, "142439")]),
    )

    first, second = load.files
    assert (first.title, first.rows) == (
        "Children in need census 2021-22 of 975",
        {"children": 2, "referrals": 2, "assessments": 0},
    )
    assert (second.title, second.rows) == ("Population of children (ONS)", {"population": 1})
    assert load.unreadable == 1
    assert load.snapshot == newest(tmp_path).id
    loaded = newest(tmp_path).table("loaded").to_pylist()
    assert [
        (row["kind"], row["la_code"], row["year"], row["table"], row["rows"]) for row in loaded
    ] == [
        ("cin", "975", 2022, "children", 2),
        ("cin", "975", 2022, "referrals", 2),
        ("cin", "975", 2022, "assessments", 0),
        ("population", "", None, "population", 1),
    ]
    assert {row["loaded_at"] for row in loaded} == {NOW}
    assert len({row["sha256"] for row in loaded}) == 2
    (listed,) = newest(tmp_path).table("unreadable").to_pylist()
    assert (listed["file"], listed["row"], listed["field"], listed["value"]) == (
        "a.xml",
        "child 2",
        "Sex",
        "X",
    )


def test_a_return_replaces_that_councils_return_of_that_year_and_no_other(tmp_path):
    made.load(tmp_path, a_xml=cin.written([Child(id="old", sex="X")]))
    made.load(tmp_path, b_xml=cin.written([Child(id="next year")], year="2023"))
    made.load(tmp_path, c_xml=cin.written([Child(id="next door")], la="976"))
    made.load(tmp_path, d_xml=cin.written([Child(id="new"), Child(id="newer")]))

    assert children(tmp_path) == [
        ("975", 2022, "new"),
        ("975", 2022, "newer"),
        ("975", 2023, "next year"),
        ("976", 2022, "next door"),
    ]
    assert newest(tmp_path).rows("unreadable") == 0
    assert newest(tmp_path).rows("loaded") == 9


def test_a_published_table_replaces_the_one_of_its_kind(tmp_path):
    made.load(tmp_path, a_csv=published.population([("380", 2018, "1"), ("380", 2019, "many")]))
    made.load(tmp_path, b_csv=published.referrals([("380", 2020, "9")]))
    made.load(tmp_path, c_csv=published.population([("380", 2019, "3")]))

    snapshot = newest(tmp_path)
    assert [row["population"] for row in snapshot.table("population").to_pylist()] == [3]
    assert snapshot.rows("published_referrals") == 1
    assert snapshot.rows("unreadable") == 0
    assert [row["file"] for row in snapshot.table("loaded").to_pylist()] == ["b.csv", "c.csv"]


def test_older_snapshots_are_left_as_they_were(tmp_path):
    first = made.load(tmp_path, a_xml=cin.written([Child(id="old")])).snapshot
    made.load(tmp_path, a_xml=cin.written([Child(id="new")]), at=NOW + timedelta(days=1))

    old = dataset.pinned(home=tmp_path, snapshot_id=first)
    assert old.table("children")["pers_person_id"].to_pylist() == ["old"]


def test_one_file_refused_is_all_of_them_refused(tmp_path):
    before = made.load(tmp_path, a_xml=cin.written()).snapshot

    with pytest.raises(ImportRefused, match=r"^b\.csv"):
        made.load(tmp_path, c_xml=cin.written(la="976"), b_csv="not, a, table\n")

    assert newest(tmp_path).id == before
    assert len(list((tmp_path / "dataset" / "snapshots").iterdir())) == 1


def test_nothing_is_made_where_the_first_file_is_refused(tmp_path):
    with pytest.raises(ImportRefused):
        made.load(tmp_path, a_xml="<Message/>")

    assert not (tmp_path / "dataset").exists()


def test_the_later_of_two_files_of_one_return_replaces_the_earlier_and_says_so(tmp_path):
    load = made.load(tmp_path, a_xml=cin.written(), b_xml=cin.written([Child(id="later", sex="X")]))

    assert children(tmp_path) == [("975", 2022, "later")]
    assert [file.title for file in load.files] == [
        "Children in need census 2021-22 of 975, replaced by b.xml",
        "Children in need census 2021-22 of 975",
    ]
    assert newest(tmp_path).rows("unreadable") == 1


def test_no_files_are_refused(tmp_path):
    with pytest.raises(ImportRefused, match="at least one file"):
        datasets.load(files=[], home=tmp_path, now=NOW)


def test_a_dry_run_reads_everything_and_writes_nothing(tmp_path):
    paths = [tmp_path / "a.xml", tmp_path / "b.xml"]
    for path, council in zip(paths, ("975", "976"), strict=True):
        path.write_text(cin.written(la=council))
    home = tmp_path / "home"

    load = datasets.load(files=paths, home=home, now=NOW, dry_run=True)

    assert (load.snapshot, len(load.files)) == (None, 2)
    assert not home.exists()
    paths[1].write_text("<Message/>")
    with pytest.raises(ImportRefused):
        datasets.load(files=paths, home=home, now=NOW, dry_run=True)


def test_published_tables_come_to_stand_beside_the_records_too(tmp_path):
    live = made.live(tmp_path, contacts=[{"cont_contact_id": "1"}], as_at=NOW - timedelta(days=3))
    made.load(tmp_path, a_csv=published.population([("380", 2019, "142439")]))

    beside = dataset.newest(home=tmp_path, kind="live")
    assert beside.id != live.id
    assert (beside.rows("contacts"), beside.rows("population")) == (1, 1)
    assert beside.manifest["about"] == live.manifest["about"]


def test_a_return_alone_changes_nothing_about_the_records(tmp_path):
    live = made.live(tmp_path, contacts=[{"cont_contact_id": "1"}])
    made.load(tmp_path, a_xml=cin.written([Child(referrals=[Referral()])]))

    assert dataset.newest(home=tmp_path, kind="live") == live
