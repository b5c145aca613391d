"""Another service asking what is known, with its reason and its right to ask."""

from goldenthread.actions.demonstration.themes.theme import Situation, Theme, helped

theme = Theme(
    key="information",
    ages=(1, 16),
    weight=8,
    purpose="information-request",
    situations=(
        Situation(
            kind="council",
            worry="""A court officer preparing a report about arrangements for {name} asks whether
            the family is known. The order of the court is attached to the e-mail. The hearing is
            in three weeks.""",
            needs="What is held, if anything, and by whom.",
            reads=(
                helped(
                    """The order names its power and its purpose and asks for no more than it
                    needs. Two old contacts are held; neither was a referral. A summary of both has
                    been prepared.""",
                    """Lawful, necessary and proportionate: the summary was sent by secure e-mail
                    and what was shared, and what was not, has been noted on the record.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="council",
            worry="""Another council has opened an assessment of {name}, who lived in {area} until
            last summer, and asks for a chronology. Consent of {Parent} is on the form. They ask
            for an answer in five days.""",
            needs="Dates and outcomes of any contact.",
            reads=(
                helped(
                    """{Parent} signed the form on the 2nd. One contact is held, about housing,
                    which ended with advice. School and health hold their own and have been told to
                    expect the request.""",
                    """Shared with consent: one contact, its date and its outcome. The other
                    council has a name here to ring.""",
                    "advice-to-professional",
                ),
            ),
        ),
        Situation(
            kind="council",
            worry="""The fostering service is checking a household that {name} may stay with at
            weekends, and asks what is held about the address. Everybody over eighteen there has
            signed.""",
            needs="Anything held about the address.",
            reads=(
                helped(
                    """Nothing is held under these names, dates of birth or this address, or under
                    the former surname given.""",
                    "Nothing is held, and the fostering service has been told so in writing.",
                    "advice-to-professional",
                ),
            ),
        ),
    ),
)
