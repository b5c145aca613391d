"""How a child is looked up wrongly: one function a kind of mistake, from what is recorded."""

import random
from collections.abc import Callable
from datetime import date

from bench import names
from bench.city import Child

# What is asked of the search: given name, family name, birth date, number, postcode.
Asked = tuple[str, str, date | None, str, str]
Kind = Callable[[random.Random, Child], Asked | None]


def _letter(chance: random.Random, name: str) -> str:
    """One letter doubled, dropped or changed, anywhere but at the first."""
    at = chance.randrange(1, len(name))
    return chance.choice((
        name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1 :],
        name[:at] + chance.choice("aeiouhlnrst") + name[at + 1 :],
    ))  # fmt: skip


def _turned_letters(chance: random.Random, name: str) -> str:
    at = chance.randrange(0, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _spelt(name: str) -> str:
    return " ".join(names.SPELT.get(word, word) for word in name.split(" "))


def _years(born: date, years: int) -> date:
    return date(born.year + years, born.month, min(born.day, 28))


def _wrong(change: Callable[[random.Random, str], str], both: bool = False) -> Kind:
    """The mistake made in the family name or the given, or in both."""

    def ask(chance: random.Random, child: Child) -> Asked | None:
        if min(len(child.given), len(child.family)) < 4:
            return None
        in_given = both or chance.randrange(2) == 0
        given = change(chance, child.given) if in_given else child.given
        family = change(chance, child.family) if both or not in_given else child.family
        return given, family, None, "", ""

    return ask


def _as(change: Callable[[Child], Asked | None]) -> Kind:
    return lambda _, child: change(child)


def _sounding(child: Child) -> Asked | None:
    given, family = _spelt(child.given), _spelt(child.family)
    same = (given, family) == (child.given, child.family)
    return None if same else (given, family, None, "", "")


def _part(child: Child) -> Asked | None:
    parts = child.family.replace("-", " ").split(" ")
    return (child.given, parts[-1], None, "", "") if len(parts) > 1 and child.given else None


def _beginning(child: Child) -> Asked | None:
    given, family = child.given, child.family
    return (given[:4], family[:4], None, "", "") if len(given) > 4 and len(family) > 4 else None


def _plain(child: Child) -> Asked | None:
    from unicodedata import normalize

    said = [normalize("NFD", each).encode("ascii", "ignore").decode() for each in
            (child.given, child.family)]  # fmt: skip
    return None if said == [child.given, child.family] else (said[0], said[1], None, "", "")


def _dated(change: Callable[[date], date | None]) -> Kind:
    def ask(_: random.Random, child: Child) -> Asked | None:
        born = change(child.born)
        return (child.given, child.family, born, "", "") if born and child.given else None

    return ask


def _turned_day(born: date) -> date | None:
    return born.replace(month=born.day, day=born.month) if born.day <= 12 else None


def with_birth_date(kind: Kind) -> Kind:
    """The same mistake, and the birth date rightly given."""

    def ask(chance: random.Random, child: Child) -> Asked | None:
        asked = kind(chance, child)
        return asked and (asked[0], asked[1], child.born, "", "")

    return ask


_NAMES: dict[str, Kind] = {
    "exact": _as(lambda c: (c.given, c.family, None, "", "") if c.given else None),
    "one letter wrong": _wrong(_letter),
    "a letter wrong in each": _wrong(_letter, both=True),
    "two letters wrong in one": _wrong(lambda r, name: _letter(r, _letter(r, name))),
    "two letters turned": _wrong(_turned_letters),
    "names turned": _as(lambda c: (c.family, c.given, None, "", "") if c.given else None),
    "another spelling": _as(_sounding),
    "half of a double name": _as(_part),
    "the first four letters": _as(_beginning),
    "without accents": _as(_plain),
}
KINDS: dict[str, Kind] = {
    **_NAMES,
    **{f"{title}, born": with_birth_date(kind) for title, kind in _NAMES.items()},
    "day and month turned": _dated(_turned_day),
    "a year out": _dated(lambda born: _years(born, 1)),
    "ten years out": _dated(lambda born: _years(born, -10)),
    "unborn, by family and day": lambda _, c: (
        ("Baby", c.family, c.born, "", "") if c.unborn else None
    ),
    "number with spaces": _as(lambda c: ("", "", None, f"{c.number[:3]} {c.number[3:]}", "")),
    "postcode without space": _as(
        lambda c: (c.given, "", None, "", c.postcode.replace(" ", "").lower())
    ),
}
