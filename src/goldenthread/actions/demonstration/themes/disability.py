"""A disabled child and carers who are tired."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="disability",
    ages=(4, 15),
    weight=6,
    purpose="early-help-request",
    only_once=True,
    situations=(
        Situation(
            kind="school",
            worry="""{name} is autistic and does not use many words. {They} sleeps three hours a
            night and {Parent} has slept no more than that for two years. On {day} {pthey} told me
            {pthey} had shut {pthemself} in the bathroom to cry while {name} banged on the door.
            {Pthey} has asked for short breaks and been on a list since spring.""",
            words=("From {their} book of pictures {they} chose: home, {parent}, tired, swing.",),
            well="""{Parent} knows {name} better than any of us. {They} is clean, comfortable and
            adored.""",
            needs="Short breaks, before this family breaks.",
            evidence="Two years without sleep, and ten months on a list.",
            reads=(
                helped(
                    """The list was the wrong list. Short breaks panel is on the 12th and {name} is
                    now before it, with a night a week meanwhile from the school's own respite
                    house. {Parent} wants to be treated as a person asking for help and that is
                    what {pthey} is.""",
                    """The help this family needs exists and had stopped moving. Early help will
                    hold the people who owe it to a date, and {Parent} agreed the plan today.""",
                    "early-help",
                    "early-help-existing",
                ),
                referred(
                    """{Parent} asked in writing for an assessment of {name} as a disabled child in
                    April and had no answer. {Pthey} is at the end of {ptheir} strength and says so
                    calmly. No concern about {ptheir} care, which the school calls remarkable.""",
                    """{name} is disabled and so a child in need under section 17. {Parent} asked
                    for an assessment and is entitled to one. This is a request for a service;
                    nothing here suggests harm.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} has outgrown {their} chair and is carried upstairs by {Parent}, who has
            a bad back. The adaptations were agreed last year. Last week they both fell. Nobody was
            hurt this time.""",
            words=("I want my new chair. I want to go in the kitchen.",),
            well="The family asks for what it needs, and waits with more patience than I have.",
            needs="The adaptations that were agreed.",
            evidence="A fall, and a year since the promise.",
            reads=(
                helped(
                    """No safeguarding concern. The adaptation is held up by one signature, which
                    we have asked for. The wheelchair service can measure {name} on Monday. A hoist
                    will be lent this week so that nobody is carried again.""",
                    """A service owed and late. Early help will stay with it until {name} is in the
                    kitchen.""",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""I am {name}'s community nurse. {They} is fed by tube and needs turning at
            night. The carer who came has left and not been replaced. {Parent} is doing two
            people's work and has begun to make mistakes with the pump, which {pthey} told me about
            at once.""",
            words=("{They} signed 'more', and 'outside', and smiled.",),
            well="""Both grandparents have learned to use the pump. {name} has not had a sore in
            two years.""",
            needs="Nights covered, from this week.",
            evidence="The pump's own record, which {Parent} showed me.",
            reads=(
                helped(
                    """The children's continuing care team will cover three nights from Monday and
                    a grandparent the rest. A new carer starts on the 20th. {Parent} slept for
                    seven hours last night, and cried about it.""",
                    """A disabled child should not have to wait behind a worry to be helped. Nights
                    are covered and early help will keep them so.""",
                    "early-help",
                    "early-help-existing",
                ),
            ),
        ),
    ),
)
