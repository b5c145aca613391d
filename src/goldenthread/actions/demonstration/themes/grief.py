"""A death or a parting, and a child carried through it by relatives."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped

theme = Theme(
    key="grief",
    ages=(5, 14),
    weight=5,
    only_once=True,
    family_views=(
        "They agreed, and asked whether it would cost anything.",
        "They are proud and said they would manage. They also said thank you.",
        "They had been wondering whom to ask.",
    ),
    situations=(
        Situation(
            kind="school",
            worry="""{name}'s {parent} died in the summer. {They} lives with {their} grandmother,
            who is 74 and has angina, in a house with one bedroom. Nobody has talked to {name}
            about where {they} will live for good. On {day} {they} asked me whether grandmothers
            get sent away.""",
            words=(
                "Do grandmas get sent away?",
                "I keep {ptheir} jumper in a bag so it doesn't run out.",
            ),
            well="Grandmother has been there since {name} was born and has kept every routine.",
            needs="Legal advice and money for a grandmother who stepped in without being asked.",
            evidence="What {name} asked me, and that nobody near has parental responsibility.",
            reads=(
                helped(
                    """A private family arrangement that nobody has looked at since the funeral.
                    Grandmother is devoted and worn out. She does not know that she may be entitled
                    to help. {name} is safe and grieving.""",
                    """{name} is with somebody who loves {them} and will keep {them}. What she
                    needs is advice, a little money and company; the gateway will bring kinship
                    support.""",
                    "early-help",
                    "early-help",
                    "signposted",
                ),
            ),
        ),
        Situation(
            kind="school",
            ages=(11, 14),
            worry="""{name} has been living with an older sister since their parents separated and
            went abroad. The sister is twenty and working nights. {They} is loved. {They} is also
            alone from ten until six.""",
            words=("Nobody's said it's for ever, so it might not be.",),
            well="The sister rings at midnight and at six, every night, and has never missed.",
            needs="Nights. Everything else they are doing beautifully.",
            evidence="Eight hours alone, five nights in seven.",
            reads=(
                helped(
                    """The sister wept with relief that somebody had asked. Her employer will move
                    her to days from Monday; until then a great-aunt will sleep there. She did not
                    know that she could have parental responsibility. {name} made the tea while we
                    talked.""",
                    """Two young people doing something hard, well. Early help will see them
                    through the change and bring the legal advice to them.""",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{name} was brought to the surgery by an uncle with stomach pains that come
            at bedtime. There is nothing physical. {Their} {parent} died in March. The uncle is
            doing his best, has no legal standing and was not sure that he was allowed to bring
            {them}.""",
            words=("It hurts here, at night.",),
            well="""The whole family eats together on Sundays. {name} is never short of somebody to
            hold {them}.""",
            needs="Somebody to tell {name} the truth gently, and to listen.",
            evidence="What the pain is, and when it comes.",
            reads=(
                helped(
                    """The uncle has now spoken to a solicitor about a child arrangements order.
                    School has started weekly bereavement sessions. In the first one {name} drew
                    three houses and lives in all of them.""",
                    """No risk, and a real need. The uncle has the kinship advice line and the
                    bereavement service will see {name} on Tuesday.""",
                    "signposted",
                    "advice-to-family",
                    "early-help",
                ),
            ),
        ),
    ),
)
