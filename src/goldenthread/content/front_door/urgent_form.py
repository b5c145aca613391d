"""The urgent form: what is needed to act on a serious worry, and nothing more (R2.1).

A name, the concern and how to reach whoever says so; the account says who they are.
"""

from dataclasses import replace

from goldenthread.content.front_door.referred_children import children
from goldenthread.content.front_door.worry import worry
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Question

WHO = ("given_name", "family_name", "date_of_birth", "sex")
WHAT = ("in_danger_now", "worried_about")


def only(section: Section, *keys: str) -> tuple[Question, ...]:
    """Return these questions of a section, so that a short form asks them in the same words."""
    return tuple(question for question in section.questions if question.key in keys)


children_named = replace(children, questions=only(children, *WHO))

urgent_form = Instrument(
    key="urgent-form",
    version=1,
    title="Tell us about an urgent worry",
    sections=(
        children_named,
        replace(worry, questions=only(worry, *WHAT, "reach_me")),
    ),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
)
