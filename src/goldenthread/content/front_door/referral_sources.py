"""Where referrals come from."""

from ibis import _

from goldenthread.content.cin_codes import REFERRAL_SOURCE
from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Mix, Unit

referral_sources = Indicator(
    key="referral-sources",
    id="IND-RF-07",
    title="Sources of referrals",
    definition=(
        "Each source of the referrals made in the period, as a share of those whose source is "
        "known."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.cine_referral_source_code.notnull(),
    by=Mix(
        column="cine_referral_source_code",
        labels=tuple((code.key, code.label) for code in REFERRAL_SOURCE),
    ),
    owner="front-door",
    law=Citation(source="Children in need census guide", place="source of referral"),
)
