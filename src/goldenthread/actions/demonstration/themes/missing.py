"""A child reported missing, found, and what was behind it."""

from goldenthread.actions.demonstration.themes.theme import (
    Situation,
    Theme,
    helped,
    referred,
    strategy,
)

theme = Theme(
    key="missing",
    ages=(11, 16),
    weight=7,
    situations=(
        Situation(
            kind="police",
            worry="""{name} was reported missing at 22.10 on {day} and came home by {themself} at
            06.30. {They} told officers that {they} had walked around {area} because it was quieter
            outside. {They} was cold and hungry and not hurt. A return interview has been asked
            for.""",
            words=("It's quieter outside.", "I don't run away from something. I just go."),
            well="{name} came back by {themself} and let {Parent} make {them} something to eat.",
            needs="For somebody to ask what it is that is loud at home.",
            evidence="Eight hours, alone, at night.",
            reads=(
                referred(
                    """School says {name} has been different since {their} stepbrother moved in. In
                    the return interview {they} drew a plan of the house and shaded where {they}
                    does not go. {They} would not say more and asked whether the drawing could be
                    kept somewhere else. This should be followed, with care.""",
                    """Going out at night is how {name} is telling us. Something in the house
                    is not safe for {them}. An assessment, begun by whoever {they} drew the
                    plan for.""",
                ),
                helped(
                    """In the return interview {name} spoke of {Parent}'s new job, the baby's
                    crying and three people in one bedroom. {They} walks to hear nothing. {Parent}
                    had no idea and has given {them} the box room. The youth worker will walk with
                    {them} on Thursdays, earlier.""",
                    """There is strain at home that {name} escapes from by walking. {Parent}
                    accepts early help and has already changed something.""",
                    "early-help",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""{name} was found at a friend's house on {day} after nine hours. It followed an
            argument about a telephone. {Parent} was relieved and cross. First episode. Both
            apologised to the officers.""",
            words=("I was only at Jordan's. I should've texted.",),
            well="{Parent} rang straight away and had a photograph and a list of friends ready.",
            needs="A return interview by somebody {name} can talk to.",
            evidence="First episode; nine hours at a known address.",
            reads=(
                helped(
                    """First episode, short, explained by both and believed by the officer. School
                    sees nothing new. The friend's parents confirm the whole evening. A return
                    interview is booked with the youth worker.""",
                    """A single evening after a quarrel, well handled by {Parent}. The family has
                    been offered mediation and laughed, kindly, and took the leaflet.""",
                    "advice-to-family",
                ),
            ),
        ),
        Situation(
            kind="police",
            ages=(12, 16),
            worry="""Fourth missing episode in three months. {name} will not say where {they} goes.
            {They} was seen on camera at the interchange with an older male who paid for the
            ticket.""",
            words=("You can ask. I'm not going to say.",),
            well="{They} texts {Parent} a full stop when {they} is safe. It has come every time.",
            needs="To identify the man, and not to frighten {name} off the texts.",
            evidence="Four episodes, a pattern of days, and an adult who pays.",
            reads=(
                strategy(
                    """Four episodes, always a Friday, and an unknown adult who pays. The
                    exploitation worker knows two others who were met at the same platform. {name}
                    protects somebody with silence. {Parent} has kept every date and every full
                    stop in a notebook, which is the best evidence we have.""",
                    """A pattern of grooming with money and travel in it. Strategy discussion with
                    police and the exploitation worker before Friday comes round again.""",
                ),
            ),
        ),
    ),
)
