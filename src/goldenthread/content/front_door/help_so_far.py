"""What has been tried: early help, its lead practitioner, the family's meetings, the tools used."""

from goldenthread.content.front_door.worry import HAPPENED
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

EARLY_HELP = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, early help"
)
ASSESSED: Condition = answer("early_help_assessment").one_of("done", "begun")

help_so_far = Section(
    key="help_so_far",
    title="Help so far",
    holds="narrative",
    questions=(
        Question(
            key="services_tried",
            asks="What help has the family had already?",
            kind=Kind.LONG_TEXT,
            holds="narrative",
            required=False,
        ),
        Question(
            key="early_help_assessment",
            asks="Is there an early help assessment?",
            kind=Kind.CHOICE,
            holds="legal",
            required=False,
            options=(
                Option(key="done", label="Yes"),
                Option(key="begun", label="It has been begun"),
                Option(key="no", label="No"),
                Option(key="not-known", label="I do not know"),
            ),
            law=EARLY_HELP,
        ),
        Question(
            key="lead_practitioner",
            asks="Who is the lead practitioner?",
            kind=Kind.TEXT,
            holds="admin",
            required=False,
            may_be_not_known=True,
            only_if=ASSESSED,
        ),
        Question(
            key="family_met_on",
            asks="When did the team around the family last meet?",
            hint="For example, 27 3 2020",
            kind=Kind.DATE,
            holds="admin",
            within=HAPPENED,
            required=False,
            may_be_not_known=True,
            only_if=ASSESSED,
        ),
        Question(
            key="tools_used",
            asks="Which tools have you used?",
            kind=Kind.CHOICES,
            holds="admin",
            required=False,
            options=(
                Option(key="neglect-toolkit", label="Neglect toolkit"),
                Option(key="exploitation-assessment", label="Exploitation risk assessment"),
                Option(key="dash", label="DASH risk checklist"),
                Option(key="body-map", label="Body map"),
            ),
        ),
        Question(
            key="tools_kept",
            asks="Where are they kept?",
            hint="The front door asks you for them by name",
            kind=Kind.TEXT,
            required=False,
            only_if=answer("tools_used").given(),
        ),
    ),
)
