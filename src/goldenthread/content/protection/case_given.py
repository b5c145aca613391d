"""A case given to somebody else to hold: an assessment, an enquiry, a conference, a plan."""

from functools import partial

from goldenthread.content.asking import one_page, words
from goldenthread.content.protection import law
from goldenthread.language.step import By, Step

case_given_form = partial(one_page, cites=law.local("handing over"))(
    "case-given-form",
    "Give it to somebody else",
    words("case_given_because", "Why, and what should they know?"),
)


def _given(pathway: str, *after: str) -> Step:
    return Step(
        key=f"{pathway}-given",
        title="Given to somebody else",
        state="",
        on=pathway,
        by=(By(role="social-work-team-manager"), By(role="conference-chair")),
        asks=case_given_form,
        follows=after,
        automatic=True,
        repeatable=True,
        allocates=True,
        law=law.local("handing over"),
    )


assessment_given = _given("assessment", "assessment-begun", "reassessment-begun")
enquiry_given = _given("section-47-enquiry", "strategy-discussion-called")
conference_given = _given("initial-conference", "conference-requested", "transfer-in-notified")
protection_plan_given = _given("protection-plan", "protection-plan-begun")
need_plan_given = _given("child-in-need-plan", "child-in-need-plan-due")
