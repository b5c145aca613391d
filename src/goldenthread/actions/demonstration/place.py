"""The invented place: Kelderby, a northern English city the size of Bradford that is on no map.

Everybody and everything here is made up. E-mail addresses end in .invalid, telephone numbers lie in
the ranges Ofcom keeps for drama, NHS numbers begin 999, which is kept for tests, and pupil numbers
bear the code 999, which is no council's.
"""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from goldenthread.kernel import check_digit
from goldenthread.kernel.calendar import LONDON

NAME = "Kelderby"
# The morning the story has reached, the first after its sixth year, and when the first began.
MORNING = datetime(2020, 4, 1, 9, 0, tzinfo=LONDON)
OPENED = datetime(2014, 4, 1, 8, 0, tzinfo=LONDON)

AREAS = (
    "Netherwick",
    "Oxgarth",
    "Skelderfold",
    "Tannerbeck",
    "Harthwaite",
    "Lindersike",
    "Mossgill End",
    "Birkenroyd",
    "Sallowfield",
    "Ravenswyke",
    "Thackleby",
    "Upper Cragdale",
)
# Coined, so that no school of the name is likely to be standing anywhere.
SCHOOL_NAMES = (
    "Oxgarth Lane",
    "Skelderfold",
    "Wrenbeck",
    "Harthwaite",
    "Lindersike",
    "Mossgill",
    "Birkenroyd",
    "Sallowfield",
    "Ravenswyke",
    "Thackleby",
    "Ellershawe",
    "Cragdale",
    "Tannerbeck",
    "Netherwick",
    "Pellonwood",
    "Hazelscarr",
    "Quernmoor Road",
    "Swinroyd",
    "Candleby",
    "Staithe Lane",
)


@dataclass(frozen=True, kw_only=True)
class AgencyMade:
    """An agency of the place, with the teams within it."""

    key: str
    name: str
    kind: str
    teams: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class AccountMade:
    """Somebody who works there. Only the cast of the story may sign in; the rest are closed."""

    email: str
    full_name: str
    job_title: str
    role: str
    agency: str
    team: str = ""
    signs_in: bool = True


COUNCIL = AgencyMade(
    key="kelderby-council",
    name="Kelderby Council",
    kind="council",
    teams=(
        ("integrated-front-door", "Integrated front door"),
        ("assessment", "Assessment team"),
        ("performance", "Performance and quality"),
        ("digital", "Digital services"),
        ("reviewing", "Conference chairs and reviewing officers"),
    ),
)
POLICE = AgencyMade(key="kelderdale-police", name="Kelderdale Police", kind="police")
HEALTH = AgencyMade(
    key="kelderby-hospitals", name="Kelderby Hospitals and Community Health", kind="health"
)
NURSING = AgencyMade(key="kelderby-school-nursing", name="Kelderby school nursing", kind="health")
PARTNERSHIP = AgencyMade(
    key="kelderby-partnership",
    name="Kelderby Safeguarding Children Partnership",
    kind="partnership",
)
FRONT_DOOR, ASSESSMENT = "integrated-front-door", "assessment"
REVIEWING = "reviewing"


def school(number: int) -> AgencyMade:
    """Return the school of this number; even ones are primary schools, odd ones secondary."""
    name = SCHOOL_NAMES[(number // 2) % len(SCHOOL_NAMES)]
    # The same place may have a church primary beside the first, and an academy beside the high.
    again = number // (2 * len(SCHOOL_NAMES)) % 2
    kinds = (("Primary School", "High School"), ("Church Primary", "Academy"))
    title = f"{name} {kinds[again][number % 2]}"
    return AgencyMade(key=key_of(title), name=title, kind="school")


def has_school(name: str) -> bool:
    """Whether a city has a school of this name; the smallest place has the first five of each."""
    return any(name.startswith(f"{each} ") for each in SCHOOL_NAMES)


def key_of(school: str) -> str:
    """Return the key of the school of this name."""
    return school.lower().replace(" ", "-")


def is_primary(number: int) -> bool:
    """Return whether the school of this number takes children up to eleven."""
    return number % 2 == 0


def telephone(chance: Random) -> str:
    """Return a number from the ranges kept for drama: 01632 960 000 and 07700 900 000 on."""
    code = chance.choice(("01632 960", "07700 900"))
    return f"{code}{chance.randrange(1000):03d}"


def nhs_number(counter: int) -> str:
    """Return the valid test number of this counter: it begins 999.

    The last figure is the check figure (weights 10 to 2, modulo 11). Where that would be 10, and
    beyond the million there are, there is no such number, and the answer is "".
    """
    if counter >= 1_000_000:
        return ""
    stem = 999_000_000 + counter
    total = sum(
        int(figure) * weight for figure, weight in zip(str(stem), range(10, 1, -1), strict=True)
    )
    check = (11 - total % 11) % 11
    return "" if check == 10 else f"{stem}{check}"


def pupil_number(counter: int) -> str:
    """Return the unique pupil number of this counter, of a council that is none: code 999.

    The first letter is the check letter (weights 2 to 13, modulo 23).
    """
    digits = f"999{counter:09d}"
    total = sum(int(figure) * weight for weight, figure in enumerate(digits, start=2))
    return f"{check_digit.UPN_LETTERS[total % 23]}{digits}"
