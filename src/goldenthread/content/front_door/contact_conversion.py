"""Contacts that became referrals."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

contact_conversion = Indicator(
    key="contact-conversion",
    id="IND-FD-03",
    title="Contacts that became referrals",
    definition=(
        "Of the contacts received in the period that have an outcome, those whose outcome was a "
        "referral to children's social care or a strategy discussion. Contacts still waiting for a "
        "decision are left out, so a month just ended can still change."
    ),
    table="contacts",
    # By receipt, so that a list of contacts with one date each is counted as our own records are.
    dated_by="received_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.became_referral.notnull(),
    of_which=_.became_referral,
    owner="front-door",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
