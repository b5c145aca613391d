"""A contact received: the forms it may be told on, and who may not stay without a name."""

from goldenthread.content.front_door.domestic_abuse_form import domestic_abuse_form
from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.content.front_door.telephone_form import (
    PROFESSIONAL,
    PUBLIC_SOURCES,
    telephone_form,
)
from goldenthread.content.front_door.urgent_form import urgent_form
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.step import By, Rule, Step

WORKING_TOGETHER = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
)

received = Step(
    key="contact-received",
    title="Received",
    state="Waiting to be screened",
    by=(By(role="intake"),),
    asks=referral_form,
    or_asks=(urgent_form, telephone_form, domestic_abuse_form),
    first=True,
    automatic=True,
    kept_with="occasion",
    rules=(
        Rule(
            refuses_if=PROFESSIONAL & answer("caller_source").one_of(*PUBLIC_SOURCES),
            says="Choose the agency the caller works for: a professional cannot be anonymous",
            field="caller_source",
            law=WORKING_TOGETHER,
        ),
    ),
    law=WORKING_TOGETHER,
)
