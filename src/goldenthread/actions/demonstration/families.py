"""Invented families: who the children are, where they live and who looks after them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from uuid import UUID

from goldenthread.actions.demonstration import names, place
from goldenthread.actions.demonstration.chance import new_id

# How many children a family has, and how common that is.
SIZES = ((1, 48), (2, 31), (3, 15), (4, 6))
OLDEST = 16
# How many families of several children have twins, and how often a sibling has another family name.
TWINS, OTHER_NAME = 0.03, 0.06
_HE = {"they": "he", "them": "him", "their": "his", "themself": "himself"}
_SHE = {"they": "she", "them": "her", "their": "her", "themself": "herself"}


@dataclass(frozen=True, kw_only=True)
class Child:
    """One invented child. `nhs_number` and `pupil_number` are "" where nobody looked them up."""

    person_id: UUID
    given_name: str
    family_name: str
    born: date
    sex: str
    nhs_number: str = ""
    pupil_number: str = ""

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given_name} {self.family_name}"

    def age(self, on: date) -> int:
        """Return whole years on that day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, kw_only=True)
class Family:
    """The children of one household, the child it is mostly about first."""

    children: tuple[Child, ...]
    parent: str
    area: str
    school: int


def size(chance: Random) -> int:
    """Return how many children a family has."""
    return chance.choices([each for each, _ in SIZES], weights=[w for _, w in SIZES])[0]


def invent(
    *,
    chance: Random,
    number: int,
    ages: tuple[int, int],
    on: date,
    serial: int,
    schools: int,
    oldest: int = OLDEST,
) -> Family:
    """Return a family of `number` children, the first of an age between `ages` on that day.

    `serial` counts children for their NHS numbers; every child has been born by `on`, and none is
    older than `oldest`.
    """
    naming = names.naming(chance)
    surnames = naming.surnames(chance)
    first = chance.randint(ages[0], max(ages[0], min(ages[1], oldest)))
    years = [first, *_siblings(chance, first=first, number=number - 1, oldest=oldest)]
    taken: set[str] = set()
    children: list[Child] = []
    for place_in, age in enumerate(years):
        child = _child(
            chance, naming, surnames, age=age, on=on, taken=taken, serial=serial + place_in
        )
        # The second of twins, and now and then a brother or sister of another name.
        if place_in == 1 and chance.random() < TWINS:
            child = replace(child, born=children[0].born)
        elif place_in and chance.random() < OTHER_NAME:
            child = replace(child, family_name=naming.surnames(chance).of(child.sex))
        taken.add(child.given_name)
        children.append(child)
    return Family(
        children=tuple(children),
        parent="mum" if chance.random() < 0.8 else "dad",
        area=chance.choice(place.AREAS),
        school=chance.randrange(schools),
    )


def _siblings(chance: Random, *, first: int, number: int, oldest: int) -> list[int]:
    near = [age for age in range(max(0, first - 6), min(oldest, first + 6) + 1) if age != first]
    return sorted(chance.sample(near, number), reverse=True)


def _child(
    chance: Random,
    naming: names.Naming,
    surnames: names.Surnames,
    *,
    age: int,
    on: date,
    taken: set[str],
    serial: int,
) -> Child:
    sex = chance.choice("FM")
    given = naming.given(sex=sex, chance=chance)
    while given in taken:
        given = naming.given(sex=sex, chance=chance)
    return Child(
        person_id=new_id(chance),
        given_name=given,
        family_name=surnames.of(sex),
        # At least a day old, and not yet a year older.
        born=on - timedelta(days=round(age * 365.25) + chance.randint(2, 360)),
        sex=sex,
        nhs_number=place.nhs_number(serial) if chance.random() < 0.8 else "",
        pupil_number=place.pupil_number(serial) if chance.random() < 0.6 else "",
    )


def voice(*, family: Family, child: Child, day: date, on: date) -> Mapping[str, str]:
    """Return the words a text may name: the child, the parent, the day it happened, the area."""
    own = _SHE if child.sex == "F" else _HE
    theirs = _SHE if family.parent == "mum" else _HE
    words = own | {f"p{key}": word for key, word in theirs.items()}
    words |= {key.capitalize(): word.capitalize() for key, word in words.items()}
    return words | {
        "name": child.given_name,
        "family": child.family_name,
        "parent": family.parent,
        "Parent": family.parent.capitalize(),
        "day": f"{day:%A}",
        "area": family.area,
        "age": _AGES[child.age(on)],
    }


_AGES = (
    "under one",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
)


def said(text: str, words: Mapping[str, str]) -> str:
    """Return a text with its names filled in, on one line. Raises KeyError for an unknown name."""
    return _on_one_line(text).format_map(words)


@cache
def _on_one_line(text: str) -> str:
    return " ".join(text.split())
