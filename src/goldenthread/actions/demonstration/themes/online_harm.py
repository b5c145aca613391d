"""Harm that reaches a child through a screen."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, strategy

theme = Theme(
    key="online-harm",
    ages=(9, 15),
    weight=6,
    situations=(
        Situation(
            kind="school",
            worry="""{name} came to me on {day} because somebody {they} met in a game has asked
            {them} for a picture and is threatening to tell {their} friends that {they} said no.
            {They} has not sent anything. The account says he is fourteen; his messages do not read
            like it.""",
            words=(
                "He was really nice at first, he liked all the same things.",
                "I only said my school because he said his.",
            ),
            well="{name} told somebody, early, and sent nothing.",
            needs="Specialist advice for {Parent} about what to keep and what to switch off.",
            evidence="Messages that {name} showed me, which ask for pictures and then threaten.",
            reads=(
                helped(
                    """Police have the tablet and are in contact with the company. {Parent} was
                    shocked and has been kind. {name} is sleeping in {ptheir} room by choice. He
                    never had {their} address. The harm came from a stranger and the family has
                    closed the door on him.""",
                    """The police are dealing with the other person and {Parent} is protecting
                    {name}. Specialist advice has been given to the family, and the school will
                    check in on Friday.""",
                    "advice-to-family",
                    "advice-to-professional",
                    "signposted",
                ),
                strategy(
                    """{name} gave him {their} school, {their} first name and the time {they} walks
                    home. This morning a message described {their} bag. Police believe that he is
                    an adult and may be near. {Parent} learned of it an hour ago and is on {ptheir}
                    way to school.""",
                    """An adult has {name}'s name, school and way home and has begun to threaten.
                    Police and school need to act with us before half past three.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""A picture of {name} has been passed around the year group. I have not looked
            at it and have asked staff not to. Telephones have been handed in. {name} is with me
            and does not want {Parent} to know, and I have explained why I must say.""",
            words=("I know I'm stupid. You don't have to say it.", "Can you make it not exist?"),
            well="Friends have stood by {them}: four of them walked {them} to my office.",
            needs="""To have the picture taken down, and for {name} to hear that {they} is not in
            trouble.""",
            evidence="What {name} told me. I have not seen the picture and nobody here needs to.",
            reads=(
                helped(
                    """Shared among children of the same age, thoughtlessly more than cruelly. No
                    adult is part of it and nobody was forced. It has been reported for removal.
                    {Parent}'s first words were 'Is {they} all right?' {name} fears coming in
                    tomorrow more than anything else; there is a plan for the morning.""",
                    """The school has acted well, {Parent} is with {them} and the picture is being
                    taken down. Advice given on how to speak to the year group without naming
                    anybody.""",
                    "advice-to-professional",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""An account used at {name}'s address was in contact with a person arrested
            elsewhere in the country. There is no sign that {name} met him. Officers spoke to
            {name} with {Parent} on {day}. {They} thought that he was a child of {their} own
            age.""",
            words=("He said his cat died. I sent him a picture of ours.",),
            well="{Parent} listened without raising {ptheir} voice and gave us the tablet.",
            needs="Support for {name}, who is grieving a friend who did not exist.",
            evidence="The messages that were recovered.",
            reads=(
                helped(
                    """The messages have been read by the police: {name} sent a picture of a cat
                    and {their} favourite songs. The man is in custody. School will see {them} on
                    Monday mornings. {Parent} has asked what {pthey} should have seen and was told
                    that {pthey} is not to blame.""",
                    """The danger is past and {name} is well looked after. The family has the
                    number of a service for children who have been deceived like this, and will use
                    it.""",
                    "signposted",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(11, 15),
            worry="""{name} told the school nurse at the drop-in that {they} sleeps two hours a
            night because somebody in another country wants {them} awake when he is. {They} has
            sent him money from {their} savings and does not know how to stop.""",
            words=("He gets upset if I'm asleep. He said it's like I left.",),
            well="{name} came to the drop-in by {themself} and stayed past the bell.",
            needs="Help to say goodbye to him safely.",
            evidence="Two hours of sleep a night for a month, and the money.",
            reads=(
                helped(
                    """{Parent} did not know. {Pthey} works nights and had thought {name} asleep.
                    Police have taken the details and think it a fraud run against many young
                    people at once. {name} chose to hand over the telephone, and slept for eleven
                    hours.""",
                    """A cruel fraud, ended by {name} {themself}. Early help will support {them}
                    and {Parent} for a while; police keep the rest.""",
                    "early-help",
                    "signposted",
                ),
            ),
        ),
    ),
)
