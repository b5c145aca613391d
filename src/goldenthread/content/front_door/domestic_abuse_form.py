"""The police notification of domestic abuse where there are children (DOMAIN section 5).

The same questions are the form on a page, the columns of the CSV feed and the fields of the JSON
feed. `police_reference` is what makes it one notification however often it is sent.
"""

from goldenthread.content.front_door.domestic_abuse_children import children
from goldenthread.content.front_door.domestic_abuse_risk import risk
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

PROCEDURE = Citation(
    source="Domestic abuse notification procedure", place="joint triage", status="LOCAL"
)

incident = Section(
    key="incident",
    title="The incident",
    holds="narrative",
    questions=(
        Question(
            key="police_reference",
            asks="Police reference",
            hint="The number of the occurrence. Sent again, it changes what was sent before",
            kind=Kind.TEXT,
            holds="admin",
            max_length=40,
        ),
        Question(
            key="incident_on",
            asks="Date of the incident",
            hint="For example, 2 3 2020",
            kind=Kind.DATE,
            holds="admin",
        ),
        Question(
            key="incident_time",
            asks="Time of the incident, by the 24-hour clock",
            hint="For example, 21:40. Leave it empty if it is not known",
            kind=Kind.TEXT,
            holds="admin",
            max_length=5,
            required=False,
            called="the time of the incident",
        ),
        Question(
            key="incident_account",
            asks="What happened, and what did each child see, hear or say?",
            kind=Kind.LONG_TEXT,
        ),
        Question(key="victim_name", asks="Name of the victim", kind=Kind.TEXT, holds="third-party"),
        Question(
            key="suspect_initials",
            asks="Initials of the suspect",
            hint="Initials only: police hold the rest",
            kind=Kind.TEXT,
            holds="criminal",
            max_length=8,
            required=False,
        ),
    ),
)

action = Section(
    key="action",
    title="What police did",
    holds="narrative",
    questions=(
        Question(
            key="police_action",
            asks="What have police done?",
            kind=Kind.LONG_TEXT,
            holds="criminal",
        ),
        Question(
            key="safe_contact",
            asks="Is it safe to write to the victim at home?",
            hint="A letter to an address shared with the suspect can put somebody at more risk",
            kind=Kind.CHOICE,
            holds="safe-address",
            column="safe_contact",
            options=(
                Option(key="safe", label="Yes, it is safe"),
                Option(key="unsafe", label="No: send nothing to the address"),
                Option(key="not-known", label="Not known: treat as not safe"),
            ),
        ),
        Question(
            key="safe_way",
            asks="How can the victim be reached safely?",
            kind=Kind.TEXT,
            holds="safe-address",
            required=False,
        ),
    ),
)

domestic_abuse_form = Instrument(
    key="domestic-abuse-form",
    version=1,
    title="Notify of domestic abuse",
    sections=(incident, children, risk, action),
    law=PROCEDURE,
)
