"""A family without enough money or anywhere settled to live."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="money-and-housing",
    ages=(0, 13),
    weight=8,
    situations=(
        Situation(
            kind="school",
            worry="""{name}'s family has been moved to a room in a hotel on the ring road, four
            people in two beds. {They} takes two buses to get here and has not been late once.
            There is a kettle and nothing to cook on. They have been told that it may be months.""",
            words=(
                "We've got a kettle so we have noodles. I like noodles.",
                "When we get a house I'm having the top bunk.",
            ),
            well="""{name} is spotless, polite and on time, from a hotel room. That is {Parent}'s
            doing.""",
            needs="A home. Until then somewhere to cook, and help with the bus fares.",
            evidence="One room, with nothing to cook on, for eleven weeks.",
            reads=(
                helped(
                    """No worry about care from anybody. The GP calls {Parent} one of the most
                    attentive parents in the practice. Housing options had counted the family as
                    three. With that put right they move to a flat on the 16th. Free travel starts
                    tomorrow.""",
                    """A well cared for child in a bad place through nobody's fault. Early help
                    will stay until there is a door of their own.""",
                    "early-help",
                    "signposted",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{Parent}'s hours were cut and the meter ran out on {day}. {name} told the
            class that they were camping at home. We sent a hamper and paid for the school trip.
            {Parent} is ashamed and does not need to be.""",
            words=("It's camping but in our house.",),
            well="The family is honest with us. Relatives lend what they can.",
            needs="Somebody to look at what they are owed.",
            evidence="Two winters of it now, each a little harder.",
            reads=(
                helped(
                    """{Parent} has not been claiming what {pthey} could since the hours were cut,
                    and thought that asking would bring us to the door. Welfare rights will see
                    {pthem} tomorrow at ten; it may be £60 a week. The meter has been topped up
                    from the hardship fund.""",
                    """Hardship, with a remedy that nobody had named. Advice given; {Parent} has a
                    person to ring and has rung her.""",
                    "signposted",
                    "advice-to-family",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(0, 4),
            worry="""{Parent} and {name} are sleeping on a cousin's floor in {area}. {Pthey} has no
            recourse to public funds while {ptheir} application is decided. {name} is well, fed and
            growing. They have to leave on Friday and have nowhere to go.""",
            words=("Bye-bye house.",),
            well="{name} has had every one of {their} appointments, from three addresses.",
            needs="Somebody who understands the rules about public funds, before Friday.",
            evidence="A written notice from the cousin's landlord.",
            reads=(
                referred(
                    """The cousin confirmed it: the landlord will end her tenancy too. No
                    charity has a bed this week. {Parent}'s solicitor says that a decision is
                    two months away at best. {name} is a happy, healthy child who will have
                    nowhere to sleep.""",
                    """On Friday {name} will be without a home. The council owes {them} a duty
                    under section 17 whatever {their} parent's status. An assessment is needed this
                    week, and it is not about blame.""",
                ),
            ),
        ),
        Situation(
            kind="council",
            ages=(4, 13),
            worry="""The family is to be evicted on the 19th for arrears that began with a mistake
            in their benefit. I have tried to stop it. {name} has started at a new school twice
            this year and I would like this to be the last time.""",
            words=("I've stopped learning people's names.",),
            well="{Parent} has paid what {pthey} can every single week.",
            needs="Somebody with more weight than I have.",
            evidence="The benefit office's own letter, which admits the mistake.",
            reads=(
                helped(
                    """An appeal is possible until Thursday and had not been explained. Welfare
                    rights have it and expect to win. The landlord, shown the letter, will wait a
                    month. The school will hold {name}'s place whatever happens.""",
                    """The eviction can be stopped and is being stopped. The family has early help
                    beside it until the money is put right.""",
                    "early-help",
                    "signposted",
                ),
                referred(
                    """The appeal was lost on a date and the bailiffs come on the 19th. Housing
                    will take the adults and {name} only as intentionally homeless. {Parent} has
                    begun to talk of giving {name} to a cousin whom nobody has met.""",
                    """In two weeks {name} may be with strangers because of somebody else's
                    mistake. A child in need; the assessment and housing must sit at one table.""",
                ),
            ),
        ),
    ),
)
