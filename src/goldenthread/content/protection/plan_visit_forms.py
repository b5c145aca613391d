"""What a visit to a child on a protection plan asks."""

from functools import partial

from goldenthread.content.asking import day, late, one_page, words, yes_no
from goldenthread.content.protection import law

form = partial(one_page, cites=law.planning)

visit_form = form(
    "protection-visit-form",
    "Record a visit",
    day("visit_on", "When did you see the child?"),
    yes_no("visit_alone", "Did you see the child alone?"),
    yes_no("visit_bedroom", "Did you see where the child sleeps?"),
    words(
        "visit_child_said",
        "What did the child say, in their own words?",
        hint="For a baby or a child who does not speak, what you saw",
    ),
    words("visit_found", "What did you find, and is the child safe?"),
    late("visit_late_because"),
)

attempted_form = form(
    "protection-visit-attempted-form",
    "Record a visit at which you did not see the child",
    day("visit_attempted_on", "When?"),
    words(
        "visit_failed_because", "Why did you not see the child, and what are you doing about it?"
    ),
)
