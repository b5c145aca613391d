"""A mark, an injury, or a child saying that somebody hurts them."""

from goldenthread.actions.demonstration.themes.theme import (
    Situation,
    Theme,
    helped,
    referred,
    strategy,
)

theme = Theme(
    key="physical-harm",
    ages=(3, 15),
    weight=11,
    may_be_now=True,
    situations=(
        Situation(
            kind="school",
            worry="""While changing for PE on {day} {name} kept {their} jumper on and a teaching
            assistant saw a mark on {their} upper arm. {They} said {they} fell, then that it was a
            secret. I did not ask anything else. I have written down the words and drawn where the
            mark was.""",
            words=("I fell. It's a secret how.", "Will I still be able to come to school?"),
            well="""{name} trusts {their} teaching assistant and stays close to her. Attendance is
            good.""",
            needs="Please talk to us before anybody rings home.",
            evidence="A mark that {they} first called a fall and then a secret.",
            reads=(
                strategy(
                    """Read the body map with the referrer. There is one earlier contact, from a
                    nursery, about rough handling, which was not substantiated. School describes a
                    change since a new adult moved in after the summer, whom nobody professional
                    has met. {name} has not said who, and should be asked once, by those who will
                    do it properly.""",
                    """An unexplained injury, a secret, and an unknown adult in the home. There is
                    reasonable cause to suspect harm and the threshold for a strategy discussion is
                    met.""",
                ),
                helped(
                    """The swimming club rang the school within the hour: {name} slipped on the
                    poolside on Sunday in front of two coaches and asked them not to tell {parent},
                    who had said not to run. The club's accident book has it. Nothing is held about
                    the family.""",
                    """The mark is explained by two adults outside the family and by what {name}
                    said afterwards. {They} was worried about being told off for running, and has
                    not been.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="school",
            ages=(9, 15),
            worry="""{name} told {their} form tutor on {day} that {they} did not want to go home
            because of what would happen about the detention. {They} said a belt had been used
            before. There was no mark to see. {They} asked whether {they} would be taken away.""",
            words=(
                "If you ring {parent} then it will be worse, so can you not?",
                "I want to go to Grandad's tonight.",
            ),
            well="""{name} is doing well in class and chose an adult to tell. Grandparents live two
            streets away.""",
            needs="""{name} needs to be spoken to by somebody trained, before {they} goes home if
            possible.""",
            evidence="{Their} own words, written down as {they} said them.",
            reads=(
                strategy(
                    """Nothing known before today. {name}'s words are clear, were not led, and were
                    repeated to the nurse in the same way. {They} is with staff until 3.15 pm.
                    Grandparents have been rung, with {their} agreement, and can have {them}
                    tonight.""",
                    """{name} has told us that {they} has been hit with a belt and fears it
                    tonight. There is reasonable cause to suspect significant harm. Police and
                    health are asked to a strategy discussion at two o'clock.""",
                ),
                referred(
                    """{name} says it was once, two years ago, in another house, with {their}
                    stepfather, who has left. {They} is afraid of {Parent}'s temper now, not of a
                    belt. {Parent} was shocked at what {they} feared, and spoke of shouting too
                    much since the new job. {They} is at Grandad's.""",
                    """No suspicion of harm today, and a child too frightened to go home about a
                    detention. The family needs an assessment and {Parent} has asked for one.""",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{name} was brought to the children's emergency department on {day} with a
            painful wrist. The account given by {Parent} changed once and the injury was two days
            old. The fracture fits a fall, so this may be an accident. The delay and the change are
            why I am telling you.""",
            words=("I came off my scooter. I didn't want to miss football so I said it was fine.",),
            well="{Parent} brought {them} in, stayed all night and asked good questions.",
            needs="To know whether anybody else is worried.",
            evidence="A delay of two days, and two accounts that differ.",
            reads=(
                helped(
                    """{name}, asked alone by the nurse, gave the same account as the neighbour
                    whose drive it was. The delay was a child hiding a sore wrist before a match.
                    {Parent} corrected {ptheir} own account once {pthey} had heard {name}'s. School
                    and GP have no worries.""",
                    """The injury is explained by {name} and by a neighbour, and the consultant
                    agrees that it fits. Nothing points the other way.""",
                    "advice-to-family",
                    "no-further-action",
                    "advice-to-professional",
                ),
                strategy(
                    """The X-ray has been read again: there is an older, healing fracture of the
                    other arm for which no doctor was seen. Nobody has an account of that one.
                    School noted three weeks in the autumn when {name} would not take off {their}
                    coat.""",
                    """Two fractures of different ages, one never treated and never explained. This
                    is a strategy discussion with the consultant in it, today, before {name} leaves
                    the ward.""",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""Officers attended an address in {area} on {day} after a neighbour heard
            shouting. {name} came to the door and said everything was fine. {They} had a red mark
            on {their} neck, which {Parent} said was from a seat belt. {name}, spoken to alone,
            looked at the floor and said the same.""",
            words=("It was the seat belt.",),
            well="The house was clean and warm. {name}'s homework was on the table, finished.",
            needs="Somebody {name} knows to ask again, somewhere else.",
            evidence="""A mark, an account that {they} gave without looking up, and the neighbour's
            call.""",
            reads=(
                referred(
                    """School saw {name} this morning: the mark is fading and {they} said the seat
                    belt again, then asked whether the police tell {parent} what a person says. One
                    earlier call to the address, for shouting. {Parent} agreed to a medical, which
                    is booked for tomorrow.""",
                    """The account may be true and {name} does not behave as though it were. With a
                    second call to the address and a child who checks who will be told, an
                    assessment is right, and {they} must be seen away from home.""",
                ),
                helped(
                    """The family car was braked hard on the ring road that afternoon and the other
                    driver's details are with the insurer. The shouting was a football match; the
                    neighbour agreed that it might have been. The school nurse saw {name} and the
                    mark is where a belt lies.""",
                    "Explained, and checked with two others. The neighbour was right to ring.",
                    "no-further-action",
                ),
            ),
        ),
    ),
)
