"""A feed is taken whole or refused with the row, the field and the reason of every fault."""

import csv
import io
from datetime import date

import pytest

from goldenthread.content.front_door.domestic_abuse_form import domestic_abuse_form as form
from goldenthread.language import feed
from goldenthread.language.feed import Unfit
from tests.made import notifications as made

TODAY = date(2020, 3, 3)


def of_csv(*rows: dict[str, str], heads: list[str] | None = None) -> tuple[feed.Piece, ...]:
    return feed.of_csv(
        form, made.as_csv(*rows, heads=heads), together_by="police_reference", on=TODAY
    )


def faults(*rows: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(Unfit) as refused:
        of_csv(*rows)
    return [(fault.place, fault.field) for fault in refused.value.faults]


def test_rows_with_one_reference_are_one_notification_of_several_children():
    pieces = of_csv(made.row(), made.row(given_name="Sara"), made.row(police_reference="B/2"))

    assert [piece.answers["police_reference"] for piece in pieces] == ["A/1", "B/2"]
    assert [child["given_name"] for child in pieces[0].answers["children"]] == ["Amir", "Sara"]
    assert [piece.place for piece in pieces] == ["Row 2", "Row 4"]


def test_csv_and_json_of_the_same_notification_are_the_same():
    (from_csv,) = of_csv(made.row())
    (from_json,) = feed.of_json(form, made.answers(), on=TODAY)

    assert feed.fingerprinted(from_csv.answers) == feed.fingerprinted(from_json.answers)


def test_names_and_words_come_through_whole():
    account = 'He said "no",\nthen left. <script>alert(1)</script> \N{PILE OF POO}'
    (piece,) = of_csv(made.row(given_name="Siân", family_name="O'Brien", incident_account=account))

    assert piece.answers["incident_account"] == account
    assert piece.answers["children"][0]["given_name"] == "Siân"
    assert piece.answers["children"][0]["family_name"] == "O'Brien"


def test_a_fault_names_the_row_and_the_field():
    assert faults(made.row(), made.row(given_name="Sara", sex="X")) == [("Row 3", "sex")]
    assert faults(made.row(dash_risk="severe")) == [("Row 2", "dash_risk")]
    assert faults(made.row(date_of_birth="30/02/2012")) == [("Row 2", "date_of_birth")]
    assert faults(made.row(dash_ticks="injured;nonsense")) == [("Row 2", "dash_ticks")]


def test_every_fault_is_told_at_once():
    assert faults(made.row(sex="X"), made.row(police_reference="B/2", injuries="maybe")) == [
        ("Row 2", "sex"),
        ("Row 3", "injuries"),
    ]


def test_two_rows_of_one_reference_must_not_disagree():
    assert faults(made.row(), made.row(given_name="Sara", victim_name="Somebody else")) == [
        ("Row 3", "victim_name")
    ]


def test_a_heading_that_is_no_field_is_refused():
    with pytest.raises(Unfit, match="Row 1, colour: There is no such field"):
        of_csv(made.row(colour="red"))


def test_a_heading_that_is_there_twice_is_refused():
    with pytest.raises(Unfit, match="Row 1, sex: The same heading"):
        feed.of_csv(form, "sex,sex\nM,F\n", together_by="police_reference", on=TODAY)


@pytest.mark.parametrize("sent", ["", "\n\n", ",".join(made.row()) + "\n"])
def test_an_empty_file_is_refused(sent):
    with pytest.raises(Unfit, match="There is nothing in it"):
        feed.of_csv(form, sent, together_by="police_reference", on=TODAY)


@pytest.mark.parametrize("sent", ['police_reference\n"never closed', "police_reference\nA,B\n"])
def test_what_is_not_csv_is_refused_with_its_line(sent):
    with pytest.raises(Unfit, match=r"^(Line|Row) 2"):
        feed.of_csv(form, sent, together_by="police_reference", on=TODAY)


@pytest.mark.parametrize("sent", [None, 3, "words", [None], [[]], {"children": "no list"}, []])
def test_json_that_is_no_notification_is_refused(sent):
    with pytest.raises(Unfit):
        feed.of_json(form, sent, on=TODAY)


@pytest.mark.parametrize("bad", ["\x00", "\ud800"])
def test_characters_that_cannot_be_kept_are_refused_and_not_changed(bad):
    with pytest.raises(Unfit, match="victim_name"):
        feed.of_json(form, made.answers(victim_name=f"Ann{bad}e"), on=TODAY)


def test_the_spreadsheet_mark_at_the_start_of_a_file_is_passed_over():
    sent = "\N{ZERO WIDTH NO-BREAK SPACE}" + made.as_csv(made.row())

    assert feed.of_csv(form, sent, together_by="police_reference", on=TODAY)


def test_written_csv_is_read_back_by_any_reader():
    (head, first) = csv.reader(io.StringIO(made.as_csv(made.row())))

    assert dict(zip(head, first, strict=True)) == made.row()
