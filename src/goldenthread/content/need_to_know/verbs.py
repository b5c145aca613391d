"""What may be done, in words, and the least level at which it may be done to a record.

Level 0 is what opens nobody's record: a list shows of each row what its own relationship gives, and
a search gives stubs.
"""

from collections.abc import Mapping

from goldenthread.language.level import Level

_OPENS_NOBODY: Mapping[str, str] = {
    "account.close": "Close an account",
    "account.give": "Ask for an account or another role, or agree to it",
    "agency.leave": "Ask for an agency's part to be ended, or agree to it",
    "action.oversee": "Read every agency's actions about no child",
    "break-glass.open": "Open one child for an hour when it cannot wait, and answer for it",
    "break-glass.review": "Look into who opened a child so, and end it",
    "call.record": "Write down what a caller says",
    "children.mine": "List the children they hold",
    "children.team": "List the children their team holds",
    "dataset.load": "Load returns and published figures",
    "delegation.give": "Delegate a duty in writing",
    "directory.read": "Read the directory of places and practitioners",
    "directory.write": "Change the directory",
    "draft.keep": "Keep a draft",
    "exclusion.keep": "Put anybody on the exclusion list",
    "exclusion.lift": "Ask for somebody to be let back to a record, or agree to it",
    "exclusion.list": "Read the exclusion list",
    "intelligence.record": "Write down police intelligence of a child they see, sealed",
    "form.publish": "Publish a new version of a form that somebody else wrote",
    "form.write": "Write a new version of a form",
    "look.draw": "Draw looks by chance",
    "look.review": "Read the looks of colleagues drawn by chance",
    "mash.read": "List what their agency is asked",
    "meeting.mine": "List the meetings they are asked to",
    "meeting.plan": "See the room there is for conferences",
    "need-to-know.own": "Read what their own role may see",
    "need-to-know.read": "Read what every role may see",
    "night.read": "Read the list for the night",
    "notification.send": "Send a police notification",
    "notification.triage": "List the notifications to triage",
    "participation.read": "See how agencies take part in meetings",
    "quarantine.read": "List what is in quarantine",
    "queue.read": "Read the queue",
    "referral.receive": "Receive what was sent",
    "referral.send": "Raise a worry",
    "register.search": "Look somebody up",
    "sample.review": "List the dip sample",
    "session.words": "Find again what they were writing when they were signed out",
    "signs.read": "Read Vital Signs",
    "signal.raise": "Notice a look somebody should be asked about",
    "signal.review": "Look into what was noticed of a look",
    "system.read": "Read how the service is",
    "trail.read": "Read who looked at a record",
    "trail.tell": "Tell whoever asks who looked",
}
_OPENS: Mapping[str, tuple[Level, str]] = {
    "action.read": (Level.SHARED, "Read an action"),
    "action.write": (Level.SHARED, "Add an action, or say how it stands"),
    "contact.claim": (Level.SHARED, "Take a contact in hand"),
    "contact.read": (Level.SUMMARY, "Read a contact"),
    "contact.reassign": (Level.SHARED, "Give a contact to somebody else"),
    "contact.withdraw": (Level.SHARED, "Withdraw a contact they wrote down about the wrong child"),
    "contact.withdraw-others": (Level.SHARED, "Withdraw one that others wrote down so"),
    "disagreement.follow": (Level.SUMMARY, "Follow a disagreement"),
    "disagreement.raise": (Level.SUMMARY, "Disagree with a decision"),
    "entry.correct": (Level.SHARED, "Correct what they recorded"),
    "entry.correct-others": (Level.SHARED, "Correct what others recorded"),
    "entry.record": (Level.SUMMARY, "Record a step"),
    "entry.withdraw": (Level.SHARED, "Withdraw one entry of theirs about the wrong child"),
    "entry.withdraw-others": (Level.SHARED, "Withdraw one entry of others of their agency so"),
    "exclusion.declare": (Level.SUMMARY, "Say that they know a family, and be kept from it"),
    "exclusion.declare-others": (Level.SHARED, "Say that a colleague knows a family"),
    "identification.decide": (Level.SHARED, "Say which child it is"),
    "meeting.answer": (Level.SUMMARY, "Answer an invitation and write a report"),
    "meeting.call": (Level.SHARED, "Call a meeting about a child"),
    "meeting.hold": (Level.SHARED, "Record who came to a meeting and what it decided"),
    "meeting.read": (Level.SUMMARY, "Read a meeting they are asked to"),
    "quarantine.settle": (Level.SEALED, "Uphold or release what is in quarantine"),
    "referral.follow": (Level.SUMMARY, "Follow what they sent"),
    "register.read": (Level.SUMMARY, "Read who somebody is and where"),
    "seal.lift": (Level.SEALED, "Ask for a seal to be lifted, or agree to it"),
    "seal.name": (Level.SEALED, "Let somebody into a sealed record they keep, or take them off"),
    "seal.read": (Level.SEALED, "Read a sealed record they are named on, and its access list"),
    "seal.set": (Level.FULL, "Seal a record"),
    "share.give": (Level.FULL, "Tell another agency, and read who was told"),
    "share.receive": (Level.SHARED, "Read what they were told"),
    "register.write": (Level.SHARED, "Change who somebody is and where"),
    "restriction.lift": (Level.SEALED, "Ask for a restriction to be lifted, or agree to it"),
    "restriction.read": (Level.SEALED, "Read a restriction they are named on"),
    "restriction.set": (Level.FULL, "Restrict a record"),
    "thread.read": (Level.SUMMARY, "Read a child's thread"),
    "tool.export": (Level.FULL, "Take a copy of a completed tool away"),
}

WORDS: Mapping[str, str] = {
    **_OPENS_NOBODY,
    **{verb: said for verb, (_, said) in _OPENS.items()},
}
NEEDS: Mapping[str, Level] = dict.fromkeys(_OPENS_NOBODY, Level.NOTHING) | {
    verb: level for verb, (level, _) in _OPENS.items()
}
# What only looks: done also by whoever may look at a record and do nothing to it.
READING = frozenset({"contact.read", "register.read", "thread.read"})
# What everybody who signs in may do.
EVERYBODY = frozenset({"need-to-know.own", "session.words"})
# Done only by whoever has shown again, within five minutes, that it is them. Whatever exports,
# joins or destroys a record, changes a role or breaks glass belongs here; an export is asked for by
# POST, so that it is one of them.
STEP_UP = frozenset(
    {
        "account.close",
        "account.give",
        "break-glass.open",
        "agency.leave",
        "identification.decide",
        "quarantine.settle",
        "seal.lift",
        "seal.name",
        "tool.export",
    }
)
