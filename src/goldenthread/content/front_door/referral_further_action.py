"""Referrals that went on to something."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Published, Unit

referral_further_action = Indicator(
    key="referral-further-action",
    id="IND-RF-04",
    title="Referrals that led to further action",
    definition=(
        "Of the referrals made in the period, those not flagged as needing no further action. A "
        "referral without the flag is still being considered or went on to something."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.referral_on.notnull(),
    of_which=_.cine_referral_nfa.isnull() | (_.cine_referral_nfa != "Y"),
    published=Published(
        table="published_referrals", numerator="further_action", denominator="referrals"
    ),
    owner="front-door",
    law=Citation(source="Children in need census guide", place="referral with no further action"),
)
