"""What is said of a look at a record: what was done, what for, and whether it opened one record.

UK GDPR Article 15 and the Data Protection Act 2018: a person may be told who looked, in words they
can read. A list shows many and opens none, so the two are counted apart. What for is what the page
is for, where nobody declared a purpose of their own.
"""

from goldenthread.content.need_to_know import purposes
from goldenthread.language.look import Look
from goldenthread.language.need_to_know import Purpose

DECLARED = {each.key: each.title for each in vars(purposes).values() if isinstance(each, Purpose)}
DECIDING = purposes.front_door.title
CARING = "Working with the child and the family"
FINDING = "Finding out whether a child is known already"
SENDING = purposes.telling.title
ASSURING = purposes.audit.title
PROTECTING = "Protecting the record itself"

LOOKS = (
    Look(verb="contact.read", did="Opened a contact", purpose=DECIDING, opens=True),
    Look(verb="contact.claim", did="Took a contact in hand", purpose=DECIDING, opens=True),
    Look(verb="contact.hand-back", did="Handed a contact back", purpose=DECIDING),
    Look(verb="contact.hand-over", did="Handed a contact over", purpose=DECIDING),
    Look(verb="contact.reassign", did="Gave a contact to somebody", purpose=DECIDING),
    Look(verb="contact.withdraw", did="Withdrew a contact", purpose=PROTECTING),
    Look(verb="thread.read", did="Read the story so far", purpose=CARING, opens=True),
    Look(verb="action.read", did="Read what is to be done", purpose=CARING, opens=True),
    Look(verb="action.write", did="Added or moved an action", purpose=CARING, opens=True),
    Look(verb="tool.export", did="Took a copy of a tool", purpose=CARING, opens=True),
    Look(verb="register.read", did="Opened who and where", purpose=CARING, opens=True),
    Look(verb="register.write", did="Recorded who and where", purpose=CARING, opens=True),
    Look(verb="register.search", did="Searched the register", purpose=FINDING),
    Look(verb="identification.decide", did="Compared two records", purpose=FINDING, opens=True),
    Look(verb="entry.record", did="Recorded something", purpose=DECIDING, opens=True),
    Look(verb="entry.correct", did="Corrected an entry", purpose=PROTECTING, opens=True),
    Look(verb="share.give", did="Told another agency", purpose=CARING, opens=True),
    Look(verb="share.decline", did="Did not tell another agency", purpose=CARING),
    Look(verb="share.recall", did="Took back what was given", purpose=PROTECTING),
    Look(verb="share.receive", did="Read what they were told", purpose=CARING, opens=True),
    Look(verb="meeting.mine", did="Saw the meetings they are asked to", purpose=CARING),
    Look(verb="meeting.call", did="Called a meeting", purpose=CARING, opens=True),
    Look(verb="meeting.read", did="Read a meeting", purpose=CARING, opens=True),
    Look(
        verb="meeting.answer", did="Answered an invitation to a meeting", purpose=CARING, opens=True
    ),
    Look(verb="meeting.hold", did="Recorded a meeting", purpose=CARING, opens=True),
    Look(verb="break-glass.open", did="Broke the glass", purpose=PROTECTING),
    Look(verb="break-glass.review", did="Reviewed a break-glass", purpose=PROTECTING),
    Look(verb="exclusion.declare", did="Said who knows the family", purpose=PROTECTING, opens=True),
    Look(verb="exclusion.keep", did="Kept somebody from the record", purpose=PROTECTING),
    Look(verb="exclusion.list", did="Read the exclusion list", purpose=PROTECTING),
    Look(verb="exclusion.lift", did="Let somebody back to the record", purpose=PROTECTING),
    Look(verb="queue.read", did="Saw the queue", purpose=DECIDING),
    Look(verb="night.read", did="Saw tonight's sheet", purpose=DECIDING),
    Look(verb="mash.read", did="Saw what is asked of an agency", purpose=DECIDING),
    Look(verb="notification.triage", did="Saw joint triage", purpose=DECIDING),
    Look(verb="notification.send", did="Sent a police notification", purpose=SENDING),
    Look(verb="notification.change", did="Changed a police notification", purpose=SENDING),
    Look(verb="children.mine", did="Saw a list of their own children", purpose=CARING),
    Look(verb="children.team", did="Saw a list of their team's children", purpose=CARING),
    Look(verb="call.record", did="Wrote down a call", purpose=SENDING),
    Look(verb="draft.keep", did="Wrote about a worry", purpose=SENDING),
    Look(verb="referral.send", did="Sent a referral", purpose=SENDING),
    Look(verb="referral.receive", did="Received a referral", purpose=SENDING),
    Look(verb="referral.follow", did="Followed a referral", purpose=SENDING, opens=True),
    Look(verb="disagreement.raise", did="Raised a disagreement", purpose=DECIDING),
    Look(verb="disagreement.follow", did="Followed a disagreement", purpose=DECIDING),
    Look(verb="sample.open", did="Opened a decision drawn by chance", purpose=ASSURING, opens=True),
    Look(verb="sample.review", did="Read a decision drawn by chance", purpose=ASSURING, opens=True),
    Look(verb="entry.withdraw", did="Withdrew an entry", purpose=PROTECTING, opens=True),
    Look(verb="restriction.set", did="Restricted a record", purpose=PROTECTING, opens=True),
    Look(verb="restriction.read", did="Read a restriction", purpose=PROTECTING, opens=True),
    Look(verb="restriction.lift", did="Asked to lift a restriction", purpose=PROTECTING),
    Look(verb="intelligence.record", did="Wrote down intelligence", purpose=PROTECTING, opens=True),
    Look(verb="seal.set", did="Sealed a record", purpose=PROTECTING, opens=True),
    Look(verb="seal.read", did="Read a sealed record", purpose=PROTECTING, opens=True),
    Look(verb="seal.name", did="Changed who may see a sealed record", purpose=PROTECTING),
    Look(verb="seal.lift", did="Asked to lift a seal", purpose=PROTECTING),
    Look(verb="session.words", did="Found again what they were writing", purpose=SENDING),
    Look(verb="quarantine.read", did="Read the quarantine", purpose=PROTECTING),
    Look(verb="quarantine.settle", did="Settled a withdrawal", purpose=PROTECTING),
    Look(verb="signal.raise", did="Noticed a look", purpose=PROTECTING),
    Look(verb="signal.review", did="Looked into a look", purpose=PROTECTING),
    Look(verb="look.draw", did="Drew looks by chance", purpose=ASSURING),
    Look(verb="look.review", did="Read a look drawn by chance", purpose=ASSURING),
    Look(verb="trail.read", did="Read who had looked", purpose=PROTECTING),
    Look(verb="trail.tell", did="Answered who had looked", purpose=PROTECTING),
)
BY_VERB = {look.verb: look for look in LOOKS}
# Opened one record; row for row these are what somebody read of a child and not of a list.
OPENS = tuple(look.verb for look in LOOKS if look.opens)


def did(verb: str) -> str:
    """Return what somebody did, in words; the verb itself where it has none."""
    return BY_VERB[verb].did if verb in BY_VERB else verb


def purpose(said: str, verb: str) -> str:
    """Return what it was for: the purpose that was declared, else what the page is for."""
    if said in DECLARED:
        return DECLARED[said]
    return BY_VERB[verb].purpose if verb in BY_VERB else "Not recorded"
