"""What the MASH holds this morning: an enquiry of each priority, answered, declined and late."""

from datetime import date
from typing import Any

from goldenthread.actions.demonstration.cases import Case, Did, Who

LEANNE, DAVID = "leanne.brook@kelderby.invalid", "david.osei@kelderby.invalid"
MARCUS = "marcus.webb@kelderdale-police.invalid"
NADIA = "nadia.rahman@kelderby-hospitals.invalid"


def _screened(at: str, by: str, level: str, summary: str) -> Did:
    said = {"purpose": "concern", "front_door_level": level, "screening_summary": summary}
    return Did(step="contact-screened", at=at, by=by, answers=said)


def _opened(at: str, by: str, priority: str, agencies: list[str], why: str, asked: str) -> Did:
    said: dict[str, Any] = {
        "mash_priority": priority,
        "mash_why": why,
        "mash_agencies": agencies,
        "mash_asked": asked,
    }
    return Did(step="mash-opened", at=at, by=by, answers=said)


def _gave(at: str, by: str, knows: str) -> Did:
    said: dict[str, Any] = {"known_to_agency": "yes" if knows else "no"}
    if knows:
        said["agency_information"] = knows
    said["share_restriction"] = ["nobody"]
    return Did(step="mash-information-given", at=at, by=by, answers=said)


LATE_RED = Case(
    by="council", at="03-31 14:05", taken=(LEANNE, "03-31 14:20"),
    children=(Who(given="Mia", family="Thwaite", born=date(2018, 12, 18), sex="F",
                  said={"child_words_absent": "pre-verbal"}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """A housing officer called about the boiler and found Mia, 15 months, in
        a cot with a bruise along her jaw. Her mother said she fell from the sofa, then that the
        dog had knocked her. There is no dog on the tenancy and none was seen.""",
        "told_family": "no", "why_not_told": "would-increase-risk",
        "declaration": ["true"], "level_of_need": "4",
        "evidence_level_4": "A bruised jaw on a child not yet walking, and two accounts of it.",
        "reach_me": "01632 960 218",
    },
    did=(
        _screened("03-31 14:50", LEANNE, "4", """Not known to us before. The health visitor has
        missed her twice since Christmas. A bruise in a child who does not walk is for a doctor
        today, and we do not know who else is in the home."""),
        _opened("03-31 15:05", LEANNE, "red", ["police", "health"],
                "A bruise with two accounts in a child who cannot tell us, and an unknown adult.",
                """Police: who lives there or visits, and any call to the address. Health: when she
                was last seen, weight and injuries recorded, and can she be seen today?"""),
        _gave("03-31 15:50", MARCUS, """Two calls to the address since November, both shouting. A
        man named by neighbours as her partner has a conviction in 2016 for assault. He is not on
        the tenancy."""),
    ),
)  # fmt: skip

FRESH_RED = Case(
    by="ruth.oldroyd@oxgarth.invalid", at="04-01 08:20", taken=(DAVID, "04-01 08:31"),
    children=(Who(given="Kasia", family="Nowak", born=date(2010, 5, 2), sex="F",
                  said={"child_words": "If I go home he will know that I told."}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """Kasia, who still comes to school, asked whether she could stay there
        tonight. She has a mark round her wrist and says that her uncle holds it so that she looks
        at him.""",
        "told_family": "no", "why_not_told": "would-increase-risk",
        "declaration": ["true"], "level_of_need": "4",
        "evidence_level_4": "Fear of going home, with a mark to show why.",
        "reach_me": "01632 960 104",
    },
    did=(
        _screened("04-01 08:45", DAVID, "4", """Kasia is safe in school until 3.15. The uncle came
        to live there in January. We know nothing of him, and must before she goes home."""),
        _opened("04-01 08:56", DAVID, "red", ["police", "health"],
                "She is afraid to go home at 3.15 today and we do not know the uncle.",
                "Is the uncle known to you? Anything recorded about Kasia since January?"),
    ),
)  # fmt: skip

AMBER = Case(
    by="health", at="03-30 15:10", taken=(LEANNE, "03-31 09:10"),
    children=(
        Who(given="Reuben", family="Stott", born=date(2014, 2, 11), sex="M",
            said={"child_words": "Dad's friends sleep on our floor. One has a scar like a zip."}),
        Who(given="Orla", family="Stott", born=date(2016, 8, 30), sex="F",
            said={"child_words_absent": "not-yet-seen"}),
    ),
    shared={
        "in_danger_now": "no",
        "worried_about": """Both children were brought to the walk-in centre by their father with
        scabies, for the second time. He said people come and go at home and that it is nothing to
        do with him any more who has a key.""",
        "told_family": "yes", "family_view": "Dad shrugged and said that perhaps it would help.",
        "declaration": ["true"], "level_of_need": "3",
        "evidence_level_3": "Adults nobody can name sleeping in the children's home.",
        "reach_me": "01632 960 330",
    },
    did=(
        _screened("03-31 09:35", LEANNE, "3", """One contact in 2018 about school attendance. The
        school describes tired children who do not want to talk about home. The flat may have been
        taken over by others; Dad sounds afraid rather than careless."""),
        _opened("03-31 09:50", LEANNE, "amber", ["police", "health", "education"],
                "We need to know who is in the flat before anybody knocks.",
                """Police: is the address known, and to whom? Health: Dad's own needs, if relevant.
                Education: attendance since Christmas, and who collects them."""),
        _gave("03-31 11:40", NADIA, """Seen twice for scabies, never for an injury. Dad has been
        prescribed for anxiety since October and told his GP that he cannot say no to people."""),
        Did(step="mash-information-declined", at="03-31 14:15", by=MARCUS, answers={
            "declined_reason": "harms-investigation",
            "declined_why": """The address is part of a live investigation. Ring me before anybody
            visits: I can say more in a strategy discussion than I can write here."""}),
    ),
)  # fmt: skip

GREEN = Case(
    by="sajid.karim@skelderfold.invalid", at="03-30 10:25", taken=(DAVID, "03-30 13:30"),
    children=(Who(given="Hamza", family="Sadiq", born=date(2005, 12, 1), sex="M",
                  said={"child_words": "It's work. Everyone my age works."}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """Hamza has a second telephone and new trainers, and until school
        closed left at lunch on Thursdays. He says that he helps at a car wash.""",
        "told_family": "yes", "family_view": "His mother thought he was at football.",
        "declaration": ["true"], "level_of_need": "3",
        "evidence_level_3": "Money and absence that nobody can account for.",
        "reach_me": "01632 960 512",
    },
    did=(
        _screened("03-30 14:05", DAVID, "3", """No contact before. It may be what he says it is. It
        may be the beginning of something, and asking costs little."""),
        _opened("03-30 14:20", DAVID, "green", ["police", "health"],
                "To know whether anybody else has seen what his school sees.",
                "Is Hamza, or the car wash on Tannery Row, known to you?"),
        _gave("03-31 10:05", NADIA, ""),
    ),
)  # fmt: skip

ANALYSED = Case(
    by="council", at="03-30 09:05", taken=(LEANNE, "03-30 09:40"),
    children=(Who(given="Poppy", family="Aske", born=date(2012, 7, 19), sex="F",
                  said={"child_words": "Mum's boyfriend cooks now. I eat at Nan's."}),),
    shared={
        "in_danger_now": "no",
        "worried_about": """Poppy's grandmother, who is dying, told her carer that she worries what
        will become of Poppy when she is gone, because of the man who has moved in.""",
        "told_family": "no", "why_not_told": "not-yet",
        "declaration": ["true"], "level_of_need": "not-sure", "reach_me": "01632 960 118",
    },
    did=(
        _screened("03-30 10:30", LEANNE, "3", """Nothing known of Poppy. Her grandmother is clear
        in her mind and has not said this lightly."""),
        _opened("03-30 10:45", LEANNE, "amber", ["police", "health"],
                "Her grandmother is the one safe adult, and has weeks.",
                "Is the man known? Who will be left to care for Poppy?"),
        _gave("03-30 15:20", MARCUS, """He was cautioned in 2017 for sending messages to a girl of
        14, under another spelling of his name. Nothing since."""),
        _gave("03-31 09:30", NADIA, "Mum is well supported by the hospice and has asked for help."),
        Did(step="mash-analysed", at="04-01 08:50", by=LEANNE, answers={
            "mash_analysis": """A man who has approached a child before now lives with one whose
            safest adult is dying. Mum does not know. She has asked for help and is likely to
            protect Poppy once she is told, which should be done with somebody beside her.""",
            "mash_recommends": "strategy-discussion"}),
    ),
)  # fmt: skip

CASES = (LATE_RED, FRESH_RED, AMBER, GREEN, ANALYSED)
