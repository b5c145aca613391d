"""Every contact is decided within one working day: the law asks it of each, so of all."""

from datetime import date
from fractions import Fraction

from goldenthread.kernel.citation import Citation
from goldenthread.language.target import Target

contacts_decided_target = Target(
    key="contacts-decided-target",
    indicator="contacts-decided-in-time",
    value=Fraction(100),
    agreed_by="Working Together, for every contact",
    since=date(2018, 7, 4),
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
)
