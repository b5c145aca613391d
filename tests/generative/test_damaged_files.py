"""A file damaged in any way is loaded or refused, and never anything else.

Promise P13: no crash, nothing half imported, one plain sentence that names the file.
"""

import os
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.insight import dataset, schema
from goldenthread.insight.importers import recognise
from goldenthread.insight.importers.piece import ImportRefused
from tests.made import cin, published
from tests.made import dataset as made
from tests.made.cin import Child, Referral
from tests.made.dataset import rows

# Ten thousand are read in a jail: test_jailed_files.
FEW = 400
CAREFUL = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)

RETURN = cin.written(
    [
        Child(upn_unknown="UN1", expected="2022-05-01", died="2022-01-01", gender="1"),
        Child(id="Zoë", referrals=[Referral(closed="2022-02-01", reason="RC8"), Referral(nfa="1")]),
    ]
)
TABLE = published.referrals([("380", 2020, "9934"), ("381", 2020, "c")], names={"380": "Zoë, Ltd"})
FILES = {
    "return": RETURN.encode(),
    "return in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + RETURN).encode("utf-16"),
    "table": TABLE.encode(),
    "table in UTF-16": published.population([("380", 2019, "1")]).encode("utf-16"),
}
# What breaks parsers: pieces of markup, quotation, numbers and dates past their ends, odd letters.
MARKUP = (
    "< > </ /> & &#0; &#xD800; &amp; <![CDATA[ ]]> <!-- --> <?x <!DOCTYPE <Child> </Child> x:"
    " <CINdetails> </CINdetails> <Header> <Message> <Children/> <Year> </Year> <LEA> xmlns='x'"
)
VALUES_PAST_THEIR_ENDS = (
    "0000-00-00 9999-12-31 2021-02-29 99999999999999999999 -1 NaN 1e999 2022 c x , \" '"
)
PIECES = [
    *MARKUP.encode().split(),
    *VALUES_PAST_THEIR_ENDS.encode().split(),
    *(b"\0", b"\r", b"\n", b"\t", b"\xff", b"\xc3", b"\xef\xbb\xbf"),
    "\u202e".encode(),
    "\U0001f9f5".encode(),
]


@st.composite
def damaged(draw, whole):
    """The file with up to six changes: bytes cut, put in, put elsewhere or turned."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        kind = draw(st.sampled_from(["cut", "piece", "bytes", "again", "end", "turn"]))
        if kind == "cut":
            del data[at:to]
        elif kind == "piece":
            data[at:at] = draw(st.sampled_from(PIECES))
        elif kind == "bytes":
            data[at:to] = draw(st.binary(max_size=12))
        elif kind == "again":
            data[at:at] = data[at:to] * draw(st.integers(1, 3))
        elif kind == "end":
            del data[at:]
        elif at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)


def loads_or_is_refused(folder, data):
    path = folder / f"damaged{os.getpid()}.file"
    path.write_bytes(data)
    try:
        piece = recognise.read(path)
    except ImportRefused as refused:
        said = str(refused)
        assert said.startswith(path.name)
        assert said.endswith(".")
        assert len(said.splitlines()) == 1
        return
    for name, table in piece.tables.items():
        assert table.schema.equals(schema.TABLES[name])
        assert table.num_rows > 0 or name in ("referrals", "assessments")
        pa.Table.from_batches(table.to_batches(), table.schema).validate(full=True)
    for listed in piece.unreadable:
        assert listed.row
        assert listed.field
        assert listed.problem


def test_the_whole_files_load(tmp_path):
    for data in FILES.values():
        path = tmp_path / "whole.file"
        path.write_bytes(data)
        assert recognise.read(path).tables


@pytest.mark.parametrize("which", FILES)
@given(data=st.data())
@settings(CAREFUL, max_examples=FEW)
def test_a_damaged_file_loads_or_is_refused(tmp_path, which, data):
    loads_or_is_refused(tmp_path, data.draw(damaged(FILES[which])))


@given(data=st.binary(max_size=300))
@settings(CAREFUL, max_examples=FEW)
def test_any_bytes_at_all_load_or_are_refused(tmp_path, data):
    loads_or_is_refused(tmp_path, data)


@given(data=damaged(FILES["return"]))
@settings(CAREFUL, max_examples=60)
def test_a_refused_file_leaves_the_dataset_as_it_was(tmp_path, data):
    before = dataset.newest(home=tmp_path, kind="imported")
    if before is None:
        made.load(tmp_path, whole_xml=RETURN)
        before = dataset.newest(home=tmp_path, kind="imported")
    path = tmp_path / "damaged.xml"
    path.write_bytes(data)
    try:
        load = made.datasets.load(files=[path], home=tmp_path, now=made.NOW)
    except ImportRefused:
        assert dataset.newest(home=tmp_path, kind="imported") == before
    else:
        assert dataset.newest(home=tmp_path, kind="imported").id == load.snapshot
    shelf = tmp_path / "dataset" / "snapshots"
    assert not list(shelf.glob(".*"))


VALUES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)


@given(typed=VALUES)
@settings(CAREFUL, max_examples=FEW)
def test_whatever_is_typed_in_a_date_is_a_date_or_is_kept_and_listed(tmp_path, typed):
    path = tmp_path / "typed.xml"
    path.write_text(cin.written([Child(referrals=[Referral(on=typed)])]), encoding="utf-8")
    try:
        piece = recognise.read(path)
    except ImportRefused:
        assert any(letter in typed for letter in "\ufffe\uffff")  # no letters of XML at all
        return
    (row,) = rows(piece.tables["referrals"])

    read = row["cine_referral_date"]
    assert (read is None) == bool(piece.unreadable)
    assert (row["cine_referral_date_raw"] or "").strip() == typed.strip()
    if read is not None:
        assert isinstance(read, date)
        assert typed.strip().startswith(read.isoformat())
