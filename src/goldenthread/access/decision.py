"""One decision: may this viewer do this, to this record, now, for this purpose; and how much.

The page, the list, the search, the count, the export, the history, the notification and the command
all ask here (SECURITY 2.1). What is hidden answers as what is not there.
"""

from dataclasses import dataclass

from goldenthread.access import break_glass, exclusions, purposes, rows, seen
from goldenthread.access.viewer import Viewer
from goldenthread.content.need_to_know import verbs
from goldenthread.content.need_to_know.verbs import STEP_UP
from goldenthread.language.level import Level
from goldenthread.records.protected import Protected

# The reason of a refusal that ends when they show again that it is them.
PROVE_AGAIN = "prove-again"
# The reason of a refusal to do something to what is open to be looked at.
ONLY_LOOKS = "read-only"
# Refusals that tell whoever asks no more than that there is no such record.
HIDDEN = frozenset({"excluded", "sealed", "no-relationship", "nothing-opened"})


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The answer and its reason code, as the trail keeps it.

    Of a record it says the level it is opened at, the field classes masked, and what one looks for;
    of a refusal whether the glass may be broken.
    """

    allowed: bool
    reason: str
    level: Level = Level.NOTHING
    mask: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    may_break_glass: bool = False


class Denied(Exception):
    """Raised when a viewer may not. `hidden` means they must not learn that it exists (404)."""

    def __init__(self, *, verb: str, reason: str, hidden: bool = False) -> None:
        super().__init__(f"{verb}: {reason}")
        self.verb = verb
        self.reason = reason
        self.hidden = hidden


def decide(*, viewer: Viewer, verb: str, record: Protected | None = None) -> Decision:
    """Decide in the order of SECURITY 2.1; the first refusal ends it.

    The account, who is excluded, the seal, the role, the relationship, its level, the purpose. A
    record nobody gave the viewer a desk or a grant for is refused whatever the role may do. That a
    proof has grown old is said last, to whoever may otherwise.
    """
    found = _decide(viewer=viewer, verb=verb, record=record)
    if found.allowed and verb in STEP_UP and not viewer.proved:
        return _refused(PROVE_AGAIN)
    return found


def _decide(*, viewer: Viewer, verb: str, record: Protected | None) -> Decision:
    if not viewer.active:
        return _refused("account-not-active")
    if record is not None and exclusions.bars(viewer=viewer, record=record):
        return _refused("excluded")
    if record is not None and record.seal and not rows.sees(viewer=viewer, record=record):
        return _refused("sealed")
    if verb not in viewer.may or verb not in verbs.NEEDS:
        return _refused("role-may-not")
    if record is None:
        return Decision(allowed=True, reason="role")
    if not rows.sees(viewer=viewer, record=record):
        offered = break_glass.offered(viewer=viewer, reason="no-relationship")
        return Decision(allowed=False, reason="no-relationship", may_break_glass=offered)
    through = rows.through(viewer=viewer, record=record)
    found = seen.of(viewer=viewer, record=record, reading=verb in verbs.READING)
    if through and not found.level and seen.of(viewer=viewer, record=record).level:
        return _refused(ONLY_LOOKS)
    break_glass.note([through] if through else [])
    return _of_seen(verb=verb, found=found)


def _of_seen(*, verb: str, found: seen.Seen) -> Decision:
    if found.level == Level.NOTHING:
        return _refused("nothing-opened")
    if found.level < verbs.NEEDS[verb]:
        return _refused("level-too-low")
    if not found.purposes:
        return _refused("no-purpose")
    return Decision(
        allowed=True,
        reason="role-and-relationship",
        level=found.level,
        mask=found.masked,
        purposes=found.purposes,
    )


def _refused(reason: str) -> Decision:
    return Decision(allowed=False, reason=reason)


def require(*, viewer: Viewer, verb: str, record: Protected | None = None) -> Decision:
    """Return the decision if it allows; raises Denied if not."""
    decision = decide(viewer=viewer, verb=verb, record=record)
    if not decision.allowed:
        raise Denied(verb=verb, reason=decision.reason, hidden=decision.reason in HIDDEN)
    purposes.note(decision.purposes)
    return decision


def opened[Row: Protected](*, viewer: Viewer, verb: str, record: Row | None) -> Row:
    """Return the record that was looked for; raises Denied as if it were not there where it is not.

    The role is asked first, so that who may not says so whatever was looked for.
    """
    require(viewer=viewer, verb=verb)
    if record is None:
        raise Denied(verb=verb, reason="no-relationship", hidden=True)
    require(viewer=viewer, verb=verb, record=record)
    return record
