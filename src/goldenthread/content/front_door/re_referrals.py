"""Children referred again within twelve months."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Published, Unit

re_referrals = Indicator(
    key="re-referrals",
    id="IND-RF-05",
    title="Referrals within twelve months of another",
    definition=(
        "Of all the referrals made in the period, those made within twelve months of an earlier "
        "referral of the same child to the same council. It needs the records of the year before."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.re_referral.notnull(),
    of_which=_.re_referral,
    published=Published(
        table="published_referrals",
        numerator="re_referrals",
        denominator="referrals",
        value="re_referrals_percent",
    ),
    owner="front-door",
    law=Citation(source="Local authority interactive tool", place="re-referrals"),
)
