"""A young person who is very unhappy, or who hurts themselves."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="low-mood",
    ages=(11, 16),
    weight=9,
    situations=(
        Situation(
            kind="school",
            worry="""{name} asked to speak to me on {day} and told me {they} has been hurting
            {themself} when things get too loud in {their} head. {They} let the nurse look: the
            marks are healing. {They} does not want to die, but said it would be easier not to be
            here. {They} agreed that I tell {Parent}, and I have.""",
            words=(
                "I'm not going to do anything. I just want somebody to know.",
                "School's the only bit of the day I can do.",
            ),
            well="""{name} asked for help {themself}. {They} has one good friend and a dog called
            Biscuit.""",
            needs="""A plan that {name} has a hand in writing, and a date for the mental health
            appointment.""",
            evidence="{Their} own account, which {they} wants me to pass on.",
            reads=(
                helped(
                    """Spoke to the school nurse, the GP and {Parent}. A referral for mental health
                    support was made some weeks ago and accepted. There is a safety plan, written
                    with {name}; medicines and blades are locked away. No concern about care at
                    home. {Parent} is frightened, not careless.""",
                    """{name} has a safety plan, a parent who is acting on it and a service that
                    has accepted {them}. What is missing is somebody to hold it together, and that
                    is early help.""",
                    "early-help",
                    "early-help-existing",
                    "advice-to-professional",
                ),
                referred(
                    """{name} told the nurse something about home that {they} would not let her
                    write down, and that the marks are 'so that there's a reason'. {Parent} was
                    told and did not ask how {they} was. A third disclosure to school in six weeks,
                    each time on a Friday.""",
                    """Health alone cannot keep {name} safe. There is something at home that {they}
                    cannot say, and the weekends are worse. An assessment should see {them} away
                    from home and beside the people treating {them}.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} has stopped eating lunch, has dropped out of the football team and sits
            alone. {Their} attendance has fallen from 96 to 71 per cent in a term. {They} says
            {they} is just tired. Two friends came to me because they are frightened for {them}.""",
            words=(
                "It's like being at the bottom of the baths and everyone's voices are up there.",
                "I'm just tired. Everyone's tired.",
            ),
            well="{They} still comes to art club every week, even when {they} misses lessons.",
            needs="""Help for {Parent} to know what to say, and somebody for {name} to talk to who
            is not school.""",
            evidence="""A fall in attendance from 96 to 71 per cent, and what {their} friends have
            seen.""",
            reads=(
                helped(
                    """Nothing known to social care. School dates the change to the week {name}'s
                    grandmother died. {They} has not been offered bereavement support. {They}
                    agreed to see the school counsellor on Thursdays and would like {Parent} to
                    come once. {Parent} had thought that it was the telephone.""",
                    """This is grief, and it has been met with patience at home and at school.
                    Bereavement support has been arranged; {name} said {they} would try it.""",
                    "signposted",
                    "early-help",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{name} was seen overnight in the emergency department after taking tablets.
            {They} told a friend within minutes and the friend's mother rang. Medically fit to
            leave on {day}. The crisis team has seen {them}. I want to be sure that somebody joins
            this up with home.""",
            words=(
                "I didn't think about after. I told Jordan straight away.",
                "{Parent} thinks it's my phone. It isn't my phone.",
            ),
            well="""{Parent} came within minutes and has not left {their} side. {They} told a
            friend at once.""",
            needs="Somebody to see {them} between now and the mental health appointment.",
            evidence="The tablets, and what {they} said to the nurse at four in the morning.",
            reads=(
                referred(
                    """A second attendance since the summer, the first explained then as a mistake
                    with painkillers. {name} told the crisis team that {they} does not want to go
                    home this week and would not say why. {Parent} wants {them} home tonight. The
                    ward will keep {them} until a plan is made.""",
                    """Twice in four months, and a child who does not want to go home. Health
                    cannot answer that alone. An assessment is needed before {name} leaves the
                    ward, and {they} must be heard without {Parent} there.""",
                ),
                helped(
                    """The first time, on the day of a broken friendship. {name} and {Parent}
                    talked through the night and both describe it the same. The crisis team will
                    ring daily for a week and see {them} on Tuesday. Tablets are out of the house.
                    School is ready for {them}.""",
                    """Health have {name} and {Parent} is doing what {they} needs. The gateway will
                    bring school and the crisis team together before the week is out, so that
                    nobody is left holding it alone.""",
                    "early-help",
                    "early-help",
                ),
            ),
        ),
    ),
)
