"""The few places a role goes to: what a viewer may not open is not offered."""

from collections.abc import Mapping

from goldenthread.access.viewer import Viewer
from goldenthread.web.jinja import address

# What fits beside each other on a narrow screen of a desk: one more place and the rest are folded.
IN_SIGHT, FOLDED_FROM = 7, 8

# verb needed, page, what the link says: what is opened all day before what is opened now and then
PLACES = (
    ("trail.read", "looks", "Who looked"),
    ("signal.review", "signals", "Signals"),
    ("break-glass.review", "broken-glass", "Break-glass"),
    ("referral.send", "send-a-concern", "Tell us about a worry"),
    ("referral.follow", "my-referrals", "My referrals"),
    ("mash.read", "asked-of-us", "Asked of us"),
    ("queue.read", "queue", "Queue"),
    ("night.read", "night", "Tonight"),
    ("notification.triage", "joint-triage", "Joint triage"),
    ("children.mine", "my-children", "My children"),
    ("children.team", "my-team", "My team"),
    ("meeting.mine", "my-meetings", "Meetings"),
    ("call.record", "record-a-call", "Write down a call"),
    ("action.read", "actions", "Actions"),
    ("register.search", "register", "Register"),
    ("share.receive", "told-to-us", "Told to us"),
    ("restriction.read", "restricted", "Restricted"),
    ("seal.read", "sealed", "Sealed"),
    ("quarantine.read", "quarantine", "Quarantine"),
    ("exclusion.list", "exclusions", "Exclusion list"),
    ("need-to-know.read", "need-to-know", "Need to know"),
    ("disagreement.follow", "disagreements", "Disagreements"),
    ("signs.read", "vital-signs", "Vital Signs"),
    ("sample.review", "samples", "Dip sample"),
    ("look.review", "look-samples", "Looks drawn"),
    ("delegation.give", "delegations", "Delegation"),
    ("form.write", "forms", "Forms"),
    ("directory.read", "directory", "Directory"),
    ("participation.read", "taking-part", "Taking part"),
    ("account.close", "accounts", "Accounts"),
    ("system.read", "system", "System"),
)


def items(viewer: Viewer | None, path: str) -> list[Mapping[str, object]]:
    """Return the viewer's links for the service navigation, the one being shown marked.

    Each says whether it is `folded` under "More", where there are too many for one line.
    """
    if viewer is None or viewer.within is not None:
        return []
    allowed = [(address(name), says) for verb, name, says in PLACES if verb in viewer.may]
    sight = IN_SIGHT if len(allowed) > FOLDED_FROM else len(allowed)
    return [
        {"href": href, "text": says, "active": path.startswith(href), "folded": number >= sight}
        for number, (href, says) in enumerate(allowed)
    ]
