"""Referrals to children's social care."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Published, Unit

referrals_received = Indicator(
    key="referrals",
    id="IND-RF-01",
    title="Referrals to children's social care",
    definition=(
        "Referrals made in the period. Each referral is counted, so a child referred twice counts "
        "twice."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.referral_on.notnull(),
    published=Published(table="published_referrals", numerator="referrals"),
    owner="front-door",
    law=Citation(source="Children in need census guide", place="referrals"),
)
