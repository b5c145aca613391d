"""One decision: may this viewer do this, to this record, now, for this purpose."""

from dataclasses import dataclass

from goldenthread.access import rows
from goldenthread.access.viewer import Viewer
from goldenthread.content.need_to_know.verbs import STEP_UP
from goldenthread.records.protected import Protected

# The reason of a refusal that ends when they show again that it is them.
PROVE_AGAIN = "prove-again"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The answer and its reason code, as the trail keeps it."""

    allowed: bool
    reason: str


class Denied(Exception):
    """Raised when a viewer may not. `hidden` means they must not learn that it exists (404)."""

    def __init__(self, *, verb: str, reason: str, hidden: bool = False) -> None:
        super().__init__(f"{verb}: {reason}")
        self.verb = verb
        self.reason = reason
        self.hidden = hidden


def decide(*, viewer: Viewer, verb: str, record: Protected | None = None) -> Decision:
    """Decide in the order of SECURITY 2.1: account, seal, role, then relationship.

    The first refusal ends it. A record nobody gave the viewer a desk or a grant for is refused
    whatever the role may do. That a proof has grown old is said last, to whoever may otherwise.
    """
    if not viewer.active:
        return Decision(allowed=False, reason="account-not-active")
    if verb not in viewer.may:
        return Decision(allowed=False, reason="role-may-not")
    if record is not None and not rows.sees(viewer=viewer, record=record):
        return Decision(allowed=False, reason="no-relationship")
    if verb in STEP_UP and not viewer.proved:
        return Decision(allowed=False, reason=PROVE_AGAIN)
    return Decision(allowed=True, reason="role-and-relationship" if record else "role")


def require(*, viewer: Viewer, verb: str, record: Protected | None = None) -> Decision:
    """Return the decision if it allows; raises Denied if not."""
    decision = decide(viewer=viewer, verb=verb, record=record)
    if not decision.allowed:
        raise Denied(verb=verb, reason=decision.reason, hidden=decision.reason == "no-relationship")
    return decision
