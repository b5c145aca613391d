"""The end of a year: its own snapshot, kept, and a list of what came in after it."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.insight import freeze
from goldenthread.insight.dataset import NoSnapshot
from goldenthread.insight.freeze import AlreadyFrozen
from tests.made import dataset

AFTER = datetime(2020, 4, 1, 9, tzinfo=UTC)
LATER = datetime(2020, 5, 4, 9, tzinfo=UTC)


def taken(home, *referrals, at=AFTER):
    return dataset.live(
        home,
        as_at=at,
        contacts=[{"cont_contact_id": "c", "received_on": date(2019, 5, 1)}],
        referrals=[
            {"cine_referral_id": of, "referral_on": on, "cine_referral_nfa": nfa}
            for of, on, nfa in referrals
        ],
    )


def test_what_is_entered_or_changed_after_a_year_is_frozen_is_listed(tmp_path):
    first = taken(tmp_path, ("a", date(2019, 6, 3), None), ("b", date(2020, 3, 31), None))
    kept = freeze.freeze(home=tmp_path, period="2019-20", now=AFTER)
    taken(
        tmp_path,
        ("a", date(2019, 6, 3), "Y"),
        ("b", date(2020, 3, 31), None),
        ("late", date(2020, 3, 2), None),
        ("next year", date(2020, 4, 1), None),
        at=LATER,
    )

    assert kept.snapshot.id == first.id
    found = freeze.frozen(home=tmp_path, period="2019-20")
    assert (found.snapshot.id, found.at) == (first.id, AFTER)
    assert [
        (row.table, row.id, row.on, row.what, row.columns)
        for row in freeze.late(home=tmp_path, period="2019-20")
    ] == [
        ("referrals", "a", "2019-06-03", "changed", ("cine_referral_nfa",)),
        ("referrals", "late", "2020-03-02", "entered", ()),
    ]


def test_nothing_came_in_late_where_nothing_did(tmp_path):
    taken(tmp_path, ("a", date(2019, 6, 3), None))
    freeze.freeze(home=tmp_path, period="2019-20", now=AFTER)

    assert freeze.late(home=tmp_path, period="2019-20") == []


def test_a_year_is_frozen_once(tmp_path):
    taken(tmp_path)
    freeze.freeze(home=tmp_path, period="2019-20", now=AFTER)
    taken(tmp_path, at=LATER)

    with pytest.raises(AlreadyFrozen, match="2019-20 is frozen already"):
        freeze.freeze(home=tmp_path, period="2019-20", now=LATER)


def test_a_year_that_has_not_ended_is_not_frozen(tmp_path):
    with pytest.raises(NoSnapshot, match="no extract of the records yet"):
        freeze.freeze(home=tmp_path, period="2019-20", now=AFTER)
    taken(tmp_path, at=datetime(2020, 3, 31, 9, tzinfo=UTC))

    with pytest.raises(NoSnapshot, match="before 2019-20 had ended"):
        freeze.freeze(home=tmp_path, period="2019-20", now=AFTER)
    assert freeze.frozen(home=tmp_path, period="2019-20") is None
    with pytest.raises(NoSnapshot, match="not frozen yet"):
        freeze.late(home=tmp_path, period="2019-20")


def test_what_is_no_reporting_year_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not a reporting year"):
        freeze.freeze(home=tmp_path, period="2019", now=AFTER)
