"""Rows as the text COPY takes."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from goldenthread.actions.demonstration import blocks, rows
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person

ID = UUID("0d6a6e53-8b1e-4d55-9c19-4a0f7a4f3a20")


def fields_of(row) -> dict[str, str]:
    (text,) = (text for _, text in blocks.packed([row]).text)
    line = text.decode()
    assert line.endswith("\n") and line.count("\n") == 1
    names = [field.attname for field in rows.written(type(row))]
    return dict(zip(names, line[:-1].split("\t"), strict=True))


def test_each_kind_of_value_is_written_as_copy_reads_it():
    entry = rows.make(
        Entry,
        id=ID,
        recorded_at=datetime(2020, 3, 9, 11, 50, tzinfo=UTC),
        answers={"said": 'a "b"\n\\c\té'},
    )
    found = fields_of(entry)

    assert found["id"] == ID.hex
    assert found["recorded_at"] == "2020-03-09T11:50:00+00:00"
    assert found["supersedes_id"] == "\\N"
    assert found["answers"] == r'{"said": "a \\"b\\"\\n\\\\c\\t\\u00e9"}'
    assert found["counted"] == "{}"
    assert fields_of(rows.make(Episode, id=ID, sole=True))["sole"] == "t"
    assert fields_of(rows.make(Person, id=ID, date_of_birth=date(2011, 6, 14)))[
        "date_of_birth"
    ] == ("2011-06-14")


@pytest.mark.parametrize(
    ("words", "written"),
    [("O'Brien-Łuk", "O'Brien-Łuk"), ("a\tb", r"a\tb"), ("a\nb\r", r"a\nb\r"), ("\\N", r"\\N")],
)
def test_no_words_end_a_column_or_a_row(words, written):
    assert fields_of(rows.make(Person, id=ID, given_name=words))["given_name"] == written


def test_a_value_of_a_kind_nobody_thought_of_is_an_error():
    with pytest.raises(KeyError):
        blocks.packed([rows.make(Person, id=ID, given_name=1.5)])


def test_what_names_another_comes_after_it_and_contacts_are_counted():
    contact = rows.make(Episode, id=ID, pathway="contact")
    referral = rows.make(Episode, id=ID, pathway="referral")
    block = blocks.packed([contact, rows.make(Agency, id=ID), referral, rows.make(Person, id=ID)])

    assert [rows.ORDER[place] for place, _ in block.text] == [Agency, Person, Episode]
    assert block.contacts == 1


def test_a_row_is_the_one_django_would_make():
    made = rows.make(Person, id=ID, given_name="Ellie")
    theirs = Person(id=ID, given_name="Ellie")

    assert {**vars(made), "_state": None} == {**vars(theirs), "_state": None}
    assert made._state.adding and made._state.db is None


def test_what_only_the_database_s_clock_can_say_is_left_to_it():
    assert "opened_at" not in fields_of(Account(id=ID, email="a@example.invalid"))
