"""What each meeting about a child decides, asked for every child by themselves."""

from goldenthread.content.protection.meetings import law
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

CATEGORIES = (
    Option(key="NEG", label="Neglect"),
    Option(key="EMO", label="Emotional abuse"),
    Option(key="PHY", label="Physical abuse"),
    Option(key="SAB", label="Sexual abuse"),
    Option(key="MUL", label="More than one kind"),
)
# Participation codes of a conference: how the child's views were heard.
HEARD = (
    Option(key="attended", label="The child came and spoke"),
    Option(key="attended-others-spoke", label="The child came and somebody spoke for them"),
    Option(key="advocate", label="An advocate or somebody else spoke for them"),
    Option(key="wrote", label="The child wrote or drew something"),
    Option(key="too-young", label="The child is too young or not born yet"),
    Option(key="not-heard", label="The child was not heard"),
)


def _form(key: str, title: str, cites: Citation, *questions: Question) -> Instrument:
    section = Section(
        key="decided", title="What was decided", holds="narrative", questions=questions
    )
    return Instrument(key=key, version=1, title=title, law=cites, sections=(section,))


def _why(key: str) -> Question:
    return Question(key=key, asks="Why?", kind=Kind.LONG_TEXT)


PLAN = answer("conference_decided").equals("plan")
GOES_ON = answer("review_decided").equals("continue")

strategy_decided = _form(
    "strategy-decided",
    "What the strategy discussion decided",
    law.STRATEGY,
    Question(
        key="strategy_decided",
        asks="What was decided?",
        kind=Kind.CHOICE,
        options=(
            Option(key="joint", label="Section 47 enquiries by social care and police together"),
            Option(key="single", label="Section 47 enquiries by social care"),
            Option(key="none", label="No section 47 enquiries"),
        ),
    ),
    _why("strategy_why"),
    Question(
        key="strategy_safe_now",
        asks="What keeps the child safe until then?",
        kind=Kind.LONG_TEXT,
    ),
    Question(key="strategy_medical", asks="Is a medical examination needed?", kind=Kind.YES_NO),
)

conference_decided = _form(
    "conference-decided",
    "What the conference decided",
    law.CONFERENCE,
    Question(
        key="conference_decided",
        asks="Does the child need a child protection plan?",
        kind=Kind.CHOICE,
        options=(
            Option(key="plan", label="Yes"),
            Option(key="no-plan", label="No"),
        ),
    ),
    Question(
        key="conference_category",
        asks="Under which category?",
        kind=Kind.CHOICE,
        options=CATEGORIES,
        only_if=PLAN,
    ),
    _why("conference_why"),
    Question(
        key="conference_heard", asks="How was the child heard?", kind=Kind.CHOICE, options=HEARD
    ),
)

review_decided = _form(
    "review-decided",
    "What the review conference decided",
    law.REVIEW,
    Question(
        key="review_decided",
        asks="Does the plan go on?",
        kind=Kind.CHOICE,
        options=(
            Option(key="continue", label="It goes on"),
            Option(key="end", label="It ends: the child is no longer at risk"),
            Option(key="end-care", label="It ends: the child is in care"),
        ),
    ),
    Question(
        key="review_category",
        asks="Under which category?",
        kind=Kind.CHOICE,
        options=CATEGORIES,
        only_if=GOES_ON,
    ),
    _why("review_why"),
    Question(key="review_heard", asks="How was the child heard?", kind=Kind.CHOICE, options=HEARD),
)

core_group_agreed = _form(
    "core-group-agreed",
    "What the core group agreed",
    law.CORE_GROUP,
    Question(
        key="core_group_safer", asks="Is the child safer than last time?", kind=Kind.YES_NO,
        may_be_not_known=True,
    ),
    Question(key="core_group_agreed", asks="What was agreed?", kind=Kind.LONG_TEXT),
)  # fmt: skip

family_agreed = _form(
    "family-meeting-agreed",
    "What the team around the family agreed",
    law.EARLY_HELP,
    Question(
        key="family_still_agrees", asks="Does the family still want the help?", kind=Kind.YES_NO
    ),
    Question(key="family_agreed", asks="What was agreed?", kind=Kind.LONG_TEXT),
)

in_need_agreed = _form(
    "child-in-need-agreed",
    "What the child in need meeting agreed",
    law.IN_NEED,
    Question(key="in_need_agreed", asks="What was agreed?", kind=Kind.LONG_TEXT),
)
