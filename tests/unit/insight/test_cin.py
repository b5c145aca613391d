"""Reading a children in need census: what is loaded, what is listed, what is refused."""

from datetime import date

import pytest

from goldenthread.insight.importers import recognise
from goldenthread.insight.importers.piece import ImportRefused
from tests.made import cin
from tests.made.cin import Child, Referral
from tests.made.dataset import rows


def read(tmp_path, text, *, name="return.xml", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return recognise.read(path)


def one(table):
    (row,) = rows(table)
    return row


def test_a_child_and_its_referrals(tmp_path):
    piece = read(
        tmp_path,
        cin.written(
            [
                Child(
                    id=" C1 ",
                    referrals=[
                        Referral(),
                        Referral(on="2021-09-01", closed="2022-02-01", reason="RC8", nfa="true"),
                    ],
                ),
                Child(id="C2", referrals=[]),
            ]
        ),
    )

    first, second = rows(piece.tables["referrals"])
    assert (piece.kind, piece.la_code, piece.year) == ("cin", "975", 2022)
    assert piece.title == "Children in need census 2021-22 of 975"
    assert [row["pers_person_id"] for row in rows(piece.tables["children"])] == ["C1", "C2"]
    assert (first["cine_person_id"], second["cine_person_id"]) == ("C1", "C1")
    assert (first["cine_referral_id"], second["cine_referral_id"]) == (
        "975-2022-1-1",
        "975-2022-1-2",
    )
    assert first["cine_referral_date"] == first["referral_on"] == date(2021, 5, 6)
    assert first["cine_referral_source_desc"] == "Schools"
    assert (first["cine_referral_nfa"], second["cine_referral_nfa"]) == ("N", "Y")
    assert (second["cine_close_date"], second["cine_close_reason"]) == (date(2022, 2, 1), "RC8")
    assert {first["la_code"], first["return_year"]} == {"975", 2022}
    assert list(piece.unreadable) == []


@pytest.mark.parametrize(
    ("child", "sex", "gender"),
    [
        (Child(sex="F"), "F", None),
        (Child(sex=None, gender="1"), "M", "01"),
        (Child(sex=None, gender="2"), "F", "02"),
        (Child(sex=None, gender="0"), "U", "00"),
        (Child(sex=None, gender="9"), "U", "09"),
        (Child(sex="M", gender="2"), "M", "02"),
        (Child(sex=None), None, None),
    ],
)
def test_sex_is_read_as_it_was_asked_before_2025_and_since(tmp_path, child, sex, gender):
    row = one(read(tmp_path, cin.written([child])).tables["children"])

    assert (row["pers_sex"], row["pers_gender"]) == (sex, gender)


@pytest.mark.parametrize(
    ("typed", "meant"), [("0", "N"), ("false", "N"), ("1", "Y"), ("true", "Y")]
)
def test_yes_and_no_are_read_as_numbers_or_words(tmp_path, typed, meant):
    piece = read(tmp_path, cin.written([Child(referrals=[Referral(nfa=typed)])]))

    assert one(piece.tables["referrals"])["cine_referral_nfa"] == meant


def test_an_unborn_child_has_an_expected_date(tmp_path):
    row = one(
        read(tmp_path, cin.written([Child(born=None, expected="2022-05-01")])).tables["children"]
    )

    assert (row["pers_dob"], row["pers_expected_dob"]) == (None, date(2022, 5, 1))


def referred(**typed):
    return Child(referrals=[Referral(**typed)])


@pytest.mark.parametrize(
    ("child", "field", "column"),
    [
        (referred(on="06/05/2021"), "CINreferralDate", "cine_referral_date"),
        (referred(on="2021-02-30"), "CINreferralDate", "cine_referral_date"),
        (referred(source="2Z"), "ReferralSource", "cine_referral_source_code"),
        (referred(need="N11"), "PrimaryNeedCode", "cine_cin_primary_need_code"),
        (referred(nfa="yes"), "ReferralNFA", "cine_referral_nfa"),
        (referred(closed="soon"), "CINclosureDate", "cine_close_date"),
        (referred(reason="RC0"), "ReasonForClosure", "cine_close_reason"),
        (Child(born="27 March 2012"), "PersonBirthDate", "pers_dob"),
        (Child(died="0000-01-01"), "PersonDeathDate", "pers_death_date"),
        (Child(sex="1"), "Sex", "pers_sex"),
        (Child(ethnicity="WHITE"), "Ethnicity", "pers_ethnicity"),
        (Child(upn_unknown="UN9"), "UPNunknown", "pers_upn_unknown"),
    ],
)
def test_a_value_that_cannot_be_read_is_kept_counted_missing_and_listed(
    tmp_path, child, field, column
):
    text = cin.written([Child(id="C0"), child])
    piece = read(tmp_path, text)
    table = "referrals" if column.startswith("cine") else "children"
    row = rows(piece.tables[table])[1]
    typed = dict(
        [*child.elements(), *child.referrals[0].elements(), ("Ethnicity", child.ethnicity)]
    )[field]

    assert row[column] is None
    assert row[f"{column}_raw"] == typed
    (listed,) = piece.unreadable
    assert (listed.field, listed.value) == (field, typed)
    assert listed.row == ("child 2, referral 1" if table == "referrals" else "child 2")
    assert (
        listed.line
        == text[: text.rindex("<CINdetails" if table == "referrals" else "<Child>")].count("\n") + 1
    )
    assert listed.problem.startswith("Expected ")
    assert typed in str(listed)


def test_a_referral_with_no_date_is_listed_for_it_is_counted_nowhere(tmp_path):
    piece = read(tmp_path, cin.written([Child(referrals=[Referral(on=None)])]))

    assert one(piece.tables["referrals"])["referral_on"] is None
    assert [(value.field, value.value) for value in piece.unreadable] == [("CINreferralDate", "")]


def test_a_child_with_no_number_is_loaded_and_listed(tmp_path):
    piece = read(tmp_path, cin.written([Child(id="  ")]))

    assert one(piece.tables["children"])["pers_person_id"] is None
    assert [value.field for value in piece.unreadable] == ["LAchildID"]


def test_a_value_given_twice_is_listed_and_the_first_is_kept(tmp_path):
    text = cin.written().replace("<Sex>F</Sex>", "<Sex>F</Sex><Sex>M</Sex>")
    piece = read(tmp_path, text)

    assert one(piece.tables["children"])["pers_sex"] == "F"
    assert [(value.field, value.value) for value in piece.unreadable] == [("Sex", "M")]
    assert [value.row for value in piece.unreadable] == ["child 1"]


def test_assessments_are_timed_from_the_referral_the_first_and_from_their_own_start_the_rest(
    tmp_path,
):
    more = "".join(
        f"<Assessments><AssessmentActualStartDate>{start}</AssessmentActualStartDate>"
        f"<AssessmentAuthorisationDate>{done}</AssessmentAuthorisationDate></Assessments>"
        for start, done in (
            ("2020-06-01", ""),
            ("2020-03-09", "2020-05-06"),
            ("soon", "2020-05-07"),
        )
    )
    piece = read(tmp_path, cin.written([Child(referrals=[Referral(on="2020-03-02", more=more)])]))

    # Monday 2 March 2020 and 45 working days, past Easter and the holiday moved to 8 May.
    again, first, unread = rows(piece.tables["assessments"])
    assert first["assessment_due_on"] == date(2020, 5, 6)
    assert first["due_from_start_on"] == date(2020, 5, 14)
    assert (again["assessment_due_on"], again["due_from_start_on"]) == (date(2020, 8, 3),) * 2
    assert (unread["assessment_due_on"], unread["cina_assessment_start_date_raw"]) == (None, "soon")
    assert first["cina_assessment_id"] == "975-2022-1-1-2"
    assert first["cina_referral_id"] == "975-2022-1-1"
    (listed,) = piece.unreadable
    assert (listed.row, listed.field, listed.value) == (
        "child 1, referral 1, assessment 3",
        "AssessmentActualStartDate",
        "soon",
    )


def test_a_referral_field_outside_any_referral_is_listed(tmp_path):
    text = cin.written([Child(referrals=[])]).replace(
        "<ChildCharacteristics>", "<ReferralNFA>1</ReferralNFA><ChildCharacteristics>"
    )
    (listed,) = read(tmp_path, text).unreadable

    assert (listed.field, listed.problem) == ("ReferralNFA", "Not inside CINdetails")


@pytest.mark.parametrize(
    "text",
    [
        cin.written(namespace="http://example.invalid/cin"),
        cin.written().replace("<Sex>F</Sex>", "stray<Sex>F</Sex>words"),
        cin.written().replace("</Child>", "<NewIn2027><Sex>9</Sex></NewIn2027></Child>").replace(
            "<NewIn2027><Sex>9</Sex></NewIn2027>", "<NewIn2027>9</NewIn2027>"
        ),
        cin.written().replace("<Child>", "<!-- a child --><Child>"),
        cin.written().replace("2021-05-06", "2021-05<!-- May -->-06"),
        cin.written().replace("2021-05-06", "2021-05-06Z"),
        cin.written().replace("2021-05-06", "2021-05-06+01:00"),
        '<?xml version="1.0" encoding="us-ascii"?>' + cin.written(),
        "\ufeff" + cin.written(),
    ],
    ids=["namespace", "stray text", "unknown element", "comment", "comment in a value", "zone",
         "offset", "ascii", "byte order mark"],
)  # fmt: skip
def test_what_is_tolerated_changes_nothing(tmp_path, text):
    piece = read(tmp_path, text)

    assert one(piece.tables["children"])["pers_sex"] == "F"
    assert one(piece.tables["referrals"])["referral_on"] == date(2021, 5, 6)
    assert list(piece.unreadable) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_or_without_its_mark(tmp_path, encoding):
    text = '<?xml version="1.0" encoding="UTF-16"?>' + cin.written([Child(id="Zoë")])

    assert (
        one(read(tmp_path, text, encoding=encoding).tables["children"])["pers_person_id"] == "Zoë"
    )


@pytest.mark.parametrize("year", ["2021", "2022", "2023", "2024", "2025", "2026"])
def test_every_collection_from_2021_to_2026_is_read(tmp_path, year):
    assert read(tmp_path, cin.written(year=year)).year == int(year)


WHOLE = cin.written([Child(), Child(id="C2")])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        (cin.written(year="2020"), "Year"),
        (cin.written(year="2027"), "Year"),
        (cin.written(year="22"), "Year"),
        (cin.written(year="２０２２"), "Year"),
        (cin.written(year=None), "Year"),
        (cin.written(year=" "), "Year"),
        (cin.written(la=None), "LEA"),
        (cin.written(la="Bradford"), "LEA"),
        (cin.written(collection="CLA"), "Collection"),
        (cin.written(collection=None), "Collection"),
        (WHOLE.replace("<Year>2022</Year>", "<Year>2022</Year><Year>2023</Year>"), "Year"),
        (WHOLE.replace("Message", "Census"), "Census"),
        (WHOLE[: len(WHOLE) // 2], "line"),
        (WHOLE[:-1], "line"),
        (WHOLE.replace("</CINdetails>", "", 1), "line"),
        (WHOLE + WHOLE, "line"),
        (cin.written([]), "no children"),
        (WHOLE.replace("<Children>", "").replace("</Children>", ""), "Child"),
        (WHOLE[: WHOLE.index("<Header>")] + WHOLE[WHOLE.index("<Children>") :], "Header"),
        (WHOLE.replace("<Children>", cin.header("2022", "975", "CIN") + "<Children>"), "Header"),
        (WHOLE.replace("<Child>", "<Child><Child></Child>", 1), "Child"),
        (WHOLE.replace("</Children>", "</Children><Children><Child></Child></Children>"), "Child"),
        ('<!DOCTYPE Message [<!ENTITY a "C1">]>' + WHOLE, "DOCTYPE"),
        (WHOLE.replace("<Children>", "&undeclared;<Children>"), "line"),
        ('<?xml version="1.0" encoding="UTF-7"?>' + WHOLE, "UTF-7"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + WHOLE, "ISO-8859-1"),
        (b"<Message>\xff\xfe</Message>", "line"),
        (("\ufeff" + WHOLE).encode("utf-32"), "UTF-8"),
        (b"PK\x03\x04\x00\x00", "a zip file or a spreadsheet"),
        (WHOLE.replace("<Child>", "<Child>" + "<a>" * 300 + "</a>" * 300, 1), "line"),
        ("<html><body>Sign in</body></html>", "html"),
        ("{}", "none of the files"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_what_it_says_is_refused_in_one_sentence(tmp_path, text, names):
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, text)

    said = str(refused.value)
    assert said.startswith("return.xml")
    assert names in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 300


def test_entities_never_reach_the_parser(tmp_path):
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(20))
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        read(tmp_path, f"<!DOCTYPE Message [{laughs}]>{WHOLE.replace('C2', '&a19;')}")


def test_a_document_type_is_seen_in_utf_16_too(tmp_path):
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        read(
            tmp_path,
            '<!DOCTYPE Message SYSTEM "http://example.invalid/x">' + WHOLE,
            encoding="utf-16",
        )


@pytest.mark.parametrize("where", ["<Header>", "<Children>", "<ChildIdentifiers>"])
def test_what_would_fill_the_memory_is_refused(tmp_path, where):
    with pytest.raises(ImportRefused, match="4 MB"):
        read(tmp_path, WHOLE.replace(where, where + "<a/>" * 1_500_000, 1))


def test_more_than_150_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.truncate(150 * 1024 * 1024 + 1)

    with pytest.raises(ImportRefused, match="150 MB"):
        recognise.read(path)


@pytest.mark.parametrize(("name", "says"), [("absent.xml", "no such file"), (".", "a folder")])
def test_what_is_no_file_is_refused(tmp_path, name, says):
    with pytest.raises(ImportRefused, match=says):
        recognise.read(tmp_path / name)


def test_progress_runs_to_the_end_of_the_file(tmp_path):
    path = tmp_path / "return.xml"
    path.write_text(cin.written([Child(id=f"C{n}") for n in range(1500)]))
    seen = []

    recognise.read(path, progress=lambda *told: seen.append(told))

    assert len(seen) == 2
    assert seen[-1] == ("return.xml", path.stat().st_size, path.stat().st_size)


def test_rows_are_settled_in_pieces_and_come_out_whole(tmp_path, monkeypatch):
    from goldenthread.insight.importers import cin as importer

    monkeypatch.setattr(importer, "_CHUNK", 2)
    children = [Child(id=f"C{n}", referrals=[Referral()] * (n % 3)) for n in range(5)]
    piece = read(
        tmp_path, cin.written([*children, Child(id="C5", referrals=[Referral(on="never")])])
    )

    said = [row["pers_person_id"] for row in rows(piece.tables["children"])]
    of = [row["cine_person_id"] for row in rows(piece.tables["referrals"])]
    assert said == [f"C{n}" for n in range(6)]
    assert of == ["C1", "C2", "C2", "C4", "C5"]
    assert [value.row for value in piece.unreadable] == ["child 6, referral 1"]
