"""A child who is not being looked after well enough day to day."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="neglect",
    ages=(1, 12),
    weight=16,
    situations=(
        Situation(
            kind="school",
            worry="""{name} has come to school without breakfast on most days since half term and
            asked for seconds at every lunch. On {day} {they} came in the same unwashed clothes for
            the third day running and other children commented. I have spoken to {Parent} twice;
            {pthey} said things would be different by Monday and they have not been.""",
            words=(
                "I like school because it is warm and there's toast.",
                "{Parent} was asleep so I made the cereal. We had it with water. It was all right.",
            ),
            well="""{Parent} answers the telephone to us and does not make excuses. {name} is at
            school almost every day and is proud of {their} reading.""",
            needs="Somebody to see the family at home and find out what they are living on.",
            evidence="""The pattern is in our log: eleven entries this term, none of them serious
            alone.""",
            reads=(
                referred(
                    """Two earlier contacts in eighteen months, both about hunger and clothes, both
                    closed with advice. The school nurse has weighed {name} twice since September
                    and {they} has lost weight. What matters most is that small worries have
                    gathered over time and the help offered each time has not lasted.""",
                    """Seen one at a time none of these would be enough. Read together over
                    eighteen months they show a child whose health is likely to be impaired without
                    services. {Parent} was told before the decision and accepts it.""",
                ),
                helped(
                    """I rang {Parent}, who cried and said {pthey} had been waiting for somebody to
                    ask. {Pthey} lost {ptheir} cleaning job in the summer and a benefit letter was
                    missed in the move. The school nurse weighed {name} last week and is not
                    worried about {their} growth. There is warmth between them; {name} was heard
                    laughing in the background.""",
                    """This is poverty more than care: the money stopped. {name} is loved and was
                    seen today. The harm is real and the way to stop it is practical.""",
                    "early-help",
                    "early-help",
                    "signposted",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""Four dental and two eye appointments have been missed since the spring. {name}
            now squints at the board and has had toothache for at least three weeks. {Parent} says
            {pthey} will rearrange, and I do not think {pthey} is able to at the moment.""",
            words=(
                "My tooth hurts when I drink so I don't drink.",
                "I sit at the front now so I can see. It's fine at the front.",
            ),
            well="""{Parent} came to the coffee morning last week, for the first time, and stayed
            to the end.""",
            needs="""{name} needs to see a dentist this week. {Parent} needs help that is not
            another letter.""",
            evidence="""Six missed appointments and three weeks of pain, with reminders sent each
            time.""",
            reads=(
                referred(
                    """The dentist's list confirms six missed appointments and an abscess seen in
                    March. The GP has written twice without an answer. A home visit on {day} was
                    not let in. {name} is in pain that can be treated and nobody has managed to
                    have it treated.""",
                    """Help has been offered again and again and the pain goes on. {name} is
                    missing treatment {they} needs. An assessment under section 17 is needed to
                    understand what {Parent} can manage and what has to be put in place.""",
                ),
                helped(
                    """The dental service kept calling an old number. {Parent} has been caring for
                    {ptheir} own mother in hospital since the spring and has let {ptheir} own
                    appointments go as well. {Pthey} took a place for Thursday while we were on the
                    telephone, and the school will walk {name} there.""",
                    """{Parent} sees the same problem we see and has asked for help. With a lead
                    practitioner and the appointments made, {name}'s needs can be met without an
                    assessment.""",
                    "early-help",
                    "advice-to-family",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} was not collected on {day} and nobody could be reached until 5.20 pm.
            It is the fourth time this term. {They} waited with me, drew pictures and was not
            surprised, which is what worried me most.""",
            words=(
                "I know all the songs the cleaners sing.",
                "Don't tell {parent} I said. {Pthey} gets sad.",
            ),
            well="""{name} arrives on time every morning with a packed lunch that {they} has chosen
            {themself}.""",
            needs="A plan for the end of the day that does not depend on one telephone.",
            evidence="The fourth time this term, for between one and two hours.",
            reads=(
                helped(
                    """{Parent} works shifts at the warehouse that change with a day's notice and
                    has nobody else. {Pthey} was at work each time and had sent a message to the
                    old school number. The health visitor and GP have no worries. {name} is well
                    cared for and tired of waiting.""",
                    """A problem of shifts and of one wrong number, and it has a remedy:
                    after-school club from Monday with the fees met, and two more names on the
                    collection list.""",
                    "early-help",
                    "advice-to-family",
                    "early-help-existing",
                ),
                referred(
                    """Collected late four times, and on two of them by somebody the school did not
                    know. The GP has not seen the family for two years. A neighbour rang in the
                    summer to say that {name} was on the step until dark; nothing came of it then.
                    {Parent} gave three different accounts of {day}.""",
                    """A child who does not expect to be fetched. There is a gap where we should
                    know who looks after {them} from three o'clock until bedtime, and only an
                    assessment can fill it.""",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(1, 4),
            worry="""I visited the family at home on {day}. There was very little food in the house
            and everybody was in one room because the others had no heating. {name} has lost weight
            since I last saw {them} and has moved down two centile lines. {Parent} was honest about
            how hard things are.""",
            words=("More. More.", "Cold in there. We camp."),
            well="""{Parent} knows what {name} needs and says so. {They} went to {ptheir} arms at
            once.""",
            needs="A paediatrician to see {name}, and fuel and food in the house this week.",
            evidence="Two centile lines in four months, measured by me on the same scales.",
            reads=(
                referred(
                    """The paediatrician will see {name} tomorrow. Two centile lines in four months
                    is serious at {their} age. {Parent} has stopped answering the GP and the
                    nursery since a relationship ended. There is love here, and not at present
                    enough of anything else.""",
                    """{name}'s health is already impaired. {Parent} accepts help and cannot carry
                    it out alone. A child in need by any reading, and the assessment should not
                    wait for the clinic.""",
                ),
            ),
        ),
        Situation(
            kind="council",
            worry="""I inspected the flat in {area} for damp on {day}. There were no working lights
            upstairs, mattresses on bare boards and uncovered wires where {name} sleeps. I have
            made the wiring safe. I am worried about how the family is living and I am not the
            right person to judge it.""",
            well="""{Parent} let me in at the first knock and had reported the damp four times
            {pthemself}.""",
            needs="Somebody who knows about children to see what I saw.",
            evidence="What I saw, with photographs of the rooms and nobody in them.",
            reads=(
                helped(
                    """Housing's own file shows four reports of damp since the winter with no
                    repair. School and GP describe {name} as well, clean and on time. The furniture
                    was thrown out because of mould. The family did the asking; it was the repair
                    that never came.""",
                    """Poor housing, not poor care. The repair is ordered for this week and a fund
                    will replace the beds. Early help will see that both happen.""",
                    "early-help",
                    "signposted",
                ),
                referred(
                    """School did not know that the family had moved; {name} has been absent for a
                    fortnight. The GP has no address for them. {Parent} told the officer that they
                    keep to one room at night because of people who come to the door. {name} has
                    not been seen alone by anybody.""",
                    """There is danger in the house, a fear of somebody outside it and a child out
                    of sight. This needs a visit by a social worker in the next day and an
                    assessment after it.""",
                ),
            ),
        ),
    ),
)
