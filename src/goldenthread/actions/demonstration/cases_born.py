"""A child told of before birth and again after: the same child, found to be so by who looked."""

from datetime import date

from goldenthread.actions.demonstration.cases import Case, Did, Who

LEANNE, MARTIN = "leanne.brook@kelderby.invalid", "martin.teale@kelderby.invalid"
JO = "jo.threlfall@kelderby-hospitals.invalid"
BORN = date(2020, 2, 28)

UNBORN = Case(
    by=JO, at="01-14 10:20", taken=(LEANNE, "01-14 11:05"),
    children=(Who(given="Unborn", family="Kamińska", born=BORN, sex="F",
                  expected=date(2020, 3, 2), named="Zofia Kamińska",
                  said={"child_words_absent": "pre-verbal"}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """Joanna Kamińska booked with the midwife at 31 weeks. She shares one room
        with two strangers, has no heating there and nothing yet for a baby.""",
        "told_family": "yes", "family_view": "She asked me to ring you, and would like somebody.",
        "level_of_need": "3", "reach_me": "01632 960 217", "declaration": ["true"],
        "evidence_level_3": "No heating, no cot, and nobody here whom she can ask.",
    },
    did=(
        Did(step="contact-screened", at="01-14 11:40", by=LEANNE, answers={
            "purpose": "concern", "front_door_level": "2", "screening_summary": """Nothing is held
            on the family. Housing has put her first and the children's centre has a place."""}),
        Did(step="contact-decided", at="01-14 15:30", by=MARTIN, answers={
            "outcome": "advice-to-professional", "rationale": """She is asking and is being helped.
            The midwife to tell us if she has not moved by the middle of February."""}),
        Did(step="contact-outcome-told", at="01-15 09:20", by=LEANNE, answers={
            "told_referrer": "Housing will see her on Friday. Ring us if it comes to nothing.",
            "told_by": "telephone"}),
    ),
)  # fmt: skip
NEWBORN = Case(
    by=JO, at="03-24 14:10", taken=(LEANNE, "03-24 15:00"),
    children=(Who(given="Zofia", family="Kaminska", born=BORN, sex="F", named="Zofia Kamińska",
                  said={"child_words_absent": "pre-verbal", "nhs_number": "9990000018"}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """Zofia is three weeks old and has lost weight since I saw her last. They
        have moved and her mother is alone all day. She cried when I asked how she sleeps.""",
        "told_family": "yes", "family_view": "She would like somebody to come, and soon.",
        "level_of_need": "2", "reach_me": "01632 960 217", "declaration": ["true"],
    },
    did=(
        Did(step="contact-screened", at="03-24 15:35", by=LEANNE, answers={
            "purpose": "concern", "front_door_level": "2", "screening_summary": """The baby we were
            told of in January, before she was born. The doctor sees them both tomorrow."""}),
        Did(step="contact-decided", at="03-25 10:15", by=MARTIN, answers={
            "outcome": "advice-to-professional", "rationale": """Health have it in hand and visit
            twice a week. Weighed on Monday; if it has not turned we hear of it the same day."""}),
        Did(step="contact-outcome-told", at="03-25 11:00", by=LEANNE, answers={
            "told_referrer": "Thank you. Tell us on Monday what she weighs, whichever way it goes.",
            "told_by": "telephone"}),
    ),
)  # fmt: skip
FAMILIES = ((UNBORN, NEWBORN),)
