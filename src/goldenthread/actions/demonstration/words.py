"""Words common to every theme: what families said, how decisions end, what referrers are told."""

from collections.abc import Mapping

FAMILY_VIEWS = (
    "{Parent} was upset at first and then relieved. {Pthey} asked for help rather than blame.",
    "{Parent} does not agree with everything I have written and understands why I am sending it.",
    "{Parent} said that {pthey} would have rung you {pthemself} if {pthey} had known the number.",
    "{Parent} is angry with us. {Pthey} still asked what happens next, and I explained.",
    "{Parent} agreed and would like to be rung in the afternoon, not before.",
    "{Parent} said thank you and that somebody should have asked long ago.",
    "{Parent} is worried about what happens next. I said that this is about help.",
)

ONE_SIBLING = (
    "{siblings} lives in the same home, so I have added {siblings} here.",
    "I have added {siblings} too, because what happens at home happens to both of them.",
    "{siblings} is at the same address. I know less there and did not want to leave anybody out.",
)
SIBLINGS = (
    "{siblings} live in the same home, so I have added them here.",
    "I have added {siblings} too, because what happens at home happens to all of them.",
    """{siblings} are at the same address. I know less about them and did not want to leave them
    out.""",
)
SIBLING_WORDS = (
    "It's all right at ours mostly.",
    "I don't know. You'd have to ask the others.",
    "I want us all to stay together.",
    "Can I go back to maths now?",
)

LEVEL_EVIDENCE = (
    "It has gone on for some time, help has been tried and it is not enough.",
    "It is the change in {name} more than any one thing.",
    "I have read the continuum of need and this is the level that describes it.",
)

# A sister's or brother's own entry says first whose worry it was.
SIBLING_SUMMARIES = (
    """The worry is mostly about {focus}, and {name} lives with it too. No separate worry about
    {name}: seen by school or health within the month and well.""",
    """Looked at in {their} own right. {name} is not the child the referrer knows best; what is
    known of {them} is set out after what is known of {focus}.""",
)
SIBLING_REASONS = (
    "Decided together with {focus}: the home is the same and so is the need.",
    """{name}'s own records were read. Nothing in them makes {their} position different from
    {focus}'s.""",
)

DUPLICATE = """The same event was sent to us by another service two days earlier and is being dealt
with there. Nothing is new in this one; the two have been read together."""

# How a decision ends, after the reason.
CLOSINGS: Mapping[str, tuple[str, ...]] = {
    "referral-to-social-care": (
        "Passed to the assessment team for allocation today.",
        "{name} is to be seen, and seen alone, within the first days of the assessment.",
    ),
    "strategy-discussion": (
        """Strategy discussion called for today with police and health. Nobody is to speak to the
        family before it.""",
        """A strategy discussion is convened; the school will keep {name} with a known adult until
        then.""",
    ),
    "allocated-worker": (
        """{name} has an open referral, so this goes to the worker who holds it and is not a new
        one.""",
        "The assessment is under way. This adds to it and has been read by the worker today.",
    ),
    "early-help": (
        "The gateway will find a lead practitioner within five working days. Consent is recorded.",
        "{Parent} has agreed to early help and knows who will ring.",
    ),
    "early-help-existing": (
        "The family has an early help plan and its lead practitioner will bring the team together.",
        """To be added to the plan and looked at on the next review date, which has been brought
        forward.""",
    ),
    "advice-to-professional": (
        "Closed with advice, which is recorded here and was repeated in writing.",
        "Advice given. They will ring again if it changes.",
    ),
    "advice-to-family": (
        "{Parent} was given the numbers and was told how to come back to us directly.",
        "Advice was given to the family by telephone; no further step by us.",
    ),
    "signposted": (
        "{Parent} has the name of a person at each service, not only a leaflet.",
        "No statutory role for us. Services open to everybody can meet this.",
    ),
    "notification-recorded": ("Recorded as a notification under written delegation.",),
    "transfer-to-other-area": (
        """Papers sent by secure e-mail to the other front door, who have confirmed receipt by
        telephone.""",
    ),
    "no-further-action": (
        "No service was needed or given. The reason is coded and a manager has agreed it.",
        "Nothing further is needed from any service, and none was offered.",
    ),
}

# Exactly what the person who raised it reads: nothing they need not know.
LETTERS: Mapping[str, tuple[str, ...]] = {
    "referral-to-social-care": (
        """Thank you for telling us about {name}. We agree that {they} needs an assessment, and a
        social worker will be in touch with you to hear it from you. Please carry on as you are
        with {name} and tell us at once if anything changes.""",
        """What you sent has become a referral to children's social care. A social worker will see
        {name} and the family and may ask you to a meeting. Thank you for writing it down so
        carefully.""",
    ),
    "strategy-discussion": (
        """Thank you. We acted on this the same day with the police and health, and you may be
        asked to join. Please do not ask {name} anything more about it; just be there. We will tell
        you what you need to know to keep {them} safe at your end.""",
        """Because of what you told us we held a discussion with the police and health straight
        away. A social worker has been to see {name}. Somebody will ring you today to plan tomorrow
        morning.""",
    ),
    "allocated-worker": (
        """{name} already has a social worker, who has your information and will ring you this
        week. If it cannot wait, ring the front door and ask for the duty worker.""",
        """Thank you. We have passed this to the social worker who knows {name}, and have asked for
        you to be invited to the next meeting.""",
    ),
    "early-help": (
        """Thank you for telling us about {name}. We have talked with the family and they have
        agreed to early help. Somebody from the gateway will ring you within five working days,
        because the family would like you to be part of it.""",
        """We think that early help is the right kind of help for {name}, and the family agrees.
        You may be asked to the first meeting. If things get worse before then, tell us again: it
        will not be held against anybody.""",
    ),
    "early-help-existing": (
        """The family already has an early help plan. We have given what you wrote to the lead
        practitioner, who will bring the next meeting forward and ask you to it.""",
        """Thank you. This has been added to the family's plan, and its lead practitioner will be
        in touch.""",
    ),
    "advice-to-professional": (
        """Thank you for ringing before you were sure: that is what we are here for. We agreed that
        you will keep a note, speak to the family, and come back to us if it happens again.""",
        """As we discussed, there is no further step for the front door. What we talked about is
        written on the record with your name and the date, so that you need not begin again.""",
    ),
    "advice-to-family": (
        """We have spoken with the family and given them advice and people to ring. They know
        that you told us. Please keep an eye on {name} as you do, and tell us if you are still
        worried.""",
        """The family have had advice from us and have chosen what they would like to try first.
        There is nothing more that we need from you now.""",
    ),
    "signposted": (
        """We have put the family in touch with services that can help without a referral from us.
        If you see no change for {name} within a month or so, please tell us.""",
        """Thank you. The family has been given named people to ring, and has told us that they
        will.""",
    ),
    "notification-recorded": (
        "Received, read by a qualified worker and recorded. No reply is needed.",
        """Thank you. This has been recorded so that it can be seen beside anything that comes
        later.""",
    ),
    "transfer-to-other-area": (
        """{name} lives in another council's area. We have passed on what you sent and they have
        told us that they have it. They will contact you directly.""",
    ),
    "no-further-action": (
        """Thank you. We have looked into this carefully and there is no further step for us to
        take. We would rather hear from you and find nothing than not hear. Please tell us again if
        you are still worried.""",
        """We read this together with what other services know, and do not need to do anything more
        now. If you see it differently, ask for the team manager: you can ask us to look again.""",
    ),
}

# How a referral ended: the code of the reason, how common it is, and the words.
REFERRAL_ENDS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (
        "RC8",
        55,
        (
            """Assessment finished. {name} was seen three times, once at school by choice. The
            family had put right what worried us before we asked them to, and no further service is
            needed.""",
            """{name}'s needs are met by {their} family and by services open to everybody. {Parent}
            knows how to come back, and we said that we hope {pthey} would.""",
        ),
    ),
    (
        "RC7",
        39,
        (
            """The plan has done what it was for. {name} says that things are better and gave
            reasons. Early help carries on with a lead practitioner whom {they} chose.""",
            """Work with the family is finished. {Parent} told us what helped and what did not, and
            both are written down. Support continues from school and health.""",
            "Closed with the agreement of everybody at the last meeting, {name} included.",
        ),
    ),
    ("RC5", 6, ("The family has moved and the other council has accepted the case in writing.",)),
)

# Why a referral needs what it needs.
ASSESSMENT_NEEDED = """{name} needs somebody to see {them}, to talk with {parent} and to find out
    what would help. A social worker will assess what {they} needs."""
STRATEGY_NEEDED = """{name} may be at risk of harm. Police, health and we should agree today what
    is known and what is done first."""
NOTHING_FURTHER = """{Parent} and those who know {name} were spoken with, and what worried them is
    being seen to. {They} needs no assessment from us; whoever told us knows that they may come
    back."""
