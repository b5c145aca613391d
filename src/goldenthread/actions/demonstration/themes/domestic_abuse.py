"""Abuse between adults in the home where a child lives."""

from goldenthread.actions.demonstration.themes.theme import (
    Situation,
    Theme,
    helped,
    referred,
    strategy,
)

theme = Theme(
    key="domestic-abuse",
    ages=(1, 16),
    weight=20,
    may_be_now=True,
    situations=(
        Situation(
            kind="police",
            worry="""Officers attended at 23.40 on {day} to an argument at an address in
            {area}. One adult was arrested. {name} was awake on the stairs in pyjamas. {They}
            was given a blanket and sat with an officer. This is the third call to the address
            in eight months.""",
            words=(
                "I should have come down sooner.",
                "I sit on the fourth stair because it doesn't creak.",
            ),
            well="""{Parent} rang us {pthemself}, and has a friend next door who will take {name}
            at any hour.""",
            needs="""Safety planning with {Parent}, on {ptheir} own, and somebody to ask {name}
            what it is like.""",
            evidence="""Third call to the address in eight months, and {name} awake for each of
            them.""",
            reads=(
                referred(
                    """Three police calls in eight months, each a little more serious, and {name}
                    on the stairs every time. {Parent} has an independent adviser, who has a safe
                    number and a safe time to ring. School has seen {them} fall asleep in lessons
                    since the second. What matters most is what {name} hears and does at night.""",
                    """The incidents are closer together and {name} has taken it on {themself} to
                    listen out. {They} is suffering emotional harm. {Parent} cannot make it safe
                    alone while the other adult has a key.""",
                ),
                helped(
                    """The adult arrested is {Parent}'s brother, who had been staying and has now
                    left; bail keeps him away. The two earlier calls were about him too. {Parent}
                    has changed the lock and told the school. {name} slept at Nan's last night and
                    {they} says it was quiet.""",
                    """The risk has left the house and {Parent} has shut the door behind it. {name}
                    needs support to sleep again, which school and early help can give.""",
                    "early-help",
                    "early-help",
                    "advice-to-family",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""A third party rang at 02.15 on {day} reporting screaming. On arrival all was
            quiet and {Parent} said it had been the television. {name} had made a den behind the
            sofa and would not come out until the other adult had left the room. Risk assessed as
            medium.""",
            words=("It's a good den. There's a torch and biscuits and my bear in it.",),
            well="{Parent} took the leaflet and put it in a shoe, not in {ptheir} bag.",
            needs="A way to talk to {Parent} alone. The other adult answers the telephone.",
            evidence="The den has a torch, food and a change of clothes in it.",
            reads=(
                referred(
                    """{Parent} would not speak on the telephone and gave an answer to every
                    question that was not an answer. Midwifery recorded a disclosure four years
                    ago. The nursery says {name} builds the same den there. A child has prepared
                    for this more carefully than any of us.""",
                    """Control, fear and a child who has made {themself} a place to hide, with
                    supplies. {name} is likely to suffer significant harm. The assessment must
                    begin with {Parent} alone and with a safe way to reach {pthem}.""",
                ),
                strategy(
                    """{Parent} came to the school this morning with a bag and with {name}, and
                    said that it is never the television. {Pthey} has been choked twice. The other
                    adult does not yet know that they have gone. A refuge place is being held until
                    four.""",
                    """A high risk of serious harm to {Parent} and to {name} in the next hours.
                    Strategy discussion now, with police, the adviser and the school, to get them
                    both away safely.""",
                ),
            ),
        ),
        Situation(
            kind="police",
            worry="""{Parent} came to the front counter on {day} with {name} to report messages
            from a former partner, who has found out where they now live. High risk: a multi-agency
            conference has been asked for. The locks were changed today.""",
            words=(
                "It's quieter since we moved. I sleep in my own bed.",
                "I've got a bag with my bear in it, in case.",
            ),
            well="""{Parent} has kept every appointment with {ptheir} adviser and told the school
            the same day.""",
            needs="To know what to do at the gate, and support for {name}.",
            evidence="Messages that describe the new front door.",
            reads=(
                helped(
                    """{Parent} ended the relationship last year and moved. The risk is from
                    outside the home. There is a non-molestation order for a year, the school has a
                    copy, and the police have marked the address. {Pthey} is doing everything that
                    anybody has asked of {pthem}.""",
                    """{Parent} is keeping {name} safe, with the law and the police behind {pthem}.
                    What both need now is support to recover; the conference will plan for the
                    rest.""",
                    "early-help",
                    "early-help-existing",
                ),
                referred(
                    """The former partner was outside the school at 8.40 this morning, twice, in
                    two different cars. {name} saw him and hid in the library. The order is not yet
                    served. {Parent} has nowhere else to go, and {ptheir} sister's house is known
                    to him.""",
                    """A high-risk victim with a child, and a perpetrator who has found the new
                    address and the school. {name} needs a plan of {their} own beside
                    {Parent}'s.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} told us on {day} that there was shouting again and that {they} had kept
            the bedroom door shut with {their} feet. {They} has started to cry when it is time to
            go home. {Parent} had a cut lip at drop-off and said {pthey} walked into a cupboard.""",
            words=("I put my feet on the door.", "I turn my telly up so I can't hear."),
            well="""{name} has a teacher {they} talks to every morning. {Parent}'s family is close
            by.""",
            needs="Support for {name}, who believes it is {their} job to stop it.",
            evidence="What {name} does to feel safe at night.",
            reads=(
                referred(
                    """Two police notifications this year, both read as low risk by themselves. Put
                    beside what {name} says they are not low. {Parent}, met at school by somebody
                    {pthey} trusts, said that it is worse since the summer and that {pthey} is
                    frightened of Sundays.""",
                    """{name} is living with violence and tries to hold it back with {their} feet.
                    {Parent} wants this to stop and agrees to an assessment.""",
                ),
                helped(
                    """{Parent} told the head teacher everything this morning. The other adult left
                    on Sunday and is with relatives in the south; {pthey} has rung the adviser
                    {pthemself}. {name} said to {their} teacher that {they} might try sleeping with
                    the door open.""",
                    """{Parent} has acted, and told us. No risk tonight. The family has asked for
                    early help and the adviser stays beside it.""",
                    "early-help",
                ),
            ),
        ),
        Situation(
            kind="health",
            ages=(1, 5),
            worry="""{Parent} told me at the clinic, when we were alone, that {ptheir} partner
            controls the money and {ptheir} telephone and has pushed {pthem} twice this month in
            front of {name}. {Pthey} does not want it known at home that {pthey} has said so.
            Please ring me first.""",
            words=("Sad now. Kiss it.",),
            well="{name} is well, curious and close to {Parent}. {Pthey} wanted somebody to know.",
            needs="A way in that does not put {Parent} at risk.",
            evidence="{Ptheir} own account, given when {pthey} was sure that nobody could hear.",
            reads=(
                referred(
                    """Rang the referrer, as asked. The GP has seen bruising once. There is a new
                    baby due in the spring, which raises the risk. {Parent} will be at the clinic
                    on Thursday at ten and would see a social worker there. Nobody is to ring the
                    house or write.""",
                    """Control, assaults, a small child who sees them and a pregnancy. An
                    assessment, begun at the clinic and nowhere else, with the adviser in the
                    room.""",
                ),
            ),
        ),
    ),
)
