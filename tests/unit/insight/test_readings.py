"""One line that says what a number shows."""

from fractions import Fraction

from goldenthread.content.front_door.contacts_decided_in_time import contacts_decided_in_time
from goldenthread.content.front_door.referral_rate import referral_rate
from goldenthread.content.front_door.referrals_received import referrals_received
from goldenthread.insight import readings
from goldenthread.insight.comparators import NATIONAL, NEIGHBOURS, PREVIOUS_YEAR, Comparator
from goldenthread.insight.observations import PUBLISHED, Observation
from goldenthread.insight.signs import SignRow
from goldenthread.kernel.period import reporting_year


def read(indicator, numerator, denominator=None, *, reason="", **values):
    kinds = {"before": PREVIOUS_YEAR, "neighbours": NEIGHBOURS, "england": NATIONAL}
    seen = Observation(
        indicator=indicator,
        area="380",
        period=reporting_year("2019-20"),
        vintage=PUBLISHED,
        numerator=numerator,
        denominator=denominator,
        reason=reason,
    )
    compared = tuple(
        Comparator(
            type=kind,
            area="there",
            period="2018-19" if kind == PREVIOUS_YEAR else "2019-20",
            value=None if values.get(name) is None else Fraction(values[name]),
            vintage=PUBLISHED,
        )
        for name, kind in kinds.items()
    )
    return readings.of(
        SignRow(observation=seen, area_name="Bradford", comparators=compared, snapshot="s")
    )


def test_a_rate_against_all_three():
    assert read(
        referral_rate, 9934, 142439, before="614.86", neighbours="604.28", england="545.34"
    ) == (
        "Bradford, 2019-20: 697.4 for every 10,000 children, up from 614.9 in 2018-19, above the "
        "mean of its statistical neighbours (604.3) and above England (545.3)."
    )


def test_a_rate_below_level_and_the_same():
    words = read(referral_rate, 5000, 100000, before="500.04", neighbours="500", england="600")

    assert "the same as 500.0 in 2018-19" in words
    assert "level with the mean" in words
    assert "below England (600.0)" in words


def test_a_number_is_held_against_itself_alone():
    words = read(referrals_received, 9934, before=10500, neighbours="3680.5", england=642980)

    assert words == "Bradford, 2019-20: 9,934, down from 10,500 in 2018-19."


def test_a_share_says_of_how_many():
    words = read(contacts_decided_in_time, 2, 11, before=50)

    assert words == "Bradford, 2019-20: 18.2% (2 of 11), down from 50.0% in 2018-19."


def test_nothing_to_hold_it_against_is_said():
    assert read(referrals_received, 4) == "Bradford, 2019-20: 4, with nothing to hold it against."


def test_no_number_is_said_with_its_reason():
    words = read(referral_rate, None, reason="Suppressed by DfE.")

    assert words == "Bradford, 2019-20: there is no number. Suppressed by DfE."


def test_a_note_about_the_number_is_said_after_it():
    assert read(referrals_received, 4, reason="Part of the year.").endswith(" Part of the year.")
