"""What was written in Ellie Marsden's thread, and on the form that is not yet sent."""

OCTOBER = {
    "in_danger_now": "no",
    "worried_about": """Ellie is in Year 4. Since September she has been late on eleven mornings
    and is often hungry when she arrives. On Tuesday she fell asleep in the book corner and, when
    she woke, asked whether it was still today. Her mum, Kelly, has been unwell since the spring
    and missed both parents' evenings, which she never used to. Ellie's brother Jake, 13, brings
    her on the days when she is on time.""",
    "working_well": """Kelly answers when I ring and is honest about her illness. Ellie is a kind,
    funny girl with a best friend, Maisie, whose mum gives her tea on Wednesdays. Reading is her
    favourite thing.""",
    "needs_to_happen": """Some help for Kelly with mornings, and somebody to ask Ellie and Jake how
    things are at home. I do not think that anybody is harming them.""",
    "told_family": "yes",
    "family_view": """Kelly cried and then said that she was glad. She asked me to say that she has
    an appointment with her doctor on the 21st.""",
    "level_of_need": "3",
    "evidence_level_3": """Lateness, hunger and tiredness together since September, and a change in
    Kelly. School has offered breakfast club and it is not enough by itself.""",
    "reach_me": "01632 960 104",
    "declaration": ["true"],
}
OCTOBER_WORDS = """I'm not late, I'm just slow because I have to do my hair myself now. Mum does it
    best but she's tired. Jake does it wrong but he tries."""
OCTOBER_SCREENED = {
    "purpose": "concern",
    "front_door_level": "3",
    "screening_summary": """Nothing known to social care about Ellie or Jake. The GP practice
    confirms Kelly is being treated for depression and a thyroid condition and keeps her
    appointments. I rang Kelly at 9.50: she finds mornings very hard and Jake, at high school, has
    begun to take on too much. Father, Darren, lives at home and works nights at the depot. What
    matters most: the children are loved, and the adults are running out of strength.""",
}
OCTOBER_DECIDED = {
    "outcome": "early-help",
    "rationale": """Needs are clear and so is Kelly's wish for help. There is no sign of harm. A
    lead practitioner can bring the GP, both schools and the young carers' service together. If
    Kelly's health gets worse, or Jake's own schooling suffers, this should come back to us rather
    than wait for a review.""",
}
OCTOBER_TOLD = {
    "told_referrer": """Thank you for telling us about Ellie, and for talking with her mum first.
    We have all agreed on early help. Amina from the gateway will ring you this week, and would
    like you at the first meeting. If things get worse before then, please write again.""",
    "told_by": "telephone",
}

MARCH = {
    "in_danger_now": "no",
    "worried_about": """This morning Ellie told Mrs Iqbal, her teaching assistant, that on Saturday
    night she could not wake her mum. Jake was at a friend's. Ellie said she put a mirror to Mum's
    mouth 'like on the telly', then sat on the stairs with the telephone until Mum woke at about
    four. She did not ring anybody, because the last time somebody came Mum was sad for a week.
    Kelly tells me that her tablets were changed ten days ago. The early help meeting in January
    was put off because Kelly was not well enough to come.""",
    "working_well": """Ellie told somebody. Kelly came to school at once when I rang, and did not
    deny any of it. Jake has not missed a day at high school.""",
    "needs_to_happen": """Somebody has to look at Kelly's medicine today. I would like the children
    to have an adult they can ring at night. Early help is right in spirit and is not holding.""",
    "told_family": "yes",
    "family_view": """Kelly agrees with every word and asked me to send it. She is frightened that
    the children will be taken away. I said that I could not promise anything, and that this is how
    help is asked for.""",
    "level_of_need": "4",
    "evidence_level_4": """An eight-year-old alone at night with a parent whom she could not wake,
    after five months of early help that has not been able to meet.""",
    "reach_me": "01632 960 104",
    "declaration": ["true"],
}
MARCH_WORDS = """I did the mirror and it went foggy so I knew. I didn't ring because last time
    Mum was sad. I counted the stairs, there's thirteen. Can Jake not go to sleepovers any more?"""
MARCH_SCREENED = {
    "purpose": "concern",
    "front_door_level": "3",
    "screening_summary": """One earlier contact, in October, which led to early help; the January
    meeting did not take place. Kelly's GP saw her at 1 pm today, has stopped the new tablets and
    will see her again on Thursday. Father, Darren Marsden, lives at home and works nights, so he
    is there by six and can be rung. Ellie was alone with her worry rather than alone in the house.
    With the medicine changed and Dad told, early help could carry this on.""",
}
MARCH_DECIDED = {
    "outcome": "referral-to-social-care",
    "rationale": """I have read the screening and see it differently. Early help has been in place
    for five months and has not met since November. An eight-year-old sat on the stairs until four
    in the morning deciding whether to ring for help, and decided not to because of what happened
    the last time she told. Whoever is in the house by six, nobody was there for her at two. Ellie
    and Jake are children in need and this needs an assessment under section 17, which Kelly
    accepts. The social worker should see Ellie on her own and begin with what she has already told
    us, so that she need not say it again.""",
}
MARCH_PUT_RIGHT = {
    "purpose": "concern",
    "front_door_level": "4",
    "screening_summary": """One earlier contact, in October, which led to early help; the January
    meeting did not take place. Kelly's GP saw her at 1 pm on 9 March, has stopped the new
    tablets and will see her again on Thursday. Father, Darren Marsden, moved out in the first week
    of January and lives with his brother in Lancashire; he had not been told and came the same
    evening that we rang. There was no other adult in the house on Saturday night. Kelly had not
    said so because she was ashamed. What matters most: at night Ellie and Jake have had nobody but
    each other since the new year.""",
}
WHY_PUT_RIGHT = """I wrote that their father lives at home. That was taken from October and I did
    not check it. He moved out in January: he told us himself on the telephone on 10 March."""
MARCH_RESPONSE = {
    "referral_outcome": "single-assessment",
    "referral_reason": """Somebody has to know what the nights are like for Ellie and Jake, and what
    Kelly can and cannot do while her medicine settles. An assessment, begun by seeing Ellie on her
    own this week.""",
}
MARCH_TOLD = {
    "told_referrer": """What you sent has become a referral to children's social care, with Kelly's
    agreement. A social worker will see Ellie in the next few days, at school if she would like
    that, and will ring you first. Please tell Mrs Iqbal that she did exactly what was needed, and
    tell Ellie that she is not in trouble and neither is her mum.""",
    "told_by": "telephone",
}

YESTERDAY = {
    "in_danger_now": "no",
    "worried_about": """Jake is in Year 9 with us. I know from his form tutor that there is an open
    referral about his sister. Yesterday, when his tutor rang, he asked who would look after Ellie
    'if it came to it'. He left football, which he loves, and until school closed he went home at
    lunch to check on his mum, twenty minutes each way. He is not in trouble and told nobody at
    home that he did this. I have added Ellie, because whatever happens to one of them is about
    both.""",
    "working_well": """His dad has rung him every night since they closed the schools.
    Jake is top of his set in maths. He let me write this down.""",
    "needs_to_happen": """For the social worker to see Jake as well as Ellie, and for somebody to
    tell him that he is allowed to be thirteen.""",
    "told_family": "yes",
    "family_view": """Kelly did not know about the lunchtimes. She said: 'He's his grandad all
    over.' She would like him to run in the park.""",
    "level_of_need": "not-sure",
    "reach_me": "07700 900 162",
    "declaration": ["true"],
}
JAKE_WORDS = """Who gets Ellie if it comes to it? I'm not being dramatic, I just want to know who to
    ring. I can do the days now. It's the nights as well that I can't do."""
JAKE_SCREENED = {
    "purpose": "concern",
    "front_door_level": "4",
    "screening_summary": """Jake is named in his sister's two contacts and had not been referred in
    his own right. Ellie has had an open referral since 10 March and is to be seen again tomorrow.
    Jake is caring for both of them and has given things up to do it. Kelly was rung at 10.50,
    sounded better and agrees that he should be seen too. Dad is in daily touch. What matters most:
    Jake has asked a question and ought to have an answer.""",
}
ELLIE_SCREENED = {
    "purpose": "concern",
    "front_door_level": "4",
    "screening_summary": """Nothing new about Ellie herself. She has an open referral and a social
    worker visits tomorrow; this should go to whoever that is, today, because it changes what we
    know about the days as well as the nights.""",
}

DRAFT = {
    "children-0-given_name": "Teddy",
    "children-0-family_name": "Appleyard",
    "children-0-date_of_birth-day": "9",
    "children-0-date_of_birth-month": "11",
    "children-0-date_of_birth-year": "2014",
    "children-0-sex": "M",
    "children-0-child_words": "Grandma says we're on an adventure but I want my own bed",
    "in_danger_now": "no",
    "worried_about": """Teddy's gran rang our office again today. She said that she has
    had him and his sister for three weeks and does not know when mum is coming back. I have tried
    mum's""",
}
