"""A parent who is unwell in mind or body, and what that is like for the child."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="parental-health",
    ages=(5, 14),
    weight=9,
    situations=(
        Situation(
            kind="school",
            worry="""{name} rang the school office {themself} on {day} to say {they} would be late
            because {Parent} would not get up. {They} had made {their} own packed lunch and brought
            the electricity bill to ask what it said. {Parent} has told us before about {ptheir}
            depression and that the tablets were changed.""",
            words=(
                "I know which days are going to be poorly days from how {pthey} says morning.",
                "When {pthey}'s well we make pancakes.",
            ),
            well="{name} knows what to do and whom to ring. {Parent} has always told us the truth.",
            needs="Somebody to be with them in the mornings while {Parent} gets better.",
            evidence="""{name} has taken on the running of the house, and tells us so without
            complaint.""",
            reads=(
                helped(
                    """The GP saw {Parent} this afternoon and has changed the tablets back. An aunt
                    is staying until the weekend. {Parent} was ashamed about the bill, which has
                    been paid from a fund. {name} would like to go to the young carers' group if it
                    is not on a Tuesday. It is on a Wednesday.""",
                    """Illness is not neglect. {Parent} is being treated, there is another adult in
                    the house, and {name} will be thought of for {their} own sake. Early help will
                    carry the support on when the aunt goes home.""",
                    "early-help",
                    "early-help",
                    "signposted",
                ),
                referred(
                    """{name} has been caring for {Parent} for at least two weeks and told nobody,
                    so that {Parent} would not be in trouble. There has been no adult awake in the
                    house until noon. No relative is near. {Parent} wants help, and today cannot
                    get up to let it in.""",
                    """{name} is {age} and has been the adult in the house. {Parent} is too unwell
                    to look after {them} this week and no relative can. A child in need, with
                    {Parent}'s agreement.""",
                ),
            ),
        ),
        Situation(
            kind="health",
            worry="""{Parent} scored very high on the questionnaire at the clinic and told me
            {pthey} feels that {name} would be better with somebody else. {Pthey} has no plan to
            end {ptheir} life. The GP saw {pthem} the same afternoon. {name} was clinging to
            {ptheir} sleeve.""",
            words=("I'm not scared of {parent}. I'm scared for {parent}.",),
            well="{Parent} talks openly about {ptheir} illness and asks for help early.",
            needs="Adult mental health and children's workers in the same conversation.",
            evidence="The score, and what {pthey} said about {name} being better elsewhere.",
            reads=(
                helped(
                    """Adult mental health know {Parent} well: a long illness, well managed, with
                    one relapse five years ago. {Ptheir} nurse saw {pthem} yesterday and will visit
                    daily. {Ptheir} mother has come to stay. The plan made after the last relapse
                    is being followed, and {name} has a copy on the fridge.""",
                    """{Parent} planned for this and the plan is working. {name} is safe, seen
                    daily and knows what is happening. Early help will go to the next review of the
                    plan.""",
                    "early-help-existing",
                    "early-help",
                ),
                referred(
                    """{Parent}'s nurse visited this morning. The illness now includes beliefs
                    about {name}: that {they} has been changed for another child. {Pthey} has not
                    harmed {them} and is frightened by the thought. {Ptheir} sister has taken
                    {name} home with her, with everybody's agreement.""",
                    """{Parent}'s beliefs are about {name}, which is the thing that most raises the
                    risk. The doctor asks for a joint assessment. {name} is safe at {their} aunt's
                    meanwhile.""",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""Officers found {Parent} in distress near the canal on {day} and took
            {pthem} to a place of safety. {name} had rung 999. {They} was calm on the telephone
            and gave the address, the medicine and the name of the worker. {They} then waited
            on the step.""",
            words=("I told the lady on 999 our postcode. I've been practising it.",),
            well="{name} did everything right. The neighbour took {them} in until an uncle came.",
            needs="Somebody to tell {name} the truth about what happens next.",
            evidence="A child of {age} who has practised ringing for help.",
            reads=(
                referred(
                    """{Parent} has been admitted. The uncle can keep {name} until the weekend and
                    no longer. School had noticed nothing: {they} has been hiding it well, for how
                    long we do not know. There is nobody else with parental responsibility.""",
                    """{name} has nobody to look after {them} from Sunday and has been carrying
                    this alone. {They} is a child in need today; the assessment should settle who
                    cares for {them} and what {they} has lived with.""",
                ),
            ),
        ),
    ),
)
