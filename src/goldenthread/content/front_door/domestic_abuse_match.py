"""What is found in our own record as a notification arrives, before two people look at it."""

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

domestic_abuse_match = Instrument(
    key="domestic-abuse-match",
    version=1,
    title="Checked against the record",
    law=PROCEDURE,
    sections=(
        Section(
            key="match",
            title="What is found",
            holds="admin",
            questions=(
                Question(
                    key="notified_before",
                    asks="Notifications about this child in twelve months, this one counted",
                    kind=Kind.CHOICE,
                    holds="criminal",
                    column="notified_before",
                    options=(
                        Option(key="1", label="The first"),
                        Option(key="2", label="The second"),
                        Option(key="3-or-more", label="The third or a later one"),
                    ),
                ),
                Question(
                    key="case_open",
                    asks="Is a referral open for this child?",
                    kind=Kind.YES_NO,
                    holds="admin",
                    column="case_open",
                ),
                Question(
                    key="dash_says",
                    asks="What do the ticks alone come to?",
                    kind=Kind.CHOICE,
                    holds="criminal",
                    column="dash_says",
                    options=(
                        Option(key="high", label="Fourteen or more: high"),
                        Option(key="below-high", label="Fewer than fourteen"),
                    ),
                ),
            ),
        ),
    ),
)

# Any one of these, and it goes on whatever two people think (DOMAIN R5.2).
GOES_ON = (
    answer("dash_risk").equals("high")
    | answer("dash_says").equals("high")
    | answer("child_hurt").equals("yes")
    | answer("unborn").equals("yes")
    | answer("notified_before").equals("3-or-more")
)
CASE_OPEN = answer("case_open").equals("yes")
