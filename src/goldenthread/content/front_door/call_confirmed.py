"""A professional's call confirmed in writing, within 24 hours (CLK-03, local)."""

from datetime import date

from goldenthread.content.front_door.telephone_form import PROFESSIONAL
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import hours
from goldenthread.language.clock import Clock
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

LOCAL = Citation(source="Local convention", place="written confirmation of a call", status="LOCAL")

call_confirmed_form = Instrument(
    key="call-confirmed-form",
    version=1,
    title="Written confirmation received",
    law=LOCAL,
    sections=(
        Section(
            key="confirmation",
            title="The confirmation",
            holds="narrative",
            questions=(
                Question(
                    key="confirmed_by",
                    asks="How did they confirm it?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    options=(
                        Option(key="form", label="On the referral form"),
                        Option(key="e-mail", label="By secure e-mail"),
                        Option(key="letter", label="By letter"),
                    ),
                ),
                Question(
                    key="confirmation_adds",
                    asks="What does it add to the call?",
                    kind=Kind.LONG_TEXT,
                    holds="narrative",
                    required=False,
                ),
            ),
        ),
    ),
)

call_confirmed = Step(
    key="call-confirmed",
    title="Call confirmed in writing",
    state="",
    on="contact",
    by=(
        By(role="front-door-screener", only_if=PROFESSIONAL),
        By(role="front-door-manager", only_if=PROFESSIONAL),
        By(role="emergency-duty-worker", only_if=PROFESSIONAL),
    ),
    asks=call_confirmed_form,
    follows=("contact-received",),
    law=LOCAL,
)

call_confirmation = Clock(
    key="call-confirmation",
    id="CLK-03",
    title="A professional's call confirmed in writing within 24 hours",
    starts="contact-received",
    stops="call-confirmed",
    limits=(hours(24, since=date(2018, 7, 4)),),
    law=LOCAL,
    owner="front-door",
    only_if=PROFESSIONAL,
    # The caller owes it, so it never decides which contact the front door takes first.
    only_counts=True,
)
