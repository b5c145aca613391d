"""What is held elsewhere: two cases of a social worker, a disagreement, the night, and doubles."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.actions.demonstration.cases import Case, Did, Who
from goldenthread.actions.demonstration.cases_abuse import incident, saw

LEANNE, DAVID = "leanne.brook@kelderby.invalid", "david.osei@kelderby.invalid"
SHAZIA, MARTIN = "shazia.mahmood@kelderby.invalid", "martin.teale@kelderby.invalid"
RUTH, SAJID = "ruth.oldroyd@oxgarth.invalid", "sajid.karim@skelderfold.invalid"
BRIDGET, OWEN = "bridget.kane@kelderby.invalid", "owen.hartley@kelderby.invalid"
JO = "jo.threlfall@kelderby-hospitals.invalid"


def _told(worry: str, *, danger: str = "no", level: str = "3") -> Mapping[str, Any]:
    said: dict[str, Any] = {
        "in_danger_now": danger, "worried_about": worry, "told_family": "no",
        "why_not_told": "emergency" if danger == "yes" else "not-yet",
        "level_of_need": level, "reach_me": "01632 960 104",
    }  # fmt: skip
    seen = "What has been seen and said in the past week."
    said["declaration"] = ["true"]
    return {**said, f"evidence_level_{level}": seen} if level in "34" else said


def _screened(at: str, by: str, level: str, summary: str) -> Did:
    said = {"purpose": "concern", "front_door_level": level, "screening_summary": summary}
    return Did(step="contact-screened", at=at, by=by, answers=said)


def _decided(at: str, by: str, outcome: str, why: str) -> Did:
    said = {"outcome": outcome, "rationale": why}
    return Did(step="contact-decided", at=at, by=by, answers=said)


def _answered(at: str, by: str, words: str) -> Did:
    said = {"told_referrer": words, "told_by": "telephone"}
    return Did(step="contact-outcome-told", at=at, by=by, answers=said)


def _case(who: Who, at: str, worry: str, held: str) -> Case:
    """A contact of early March that became a referral Owen holds; `at` is its day."""
    return Case(
        by=RUTH, at=f"{at} 09:20", shared=_told(worry, level="4"), children=(who,),
        taken=(DAVID, f"{at} 10:00"), held=(OWEN, held),
        did=(
            _screened(f"{at} 10:40", DAVID, "4", "Known before for the same worry. It has grown."),
            _decided(f"{at} 14:00", MARTIN, "referral-to-social-care",
                     "Help has been tried and has not held. This needs an assessment."),
            _answered(f"{at} 15:30", DAVID, "A social worker will ring you this week."),
        ),
        since=(
            Did(step="referral-decided", at=f"{at} 16:10", by=MARTIN, answers={
                "referral_outcome": "single-assessment",
                "referral_reason": "We must know what home is like before we can say what helps."}),
            Did(step="referral-allocated", at=held, by=MARTIN, answers={
                "handed_over_because": "You know their health visitor. Please see them soon."}),
        ),
    )  # fmt: skip


ARCHIE = Who(given="Archie", family="Bland", born=date(2010, 1, 30), sex="M",
             said={"child_words": "I don't mind being on my own if the telly is on."})  # fmt: skip
NIAMH = Who(given="Niamh", family="Farrell", born=date(2014, 3, 17), sex="F",
            said={"child_words": "Mummy gets the wobbles and I hold the pram."})  # fmt: skip
ARCHIE_CASE = _case(
    ARCHIE,
    "03-11",
    """Archie was at home alone overnight twice this month, with
    his tea left on a plate and a note not to answer the door.""",
    "03-12 11:30",
)
NIAMH_CASE = _case(
    NIAMH,
    "03-12",
    """Niamh's mother could not stand at pick-up and Niamh took the
    baby's pram from her as if she had done it before.""",
    "03-13 10:15",
)

# Decided as one for the worker, and so in Owen's list; not yet told to the school.
ARCHIE_PASSED = Case(
    by=SAJID, at="03-31 10:50", children=(ARCHIE,), taken=(LEANNE, "03-31 11:30"),
    shared=_told("Archie told his tutor by telephone that he has been alone since Sunday."),
    did=(
        _screened("03-31 11:50", LEANNE, "4", "Owen Hartley holds the referral. He must know."),
        _decided("03-31 12:20", SHAZIA, "allocated-worker",
                 "A referral is open. Owen knows Archie and should see him today."),
    ),
)  # fmt: skip
# New this morning about a child whose case is open, and nobody has looked yet.
ARCHIE_AGAIN = Case(
    by=JO,
    at="04-01 08:05",
    children=(ARCHIE,),
    shared=_told("Archie rang the surgery himself to ask how to make his own appointment."),
)
NIAMH_NOTIFIED = Case(
    by="police", at="03-31 18:20",
    children=(Who(given="Niamh", family="Farrell", born=date(2014, 3, 17), sex="F",
                  said=saw("Oxgarth Lane Primary School")),),
    shared=incident("118190", "03-31", "15:45", """A quarrel on the steps of the flats, seen by
        Niamh on her way in from the yard. He had gone when officers came.""",
        risk="medium", ticks=5, victim_name="Aoife Farrell", safe_contact="not-known"),
)  # fmt: skip

DISAGREED = Case(
    by=SAJID, at="03-25 09:15", taken=(LEANNE, "03-25 10:10"),
    children=(Who(given="Zoe", family="Lumb", born=date(2006, 10, 9), sex="F",
                  said={"child_words": "He's not my boyfriend, he just pays for my taxis."}),),
    shared=_told("Zoe is met at the end of her road on Fridays by a man in his twenties."),
    did=(
        _screened("03-25 11:00", LEANNE, "2", "Zoe says that he is a cousin. Her mother agrees."),
        _decided("03-26 10:00", MARTIN, "advice-to-professional",
                 "No evidence of harm yet. School to keep talking with Zoe and her mother."),
        _answered("03-26 11:30", LEANNE, "Please keep talking with Zoe. Tell us of any change."),
    ),
)  # fmt: skip
RAISED = Did(step="disagreement-raised", at="03-30 15:05", by=SAJID, answers={
    "child_safe_meanwhile": "yes", "theme": "threshold",
    "issue": """Three girls of her year now say the same man pays for their taxis. I do not think
    that he is a cousin, and I do not think that this is level 2.""",
    "wanted": "An enquiry with the police before Friday, when he comes."})  # fmt: skip
STAGE_2 = Did(step="disagreement-stage-2", at="03-31 14:40", by=LEANNE, answers={
    "why_stage_2": """I rang Sajid and heard him. I would look again; the decision was a manager's
    and is not mine to change."""})  # fmt: skip

HANDED_TO_NIGHT = Case(
    by=JO, at="03-31 15:40", taken=(LEANNE, "03-31 15:48"),
    children=(Who(given="Bobby", family="Tran", born=date(2019, 11, 5), sex="M",
                  said={"child_words_absent": "pre-verbal"}),),
    shared=_told("""Bobby is on the ward with a high temperature and his father wants to take him
        home against advice. He has shouted at two nurses.""", danger="yes", level="4"),
    did=(
        _screened("03-31 16:15", LEANNE, "4", """The ward will ring 999 if he tries. The doctors
        want Bobby until tomorrow noon. His mother agrees with them."""),
        Did(step="night-handed-over", at="03-31 16:50", by=SHAZIA, answers={
            "watch_for": "His father coming back for him. He left at 4 pm saying that he would.",
            "do_if": """If he takes Bobby, ring the police and then the ward. Mum may be rung at any
            hour. Do not ring Dad."""}),
    ),
)  # fmt: skip
HANDED_BACK = Case(
    by="police", at="03-31 19:10", taken=(BRIDGET, "03-31 19:22"),
    children=(Who(given="Sienna", family="Wragg", born=date(2016, 5, 25), sex="F",
                  said={"child_words_absent": "not-yet-seen"}),),
    shared=_told("""Sienna was found by a passer-by at the bus station, alone, in slippers. She
        knew her address. Nobody was in.""", danger="yes", level="4"),
    did=(
        _screened("03-31 20:05", BRIDGET, "3", """Her mother had collapsed at work and was in the
        hospital; nobody had thought of Sienna. She is with her aunt in Candleby."""),
        Did(step="night-handed-back", at="04-01 07:15", by=BRIDGET, answers={
            "night_happened": "Aunt came at 9 pm. I rang at 7 this morning: they are having toast.",
            "night_left": "Ring the ward about Mum, and the aunt about tonight."}),
    ),
)  # fmt: skip
# Seventeen minutes old at nine, and nobody has it: it has paged the duty manager.
UNTAKEN = Case(
    by=RUTH, at="04-01 08:43",
    children=(Who(given="Isaac", family="Moss", born=date(2013, 1, 21), sex="M",
                  said={"child_words": "Dad said if I'm not at the gate at ten he'll come in."}),),
    shared=_told("""Isaac is one of eleven who still come to school. His father, who may not see
        him, has just rung to say that he will collect him at ten. He sounded drunk.""",
        danger="yes", level="4"),
)  # fmt: skip

# The same child, told of by two agencies within a day of each other.
TWICE = tuple(
    Case(
        by=by, at=at, shared=_told(worry),
        children=(Who(given="Amelia", family="Crowe", born=date(2008, 2, 29), sex="F",
                      said={"child_words_absent": "not-known-to-me"}),),
    )
    for by, at, worry in (
        (SAJID, "03-31 13:25", "Amelia fainted in a lesson by video. She has eaten nothing."),
        (JO, "04-01 07:50", "Amelia was seen last night. She weighs 38 kilograms at 12."),
    )
)  # fmt: skip
