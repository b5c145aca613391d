"""An indicator says what it counts, and refuses to be declared against itself."""

from fractions import Fraction

import pytest
from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Measure, Per, Unit

LAW = Citation(source="Made for a test")
PER = Per(table="population", column="population", scale=10_000, words="for every 10,000 children")


def indicator(**changed):
    declared = {
        "key": "made",
        "id": "IND-XX-01",
        "title": "Made",
        "definition": "Made for a test.",
        "table": "referrals",
        "dated_by": "referral_on",
        "unit": Unit.EVENT,
        "good_is": Good.NONE,
        "owner": "nobody",
        "law": LAW,
    }
    return Indicator(**(declared | changed))


def test_a_count_a_share_and_a_rate_are_told_apart():
    assert indicator().measure is Measure.COUNT
    assert indicator(of_which=_.x).measure is Measure.SHARE
    assert indicator(per=PER).measure is Measure.RATE


def test_values_are_exact_and_rounded_half_up_only_when_shown():
    rate = indicator(per=PER)
    exact = rate.value(numerator=9934, denominator=142439)

    assert exact == Fraction(99340000, 142439)
    assert str(rate.shown(exact)) == "697.4"
    share = indicator(of_which=_.x)
    assert str(share.shown(share.value(numerator=1, denominator=2000))) == "0.1"  # 0.05 exactly
    assert str(indicator().shown(Fraction(9934))) == "9934"


@pytest.mark.parametrize(
    ("made", "numerator", "denominator"),
    [
        (indicator(of_which=_.x), 0, 0),
        (indicator(per=PER), 3, None),
        (indicator(per=PER), 3, 0),
        (indicator(), None, None),
    ],
)
def test_what_cannot_be_divided_is_no_value(made, numerator, denominator):
    assert made.value(numerator=numerator, denominator=denominator) is None


def test_a_share_that_is_also_a_rate_is_refused():
    with pytest.raises(ValueError, match="of_which or per"):
        indicator(of_which=_.x, per=PER)


@pytest.mark.parametrize("changed", [{"unit": Unit.PERSON}, {"distinct": "cine_person_id"}])
def test_people_are_counted_only_by_what_tells_them_apart(changed):
    with pytest.raises(ValueError, match="count people"):
        indicator(**changed)


def test_a_key_is_lower_case_words_joined_by_hyphens():
    with pytest.raises(ValueError, match="cannot be a key"):
        indicator(key="Referral Rate")


def test_two_indicators_are_never_compared_by_their_expressions():
    first, second = indicator(counts=_.x), indicator(counts=_.x)

    assert first != second
    assert len({first, second}) == 2
