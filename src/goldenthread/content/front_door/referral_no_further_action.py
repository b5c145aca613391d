"""Referrals that went no further."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Published, Unit

referral_no_further_action = Indicator(
    key="referral-no-further-action",
    id="IND-RF-03",
    title="Referrals with no further action",
    definition=(
        "Of the referrals made in the period, those flagged as needing no further action once they "
        "had been considered."
    ),
    table="referrals",
    dated_by="referral_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.referral_on.notnull(),
    of_which=_.cine_referral_nfa == "Y",
    published=Published(
        table="published_referrals",
        numerator="no_further_action",
        denominator="referrals",
        value="no_further_action_percent",
    ),
    owner="front-door",
    law=Citation(source="Children in need census guide", place="referral with no further action"),
)
