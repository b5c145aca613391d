"""150,000 made children: families, twins, namesakes and unborn, the same on every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from uuid import UUID

from bench import names
from bench.names import Kind

FIRST, DAYS, DUE = date(2002, 3, 1), 6570, date(2020, 3, 4)
# Of 1,000: twin births, the unborn, two given names, a given name of one's own, two family names
# joined, half-siblings.
TWIN, UNBORN, SECOND, RARE, JOINED, OTHER_FAMILY = 15, 5, 120, 100, 40, 150
MIDDLES = ("", "", "er", "in", "al", "es", "or", "an", "il", "et")
COLUMNS = {
    "gt_person": "id, kind, given_name, family_name, date_of_birth, expected_date_of_birth, sex,"
    " ethnicity, scope, desk, seal",
    "gt_identifier": "id, kind, value, scope, desk, seal, person_id",
    "gt_address": "id, kind, lines, postcode, is_safe, recorded_at, recorded_by_id, scope, desk,"
    " seal, person_id",
}


@dataclass(frozen=True, kw_only=True)
class Child:
    """One made child, by what somebody may look them up."""

    id: UUID
    given: str
    family: str
    born: date
    unborn: bool
    number: str
    postcode: str


def children(count: int, *, seed: int) -> list[Child]:
    """Return so many children, family by family."""
    chance = random.Random(seed)
    made: list[Child] = []
    while len(made) < count:
        made.extend(_family(chance))
    return made[:count]


def _family(chance: random.Random) -> Iterator[Child]:
    (kind,) = chance.choices(names.KINDS, weights=[each.weight for each in names.KINDS])
    family, postcode = _family_name(chance, kind), _postcode(chance)
    born = FIRST + timedelta(days=chance.randrange(DAYS))
    for _ in range(chance.choices((1, 2, 3, 4, 5), weights=(40, 33, 16, 8, 3))[0]):
        own = _family_name(chance, kind) if chance.randrange(1000) < OTHER_FAMILY else family
        for _ in range(2 if chance.randrange(1000) < TWIN else 1):
            yield _child(chance, kind, own, born, postcode)
        born = FIRST + timedelta(days=((born - FIRST).days + chance.randrange(400, 2000)) % DAYS)


def _child(chance: random.Random, kind: Kind, family: str, born: date, postcode: str) -> Child:
    unborn = chance.randrange(1000) < UNBORN
    given = "" if unborn else _given_name(chance, kind)
    return Child(
        id=UUID(int=chance.getrandbits(128), version=4),
        given=given,
        family=family,
        born=DUE + timedelta(days=chance.randrange(250)) if unborn else born,
        unborn=unborn,
        number=f"{chance.randrange(10**15, 10**16)}",
        postcode=postcode,
    )


def _given_name(chance: random.Random, kind: Kind) -> str:
    sex = chance.choice((kind.boys, kind.girls))
    name = _common(chance, sex)
    if chance.randrange(1000) < RARE:
        other = chance.choice(sex)
        name = name[: len(name) // 2 + 1] + other[len(other) // 2 :]
    return f"{name} {_common(chance, sex)}" if chance.randrange(1000) < SECOND else name


def _family_name(chance: random.Random, kind: Kind) -> str:
    common = 8 if kind is names.SOUTH_ASIAN else 5
    name = (
        _common(chance, kind.families)
        if chance.randrange(10) < common
        else chance.choice(kind.starts) + chance.choice(MIDDLES) + chance.choice(kind.ends)
    )
    joined = chance.randrange(1000) < JOINED
    return f"{name}{chance.choice('- ')}{_common(chance, kind.families)}" if joined else name


def _common(chance: random.Random, of: tuple[str, ...]) -> str:
    """The n-th name is a little commoner than the one after it (Zipf)."""
    return chance.choices(of, cum_weights=list(accumulate(1 / (n + 4) for n in range(len(of)))))[0]


def _postcode(chance: random.Random) -> str:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    unit = chance.choice(letters) + chance.choice(letters)
    return f"BD{chance.randrange(1, 24)} {chance.randrange(1, 10)}{unit}"


def rows(child: Child, *, by: UUID) -> dict[str, tuple[object, ...]]:
    """Return the row of each table that keeps this child, in the order of COLUMNS."""
    held = (child.id, "", "")
    born = (None, child.born) if child.unborn else (child.born, None)
    other = UUID(int=child.id.int ^ 1), UUID(int=child.id.int ^ 2)
    kept = "2019-01-01T00:00+00"
    return {
        "gt_person": (child.id, "child", child.given, child.family, *born, "U", "", *held),
        "gt_identifier": (other[0], "council", child.number, *held, child.id),
        "gt_address": (
            other[1], "home", "1 Made Street", child.postcode, False, kept, by, *held,
            child.id,
        ),
    }  # fmt: skip
