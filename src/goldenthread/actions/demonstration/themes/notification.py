"""A notification: something that happened near a child and calls for a record more than a reply."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped

_READ = helped(
    """Read against our records: nothing is held that this adds to. Kept so that it can be seen
    beside anything that comes later.""",
    "A single event, well handled by the adults present, with no sign of harm to {name}. Recorded.",
    "notification-recorded",
)
_AGAIN = helped(
    """One earlier notification, two years ago, of the same kind. There is no pattern. Seen by a
    qualified worker under written delegation.""",
    """No need that is not already met. Recorded, and the health visitor or school nurse has been
    told.""",
    "notification-recorded",
)

theme = Theme(
    key="notification",
    ages=(0, 16),
    weight=14,
    purpose="notification",
    situations=(
        Situation(
            kind="police",
            worry="""Officers attended a neighbour dispute in {area} on {day} about parking. {name}
            was in the house and was seen, happy and in pyjamas. No offences. For information.""",
            well="{name} was seen and was well.",
            reads=(_READ,),
        ),
        Situation(
            kind="police",
            worry="""{name} was a passenger in a car that was hit at low speed on the ring road on
            {day}. Nobody was hurt. {Parent} was not to blame. For information.""",
            reads=(_READ, _AGAIN),
        ),
        Situation(
            kind="police",
            worry="""A verbal argument between adults on {day} at an address in {area}. {name}
            was at {their} grandmother's for the night and saw nothing. Standard risk. For
            information.""",
            reads=(
                _AGAIN,
                helped(
                    """The first notice of any kind about the address. School was asked and sees a
                    settled child. {Parent}, rung at a safe time, said that it was about money and
                    that {pthey} is not afraid.""",
                    """One quarrel, which {name} did not hear. {Parent} has the number of the
                    helpline and knows that it is also for people who are not sure.""",
                    "advice-to-family",
                    "notification-recorded",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(1, 4),
            worry="""{name} was seen in the emergency department on {day} with a bead up {their}
            nose. Removed. The account fits and a leaflet was given. Sent under our arrangement for
            under-fives.""",
            words=("It was a red one. I've got a blue one as well.",),
            reads=(_READ,),
        ),
        Situation(
            kind="health",
            worry="""The family has registered with this practice from another city. {name} is up
            to date with {their} vaccinations. The transfer note mentions early help there, which
            has ended.""",
            reads=(_READ,),
        ),
    ),
)
