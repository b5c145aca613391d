"""A professional who wants to think aloud with somebody before deciding anything."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped

theme = Theme(
    key="advice",
    ages=(4, 16),
    weight=12,
    purpose="advice-request",
    situations=(
        Situation(
            kind="school",
            ages=(4, 8),
            worry="""I would like advice. {name} said something about being 'put in the cupboard'
            which turned out to be a game with a cousin. {Parent} laughed and then was worried that
            I had asked. Have I missed anything, and how do I write it down?""",
            words=("It was a game. I was the queen of the cupboard.",),
            well="{name} is well, chatty and has good friends. {Parent} is easy to talk to.",
            needs="A conversation, and to know that I have not missed anything.",
            reads=(
                helped(
                    """Talked it through with the referrer for fifteen minutes. Nothing on our
                    records. They had the right instinct and wanted somebody to check it. The
                    cousin, asked separately by {their} own teacher, described the same game.
                    Agreed what to record.""",
                    """No harm described and none found. Advice was given on recording the words as
                    said, and on what would change our mind.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name}'s parents are separating and each has told me things about the other. I
            do not know what I may pass on to whom. {name} is fine in school. I would be glad of
            ten minutes on the telephone.""",
            words=("Both of them are sad so I'm being good.",),
            well="Both parents come to everything, on different evenings.",
            needs="To know what may be shared, and with whom.",
            reads=(
                helped(
                    """No allegation of harm by either parent. Went through who has parental
                    responsibility and what the school owes to each. The referrer will offer {name}
                    somebody to talk to who belongs to neither side.""",
                    """A good question, asked early. Advice given on sharing, in writing as well,
                    and on what to do if either account becomes one of harm.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""Three members of staff have each noticed something small about {name}: a joke,
            a drawing, a day without lunch. None is anything alone. I want to know whether together
            they are.""",
            words=("It's just a drawing of a house with the door open.",),
            well="{name} has many adults who notice {them}, which is how I come to be asking.",
            needs="A second pair of eyes.",
            reads=(
                helped(
                    """Took the three things one at a time. The lunch was a forgotten bag. The
                    drawing was of a story read in class that week. The joke was unkind, and was
                    about a television programme. The referrer has begun a log, and knows the
                    questions to ask of it at half term.""",
                    """Three ordinary explanations, each checked. They will keep the log and bring
                    it back if it grows.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{Parent} has asked me not to record something {pthey} told me about {ptheir}
            own childhood. {name} is thriving. I would like to know what I must record and what I
            may leave with {pthem}.""",
            well="{Parent} trusts us enough to have said it, after forty years.",
            needs="Advice about what may be kept, and how to write it.",
            reads=(
                helped(
                    """Nothing said concerns {name} or any child today, and the person spoken of
                    died long ago. Advised that {Parent}'s history belongs on {ptheir} own record,
                    in {ptheir} own words if {pthey} wishes, and has no place on {name}'s.""",
                    """No risk to any child. Advice given on recording, and on a service for adults
                    who were harmed as children, which {Parent} may like to know of.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(4, 9),
            worry="""I have been asked by a relative to look at a mark on {name}, who is not my
            patient. I have seen a photograph only. It looks like a birthmark. What should I tell
            the relative to do?""",
            well="The relative sees {name} every week and asked because {they} is loved.",
            needs="To know what to say tonight.",
            reads=(
                helped(
                    """The GP's record has the birthmark from the first week of {name}'s life, with
                    a drawing. The relative, rung with the referrer on the line, was relieved. No
                    other worry was held behind it: I asked.""",
                    """Explained by the record. Advised that {name}'s own GP is always the person
                    to ask, and that ringing us was right.""",
                    "advice-to-professional",
                ),
            ),
        ),
    ),
)
