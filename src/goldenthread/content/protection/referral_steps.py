"""What begins on a child's open referral: an assessment, another, a strategy discussion.

An assessment begins on or after the referral (CIN rule 1103), and so does an enquiry (2889). A plan
moved in from another council begins a conference here.
"""

from goldenthread.content.protection import assessment_forms, law, strategy_forms
from goldenthread.content.protection.conference_forms import moved_in_form
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument
from goldenthread.language.step import By, Opens, Rule, Step

CASEWORK = (By(role="social-worker"), By(role="social-work-team-manager"))


def _begins(key: str, title: str, asks: Instrument, *, after: str, opens: Opens) -> Step:
    return Step(
        key=key,
        title=title,
        state="",
        on="referral",
        by=CASEWORK,
        asks=asks,
        follows=(after,),
        repeatable=after != "referral-opened",
        dated_by="assessment_start_on",
        rules=(
            Rule(
                refuses_if=answer("assessment_start_on").before("referral_on"),
                says="An assessment begins on the day of the referral or later: give that day or "
                "a later one",
                field="assessment_start_on",
                law=law.census("rule 1103"),
            ),
        ),
        opens=(opens,),
        law=law.assessing,
    )


assessment_begun = _begins(
    "referral-assessment-begun",
    "Begin the assessment",
    assessment_forms.assessment_starting,
    after="referral-opened",
    opens=Opens(
        pathway="assessment",
        step="assessment-begun",
        gives=("referral_on", "assessment_start_on"),
    ),
)

reassessment_begun = _begins(
    "referral-reassessment-begun",
    "Begin another assessment",
    assessment_forms.reassessment_starting,
    after="referral-assessment-begun",
    opens=Opens(
        pathway="assessment",
        step="reassessment-begun",
        gives=("referral_on", "assessment_start_on"),
    ),
)

strategy_called = Step(
    key="referral-strategy-discussion-called",
    title="Call a strategy discussion",
    state="",
    on="referral",
    by=CASEWORK,
    asks=strategy_forms.strategy_calling,
    follows=("referral-opened",),
    repeatable=True,
    opens=(
        Opens(
            pathway="section-47-enquiry",
            step="strategy-discussion-called",
            gives=("referral_on", "strategy_urgency", "strategy_because"),
        ),
    ),
    law=law.strategy,
)

moved_in = Step(
    key="referral-plan-moved-in",
    title="A protection plan moved in",
    state="",
    on="referral",
    by=CASEWORK,
    asks=moved_in_form,
    follows=("referral-opened",),
    repeatable=True,
    opens=(
        Opens(
            pathway="initial-conference",
            step="transfer-in-notified",
            gives=("referral_on", "moved_in_on", "moved_from"),
        ),
    ),
    law=law.local("children on plans who move between councils"),
)
