"""A child who is missing school, or has gone from its roll."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped, referred

theme = Theme(
    key="attendance",
    ages=(5, 15),
    weight=7,
    situations=(
        Situation(
            kind="school",
            worry="""{name} has attended 41 per cent of this term. Each absence has a reason: a
            cough, a bus, a bad night. I have visited three times; on {day} nobody came to the door
            although the television was on. {They} was a good attender until the move to {area}.""",
            words=("It's not that I don't want to. I get to the corner and my legs won't.",),
            well="{name} came every day of the week when {their} aunt walked with {them}.",
            needs="Somebody other than school for {Parent} to talk to: it has become a battle.",
            evidence="Attendance of 41 per cent, three visits and no answer.",
            reads=(
                helped(
                    """Known to the education welfare service only. The GP saw {name} two weeks ago
                    and {they} was well. {Parent} answered us at once and said that {pthey} hides
                    from the school. The barrier is worry, {name}'s and {Parent}'s, and it has fed
                    on itself since the move.""",
                    """{name} is anxious and missing school. {Parent} wants it to change. A lead
                    practitioner who is not the school can start with the walk to the corner.""",
                    "early-help",
                    "early-help",
                    "early-help-existing",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{name} was last seen here eleven school days ago. The mobile numbers do not
            ring and the neighbour says that the family left on a Sunday with suitcases. {They} had
            said nothing to {their} friends. No school has asked for {their} records.""",
            words=("I'm not allowed to say if we're moving.",),
            well="{name} was happy here and had been chosen for the choir.",
            needs="For somebody to find out where {they} is.",
            evidence="Eleven days, and none of the usual reasons.",
            reads=(
                helped(
                    """Housing confirm that the tenancy ended. Benefits moved to another
                    council on the 3rd, and a school there has a child of this name starting on
                    Monday. Records have been asked for by telephone. No worry about care is
                    held anywhere.""",
                    """{name} has been found, safe, and on roll elsewhere. The other council has
                    what it needs from us.""",
                    "transfer-to-other-area",
                    "advice-to-professional",
                ),
                referred(
                    """Nobody has a forwarding address: not the GP, housing, benefits or the
                    neighbour. {name} spoke in the last week of a ring that an aunt had bought. The
                    airport date in the school's diary is the day after {they} was last seen.
                    Police have been asked to make checks at the border.""",
                    """A child gone without a trace, with something planned that {they} was not
                    allowed to speak of. This cannot be left as an absence. Referral today, with
                    the police checks running beside it.""",
                ),
            ),
        ),
        Situation(
            kind="school",
            worry="""{Parent} wrote on {day} to say that {name} will be taught at home from now on.
            It came the day after we asked about a bruise, which was explained. {name} loves school
            and had a part in the play.""",
            words=("I know all my lines. I know everybody's lines.",),
            well="The explanation of the bruise was a good one and the GP agreed with it.",
            needs="{name} needs to be seen. After that we can talk about school.",
            evidence="The day on which the letter came.",
            reads=(
                referred(
                    """{Parent} has not come to the door for us or for the education service. The
                    GP, asked again, had seen a photograph and not the child. The health visitor
                    cannot reach the family either. It may prove to be nothing, and only seeing
                    {name} will tell.""",
                    """A child whom nobody has been able to see, after a question about an injury.
                    A visit within the day, with the police if it is refused.""",
                ),
                helped(
                    """{Parent} invited us in. {name} was at the piano and wanted to talk about the
                    play. {Parent} was hurt by the question, has taught before, and has shown a
                    plan for the year. The education service has no worry. {name} will be in the
                    play after all: the school said yes.""",
                    """A parent's lawful choice, made in anger and since thought through. {name}
                    has been seen, alone and together, and is well.""",
                    "advice-to-family",
                    "no-further-action",
                ),
            ),
        ),
        Situation(
            kind="council",
            worry="""A home education visit was refused for the second time on {day}. {Parent} sent
            work that is in an adult's hand. I have not seen {name} and neither, as far as I can
            find, has anybody else for five months.""",
            well="{Parent} replies to letters, always politely and always by return.",
            needs="For somebody to see {name}.",
            evidence="Five months, and work that {they} did not write.",
            reads=(
                referred(
                    """The GP last saw {name} eighteen months ago. The dentist, the library and the
                    swimming pool have all lost sight of {them} since the spring. {Parent} has told
                    two services two different reasons. There is no one thing here; there is a
                    child who has slowly gone out of view.""",
                    """We do not know that {name} is well, and everything that would tell us has
                    stopped. An assessment is the lawful way to see {them}.""",
                ),
                helped(
                    """{Parent} agreed to meet at the library instead of home, and brought {name},
                    who has a stammer and had asked not to be watched writing. The work was
                    dictated. A speech therapist is now part of it.""",
                    """{name} has been seen and is thriving in {their} own way. The education
                    service and {Parent} have agreed where they will meet.""",
                    "advice-to-professional",
                ),
            ),
        ),
    ),
)
