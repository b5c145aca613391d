"""Services: the roles of machines. Nobody signs in with one, and each does one thing."""

from goldenthread.content import quarantine
from goldenthread.content.need_to_know import narrow_sights, sights
from goldenthread.content.roles import FRONT_DOOR_DESKS
from goldenthread.language.role import Role

intake = Role(
    key="intake",
    title="Intake service",
    question="Has what was sent been kept whole?",
    agency_kinds=(),
    may=frozenset({"referral.receive"}),
    desks=FRONT_DOOR_DESKS,
    sees=narrow_sights.MACHINE,
    home="",
    service=True,
)

record_keeping = Role(
    key="record-keeping",
    title="Record keeping service",
    question="Does every list say what the record says, now that something was put back?",
    agency_kinds=(),
    may=frozenset(),
    sees=narrow_sights.KEEPING,
    home="",
    service=True,
)

watching = Role(
    key="watching",
    title="Service that watches the trail",
    question="Did anybody look where they had no reason to?",
    agency_kinds=(),
    may=frozenset({"signal.raise", "look.draw"}),
    desks=(quarantine.DESK,),
    sees=narrow_sights.PRIVACY,
    home="",
    service=True,
)

account_keeper = Role(
    key="account-keeper",
    title="Service that closes dormant accounts",
    question="Is any account open that nobody signs in to?",
    agency_kinds=(),
    may=frozenset({"account.close"}),
    home="",
    keeps_accounts="every",
    service=True,
)

paging = Role(
    key="paging",
    title="Paging service",
    question="Has somebody taken in hand every child in danger now?",
    agency_kinds=(),
    may=frozenset({"entry.record"}),
    desks=FRONT_DOOR_DESKS,
    sees=narrow_sights.MACHINE,
    home="",
    service=True,
)

correspondence = Role(
    key="correspondence",
    title="Correspondence service",
    question="Has the person who sent this been answered?",
    agency_kinds=(),
    may=frozenset({"entry.record"}),
    desks=FRONT_DOOR_DESKS,
    sees=narrow_sights.MACHINE,
    home="",
    service=True,
)

guest_desk = Role(
    key="guest-desk",
    title="Sender without an account",
    question="How do I tell someone, and what happened next?",
    agency_kinds=(),
    may=frozenset({"draft.keep", "referral.send", "referral.follow"}),
    sees=sights.REFERRING,
    home="",
    service=True,
)
