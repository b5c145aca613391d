"""What a source cannot answer is "not in this source", with why, and never nought."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.insight import signs
from tests.made import cin, dataset
from tests.made.cin import Child, Referral

CONTACTS = """\
cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,cont_contact_outcome_json
1,A,2019-04-02,2A,Schools,"{""NEW_REFERRAL_FLAG"": ""Y"", ""NFA_FLAG"": ""N""}"
2,A,2020-03-30 16:05:00,6,Police,"{""NEW_REFERRAL_FLAG"": ""N"", ""NFA_FLAG"": ""Y""}"
3,B,2020-03-31,6,Police,
4,C,31/03/2020,6,Police,
"""


def sign(home, of, **asked):
    (found,) = [row for row in signs.rows(home=home, **asked) if row.indicator.id == of]
    return found


def told(home, of, **asked):
    seen = sign(home, of, **asked).observation
    return seen.numerator, seen.denominator, seen.reason


def returned(year, *days):
    referred = [Referral(on=day) for day in days]
    return cin.written([Child(id="C1", referrals=referred)], year=year, la="380")


def test_a_census_carries_no_contacts(tmp_path):
    dataset.load(tmp_path, a_xml=returned("2022", "2021-05-06"))

    assert told(tmp_path, "IND-FD-01", period="2021-22") == (
        None,
        None,
        "Not in this source: a children in need census carries no contacts.",
    )


def test_who_was_referred_before_cannot_be_told_without_the_year_before(tmp_path):
    dataset.load(tmp_path, a_xml=returned("2022", "2021-05-06"))
    number, of, why = told(tmp_path, "IND-RF-05", period="2021-22")

    assert (number, of) == (None, None)
    assert why == (
        "Not in this source: a return leaves out what was closed before it began, so without that "
        "of 2020-21 who was referred before cannot be told."
    )

    dataset.load(tmp_path, b_xml=returned("2021", "2020-05-07", "2020-09-01"))

    # 6 May 2021 is within twelve months of 7 May 2020, and of 1 September 2020.
    assert told(tmp_path, "IND-RF-05", period="2021-22") == (1, 1, "")
    assert told(tmp_path, "IND-RF-05", period="2020-21")[0] is None


@pytest.mark.parametrize(
    ("before", "again"), [("2020-05-06", 1), ("2020-05-05", 0), ("2021-05-06", 0)]
)
def test_twelve_months_are_to_the_day_and_one_referral_in_two_returns_is_one(
    tmp_path, before, again
):
    dataset.load(tmp_path, a_xml=returned("2022", "2021-05-06"))
    dataset.load(tmp_path, b_xml=returned("2021", before))

    assert told(tmp_path, "IND-RF-05", period="2021-22") == (again, 1, "")


def test_our_own_records_hold_no_assessments_yet(tmp_path):
    day = date(2019, 4, 1)
    dataset.live(
        tmp_path,
        as_at=datetime(2020, 3, 31, 20, tzinfo=UTC),
        contacts=[{"received_on": day}],
        referrals=[{"cine_person_id": "A", "referral_on": day}],
    )

    assert told(tmp_path, "IND-AS-02", period="2019-20") == (
        None,
        None,
        "Not in this source: our own records hold no assessments.",
    )
    assert told(tmp_path, "IND-RF-05", period="2019-20")[2] == (
        "Not in this source: our own records do not hold the whole of 2018-19, so who was referred "
        "before cannot be told."
    )


def test_a_list_of_contacts_from_another_system_is_counted(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_AREA", "380")
    load = dataset.load(tmp_path, a_csv=CONTACTS)

    (listed,) = load.files[0].unreadable
    assert (listed.row, listed.field, listed.value) == ("row 5", "cont_contact_date", "31/03/2020")
    part = "Part of the year: these records run from 2 April 2019 to 31 March 2020."
    assert told(tmp_path, "IND-FD-01", period="2019-20") == (3, None, part)
    assert told(tmp_path, "IND-FD-03", period="2019-20") == (1, 2, part)
    assert told(tmp_path, "IND-FD-04", period="2019-20")[2] == (
        "Not in this source: a list of contacts from another system does not say the day a contact "
        "was decided or when a decision fell due."
    )


def test_the_same_list_again_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_AREA", "380")
    first = dataset.load(tmp_path, a_csv=CONTACTS)
    again = dataset.load(tmp_path, a_csv=CONTACTS)

    assert first.snapshot == again.snapshot
