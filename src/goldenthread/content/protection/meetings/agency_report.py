"""What an agency writes before a conference, about each child by themselves."""

from goldenthread.content.protection.meetings.law import REPORTS
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

VIEWS = (
    Option(key="yes", label="Yes, the child needs a plan"),
    Option(key="no", label="No, other help is enough"),
    Option(key="hear-first", label="We want to hear the others first"),
)

agency_report = Instrument(
    key="conference-report",
    version=1,
    title="Report for the meeting",
    law=REPORTS,
    sections=(
        Section(
            key="known",
            title="What your agency knows",
            holds="narrative",
            questions=(
                Question(
                    key="involved_how",
                    asks="How do you know the child and the family, and since when?",
                    kind=Kind.LONG_TEXT,
                ),
                Question(
                    key="child_tells_us",
                    asks="What has the child said or shown?",
                    hint="In their own words where you can",
                    kind=Kind.LONG_TEXT,
                    may_be_not_known=True,
                ),
                Question(key="worrying", asks="What are you worried about?", kind=Kind.LONG_TEXT),
                Question(key="going_well", asks="What is going well?", kind=Kind.LONG_TEXT),
            ),
        ),
        Section(
            key="view",
            title="What you think should happen",
            holds="narrative",
            questions=(
                Question(
                    key="needs_plan",
                    asks="Is the child at risk of significant harm?",
                    hint="This is your agency's view. The meeting decides together",
                    kind=Kind.CHOICE,
                    options=VIEWS,
                ),
                Question(key="needs_plan_why", asks="Why?", kind=Kind.LONG_TEXT),
                Question(
                    key="family_read_it",
                    asks="Have the parents read this report?",
                    kind=Kind.YES_NO,
                ),
                Question(
                    key="family_not_why",
                    asks="Why not?",
                    kind=Kind.LONG_TEXT,
                    only_if=answer("family_read_it").equals("no"),
                ),
            ),
        ),
    ),
)
