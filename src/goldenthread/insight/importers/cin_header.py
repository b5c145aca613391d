"""The header of a census return: which collection it is, of which year, from which council."""

import re
from dataclasses import dataclass
from typing import Any

from goldenthread.insight.importers.piece import ImportRefused
from goldenthread.kernel.period import Period, reporting_year

FIRST_YEAR, LAST_YEAR = 2021, 2026


@dataclass(frozen=True, kw_only=True)
class Header:
    """The council by its three-digit code, and the collection year by the year it ends in."""

    la_code: str
    year: int

    @property
    def period(self) -> Period:
        """The collection year: 2022 is 1 April 2021 to 31 March 2022."""
        return reporting_year(f"{self.year - 1}-{self.year % 100:02d}")


def read(header: Any, *, file: str) -> Header:
    """Read a Header element; raises ImportRefused unless it is a CIN return of a year we read."""
    said = {name: _one(header, name, file) for name in ("Collection", "Year", "LEA")}
    collection, line = said["Collection"]
    if collection != "CIN":
        raise ImportRefused(
            f"It says it is the collection {collection[:40]!r}, and only the children in need "
            "census (CIN) is read from XML.",
            file=file,
            row=line,
            field="Collection",
        )
    year, line = said["Year"]
    if not re.fullmatch("[0-9]{4}", year) or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ImportRefused(
            f"{year[:40]!r} is not a collection year that is read here: it must be from "
            f"{FIRST_YEAR} (2020-21) to {LAST_YEAR} (2025-26).",
            file=file,
            row=line,
            field="Year",
        )
    council, line = said["LEA"]
    if not re.fullmatch("[0-9]{3}", council):
        raise ImportRefused(
            f"{council[:40]!r} is not a council's code, which has three digits.",
            file=file,
            row=line,
            field="LEA",
        )
    return Header(la_code=council, year=int(year))


def _one(header: Any, name: str, file: str) -> tuple[str, str]:
    """What an element says, and the line it stands on; it must be there and say one thing."""
    found = list(header.iter(f"{{*}}{name}"))
    said = {(element.text or "").strip() for element in found}
    line = f"line {(found[-1] if found else header).sourceline}"
    if not found or said == {""}:
        raise ImportRefused(
            f"Its header gives no {name}, so it cannot be told what return it is.",
            file=file,
            row=line,
            field=name,
        )
    if len(said) > 1:
        raise ImportRefused(
            f"Its header gives {name} more than once and differently.",
            file=file,
            row=line,
            field=name,
        )
    return said.pop(), line
