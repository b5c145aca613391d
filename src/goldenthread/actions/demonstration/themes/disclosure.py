"""A child who says that somebody has done to them what should not have been done."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, strategy

theme = Theme(
    key="disclosure",
    ages=(6, 16),
    weight=4,
    may_be_now=True,
    situations=(
        Situation(
            kind="school",
            worry="""{name} told me on {day} that an adult in the family has touched {them} in a
            way {they} did not like, and that it has happened before. I said that I believed {them}
            and that {they} was right to tell. I asked no questions. {They} is with us now and has
            asked that nobody rings home.""",
            words=(
                "You said you'd believe me and you did.",
                "Please not tonight. Can it be tomorrow?",
            ),
            well="{name} told. {They} chose {their} time and {their} person.",
            needs="Somebody trained to listen, once. Please tell us what to do about going home.",
            evidence="{name}'s own words, written down within ten minutes.",
            reads=(
                strategy(
                    """Spoke to the referrer, who has done everything right. {name}'s words are
                    clear and have not been led. The adult lives at the address. Police have been
                    told by telephone. {name} stays with staff until we ring, and an aunt whom
                    {they} trusts is on her way.""",
                    """{name} has told a trusted adult of sexual abuse by somebody {they} lives
                    with. A strategy discussion with police and health must happen today, before
                    {they} goes home.""",
                ),
                helped(
                    """Open to a social worker already: {name} told the same to her in the autumn,
                    the adult left the house then, and the trial is in May. {They} told school
                    because of a lesson. The worker was rung and has spoken to {them}. Early help
                    has the rest of the family.""",
                    """Already under enquiry: this adds to it and has been passed on within the
                    hour.""",
                    "early-help-existing",
                ),
            ),
        ),
        Situation(
            kind="school",
            ages=(6, 10),
            worry="""After a lesson about keeping safe {name} stayed behind and said that one of
            the pictures was about {them}. {They} pointed to it. I have kept the picture. {They}
            then wanted to play and I let {them}.""",
            words=("It was that one. That picture.", "Is it my fault because I didn't shout?"),
            well="""{name} has a best friend and a safe adult, and used the lesson exactly as it
            was meant.""",
            needs="{name} must not have to tell it again to each of us.",
            evidence="The picture {they} chose, and what {they} said with it.",
            reads=(
                strategy(
                    """The lesson was planned for this and the teacher was trained for it: nothing
                    was asked. {name} named nobody. School knows of a babysitter on Fridays and an
                    uncle on Sundays and guesses at neither. {Parent} has not been told yet.""",
                    """A child has told us in the way that a child can. Who, is for those who will
                    ask once and properly: strategy discussion today with the police, and a plan
                    for the end of school.""",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(13, 15),
            worry="""{name} came to the clinic with a friend and asked about tests. {They} is under
            the age at which {they} could agree to what {they} described and the other person is an
            adult. {They} understands that I have to share this, is angry with me, and stayed.""",
            words=("You promised you'd tell me before you told anyone. Okay. You did.",),
            well="""{name} came for help and brought a friend. {They} has an appointment next week
            and will come.""",
            needs="Care for {name} first. {They} will not speak to a uniform.",
            evidence="What {they} told me of {their} own accord.",
            reads=(
                strategy(
                    """The adult's name matches one the police have. {name} thinks of him as a
                    friend of the family, which he is. {Parent} does not know. The nurse will see
                    {name} on Tuesday and would have a social worker in the room.""",
                    """An offence against a child by an adult the family trusts. Strategy
                    discussion with police and health, begun around {name}'s appointment so that
                    {they} is not lost to us.""",
                ),
            ),
        ),
    ),
)
