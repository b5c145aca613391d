"""What the person who is worried writes on the referral form, drawn from a theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from uuid import UUID

from goldenthread.actions.demonstration import families, mistakes, place, words
from goldenthread.actions.demonstration.families import Child, Family, said
from goldenthread.actions.demonstration.themes.theme import Reading, Situation, Theme

Answers = dict[str, object]

# Younger than this a child is not asked; the form has a coded reason for it.
SPEAKS_FROM = 3
# How often whoever tells of a child once more has the name or the birthday a little wrong.
MISTAKEN = 0.15
_ABSENT = {
    "school": ("not-known-to-me", "not-yet-seen"),
    "police": ("not-yet-seen", "not-known-to-me"),
    "health": ("not-yet-seen", "would-increase-risk"),
    "council": ("not-known-to-me", "not-yet-seen"),
}
_KEPT_FROM_FAMILY = frozenset({"physical-harm", "disclosure", "exploitation", "domestic-abuse"})
_WHY_NOT = ("not-yet", "not-yet", "cannot-be-reached")


@dataclass(frozen=True, kw_only=True)
class Worry:
    """One occasion: which family, about whom mostly, what happened, and how it will be read.

    `again` where the family has come up before: then a name may be written another way.
    """

    family: Family
    focus: Child
    theme: Theme
    situation: Situation
    reading: Reading
    on: date
    in_danger_now: bool = False
    again: bool = False

    @property
    def kind(self) -> str:
        """The kind of agency that tells it."""
        return self.situation.kind

    @property
    def voice(self) -> Mapping[str, str]:
        """The words a text about the focus may name."""
        return self._voices[self.focus.person_id]

    def voice_of(self, child: Child) -> Mapping[str, str]:
        """Return the words a text about one child of the family may name."""
        return self._voices[child.person_id]

    @cached_property
    def _voices(self) -> Mapping[UUID, Mapping[str, str]]:
        happened = self.on - timedelta(days=1 if self.on.weekday() else 3)
        return {
            child.person_id: families.voice(
                family=self.family, child=child, day=happened, on=self.on
            )
            for child in self.family.children
        }

    @property
    def others(self) -> tuple[Child, ...]:
        """The brothers and sisters of the focus."""
        return tuple(child for child in self.family.children if child is not self.focus)


def shared(worry: Worry, chance: Random) -> Answers:
    """Return the answers given once about all the children."""
    situation, voice = worry.situation, worry.voice
    answers: Answers = {
        "in_danger_now": "yes" if worry.in_danger_now else "no",
        "worried_about": said(situation.worry, voice) + _about_others(worry, chance),
    }
    if situation.well and chance.random() < 0.8:
        answers["working_well"] = said(situation.well, voice)
    if situation.needs and chance.random() < 0.85:
        answers["needs_to_happen"] = said(situation.needs, voice)
    answers["declaration"] = ["true"]
    return answers | _family(worry, chance) | _need(worry, chance)


def of_child(worry: Worry, child: Child, chance: Random) -> Answers:
    """Return the answers given about one child."""
    answers: Answers = {
        "given_name": child.given_name,
        "family_name": child.family_name,
        "date_of_birth": child.born.isoformat(),
        "sex": child.sex,
    }
    if worry.again and chance.random() < MISTAKEN:
        answers |= mistakes.made(child, on=worry.on, chance=chance)
    if worry.kind == "health" and child.nhs_number:
        answers["nhs_number"] = child.nhs_number
    if worry.kind == "school" and child.pupil_number and child.age(worry.on) > 4:
        answers["pupil_number"] = child.pupil_number
    if child.age(worry.on) < SPEAKS_FROM:
        return answers | {"child_words_absent": "pre-verbal"}
    heard = _heard(worry, child, chance)
    if heard:
        return answers | {"child_words": heard}
    return answers | {"child_words_absent": chance.choice(_ABSENT[worry.kind])}


def _heard(worry: Worry, child: Child, chance: Random) -> str:
    if child is not worry.focus:
        return chance.choice(words.SIBLING_WORDS) if chance.random() < 0.25 else ""
    asked = {"school": 0.85, "health": 0.6, "police": 0.5, "council": 0.4}[worry.kind]
    if not worry.situation.words or chance.random() > asked:
        return ""
    return said(chance.choice(worry.situation.words), worry.voice)


def _about_others(worry: Worry, chance: Random) -> str:
    if not worry.others:
        return ""
    names = [child.given_name for child in worry.others]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    sentences = words.ONE_SIBLING if len(names) == 1 else words.SIBLINGS
    return " " + said(chance.choice(sentences), {"siblings": listed})


def _family(worry: Worry, chance: Random) -> Answers:
    theme = worry.theme
    kept = theme.key in _KEPT_FROM_FAMILY
    if chance.random() < (0.45 if kept or theme.purpose == "advice-request" else 0.8):
        view = said(chance.choice(theme.family_views or words.FAMILY_VIEWS), worry.voice)
        told: Answers = {"told_family": "yes"}
        return told | {"family_view": view} if chance.random() < 0.8 else told
    if worry.in_danger_now:
        return {"told_family": "no", "why_not_told": "emergency"}
    why = "would-increase-risk" if kept else chance.choice(_WHY_NOT)
    return {"told_family": "no", "why_not_told": why}


def _need(worry: Worry, chance: Random) -> Answers:
    weights = (5, 38, 35, 22) if worry.reading.is_referral else (34, 40, 4, 22)
    level = chance.choices(("2", "3", "4", "not-sure"), weights=weights)[0]
    if worry.in_danger_now:
        level = "4"
    answers: Answers = {"level_of_need": level, "reach_me": place.telephone(chance)}
    if level in ("3", "4"):
        evidence = worry.situation.evidence or chance.choice(words.LEVEL_EVIDENCE)
        answers[f"evidence_level_{level}"] = said(evidence, worry.voice)
    return answers
