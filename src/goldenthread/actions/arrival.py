"""What a form says of a child, put on the register as it arrives: nobody types it a second time.

As told: nobody has said yet who the child is. What cannot be read stays in what was sent, whole.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from goldenthread.content.front_door import who_and_where
from goldenthread.kernel import check_digit
from goldenthread.kernel.calendar import london_date
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.queries import offered
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.identifier import Identifier
from goldenthread.records.person import Person

# What each form calls them.
NUMBERS = {"nhs_number": ("nhs", check_digit.nhs_number), "pupil_number": ("upn", check_digit.upn)}
GOES_TO = {"school": "school", "school_name": "school", "doctor": "surgery"}
POSTCODE = re.compile(r"[,\s]*\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s*[0-9][A-Za-z]{2})\s*$")


def person(*, child: Mapping[str, Any], desk: str) -> Person:
    """Record the child of a form as somebody new; who they are is for a person to say."""
    person_id = uuid4()
    expected = _day(child.get("expected_on"))
    return Person.objects.create(
        id=person_id,
        given_name=child["given_name"],
        family_name=child["family_name"],
        date_of_birth=_day(child.get("date_of_birth")),
        expected_date_of_birth=expected,
        kind="unborn" if expected else "child",
        # Of a baby not born yet the sex is not known, whatever somebody hopes (CIN rule 8750).
        sex="U" if expected else child["sex"],
        scope=person_id,
        ethnicity=child.get("ethnicity", "").upper(),
        desk=desk,
    )


def keep(*, of: Person, child: Mapping[str, Any], by_id: UUID, at: datetime) -> None:
    """Keep the numbers, the address and the school and surgery a form gives with the child."""
    said = {key: value for key, value in child.items() if isinstance(value, str) and value}
    stated = {"person": of, "recorded_at": at, "recorded_by_id": by_id} | {
        "scope": of.scope, "desk": of.desk, "seal": of.seal,
    }  # fmt: skip
    for key, (kind, read) in NUMBERS.items():
        if key in said:
            value = read(said[key])
            Identifier.objects.create(id=uuid4(), **stated, kind=kind, value=value, told=True)
    if "home_address" in said:
        lines, postcode = _parted(said["home_address"])
        if "home_postcode" in said:
            postcode = check_digit.postcode(said["home_postcode"])
        Address.objects.create(
            id=uuid4(), **stated, kind=who_and_where.HOME, lines=lines, postcode=postcode
        )
    for key, kind in GOES_TO.items():
        if key in said:
            setting = offered.setting(kind=kind, words=said[key], on=london_date(at))
            Enrolment.objects.create(
                id=uuid4(), **stated, kind=kind, name=said[key], setting=setting
            )


def _day(said: Any) -> date | None:
    return None if said in (None, NOT_KNOWN) else date.fromisoformat(said)


def _parted(written: str) -> tuple[str, str]:
    """Return an address and its postcode, where it ends in one."""
    found = POSTCODE.search(written)
    if found is None:
        return written, ""
    lines = written[: found.start()].strip(" ,")
    return (lines, check_digit.postcode(found[1])) if lines else (written, "")
