"""Police notifications of domestic abuse that wait for two people, from standard to high risk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.actions.demonstration.cases import Case, Did, Who
from goldenthread.language.condition import NOT_KNOWN

COLIN = "colin.birtles@kelderdale-police.invalid"
LEANNE, DAVID = "leanne.brook@kelderby.invalid", "david.osei@kelderby.invalid"
TICKS = (
    "frightened", "afraid-of", "isolated", "separating", "child-contact", "stalked",
    "more-often", "worse", "controlling", "threat-to-kill", "money", "police-record",
    "drink-drugs-mind", "broke-bail", "low",
)  # fmt: skip
# Ticked where the notification says so, and only there.
TICKED_BY = {"injuries": "injured", "strangulation": "strangled"}


def incident(
    number: str, on: str, time: str, account: str, *, risk: str, ticks: int, **said: Any
) -> Mapping[str, Any]:
    """Return what a notification says once: a quiet incident, but for what is `said` of it."""
    return {
        "police_reference": f"KD/2020/{number}",
        "incident_on": f"2020-{on}",
        "incident_time": time,
        "incident_account": account,
        "dash_risk": risk,
        "dash_ticks": _ticked(ticks, said),
        "repeat_victim": "no",
        "victim_pregnant": "no",
        "injuries": "no",
        "weapons": "no",
        "strangulation": "no",
        "police_action": "Words of advice given and a safety plan made with the victim.",
        "safe_contact": "not-known",
        **said,
    }


def _ticked(number: int, said: Mapping[str, Any]) -> list[str]:
    told = [tick for fact, tick in TICKED_BY.items() if said.get(fact) == "yes"]
    return (told + list(TICKS))[:number]


def saw(school: str = "", *, hurt: str = "no", there: str = "saw") -> Mapping[str, Any]:
    """Return what it says of one child."""
    said = {"unborn": "no", "child_there": there, "child_hurt": hurt}
    return {**said, "school_name": school} if school else said


def _view(whose: str, at: str, by: str, outcome: str, reason: str) -> Did:
    key = whose.replace("-", "_")
    said = {f"{key}_outcome": outcome, f"{key}_reason": reason}
    return Did(step=f"domestic-abuse-{whose}-view", at=at, by=by, answers=said)


HIGH = Case(
    by="police", at="03-31 23:50",
    children=(
        Who(given="Layla", family="Hobson", born=date(2013, 9, 14), sex="F",
            said=saw("Lindersike Primary School", hurt="yes")),
        Who(given="Theo", family="Hobson", born=date(2017, 1, 8), sex="M", said=saw()),
    ),
    shared=incident("118402", "03-31", "22:35", """Layla rang 999 and whispered the address. Her
        mother had marks round her neck. Layla had been pushed aside with a bruise to her arm.
        Theo was under the kitchen table.""",
        risk="high", ticks=15, victim_name="Rebecca Hobson", suspect_initials="D H",
        repeat_victim="yes", injuries="yes", strangulation="yes", safe_contact="unsafe",
        safe_way="At her sister's, by telephone, before noon",
        police_action="Arrested and in custody until this evening. Referred to MARAC."),
)  # fmt: skip

BEFORE = Case(
    by="police", at="02-24 07:40",
    children=(Who(given="Alfie", family="Garside", born=date(2011, 4, 3), sex="M",
                  said=saw("Wrenbeck Primary School", there="there")),),
    shared=incident("104117", "02-23", "20:10", """Neighbours rang about shouting. His parents had
        argued about money; Alfie was upstairs with headphones on.""",
        risk="standard", ticks=3, victim_name="Gail Garside", safe_contact="safe"),
    did=(
        Did(step="school-told", at="02-24 08:15", by=COLIN, answers={
            "school_heard": "The designated safeguarding lead", "school_told_by": "telephone"}),
        _view("police", "02-24 10:05", COLIN, "school-notified", "A first argument, no injury."),
        _view("social-work", "02-24 10:30", LEANNE, "school-notified", "The school can watch."),
        Did(step="domestic-abuse-triaged", at="02-24 10:45", by=LEANNE, answers={
            "triage_outcome": "school-notified", "both_agree": "yes", "marac": "no"}),
        Did(step="contact-decided", at="02-24 10:46", by=LEANNE, answers={
            "outcome": "notification-recorded",
            "rationale": "Decided by police and social work together: below the threshold."}),
        Did(step="contact-outcome-told", at="02-24 11:05", by=LEANNE, answers={
            "told_referrer": "Police and social work looked at this together. It is recorded.",
            "told_by": "here"}),
    ),
)  # fmt: skip

AGAIN = Case(
    by="police", at="03-31 08:15",
    children=BEFORE.children,
    shared=incident("117750", "03-30", "21:40", """Gail rang us herself. He had taken her
        telephone and her bank card. Alfie let officers in and told them where his dad was.""",
        risk="medium", ticks=8, victim_name="Gail Garside", repeat_victim="yes",
        safe_contact="unsafe", safe_way="At work, by text, on weekdays"),
    did=(_view("police", "03-31 16:20", COLIN, "early-help-offer", """The second in five weeks and
         more controlling than the first. Gail rang us, which she had not done before."""),),
)  # fmt: skip

STANDARD = Case(
    by="police", at="03-31 09:30",
    children=(Who(given="Ines", family="Carvalho", born=date(2015, 10, 27), sex="F",
                  said=saw("Oxgarth Lane Primary School", there="elsewhere")),),
    shared=incident("117801", "03-30", "18:05", """Former partners argued in the car park at the
        handing over of the child, who was already strapped in the other car.""",
        risk="standard", ticks=1, victim_name="Ana Carvalho", safe_contact="safe"),
)  # fmt: skip

BOTH_VIEWS = Case(
    by="police", at="03-31 07:55", taken=(DAVID, "03-31 11:05"),
    children=(Who(given="Noah", family="Pickles", born=date(2019, 3, 2), sex="M",
                  said={"unborn": "no", "child_there": "saw", "child_hurt": "no"}),),
    shared=incident("117744", "03-30", "23:55", """His mother was in the street with Noah in a
        blanket. She said it was nothing. Her partner would not open the door to us.""",
        risk="medium", ticks=10, victim_name="Kirsty Pickles", weapons="yes",
        victim_pregnant=NOT_KNOWN, safe_contact="unsafe"),
    did=(
        _view("police", "03-31 10:40", COLIN, "mash-enquiry",
              "A knife was on the floor of the hall. She is minimising."),
        _view("social-work", "03-31 11:20", DAVID, "mash-enquiry",
              "A baby in the street at midnight, and a mother too frightened to say why."),
    ),
)  # fmt: skip

LAST_NIGHT = Case(
    by="police", at="04-01 06:10",
    children=(Who(given="Freya", family="Dunn", born=date(2009, 6, 6), sex="F",
                  said=saw("Skelderfold High School", there="there")),
              Who(given="Callum", family="Dunn", born=date(2012, 12, 12), sex="M",
                  said=saw("Harthwaite Primary School", there="there"))),
    shared=incident("118466", "04-01", "01:15", """An argument about drink. Both children were in
        bed and came down when officers knocked. Their mother asked for her husband to leave, and
        he went to his brother's.""",
        risk="medium", ticks=6, victim_name="Sharon Dunn", safe_contact="safe"),
)  # fmt: skip

FAMILIES = ((HIGH,), (BEFORE, AGAIN), (STANDARD,), (BOTH_VIEWS,), (LAST_NIGHT,))
