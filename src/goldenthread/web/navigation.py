"""The few places a role goes to: what a viewer may not open is not offered."""

from collections.abc import Mapping

from goldenthread.access.viewer import Viewer
from goldenthread.web.jinja import address

# verb needed, page, what the link says
PLACES = (
    ("referral.send", "send-a-concern", "Tell us about a worry"),
    ("referral.follow", "my-referrals", "My referrals"),
    ("mash.read", "asked-of-us", "Asked of us"),
    ("queue.read", "queue", "Queue"),
    ("night.read", "night", "Tonight"),
    ("disagreement.follow", "disagreements", "Disagreements"),
    ("notification.triage", "joint-triage", "Joint triage"),
    ("children.mine", "my-children", "My children"),
    ("sample.review", "samples", "Dip sample"),
    ("delegation.give", "delegations", "Delegation"),
    ("call.record", "record-a-call", "Write down a call"),
    ("register.search", "register", "Register"),
    ("quarantine.read", "quarantine", "Quarantine"),
    ("directory.read", "directory", "Directory"),
    ("signs.read", "vital-signs", "Vital Signs"),
    ("system.read", "system", "System"),
)


def items(viewer: Viewer | None, path: str) -> list[Mapping[str, object]]:
    """Return the viewer's links for the service navigation, the one being shown marked."""
    if viewer is None or viewer.within is not None:
        return []
    allowed = [(address(name), says) for verb, name, says in PLACES if verb in viewer.may]
    return [{"href": href, "text": says, "active": path.startswith(href)} for href, says in allowed]
