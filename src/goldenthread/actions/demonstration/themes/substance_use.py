"""A parent's use of alcohol or drugs."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="substance-use",
    ages=(4, 15),
    weight=8,
    situations=(
        Situation(
            kind="school",
            worry="""{Parent} smelled strongly of alcohol when {pthey} collected {name} on {day}
            and had the car keys in {ptheir} hand. We offered tea and rang an uncle, who took them
            home. {Pthey} was embarrassed and thanked us. It is the second time in a month.""",
            words=(
                "{Pthey} promised on my birthday and {pthey} did it for ages.",
                "Can somebody fix {parent}? Not shout at {pthem}.",
            ),
            well="{name}'s uncle is sober, near, and came in ten minutes.",
            needs="""A safe plan for collecting {name}, and treatment for {Parent} without a long
            wait.""",
            evidence="The second time in a month, with the car keys in {ptheir} hand.",
            reads=(
                helped(
                    """{Parent} rang us before we rang {pthem}. {Pthey} has an appointment with the
                    recovery service tomorrow, has given the car keys to {ptheir} brother, and has
                    agreed with the school who collects {name}. No earlier contacts. {Pthey} dates
                    it to losing {ptheir} job in the autumn.""",
                    """A parent who has seen it {pthemself} and acted the same day. {name} is safe,
                    the collection is settled, and early help will join the recovery worker and the
                    school.""",
                    "early-help",
                    "early-help",
                    "advice-to-family",
                ),
                referred(
                    """Four contacts in two years about drinking, each followed by a good
                    month. {name} has become the one who notices. {Parent} says that it is
                    under control; the school, the uncle and {name} all say otherwise,
                    separately and in detail.""",
                    """The pattern of promise and relapse has been met with advice four times, and
                    there is a car in it now. It needs an assessment, and a plan that says what
                    happens next time.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} told a friend that {they} checks {Parent} is breathing before {they}
            goes to sleep. The friend's mother told me. {name} knows that I am telling you and
            asked me to say that {Parent} is nice.""",
            words=(
                "I listen at the door for the snoring.",
                "I pour it down the sink when I find it. I know I'm not meant to.",
            ),
            well="{name} has a friend who told somebody, and {they} is glad that she did.",
            needs="Somebody to tell {name} that it is not {their} job to check.",
            evidence="What {they} does every night before {they} sleeps.",
            reads=(
                referred(
                    """Spoke to the GP and the recovery service: {Parent} stopped attending in the
                    spring. The uncle named on the school's list has died. {name} answers the door,
                    the telephone and the post. When I rang at two in the afternoon {Parent} could
                    not finish a sentence.""",
                    """{name} is carrying a fear that no child should, alone, every night. {Parent}
                    is not well enough to look after {them} safely and there is no other adult. A
                    child in need of services.""",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{Parent} missed two weeks of {ptheir} prescribed treatment and has told the
            worker at the recovery service that {pthey} has used again. {name} lives at home.
            {Pthey} came in by {pthemself} to say so and wants to restart.""",
            words=(),
            well="""{Parent} stopped for fourteen months when {name} was small and knows that
            {pthey} can.""",
            needs="To look at this beside what you already know.",
            evidence="Two weeks missed, which {pthey} told us about {pthemself}.",
            reads=(
                helped(
                    """Recovery service, GP and school were all asked today. {Parent} restarted
                    treatment on the same day and gave a clear test this morning. {Ptheir} mother
                    has moved in. The health visitor found the home tidy and the lock box in use. A
                    lapse, quickly told.""",
                    """A lapse that {Parent} reported {pthemself}, back in treatment, with a
                    grandparent in the home. Early help will join the recovery worker and the
                    school.""",
                    "early-help-existing",
                    "early-help",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""A car driven by {Parent} was stopped on {day} at 15.35 with {name} in the
            back. {Pthey} was over the limit and was arrested. {name} was taken to {their}
            grandmother by an officer and asked for {their} reading book from the car.""",
            words=("I didn't mind. I had my book.",),
            well="{name}'s grandmother is near and sees {them} every day.",
            needs="Somebody to find out what the school run is like.",
            evidence="Twice the limit at half past three, on the way home from school.",
            reads=(
                referred(
                    """School had already kept a note of two afternoons. Grandmother says that she
                    has had {name} most nights since the summer and was asked not to tell. {Parent}
                    has not yet spoken to anybody. What matters most is that {name} was not
                    surprised.""",
                    """{Parent} drove with {name} in the car and, from what {their} grandmother
                    says, often. {name} is safe with her tonight. An assessment should decide with
                    the family where {they} is safe next week.""",
                ),
                helped(
                    """Nothing known before. {Parent} had been at a wake and should have walked;
                    {pthey} says so and will be before the court. Grandmother, school and GP
                    describe a careful parent. {name} will be collected by {their} grandmother, who
                    does not drink at all.""",
                    """One serious mistake, admitted, which the court will deal with. {name} is
                    safe and there is no sign of a pattern. The family has the number of the
                    recovery service and a reason to ring it.""",
                    "advice-to-family",
                    "early-help",
                ),
            ),
        ),
    ),
)
