"""Published tables made for a test: DfE's referrals and the population of children, as CSV text."""

import csv
import io
from collections.abc import Mapping, Sequence

PLACE = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
MEASURES = (
    "Referrals",
    "Referrals_rate",
    "Re_referrals",
    "Re_referrals_percent",
    "No_Further_Action",
    "No_Further_Action_percent",
    "Not_in_Need",
    "Not_in_Need_percent",
    "Referrals_child",
    "Referrals_child_rate",
    "Re_referrals_child",
    "Re_referrals_child_percent",
)
ENGLAND = "England"


def referrals(
    rows: Sequence[tuple[str, int, str]], *, names: Mapping[str, str] | None = None
) -> str:
    """The referrals table: rows of area, year it ends and number as printed; rates are all 1.0."""
    measured = [
        {**_place(area, year, names), "category": "Referrals and Re-referrals"}
        | dict.fromkeys(MEASURES, "1")
        | {"Referrals": number, "Referrals_rate": number if number.isalpha() else "1.0"}
        for area, year, number in rows
    ]
    return written([*PLACE, "category", *MEASURES], measured)


def population(
    rows: Sequence[tuple[str, int, str]], *, names: Mapping[str, str] | None = None
) -> str:
    """The population table: rows of area, year and number of children as printed."""
    measured = [
        {**_place(area, year, names), "age_group": "Children aged 0 to 17 years"}
        | {"population_estimate": number}
        for area, year, number in rows
    ]
    return written([*PLACE, "age_group", "population_estimate"], measured)


def written(headers: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """CSV text of these columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, headers, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _place(area: str, year: int, names: Mapping[str, str] | None) -> dict[str, str]:
    place = dict.fromkeys(PLACE, "") | {
        "time_period": str(year),
        "time_identifier": "Reporting year",
        "country_code": "E92000001",
        "country_name": "England",
    }
    if area == ENGLAND:
        return place | {"geographic_level": "National"}
    return place | {
        "geographic_level": "Local authority",
        "old_la_code": area,
        "new_la_code": f"E08000{area}",
        "la_name": (names or {}).get(area, f"Area {area}"),
    }
