"""What leaves the partnership: small numbers hidden, with whatever would give them away."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.insight import release, signs
from tests.made import dataset

AS_AT = datetime(2020, 3, 31, 20, tzinfo=UTC)
DAY, BEFORE = date(2019, 9, 2), date(2018, 9, 3)


def contacts(decided, *, outcome="advice-to-family", number, on=DAY):
    return [
        {
            "received_on": on,
            "decided_on": on,
            "decision_due_on": on if decided else date(on.year, on.month, on.day - 1),
            "decision_measurable": True,
            "outcome": outcome,
        }
        for _ in range(number)
    ]


def shown(home, of, *, outside=True):
    rows = signs.rows(home=home, period="2019-20")
    rows = release.outward(rows) if outside else rows
    return [
        (row.observation.part, row.observation.numerator, row.observation.denominator)
        for row in rows
        if row.indicator.id == of
    ]


@pytest.mark.parametrize(
    ("in_time", "late", "outside"),
    [
        (20, 10, ("", 20, 30)),
        (20, 3, ("", None, None)),  # the three who were late could be worked out
        (4, 20, ("", None, None)),
        (20, 0, ("", 20, 20)),
        (0, 20, ("", 0, 20)),
    ],
)
def test_a_share_is_hidden_where_it_or_the_rest_is_small(tmp_path, in_time, late, outside):
    dataset.live(
        tmp_path,
        as_at=AS_AT,
        contacts=contacts(True, number=in_time) + contacts(False, number=late),
    )

    assert shown(tmp_path, "IND-FD-04") == [outside]
    assert shown(tmp_path, "IND-FD-04", outside=False) == [("", in_time, in_time + late)]


@pytest.mark.parametrize(("number", "outside"), [(0, 0), (1, None), (5, None), (6, 6)])
def test_a_count_of_one_to_five_is_hidden_and_none_is_shown(tmp_path, number, outside):
    old = contacts(True, number=9, on=BEFORE)
    dataset.live(tmp_path, as_at=AS_AT, contacts=old + contacts(True, number=number))

    assert shown(tmp_path, "IND-FD-01") == [("", outside, None)]


def test_a_mix_hides_a_second_part_where_one_alone_could_be_worked_out(tmp_path):
    rows = [
        *contacts(True, outcome="advice-to-family", number=40),
        *contacts(True, outcome="signposted", number=20),
        *contacts(True, outcome="no-further-action", number=2),
    ]
    dataset.live(tmp_path, as_at=AS_AT, contacts=rows)

    assert shown(tmp_path, "IND-FD-08") == [
        ("advice-to-family", 40, 62),
        ("signposted", None, None),
        ("no-further-action", None, None),
    ]


def test_the_year_before_is_hidden_where_it_is_small(tmp_path):
    few = contacts(True, number=3, on=BEFORE)
    dataset.live(tmp_path, as_at=AS_AT, contacts=few + contacts(True, number=30))
    rows = signs.rows(home=tmp_path, period="2019-20")

    def before(rows):
        (row,) = [row for row in rows if row.indicator.id == "IND-FD-01"]
        return row.comparators[0].value

    assert before(rows) == 3
    assert before(release.outward(rows)) is None


def test_nothing_small_is_in_the_file(tmp_path):
    dataset.live(tmp_path, as_at=AS_AT, contacts=contacts(True, number=4))
    text = signs.as_csv(release.outward(signs.rows(home=tmp_path, period="2019-20")))

    assert ",4," not in text
    assert release.HIDDEN in text
