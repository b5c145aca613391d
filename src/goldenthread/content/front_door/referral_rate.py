"""Referrals to children's social care for every 10,000 children."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Per, Published, Unit

referral_rate = Indicator(
    key="referral-rate",
    id="IND-RF-02",
    title="Referrals for every 10,000 children",
    definition=(
        "Referrals made in the period for every 10,000 children aged 0 to 17 living in the area in "
        "the middle of the year in which the period starts."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.referral_on.notnull(),
    per=Per(
        table="population",
        column="population",
        scale=10_000,
        words="for every 10,000 children",
    ),
    published=Published(table="published_referrals", numerator="referrals", value="referrals_rate"),
    owner="front-door",
    law=Citation(source="Children in need statistics, methodology", place="rates per 10,000"),
)
