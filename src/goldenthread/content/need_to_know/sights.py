"""How much each relationship opens, as the roles share it.

What is not here is not seen. A role by itself opens nothing: DPA 2018 schedule 1 paragraph 18 and
the Caldicott principles allow what the work needs and no more.
"""

from collections.abc import Iterable

from goldenthread.content.need_to_know import record_states as states
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import RecordState, Sight


def _keys(*of: RecordState) -> tuple[str, ...]:
    return tuple(state.key for state in of)


OPEN = _keys(
    states.contact, states.early_help, states.child_in_need, states.child_protection,
    states.looked_after, states.exploitation, states.deceased,
)  # fmt: skip
# A desk lets go of what closes, but keeps the contact a referral it holds came from.
ORDINARY = (*OPEN, states.closed.key)
NAMED = _keys(
    states.restricted, states.allegation, states.child_death, states.suspect, states.staff,
    states.adopted,
)  # fmt: skip

# Everybody's own drafts and files, whoever they are about.
OWN = Sight(by="own", states=("any",), level=Level.FULL)
EVERYBODY = (OWN,)


def _each(kinds: Iterable[str], level: Level, **more: tuple[str, ...]) -> tuple[Sight, ...]:
    return tuple(Sight(by=kind, states=ORDINARY, level=level, **more) for kind in kinds)


def named(*, stores: tuple[str, ...] = NAMED) -> tuple[Sight, ...]:
    """Return what being named on a record's access list opens: all of it, and that record alone."""
    return (Sight(by="access-list", states=stores, level=Level.SEALED),)


# Named on what police hold of somebody, and on no other sealed record.
INTELLIGENCE = named(stores=(states.suspect.key,))

# Of a meeting they are asked to, what the others wrote and what was decided.
ASKED = _each(("conference-invitee",), Level.SHARED, shows=("criminal", "third-party"))
# The copy they were given, word for word, whatever stands with the child since.
TOLD = (*_each(("told",), Level.SHARED, shows=("criminal", "third-party")), *ASKED)

# What the meeting they lead holds, and no more of the child than that.
LEADING = _each(("meeting-chair",), Level.SHARED, shows=("criminal", "third-party"))
# A chair of conferences reads the whole story before, and answers for what is recorded after.
CHAIRING = _each(("meeting-chair",), Level.FULL)

# What cannot wait: what is shared of a child and what police know of the danger, and neither a
# place kept safe nor who told.
IN_AN_EMERGENCY = _each(("break-glass",), Level.SHARED, shows=("criminal", "third-party"))

DESKS = (
    "front-door-desk", "early-help-desk", "mash-desk", "domestic-abuse-desk", "disagreement-desk",
)  # fmt: skip

# Decide what a child needs, so they read all that is known.
FRONT_DOOR = (
    *TOLD,
    *IN_AN_EMERGENCY,
    *CHAIRING,
    *_each((*DESKS, "contact-holder", "recorder", "kept-apart"), Level.FULL),
    *_each(("raiser",), Level.SUMMARY),
    *named(stores=_keys(states.restricted, states.suspect, states.staff, states.source)),
)
DRAWN, ADOPTED = _each(("dip-sample",), Level.FULL), named(stores=_keys(states.adopted))
MANAGING = (*FRONT_DOOR, *DRAWN, *ADOPTED)

# Offer help a family has agreed to: neither what police know nor a place kept safe.
EARLY_HELP = (
    *TOLD,
    *LEADING,
    *_each(
        ("early-help-desk", "contact-holder", "recorder"),
        Level.SHARED,
        shows=("source-identity",),
    ),
    *_each(("raiser",), Level.SUMMARY),
)

# Say what their agency knows, and hear what the others do: not who told, and no place kept safe.
MASH = (
    *TOLD,
    *_each(("mash-desk", "kept-apart"), Level.SHARED, shows=("criminal",)),
    *_each(("raiser",), Level.SUMMARY),
    *INTELLIGENCE,
)
JOINT_TRIAGE = (
    *TOLD,
    *_each(("domestic-abuse-desk",), Level.SHARED, shows=("criminal", "safe-address")),
    *_each(("referrer",), Level.SHARED, shows=("source-identity",)),
    *INTELLIGENCE,
)

# Answer a disagreement: what it is about, and who says so.
ANSWERING = _each(("disagreement-desk",), Level.SUMMARY, shows=("narrative", "source-identity"))

# What they sent and were told, which is all their own.
REFERRING = (
    *TOLD,
    *LEADING,
    *_each(("referrer",), Level.SHARED, shows=("source-identity",)),
    *_each(("raiser",), Level.SUMMARY),
)
# The same, and what is sealed of it where they are named.
POLICE = (*REFERRING, *INTELLIGENCE)
ALLEGATIONS = (*REFERRING, *named(stores=(states.allegation.key,)))
CHILD_DEATHS = (*REFERRING, *named(stores=(states.child_death.key,)))

WORKING = (
    *TOLD,
    *IN_AN_EMERGENCY,
    *CHAIRING,
    *_each(("allocated-worker", "team-cover", "recorder"), Level.FULL),
    *_each(("previous-worker",), Level.SUMMARY),
    *named(),
)
TEAM_MANAGING = (
    *TOLD,
    *IN_AN_EMERGENCY,
    *CHAIRING,
    *_each(("allocated-worker", "line-manager", "recorder"), Level.FULL),
    *_each(("previous-worker",), Level.SUMMARY),
    *named(),
)

# Chair conferences: what they sent themselves, the story of each child they meet about, and the
# plans that come of it for as long as they stand.
CONFERRING = (
    *TOLD,
    *CHAIRING,
    *_each(("allocated-worker", "plan-chair", "recorder"), Level.FULL),
    *_each(("referrer",), Level.SHARED, shows=("source-identity",)),
    *_each(("previous-worker", "raiser"), Level.SUMMARY),
    *named(),
)
# Arrange the meetings of the partnership, which are about no child.
ARRANGING = (*ASKED, *LEADING)
