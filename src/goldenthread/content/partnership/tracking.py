"""How the partnership tracks an action, from any finding to a change that has lasted.

States, ratings and that nobody verifies their own action are the partnership's convention (DOMAIN
E5, LOCAL); that partners act on what is learned is law.
"""

from goldenthread.content.partnership import tracking_questions as asks
from goldenthread.kernel.citation import Citation
from goldenthread.language.tracking import Move, State, Tracking, Whose

LOCAL = Citation(source="Partnership convention", place="tracking of actions", status="LOCAL")

GOING = frozenset({State.ACCEPTED, State.IN_PROGRESS, State.REOPENED})
UNDECIDED = frozenset({State.PROPOSED})
OPEN = UNDECIDED | GOING | {State.EVIDENCED}

tracking = Tracking(
    moves=(
        Move(
            key="accept",
            title="Accept it",
            did="Accepted",
            starts=UNDECIDED,
            ends=State.ACCEPTED,
            whose=Whose.OWNERS,
            asks=asks.accepting,
        ),
        Move(
            key="reject",
            title="Reject it",
            did="Rejected",
            starts=UNDECIDED,
            ends=State.REJECTED,
            whose=Whose.OWNERS,
            asks=asks.rejecting,
        ),
        Move(
            key="start",
            title="Say that it has begun",
            did="Begun",
            starts=frozenset({State.ACCEPTED, State.REOPENED}),
            ends=State.IN_PROGRESS,
            whose=Whose.OWNERS,
            asks=asks.starting,
        ),
        Move(
            key="evidence",
            title="Send evidence that it is done",
            did="Evidence sent",
            starts=GOING,
            ends=State.EVIDENCED,
            whose=Whose.OWNERS,
            asks=asks.evidence,
        ),
        Move(
            key="verify",
            title="Verify it",
            did="Verified",
            starts=frozenset({State.EVIDENCED}),
            ends=State.VERIFIED,
            whose=Whose.ANOTHERS,
            asks=asks.verifying,
        ),
        Move(
            key="embed",
            title="Say that the change has lasted",
            did="Seen to have lasted",
            starts=frozenset({State.VERIFIED}),
            ends=State.EMBEDDED,
            whose=Whose.ANOTHERS,
            asks=asks.embedding,
        ),
        Move(
            key="reopen",
            title="Reopen it",
            did="Reopened",
            starts=frozenset({State.EVIDENCED, State.VERIFIED, State.EMBEDDED}),
            ends=State.REOPENED,
            whose=Whose.ANYBODYS,
            asks=asks.reopening,
        ),
        Move(
            key="due",
            title="Move the day it is due",
            did="Day moved",
            starts=OPEN,
            ends=None,
            whose=Whose.ANYBODYS,
            asks=asks.moving,
        ),
        Move(
            key="risk",
            title="Say whether it is at risk",
            did="Risk told",
            starts=GOING,
            ends=None,
            whose=Whose.OWNERS,
            asks=asks.risk,
        ),
        Move(
            key="impact",
            title="Measure what has changed",
            did="Change measured",
            starts=frozenset({State.VERIFIED, State.EMBEDDED}),
            ends=None,
            whose=Whose.ANYBODYS,
            asks=asks.impact,
        ),
    ),
    warned_days=14,
    titles={
        State.PROPOSED: "Proposed",
        State.ACCEPTED: "Accepted",
        State.REJECTED: "Rejected",
        State.IN_PROGRESS: "In progress",
        State.EVIDENCED: "Evidence sent, to be verified",
        State.VERIFIED: "Verified",
        State.EMBEDDED: "Embedded",
        State.REOPENED: "Reopened",
    },
    law=LOCAL,
)

RATINGS = {
    "blue": "Blue: the change has lasted",
    "green": "Green: on track",
    "amber": "Amber: at risk",
    "red": "Red: overdue",
}
# What an action may come from, and what it is called.
ORIGINS = {
    "entry": "An entry on a child's thread",
    "meeting": "A meeting",
    "tool": "A tool",
    "indicator": "An indicator",
    "other": "Something else",
}
