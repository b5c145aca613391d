"""A child who looks after somebody at home."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped

theme = Theme(
    key="young-carer",
    ages=(8, 15),
    weight=5,
    purpose="early-help-request",
    situations=(
        Situation(
            kind="school",
            worry="""{name} does the shopping, the washing and most of the cooking for {Parent},
            who has multiple sclerosis, and walks a younger cousin to school. {They} is cheerful
            about it and has not handed in homework for weeks. We would like some help for the
            family with their consent.""",
            words=(
                "I'm good at it. I just get tired on Thursdays.",
                "Other people's houses, the grown-ups do the tea.",
            ),
            well="This is a close family with a lot of laughing in it. {name} is kind and funny.",
            needs="""An assessment as a young carer, and care for {Parent} that does not depend on
            {name}.""",
            evidence="What {name} does each day, written down with {them}.",
            reads=(
                helped(
                    """Adult care have {Parent} on four hours a week and will review. Nobody had
                    asked who does the rest. {name} is well looked after in every way but one:
                    there is nobody to take {their} place. {Parent} agreed to everything we
                    suggested and had been afraid to ask in case it counted against {pthem}.""",
                    """{name} is entitled to an assessment as a young carer and the family
                    wants one. Early help will bring adult care, school and the carers' group
                    together.""",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} asked whether {they} could have {their} telephone on in lessons in case
            {Parent} falls. We said yes and then talked. {They} gets up twice in the night.
            {Parent} did not know that we did not know.""",
            words=(
                "I can tell from the bedroom if {pthey}'s going to need me.",
                "I'd like to go on the residential but who'd do nights?",
            ),
            well="""{Parent} wants {name} to have time for {themself} and will accept help that is
            reliable.""",
            needs="Somebody for two nights, so that {name} can go on the residential.",
            evidence="Two broken nights in three, since before Christmas by {their} own count.",
            reads=(
                helped(
                    """{Parent} has had three falls since the spring and told nobody. The
                    occupational therapist can come on Monday. There is an alarm that {pthey} can
                    wear, which would let {name} sleep. {name} made a list of what {they} does; it
                    took two sides.""",
                    """Needs that are plain and a family that asks. Early help will see that the
                    alarm, the rails and the two nights happen, in that order and soon.""",
                    "early-help",
                    "signposted",
                ),
            ),
        ),
        Situation(
            kind="council",
            worry="""I assess {Parent} for adult care. {Pthey} is managing because {name} helps
            {pthem} wash, dress and get upstairs. {name} told me with pride. I have asked for more
            hours for {Parent}; {name} ought to be seen in {their} own right.""",
            words=("I do the buttons. {Parent} can't do buttons.",),
            well="{name} is proud of what {they} does and {Parent} is proud of {them}.",
            needs="For {name} to be asked what {they} would like.",
            evidence="My own assessment of {Parent}, and what {they} showed me.",
            reads=(
                helped(
                    """School had no idea: {name} is never late. Adult care will add ten hours,
                    mornings first. The carers' group meets near home, and {name} asked whether
                    there is football. There is.""",
                    """The care that {name} gives will be given by those paid to give it, and
                    {they} will be assessed as a young carer. Early help will hold both services to
                    the date.""",
                    "early-help",
                ),
            ),
        ),
    ),
)
