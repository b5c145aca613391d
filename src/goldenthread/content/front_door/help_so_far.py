"""What has been tried, what goes with the form, and what whoever visits should know."""

from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

help_so_far = Section(
    key="help_so_far",
    title="Help so far",
    questions=(
        Question(
            key="services_tried",
            asks="What help has the family had already?",
            hint="An early help assessment, its lead practitioner, the last family meeting",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="tools_used",
            asks="Which tools have you used?",
            hint="Keep them by you: the front door asks for them by name",
            kind=Kind.CHOICES,
            required=False,
            options=(
                Option(key="neglect-toolkit", label="Neglect toolkit"),
                Option(key="exploitation-assessment", label="Exploitation risk assessment"),
                Option(key="dash", label="DASH risk checklist"),
                Option(key="body-map", label="Body map"),
            ),
        ),
        Question(
            key="staff_risks",
            asks="Is there any risk to somebody who visits?",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="rang_first",
            asks="Did you ring the front door before writing this?",
            kind=Kind.YES_NO,
            required=False,
        ),
    ),
)
