"""Which meetings there were, and what was said at them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, kw_only=True)
class Met:
    """One meeting told by hand. `on` and `called` are days from the morning of the story.

    `asked` are names, each with whether they came ("" for one to come), and whether they wrote.
    """

    kind: str
    on: int
    called: int
    hour: int
    caller: str
    chair: str
    children: tuple[int, ...]
    asked: tuple[tuple[str, str, bool], ...]
    why: str = ""


PLACES: Mapping[str, str] = {
    "initial-conference": "Conference suite, Kelderby town hall",
    "review-conference": "Conference suite, Kelderby town hall",
    "strategy-discussion": "By telephone",
    "core-group": "Harthwaite family centre",
    "child-in-need-meeting": "Harthwaite family centre",
}
DECIDED: Mapping[str, Mapping[str, object]] = {
    "initial-conference": {
        "conference_on": "2020-03-24",
        "conference_agencies": ["police", "education"],
        "conference_participation": "PN6",
        "conference_parents": "yes",
        "conference_heard": "Three agencies describe the same mornings, and little has changed "
        "since the autumn. The parents agree that they need help.",
        "threshold_met": "yes",
        "plan_category": "NEG",
        "previous_plans": 0,
        "plan_outline": "A grown-up up and breakfast made before school. Owen Hartley, the school "
        "and the school nurse are the core group. The register will show it.",
    },
    "strategy-discussion": {
        "strategy_on": "2020-03-30",
        "strategy_took_part": ["social-care", "police"],
        "strategy_incomplete_because": "Nobody of the school nurses could be freed.",
        "strategy_follow_up_on": "2020-04-02",
        "strategy_known": "Police know of nothing at the address. The school wrote down the mark.",
        "strategy_decision": "enquire-alone",
        "strategy_reason": "What was seen at school cannot be explained by a fall.",
        "strategy_safety": "The children stay with their grandmother until they are seen.",
        "medical_needed": "yes",
    },
}
REPORT: Mapping[str, object] = {
    "involved_how": "Known to us since September 2018, seen most weeks in term.",
    "child_tells_us": "Says that mornings are loud, and that Nan makes breakfast.",
    "worrying": "Late on most Mondays, and tired. No answer to two letters home.",
    "going_well": "Comes gladly, has friends, and an aunt who rings us back.",
    "needs_plan": "yes",
    "needs_plan_why": "We have tried help by agreement twice, and it did not hold.",
    "family_read_it": "yes",
}
CHAIR, WORKER, MANAGER = "Frances Adeyemi", "Owen Hartley", "Steven Pryce"
POLICE, NURSE, VISITOR, LEAD = "Marcus Webb", "Comfort Asante", "Jo Threlfall", "Ruth Oldroyd"

TOLD: tuple[Met, ...] = (
    Met(
        kind="initial-conference", on=-8, called=-19, hour=10, caller=WORKER,
        chair=CHAIR, children=(0,),
        asked=((WORKER, "Y", True), (POLICE, "Y", True), (NURSE, "N", False),
                  (LEAD, "Y", True)),
    ),
    Met(
        kind="strategy-discussion", on=-2, called=-2, hour=11, caller=WORKER,
        chair=MANAGER, children=(1,), why="Nobody of the school nurses could be freed: "
        "both were at conferences. What they know is asked for by tomorrow.",
        asked=((WORKER, "Y", False), (POLICE, "Y", False), (NURSE, "A", False)),
    ),
    Met(
        kind="initial-conference", on=6, called=-1, hour=10, caller=WORKER,
        chair=CHAIR, children=(1,),
        asked=((WORKER, "", True), (POLICE, "", False), (NURSE, "", False),
                  (LEAD, "", False), (VISITOR, "", False)),
    ),
    Met(
        kind="core-group", on=2, called=-6, hour=14, caller=WORKER,
        chair=WORKER, children=(0,),
        asked=((WORKER, "", False), (LEAD, "", False), (NURSE, "", False)),
    ),
)  # fmt: skip


def before(chance: Random) -> Iterator[Met]:
    """Yield the meetings of the weeks before: more of them as they go on, fewer nurses able."""
    for week in range(12, 0, -1):
        for number in range(2 + (12 - week) // 3):
            nurse = "Y" if chance.randrange(12) < week else chance.choice(("N", "N", "A", "R"))
            others = ((POLICE, "Y" if chance.randrange(5) else "N"), (LEAD, "Y"), (VISITOR, "Y"))
            kind = ("initial-conference", "review-conference", "core-group")[number % 3]
            yield Met(
                kind=kind, on=-7 * week + number - 5, called=-7 * week - 9,
                hour=9 + number, caller=WORKER, chair=WORKER if number % 3 == 2 else CHAIR,
                children=(),
                asked=((WORKER, "Y", True), (NURSE, nurse, nurse in "YR"),
                          *((who, came, came == "Y") for who, came in others)),
            )  # fmt: skip
