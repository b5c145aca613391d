"""The mistakes people make in writing of a child they have told of before, or others have.

Each is one that a search of the register is made to forgive: letters that sound alike, one letter
too few or two the wrong way round, half of a double name, names the wrong way round, a day and a
month taken for each other.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from random import Random

from goldenthread.actions.demonstration import families
from goldenthread.actions.demonstration.families import Child

Answers = dict[str, object]

# Written as heard: the first that a name has is taken for the other.
SOUNDS = (
    ("Mohammed", "Muhammad"), ("Aisha", "Ayesha"), ("Hussain", "Hussein"), ("Ahmed", "Ahmad"),
    ("Yusuf", "Yousef"), ("ph", "f"), ("ie", "ei"), ("ee", "i"), ("oo", "u"), ("ck", "k"),
    ("tt", "t"), ("ll", "l"), ("y", "i"), ("th", "t"), ("c", "k"), ("z", "s"),
)  # fmt: skip
LETTERS = str.maketrans("ŁłØøĐđ", "LlOoDd")


def made(child: Child, *, on: date, chance: Random) -> Answers:
    """Return what is written of the child on a day, with one mistake; nothing where none fits."""
    tries: list[Callable[[Child, Random], Answers]] = [
        _as_heard,
        _as_heard,
        _a_letter_less,
        _swapped,
        _plain,
        _half,
        _turned,
    ]
    # Nobody is made to have come of age.
    if child.age(on) < families.OLDEST:
        tries.append(_day_for_month)
    return chance.choice(tries)(child, chance)


def _as_heard(child: Child, chance: Random) -> Answers:
    key, name = _one(child, chance)
    for sound, like in SOUNDS:
        if sound in name:
            return {key: name.replace(sound, like, 1)}
    return {}


def _a_letter_less(child: Child, chance: Random) -> Answers:
    key, name = _one(child, chance)
    place = chance.randrange(1, len(name))
    return {key: name[:place] + name[place + 1 :]} if len(name) > 3 else {}


def _swapped(child: Child, chance: Random) -> Answers:
    key, name = _one(child, chance)
    place = chance.randrange(1, max(2, len(name) - 1))
    return {key: name[:place] + name[place : place + 2][::-1] + name[place + 2 :]}


def _plain(child: Child, _: Random) -> Answers:
    """Write both names without the marks that an English keyboard lacks."""
    said: Answers = {}
    for key, name in (("given_name", child.given_name), ("family_name", child.family_name)):
        bare = unicodedata.normalize("NFD", name.translate(LETTERS))
        said[key] = "".join(each for each in bare if not unicodedata.combining(each))
    return said


def _half(child: Child, chance: Random) -> Answers:
    halves = child.family_name.split("-")
    return {"family_name": chance.choice(halves)} if len(halves) > 1 else {}


def _turned(child: Child, _: Random) -> Answers:
    return {"given_name": child.family_name, "family_name": child.given_name}


def _day_for_month(child: Child, _: Random) -> Answers:
    """Take the day for the month, where that is a day that has been."""
    if child.born.day > 12:
        return {}
    turned = date(child.born.year, child.born.day, child.born.month)
    return {"date_of_birth": turned.isoformat()} if turned < child.born else {}


def _one(child: Child, chance: Random) -> tuple[str, str]:
    both = (("given_name", child.given_name), ("family_name", child.family_name))
    return chance.choice(both)
