"""The referral form as it was at version 2, to read what was told on it in the words it was asked.

A question whose words have not changed since is taken from where it stands now.
"""

from dataclasses import replace

from goldenthread.content.front_door.child_details import about_each, where_each
from goldenthread.content.front_door.childs_words import childs_words
from goldenthread.content.front_door.family_told import family
from goldenthread.content.front_door.help_so_far import help_so_far
from goldenthread.content.front_door.household import household
from goldenthread.content.front_door.need import need
from goldenthread.content.front_door.referred_children import children
from goldenthread.content.front_door.worry import wider_picture, worry
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question


def only(section: Section, *keys: str) -> tuple[Question, ...]:
    """Return these questions of a section, in the order they are named."""
    asked = {question.key: question for question in section.questions}
    return tuple(asked[key] for key in keys)


def text(key: str, asks: str, kind: Kind = Kind.TEXT) -> Question:
    """Return a question whose words have changed since: one that might be left out."""
    return Question(key=key, asks=asks, kind=kind, required=False)


CHILD = (
    *only(children, "given_name", "family_name", "date_of_birth", "sex"),
    *only(childs_words, "child_words", "child_words_absent"),
    *only(children, "expected_on"),
    *only(about_each, "ethnicity", "home_language", "interpreter"),
    text("disability", "Any disability or additional need"),
    *only(where_each, "nhs_number", "pupil_number", "school", "doctor", "home_address"),
    text("parental_responsibility", "Who has parental responsibility?"),
)

EARLIER = (
    Instrument(
        key="referral-form",
        version=2,
        title="Tell us about a worry",
        sections=(
            replace(children, questions=CHILD),
            replace(
                worry,
                questions=(
                    *only(worry, "in_danger_now", "worried_about"),
                    text("incident_dates", "When did it happen?"),
                    *only(wider_picture, "complicating_factors", "working_well", "needs_to_happen"),
                ),
            ),
            replace(
                family,
                questions=(
                    *only(family, "told_family"),
                    text("family_view", "What did they say?", Kind.LONG_TEXT),
                    *only(family, "agreed_to_help", "refusal_weighed", "why_not_told"),
                ),
            ),
            replace(
                household,
                questions=only(
                    household, "adult_name", "adult_is", "adult_lives_there", "adult_more"
                ),
            ),
            replace(
                help_so_far,
                questions=(
                    *only(help_so_far, "services_tried", "tools_used"),
                    text(
                        "staff_risks",
                        "Is there any risk to somebody who visits?",
                        Kind.LONG_TEXT,
                    ),
                    Question(
                        key="rang_first",
                        asks="Did you ring the front door before writing this?",
                        kind=Kind.YES_NO,
                        holds="admin",
                        required=False,
                    ),
                ),
            ),
            replace(
                need,
                questions=(
                    *only(need, "level_of_need"),
                    Question(
                        key="level_evidence",
                        asks="What makes you think so?",
                        kind=Kind.LONG_TEXT,
                        required=answer("level_of_need").one_of("3", "4"),
                    ),
                    *only(worry, "reach_me"),
                ),
            ),
        ),
        law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
    ),
)
