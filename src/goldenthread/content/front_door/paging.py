"""Paging whoever is on duty about a contact in the immediate lane that nobody has taken in hand.

After fifteen minutes the duty manager, or out of hours the emergency duty team; after thirty the
next in line. Each is an entry, once, so that the story says who was told and when.
"""

from datetime import timedelta

from goldenthread.content.front_door.duty_hours import DUTY_HOURS
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

LOCAL = Citation(source="Local convention", place="immediate contacts", status="LOCAL")

FIRST_AFTER = timedelta(minutes=15)
AGAIN_AFTER = timedelta(minutes=30)
ON_DUTY = DUTY_HOURS

DUTY_MANAGER, NIGHT_TEAM, NEXT_IN_LINE = "duty-manager", "emergency-duty-team", "next-in-line"

paging_form = Instrument(
    key="paging-form",
    version=1,
    title="Page whoever is on duty",
    law=LOCAL,
    sections=(
        Section(
            key="paging",
            title="Paged",
            holds="admin",
            questions=(
                Question(
                    key="paged",
                    asks="Who was paged?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    options=(
                        Option(key=DUTY_MANAGER, label="The duty manager"),
                        Option(key=NIGHT_TEAM, label="The emergency duty team"),
                        Option(key=NEXT_IN_LINE, label="The next in line"),
                    ),
                ),
            ),
        ),
    ),
)

contact_paged = Step(
    key="contact-paged",
    title="Nobody had taken it in hand: paged",
    state="",
    on="contact",
    by=(By(role="paging"),),
    asks=paging_form,
    follows=("contact-received",),
    automatic=True,
    law=LOCAL,
)

contact_paged_again = Step(
    key="contact-paged-again",
    title="Still nobody had taken it in hand: paged again",
    state="",
    on="contact",
    by=(By(role="paging"),),
    asks=paging_form,
    follows=("contact-paged",),
    automatic=True,
    law=LOCAL,
)
